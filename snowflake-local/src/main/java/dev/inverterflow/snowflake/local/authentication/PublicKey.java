package dev.inverterflow.snowflake.local.authentication;

import dev.inverterflow.snowflake.local.error.SnowflakeException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A user's public key.
 *
 * @param key the key itself
 * @param fingerprint what stands for it in the issuer of a JWT and in DESCRIBE USER, such as {@code SHA256:…}
 * @see <a href="https://docs.snowflake.com/en/user-guide/key-pair-auth">Key-pair authentication</a>
 */
public record PublicKey(RSAPublicKey key, String fingerprint) {

    private static final int FEWEST_BITS = 2048;

    /**
     * Reads the value of RSA_PUBLIC_KEY: Base64 without the lines around it, though those do no harm.
     *
     * @throws SnowflakeException if it is no RSA key of 2048 bits or more
     */
    public static PublicKey parse(String text) {
        String base64 = text.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
        try {
            byte[] encoded = Base64.getDecoder().decode(base64);
            RSAPublicKey key =
                    (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(encoded));
            if (key.getModulus().bitLength() < FEWEST_BITS) {
                throw rejected("Key size must be at least 2048 bits", null);
            }
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getEncoded());
            return new PublicKey(key, "SHA256:" + Base64.getEncoder().encodeToString(digest));
        } catch (GeneralSecurityException | IllegalArgumentException invalid) {
            throw rejected("Invalid public key", invalid);
        }
    }

    private static SnowflakeException rejected(String reason, @Nullable Throwable cause) {
        String message = "SQL execution error: New public key rejected by current policy. Reason: '" + reason + "'";
        return cause == null
                ? new SnowflakeException(3121, "22023", message)
                : new SnowflakeException(3121, "22023", message, cause);
    }
}
