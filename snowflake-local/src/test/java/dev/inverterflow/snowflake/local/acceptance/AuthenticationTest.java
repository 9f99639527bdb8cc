package dev.inverterflow.snowflake.local.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Properties;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Ways to log in, each beside the nearly same one that is refused. */
@Tag("driver")
class AuthenticationTest {

    @RegisterExtension
    static final LocalServer SERVER = new LocalServer();

    private static KeyPair pair;
    private static KeyPair otherPair;

    @BeforeAll
    static void makeKeys() throws NoSuchAlgorithmException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        pair = generator.generateKeyPair();
        otherPair = generator.generateKeyPair();
    }

    @Test
    void aKeyPairLogsItsUserIn() throws SQLException {
        administer("create or replace user robot type = service rsa_public_key = '" + base64(pair) + "'");
        try (Connection connection = SERVER.connect(keyPair("ROBOT", pair))) {
            assertThat(LocalServer.value(connection, "select current_user()")).isEqualTo("ROBOT");
        }
        assertRefused(keyPair("ROBOT", otherPair), 394304, "JWT token is invalid.");
    }

    @Test
    void aKeyIsSetReplacedAndTakenAwayByAlterUser() throws SQLException {
        administer("create or replace user turner");
        assertRefused(keyPair("TURNER", pair), 394304, "JWT token is invalid.");
        administer("alter user turner set rsa_public_key = '" + base64(pair) + "'");
        SERVER.connect(keyPair("TURNER", pair)).close();
        administer("alter user turner set rsa_public_key_2 = '" + base64(otherPair) + "'");
        SERVER.connect(keyPair("TURNER", otherPair)).close();
        administer("alter user turner unset rsa_public_key");
        assertRefused(keyPair("TURNER", pair), 394304, "JWT token is invalid.");
        SERVER.connect(keyPair("TURNER", otherPair)).close();
    }

    @Test
    void theUserTheServerWasStartedWithMayHaveAKeyToo() throws SQLException {
        administer("alter user local set rsa_public_key = '" + base64(pair) + "'");
        try (Connection connection = SERVER.connect(keyPair("LOCAL", pair))) {
            assertThat(LocalServer.value(connection, "select current_role()")).isEqualTo("ACCOUNTADMIN");
        }
    }

    @Test
    void aKeyPairOfAnUnknownUserIsRefused() {
        assertRefused(keyPair("NOBODY", pair), 394300, "JWT token is invalid.");
    }

    @Test
    void whatIsNoPublicKeyIsRejectedWhenItIsSet() throws SQLException {
        try (Connection connection = SERVER.connect()) {
            assertThatThrownBy(() ->
                            LocalServer.execute(connection, "create user broken rsa_public_key = 'MIIBIjANBgkqhkiG'"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("New public key rejected by current policy");
        }
    }

    @Test
    void aUserWithAPasswordOfItsOwnNeedsThatOne() throws SQLException {
        administer("create or replace user alice password = 'correct horse'");
        Properties properties = SERVER.properties();
        properties.setProperty("user", "alice");
        assertRefused(properties, 390100, "Incorrect username or password was specified.");
        properties.setProperty("password", "correct horse");
        SERVER.connect(properties).close();
        administer("alter user alice set password = 'battery staple'");
        assertRefused(properties, 390100, "Incorrect username or password was specified.");
    }

    @Test
    void aUserLogsInWithItsLoginName() throws SQLException {
        administer("create or replace user bob login_name = 'bob@example.com'");
        Properties properties = SERVER.properties();
        properties.setProperty("user", "bob@example.com");
        try (Connection connection = SERVER.connect(properties)) {
            assertThat(LocalServer.value(connection, "select current_user()")).isEqualTo("BOB");
        }
        properties.setProperty("user", "bob");
        assertRefused(properties, 390100, "Incorrect username or password was specified.");
    }

    @Test
    void aDisabledUserIsRefused() throws SQLException {
        administer("create or replace user carol disabled = true");
        Properties properties = SERVER.properties();
        properties.setProperty("user", "carol");
        assertRefused(properties, 390101, "User access disabled.");
        administer("alter user carol set disabled = false");
        SERVER.connect(properties).close();
    }

    @Test
    void theServersTokenIsGoodAsOauthAndAsProgrammaticAccessToken() throws SQLException {
        String token = SERVER.properties().getProperty("password");
        SERVER.connect(token("oauth", token)).close();
        SERVER.connect(token("programmatic_access_token", token)).close();
        assertRefused(token("programmatic_access_token", "guessed"), 394400, "Programmatic access token is invalid.");
        assertRefused(token("oauth", "guessed"), 390303, "Invalid OAuth access token.");
    }

    private static void administer(String sql) throws SQLException {
        try (Connection connection = SERVER.connect()) {
            LocalServer.execute(connection, sql);
        }
    }

    private static void assertRefused(Properties properties, int code, String message) {
        assertThatThrownBy(() -> SERVER.connect(properties).close())
                .isInstanceOfSatisfying(
                        SQLException.class,
                        failure -> assertThat(failure.getErrorCode()).isEqualTo(code))
                .hasMessageContaining(message);
    }

    private static Properties keyPair(String user, KeyPair keys) {
        Properties properties = SERVER.properties();
        properties.remove("password");
        properties.setProperty("user", user);
        properties.put("privateKey", keys.getPrivate());
        return properties;
    }

    private static Properties token(String authenticator, String token) {
        Properties properties = SERVER.properties();
        properties.remove("password");
        properties.setProperty("authenticator", authenticator);
        properties.setProperty("token", token);
        return properties;
    }

    private static String base64(KeyPair keys) {
        return Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
    }
}
