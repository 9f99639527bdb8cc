package dev.inverterflow.snowflake.local.authentication;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/**
 * The JWT with which a driver proves that its user has a private key.
 *
 * @see <a href="https://docs.snowflake.com/en/developer-guide/sql-api/authenticating#using-key-pair-authentication">its
 *     claims</a>
 * @see <a href="https://docs.snowflake.com/en/sql-reference/functions/system_get_login_failure_details">its errors</a>
 */
final class KeyPairToken {

    private static final Duration GOOD_AFTER_ISSUE = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode header;
    private final JsonNode claims;
    private final byte[] signed;
    private final byte[] signature;

    private KeyPairToken(JsonNode header, JsonNode claims, byte[] signed, byte[] signature) {
        this.header = header;
        this.claims = claims;
        this.signed = signed;
        this.signature = signature;
    }

    static KeyPairToken parse(String token) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3) {
            throw TokenProblem.INVALID.error();
        }
        try {
            Base64.Decoder base64 = Base64.getUrlDecoder();
            return new KeyPairToken(
                    JSON.readTree(new String(base64.decode(parts[0]), StandardCharsets.UTF_8)),
                    JSON.readTree(new String(base64.decode(parts[1]), StandardCharsets.UTF_8)),
                    (parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII),
                    base64.decode(parts[2]));
        } catch (IllegalArgumentException | JsonProcessingException malformed) {
            throw TokenProblem.INVALID.error();
        }
    }

    /** The user that the subject names, in upper case, whether it is really that user or not. */
    String user(String account) {
        String subject = claims.path("sub").asText("").toUpperCase(Locale.ROOT);
        String prefix = account.toUpperCase(Locale.ROOT) + ".";
        if (!subject.startsWith(prefix)) {
            throw TokenProblem.INVALID.error();
        }
        return subject.substring(prefix.length());
    }

    /** Refuses the token unless it is the user's, in time, and signed with the private half of one of the keys. */
    void verify(String account, String user, List<PublicKey> keys, Instant now) {
        if (!header.path("alg").asText("").equals("RS256")) {
            throw TokenProblem.WRONG_ALGORITHM.error();
        }
        verifyTimes(now);
        String start = (account + "." + user + ".").toUpperCase(Locale.ROOT);
        String issuer = claims.path("iss").asText("");
        if (!issuer.toUpperCase(Locale.ROOT).startsWith(start)) {
            throw TokenProblem.WRONG_ISSUER.error();
        }
        String fingerprint = issuer.substring(start.length());
        PublicKey key = keys.stream()
                .filter(one -> one.fingerprint().equals(fingerprint))
                .findFirst()
                .orElseThrow(TokenProblem.WRONG_FINGERPRINT::error);
        if (!isSignedWith(key)) {
            throw TokenProblem.WRONG_SIGNATURE.error();
        }
    }

    private void verifyTimes(Instant now) {
        if (!claims.path("iat").isNumber() || !claims.path("exp").isNumber()) {
            throw TokenProblem.NO_TIMES.error();
        }
        if (Instant.ofEpochSecond(claims.path("exp").asLong()).isBefore(now)) {
            throw TokenProblem.EXPIRED.error();
        }
        Instant issued = Instant.ofEpochSecond(claims.path("iat").asLong());
        if (Duration.between(issued, now).abs().compareTo(GOOD_AFTER_ISSUE) > 0) {
            throw TokenProblem.WRONG_ISSUE_TIME.error();
        }
    }

    private boolean isSignedWith(PublicKey key) {
        try {
            Signature verifier = Signature.getInstance("SHA256withRSA");
            verifier.initVerify(key.key());
            verifier.update(signed);
            return verifier.verify(signature);
        } catch (GeneralSecurityException malformed) {
            return false;
        }
    }
}
