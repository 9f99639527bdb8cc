package dev.inverterflow.deploy.connection;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * A PKCS#8 private key in PEM, encrypted or not (docs.snowflake.com/en/user-guide/key-pair-auth). It is read here and not
 * by the driver, so that a wrong passphrase has a message of its own.
 */
final class PrivateKeyText {
    private static final Pattern PEM =
            Pattern.compile("-----BEGIN ([A-Z ]+)-----(.*?)-----END \\1-----", Pattern.DOTALL);
    /** Snowflake takes no shorter ones. */
    private static final int LEAST_BITS = 2048;

    private final String what;
    private final String text;
    private final Optional<String> passphrase;

    /**
     * A key.
     *
     * @param what where the text comes from, for messages
     */
    PrivateKeyText(String what, String text, Optional<String> passphrase) {
        this.what = what;
        this.text = text;
        this.passphrase = passphrase;
    }

    /**
     * Reads the key.
     *
     * @throws InvalidKeyException saying what is wrong and what to do; it quotes nothing of the key
     */
    PrivateKey read() throws InvalidKeyException {
        Matcher pem = PEM.matcher(text);
        if (!pem.find()) {
            throw new InvalidKeyException(what + " is no PEM file (-----BEGIN PRIVATE KEY-----)");
        }
        byte[] der = decode(pem.group(2));
        PrivateKey key = switch (pem.group(1)) {
            case "PRIVATE KEY" -> plain(new PKCS8EncodedKeySpec(der));
            case "ENCRYPTED PRIVATE KEY" -> plain(decrypted(der));
            default ->
                throw new InvalidKeyException(what + " holds a \"" + pem.group(1)
                        + "\"; Snowflake takes PKCS#8: openssl pkcs8 -topk8 -in OLD -out NEW");
        };
        if (key instanceof RSAPrivateKey rsa && rsa.getModulus().bitLength() < LEAST_BITS) {
            throw new InvalidKeyException(what + " has " + rsa.getModulus().bitLength() + " bits; Snowflake takes "
                    + LEAST_BITS + " or more");
        }
        return key;
    }

    private byte[] decode(String body) throws InvalidKeyException {
        try {
            return Base64.getMimeDecoder().decode(body.strip());
        } catch (IllegalArgumentException e) {
            throw new InvalidKeyException(what + " is damaged: its body is not base64");
        }
    }

    private PrivateKey plain(PKCS8EncodedKeySpec specification) throws InvalidKeyException {
        try {
            return KeyFactory.getInstance("RSA").generatePrivate(specification);
        } catch (GeneralSecurityException e) {
            throw new InvalidKeyException(what + " holds no RSA key");
        }
    }

    private PKCS8EncodedKeySpec decrypted(byte[] der) throws InvalidKeyException {
        String secret = passphrase.orElseThrow(() -> new InvalidKeyException(
                what + " is encrypted; give private_key_file_pwd or the environment's PRIVATE_KEY_PASSPHRASE"));
        try {
            EncryptedPrivateKeyInfo encrypted = new EncryptedPrivateKeyInfo(der);
            // For PBES2 the name of the algorithm is that of its parameters; getAlgName() is an OID no factory knows.
            String algorithm = encrypted.getAlgParameters() == null
                    ? encrypted.getAlgName()
                    : encrypted.getAlgParameters().toString();
            Cipher cipher = Cipher.getInstance(algorithm);
            cipher.init(
                    Cipher.DECRYPT_MODE,
                    SecretKeyFactory.getInstance(algorithm).generateSecret(new PBEKeySpec(secret.toCharArray())),
                    encrypted.getAlgParameters());
            return encrypted.getKeySpec(cipher);
        } catch (GeneralSecurityException | java.io.IOException e) {
            throw new InvalidKeyException(
                    what + " cannot be decrypted: the passphrase is wrong, or its cipher is not one"
                            + " Java knows (openssl pkcs8 -topk8 -v2 aes-256-cbc makes one)");
        }
    }
}
