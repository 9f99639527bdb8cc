package dev.inverterflow.deploy.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.inverterflow.deploy.outcome.DeployException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectionsTest {
    private static final String ENTRY = "account = \"acme-prod\"\nuser = \"ME\"\npassword = \"pa55\"\n";

    private static final String KEY_ENTRY =
            "[default]\naccount = \"acme-prod\"\nuser = \"ME\"\nprivate_key_file = \"~/key.p8\"\n";

    @TempDir
    Path home;

    private final Map<String, String> variables = new HashMap<>();

    @Test
    void looksInSnowflakeHomeAloneWhenItIsSet() throws IOException {
        write("elsewhere/connections.toml", "[default]\n" + ENTRY);
        write(".snowflake/connections.toml", "[default]\naccount = \"other\"\n");
        variables.put("SNOWFLAKE_HOME", home.resolve("elsewhere").toString());

        assertThat(entry(null).jdbcUrl()).isEqualTo("jdbc:snowflake://https://acme-prod.snowflakecomputing.com/");
    }

    @Test
    void looksInTheHomeFolderBeforeThePlatformsFolder() throws IOException {
        write(".config/snowflake/connections.toml", "[default]\n" + ENTRY.replace("acme", "platform"));
        assertThat(entry(null).jdbcUrl()).contains("platform-prod");

        write(".snowflake/connections.toml", "[default]\n" + ENTRY.replace("acme", "home"));
        assertThat(entry(null).jdbcUrl()).contains("home-prod");
    }

    @Test
    void looksInXdgConfigHome() throws IOException {
        write("xdg/snowflake/connections.toml", "[default]\n" + ENTRY);
        variables.put("XDG_CONFIG_HOME", home.resolve("xdg").toString());

        assertThat(entry(null).jdbcUrl()).contains("acme-prod");
    }

    @Test
    void saysWhereItLookedWhenThereIsNoFile() {
        assertThatThrownBy(() -> entry(null))
                .isInstanceOf(DeployException.class)
                .hasMessageContaining("no connections.toml found")
                .hasMessageContaining(
                        home.resolve(".snowflake").resolve("connections.toml").toString())
                .hasMessageContaining("--connections-file");
    }

    @Test
    void takesTheDefaultNameFromTheEnvironment() throws IOException {
        write(".snowflake/connections.toml", "[prod]\n" + ENTRY);
        variables.put("SNOWFLAKE_DEFAULT_CONNECTION_NAME", "prod");

        assertThat(entry(null).jdbcUrl()).contains("acme-prod");
    }

    @Test
    void namesTheEntriesThereAreWhenTheWantedOneIsMissing() throws IOException {
        write(".snowflake/connections.toml", "[dev]\n" + ENTRY + "[prod]\n" + ENTRY);

        assertThatThrownBy(() -> entry("pord"))
                .isInstanceOf(DeployException.class)
                .hasMessageContaining("no connection [pord]")
                .hasMessageContaining("it has: dev, prod");
    }

    @Test
    void translatesEveryKeyForTheDriver() throws Exception {
        KeyPair pair = Keys.pair(2048);
        write("key.p8", Keys.encryptedPem(pair.getPrivate(), "phrase"));
        write(".snowflake/connections.toml", """
                [local]
                account = "local"
                user = "ME"
                host = "127.0.0.1"
                port = 8484
                protocol = "http"
                authenticator = "SNOWFLAKE_JWT"
                private_key_path = "~/key.p8"
                private_key_passphrase = "phrase"
                token = "tok"
                database = "D"
                schema = "S"
                warehouse = "W"
                role = "R"
                """);

        ConnectionSettings settings = entry("local");
        Properties properties = settings.driverProperties();

        assertThat(settings.jdbcUrl()).isEqualTo("jdbc:snowflake://http://127.0.0.1:8484/");
        assertThat(properties)
                .containsEntry("account", "local")
                .containsEntry("user", "ME")
                .containsEntry("authenticator", "SNOWFLAKE_JWT")
                .containsEntry("privateKey", pair.getPrivate())
                .containsEntry("token", "tok")
                .containsEntry("db", "D")
                .containsEntry("schema", "S")
                .containsEntry("warehouse", "W")
                .containsEntry("role", "R");
        assertThat(settings.unusedKeys()).isEmpty();
    }

    @Test
    void namesKeysThatOtherToolsRead() throws IOException {
        write(".snowflake/connections.toml", "[default]\n" + ENTRY + "session_keep = true\n[default.params]\nx = 1\n");

        assertThat(entry(null).unusedKeys()).containsExactly("params", "session_keep");
    }

    @Test
    void reportsAllThatIsWrongWithAnEntry() throws IOException {
        write(
                ".snowflake/connections.toml",
                "[default]\nport = \"x\"\nprotocol = \"ftp\"\nprivate_key_file = \"/none.p8\"\n");

        assertThatThrownBy(() -> entry(null))
                .isInstanceOf(DeployException.class)
                .hasMessageContainingAll(
                        "account is missing",
                        "port must be a number",
                        "protocol must be https or http",
                        "cannot read the private key /none.p8",
                        "user is missing");
    }

    @Test
    void refusesClearTextBeyondThisMachine() throws IOException {
        write(".snowflake/connections.toml", "[default]\n" + ENTRY + "protocol = \"http\"\nhost = \"example.org\"\n");

        assertThatThrownBy(() -> entry(null))
                .isInstanceOf(DeployException.class)
                .hasMessageContaining("would send the sign-in in clear text");
    }

    @Test
    void neverShowsASecret() throws IOException {
        write(".snowflake/connections.toml", "[default]\n" + ENTRY + "token = \"tok-123\"\n");
        assertThat(entry(null).toString()).doesNotContain("pa55", "tok-123");

        write(".snowflake/connections.toml", "[default]\nuser = \"ME\"\npassword = pa55\n");
        assertThatThrownBy(() -> entry(null))
                .isInstanceOf(DeployException.class)
                .hasMessageContaining("connections.toml:3: not valid TOML")
                .hasNoCause()
                .hasMessageNotContaining("pa55");
    }

    @Test
    void takesTheConnectionsOfConfigTomlWhereThereIsNoConnectionsToml() throws IOException {
        write(
                ".snowflake/config.toml",
                "default_connection_name = \"prod\"\n[cli.logs]\nsave_logs = true\n[connections.prod]\n" + ENTRY);

        assertThat(entry(null).toString()).contains("[prod] in ", "config.toml");
        assertThat(entry(null).jdbcUrl()).contains("acme-prod");
    }

    @Test
    void connectionsTomlReplacesTheConnectionsOfConfigTomlAndLeavesItsDefaultName() throws IOException {
        write(
                ".snowflake/config.toml",
                "default_connection_name = \"prod\"\n[connections.prod]\n" + ENTRY.replace("acme", "old"));
        write(".snowflake/connections.toml", "[prod]\n" + ENTRY);

        assertThat(entry(null).jdbcUrl()).contains("acme-prod");
    }

    @Test
    void theEnvironmentOverridesOneConnectionAndFillsInForAll() throws IOException {
        write(".snowflake/connections.toml", "[dev]\n" + ENTRY + "[prod]\n" + ENTRY);
        variables.put("SNOWFLAKE_CONNECTIONS_DEV_ACCOUNT", "other-account");
        variables.put("SNOWFLAKE_ACCOUNT", "ignored-since-the-file-has-one");
        variables.put("SNOWFLAKE_WAREHOUSE", "GENERIC");

        assertThat(entry("dev").jdbcUrl()).contains("other-account");
        assertThat(entry("dev").toString()).contains("with account from SNOWFLAKE_CONNECTIONS_DEV_…");
        assertThat(entry("prod").jdbcUrl()).contains("acme-prod");
        assertThat(entry("prod").driverProperties()).containsEntry("warehouse", "GENERIC");
    }

    @Test
    void aConnectionMayStandInTheEnvironmentAlone() {
        variables.put("SNOWFLAKE_CONNECTIONS_CI_ACCOUNT", "acme-ci");
        variables.put("SNOWFLAKE_CONNECTIONS_CI_USER", "CI");
        variables.put("SNOWFLAKE_CONNECTIONS_CI_PASSWORD", "pa55");

        assertThat(entry("ci").jdbcUrl()).contains("acme-ci");
    }

    @Test
    void refusesAFileWithSecretsThatEverybodyMayReadAndNamesTheChmod() throws IOException {
        write(".snowflake/connections.toml", "[default]\n" + ENTRY);
        Path file = home.resolve(".snowflake/connections.toml");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        assertThatThrownBy(() -> entry(null))
                .isInstanceOf(DeployException.class)
                .hasMessageContaining("is open to everybody")
                .hasMessageContaining("chmod 600 " + file)
                .hasMessageNotContaining("pa55");

        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        assertThat(entry(null).jdbcUrl()).contains("acme-prod");
    }

    @Test
    void aFileWithoutSecretsMayBeReadByEverybody() throws IOException {
        write(
                ".snowflake/connections.toml",
                "[default]\naccount = \"acme-prod\"\nuser = \"ME\"\nauthenticator = \"externalbrowser\"\n");
        Files.setPosixFilePermissions(
                home.resolve(".snowflake/connections.toml"), PosixFilePermissions.fromString("rw-r--r--"));

        assertThat(entry(null).driverProperties()).containsEntry("authenticator", "externalbrowser");
    }

    @Test
    void readsAProgrammaticAccessTokenFromItsFile() throws IOException {
        write("token", "tok-123\n");
        write(
                ".snowflake/connections.toml",
                "[default]\naccount = \"acme-prod\"\nuser = \"ME\"\ntoken_file_path = \"~/token\"\n");

        assertThat(entry(null).driverProperties())
                .containsEntry("authenticator", "PROGRAMMATIC_ACCESS_TOKEN")
                .containsEntry("token", "tok-123");

        Files.setPosixFilePermissions(home.resolve("token"), PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> entry(null))
                .isInstanceOf(DeployException.class)
                .hasMessageContaining("chmod 600 " + home.resolve("token"));
    }

    @Test
    void readsAnEncryptedKeyWithThePassphraseOfTheEnvironment() throws Exception {
        KeyPair pair = Keys.pair(2048);
        write("key.p8", Keys.encryptedPem(pair.getPrivate(), "open sesame"));
        write(".snowflake/connections.toml", KEY_ENTRY);

        assertThatThrownBy(() -> entry(null))
                .isInstanceOf(DeployException.class)
                .hasMessageContaining("is encrypted; give private_key_file_pwd");
        variables.put("PRIVATE_KEY_PASSPHRASE", "wrong");
        assertThatThrownBy(() -> entry(null))
                .isInstanceOf(DeployException.class)
                .hasMessageContaining("the passphrase is wrong");
        variables.put("PRIVATE_KEY_PASSPHRASE", "open sesame");
        assertThat(entry(null).driverProperties())
                .containsEntry("authenticator", "SNOWFLAKE_JWT")
                .containsEntry("privateKey", pair.getPrivate());
    }

    @Test
    void refusesAKeyThatSnowflakeWouldRefuse() throws Exception {
        write(".snowflake/connections.toml", KEY_ENTRY);
        write("key.p8", Keys.pem(Keys.pair(1024).getPrivate()));
        assertThatThrownBy(() -> entry(null)).hasMessageContaining("has 1024 bits; Snowflake takes 2048 or more");

        write("key.p8", "-----BEGIN RSA PRIVATE KEY-----\nAAAA\n-----END RSA PRIVATE KEY-----\n");
        assertThatThrownBy(() -> entry(null)).hasMessageContaining("Snowflake takes PKCS#8: openssl pkcs8 -topk8");

        write("key.p8", "ssh-rsa AAAA");
        assertThatThrownBy(() -> entry(null)).hasMessageContaining("is no PEM file");
    }

    @Test
    void saysWhatAnAuthenticatorNeeds() throws IOException {
        String account = "[default]\naccount = \"a\"\nuser = \"ME\"\n";
        write(".snowflake/connections.toml", account + "authenticator = \"SNOWFLAKE_JWT\"\n");
        assertThatThrownBy(() -> entry(null)).hasMessageContaining("SNOWFLAKE_JWT needs private_key_file");
        write(".snowflake/connections.toml", account + "authenticator = \"oauth\"\n");
        assertThatThrownBy(() -> entry(null)).hasMessageContaining("OAUTH needs token");
        write(".snowflake/connections.toml", account + "authenticator = \"magic\"\n");
        assertThatThrownBy(() -> entry(null)).hasMessageContaining("authenticator 'magic' is none of SNOWFLAKE,");
        write(".snowflake/connections.toml", account);
        assertThatThrownBy(() -> entry(null)).hasMessageContaining("nothing to sign in with");
    }

    private ConnectionSettings entry(String name) {
        return new Connections(new Environment(variables, home, "Linux")).entry(name, null);
    }

    private void write(String path, String text) throws IOException {
        Path file = home.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
}
