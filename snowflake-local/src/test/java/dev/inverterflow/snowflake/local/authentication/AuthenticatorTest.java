package dev.inverterflow.snowflake.local.authentication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.inverterflow.snowflake.local.catalog.AccountType;
import dev.inverterflow.snowflake.local.catalog.Catalog;
import dev.inverterflow.snowflake.local.catalog.User;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** JWTs that no driver would send. */
class AuthenticatorTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static KeyPair pair;
    private static PublicKey key;
    private final Catalog catalog = new Catalog();
    private final Authenticator authenticator =
            new Authenticator(catalog, "local", "secret", Clock.fixed(NOW, ZoneOffset.UTC));

    @BeforeAll
    static void makeKey() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        pair = generator.generateKeyPair();
        key = PublicKey.parse(encoded());
    }

    @BeforeEach
    void makeUser() {
        catalog.account(AccountType.USER)
                .put(new User("ROBOT", Map.of("RSA_PUBLIC_KEY", encoded()), "ACCOUNTADMIN", NOW, ""));
    }

    @Test
    void aTokenAsTheDocumentationDescribesItIsGood() throws GeneralSecurityException {
        String token = signed("RS256", issuer(), "LOCAL.ROBOT", NOW.minusSeconds(1), NOW.plusSeconds(60));
        assertThat(authenticator
                        .authenticate(LoginMethod.KEY_PAIR, "robot", token)
                        .name())
                .isEqualTo("ROBOT");
    }

    @Test
    void anExpiredTokenIsRefused() throws GeneralSecurityException {
        refuses(signed("RS256", issuer(), "LOCAL.ROBOT", NOW.minusSeconds(50), NOW.minusSeconds(1)), 394303);
    }

    @Test
    void aTokenIssuedMoreThanAMinuteAgoIsRefused() throws GeneralSecurityException {
        refuses(signed("RS256", issuer(), "LOCAL.ROBOT", NOW.minusSeconds(61), NOW.plusSeconds(60)), 394302);
    }

    @Test
    void anotherFingerprintIsRefused() throws GeneralSecurityException {
        refuses(signed("RS256", "LOCAL.ROBOT.SHA256:abc", "LOCAL.ROBOT", NOW, NOW.plusSeconds(60)), 394304);
    }

    @Test
    void aTokenThatIsNotSignedIsRefused() throws GeneralSecurityException {
        refuses(signed("none", issuer(), "LOCAL.ROBOT", NOW, NOW.plusSeconds(60)), 394305);
    }

    @Test
    void aChangedTokenIsRefused() throws GeneralSecurityException {
        String good = signed("RS256", issuer(), "LOCAL.ROBOT", NOW, NOW.plusSeconds(60));
        String[] parts = good.split("\\.");
        String claims = claims(issuer(), "LOCAL.ROBOT", NOW, NOW.plusSeconds(600));
        refuses(parts[0] + "." + base64(claims) + "." + parts[2], 394306);
    }

    @Test
    void aTokenOfAnotherUserIsRefused() throws GeneralSecurityException {
        refuses(signed("RS256", issuer(), "LOCAL.SOMEBODY", NOW, NOW.plusSeconds(60)), 394300);
        refuses(signed("RS256", issuer(), "ELSEWHERE.ROBOT", NOW, NOW.plusSeconds(60)), 390144);
    }

    @Test
    void whatIsNoTokenIsRefused() {
        refuses("", 390144);
        refuses("a.b.c", 390144);
        refuses("....", 390144);
    }

    @Test
    void aHashDoesNotGiveThePasswordAwayAndIsNeverTheSame() {
        assertThat(Passwords.hash("secret")).doesNotContain("secret").isNotEqualTo(Passwords.hash("secret"));
    }

    private void refuses(String token, int code) {
        assertThatThrownBy(() -> authenticator.authenticate(LoginMethod.KEY_PAIR, "ROBOT", token))
                .isInstanceOfSatisfying(
                        SnowflakeException.class,
                        refused -> assertThat(refused.code()).isEqualTo(code))
                .hasMessageStartingWith("JWT token is invalid. [");
    }

    private static String issuer() {
        return "LOCAL.ROBOT." + key.fingerprint();
    }

    private static String signed(String algorithm, String issuer, String subject, Instant issued, Instant expires)
            throws GeneralSecurityException {
        String text =
                base64("{\"alg\":\"" + algorithm + "\"}") + "." + base64(claims(issuer, subject, issued, expires));
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(pair.getPrivate());
        signature.update(text.getBytes(StandardCharsets.US_ASCII));
        return text + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
    }

    private static String claims(String issuer, String subject, Instant issued, Instant expires) {
        return "{\"iss\":\"" + issuer + "\",\"sub\":\"" + subject + "\",\"iat\":" + issued.getEpochSecond()
                + ",\"exp\":" + expires.getEpochSecond() + "}";
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded() {
        return Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
    }
}
