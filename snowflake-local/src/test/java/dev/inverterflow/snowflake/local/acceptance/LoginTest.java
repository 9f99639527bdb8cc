package dev.inverterflow.snowflake.local.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("driver")
class LoginTest {

    @RegisterExtension
    static final LocalServer SERVER = new LocalServer();

    @Test
    void theGivenUserAndPasswordAreAccepted() throws SQLException {
        try (Connection connection = SERVER.connect()) {
            assertThat(LocalServer.value(connection, "select current_user()")).isEqualTo("LOCAL");
        }
    }

    @Test
    void aWrongPasswordIsRefused() {
        Properties properties = SERVER.properties();
        properties.setProperty("password", "guessed");
        assertThatThrownBy(() -> SERVER.connect(properties))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("Incorrect username or password was specified.")
                .extracting(failure -> ((SQLException) failure).getErrorCode())
                .isEqualTo(390100);
    }

    @Test
    void anUnknownUserIsRefusedWithTheSameMessage() {
        Properties properties = SERVER.properties();
        properties.setProperty("user", "SOMEBODY");
        assertThatThrownBy(() -> SERVER.connect(properties))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("Incorrect username or password was specified.");
    }

    @Test
    void aUserThatWasCreatedMayLogIn() throws SQLException {
        try (Connection connection = SERVER.connect()) {
            LocalServer.execute(connection, "create user if not exists deployer type = service");
        }
        Properties properties = SERVER.properties();
        properties.setProperty("user", "deployer");
        try (Connection connection = SERVER.connect(properties)) {
            assertThat(LocalServer.value(connection, "select current_user()")).isEqualTo("DEPLOYER");
        }
    }

    @Test
    void aCreatedUserTakesOnlyRolesGrantedToItDirectlyOrThroughOthers() throws SQLException {
        try (Connection connection = SERVER.connect()) {
            LocalServer.execute(
                    connection,
                    "create role if not exists upper_role",
                    "create role if not exists lower_role",
                    "create role if not exists foreign_role",
                    "create user if not exists worker default_role = upper_role",
                    "grant role lower_role to role upper_role",
                    "grant role upper_role to user worker");
        }
        Properties properties = SERVER.properties();
        properties.setProperty("user", "worker");
        try (Connection connection = SERVER.connect(properties)) {
            assertThat(LocalServer.value(connection, "select current_role()")).isEqualTo("UPPER_ROLE");
            LocalServer.execute(connection, "use role lower_role");
            assertThatThrownBy(() -> LocalServer.execute(connection, "use role foreign_role"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("does not exist");
        }
        properties.setProperty("role", "FOREIGN_ROLE");
        assertThatThrownBy(() -> SERVER.connect(properties))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("FOREIGN_ROLE");
    }

    /** The driver's connection parameter; its issue 165 has the words, Snowpark's SessionSuite expects them, too. */
    @Test
    void aPlaceThatDoesNotExistIsRefusedOnlyIfTheClientWantsItChecked() throws SQLException {
        for (String kind : new String[] {"database", "schema", "warehouse"}) {
            Properties properties = SERVER.properties();
            properties.setProperty(kind.equals("database") ? "db" : kind, "NO_SUCH_PLACE");
            SERVER.connect(properties).close();
            properties.setProperty("validateDefaultParameters", "true");
            assertThatThrownBy(() -> SERVER.connect(properties))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("The requested " + kind + " does not exist or not authorized.")
                    .extracting(failure -> ((SQLException) failure).getErrorCode())
                    .isEqualTo(390201);
        }
        Properties there = SERVER.properties();
        there.setProperty("validateDefaultParameters", "true");
        SERVER.connect(there).close();
    }

    @Test
    void aRoleThatDoesNotExistIsRefused() {
        Properties properties = SERVER.properties();
        properties.setProperty("role", "NO_SUCH_ROLE");
        assertThatThrownBy(() -> SERVER.connect(properties))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("NO_SUCH_ROLE");
    }

    @Test
    void aDatabaseThatDoesNotExistLeavesTheSessionWithoutOne() throws SQLException {
        Properties properties = SERVER.properties();
        properties.setProperty("db", "NO_SUCH_DATABASE");
        try (Connection connection = SERVER.connect(properties)) {
            assertThat(LocalServer.value(connection, "select current_database()"))
                    .isNull();
        }
    }

    @Test
    void catalogAndSchemaOfTheConnectionAreThoseOfTheLogin() throws SQLException {
        try (Connection connection = SERVER.connect()) {
            assertThat(connection.getCatalog()).isEqualTo("DB");
            assertThat(connection.getSchema()).isEqualTo("S");
        }
    }

    @Test
    void theSecretIsInNoTextTheServerGivesOfItself() {
        String secret = SERVER.server().properties().getProperty("password");
        assertThat(SERVER.server().jdbcUrl()).doesNotContain(secret);
        assertThat(SERVER.server().toString()).doesNotContain(secret);
    }
}
