package dev.inverterflow.deploy.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.inverterflow.deploy.outcome.DeployException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectionsFileTest {
    private static final String ENTRY = "account = \"acme-prod\"\nuser = \"ME\"\npassword = \"pa55\"\n";

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
    void translatesEveryKeyForTheDriver() throws IOException {
        Path key = Files.writeString(home.resolve("key.p8"), "x");
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
                .containsEntry("private_key_file", key.toString())
                .containsEntry("private_key_pwd", "phrase")
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

    private ConnectionSettings entry(String name) {
        return new ConnectionsFile(new Environment(variables, home, "Linux")).entry(name, null);
    }

    private void write(String path, String text) throws IOException {
        Path file = home.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
