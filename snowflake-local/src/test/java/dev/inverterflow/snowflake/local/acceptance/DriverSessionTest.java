package dev.inverterflow.snowflake.local.acceptance;

import static dev.inverterflow.snowflake.local.acceptance.LocalServer.column;
import static dev.inverterflow.snowflake.local.acceptance.LocalServer.execute;
import static dev.inverterflow.snowflake.local.acceptance.LocalServer.update;
import static dev.inverterflow.snowflake.local.acceptance.LocalServer.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The life of a session as a driver leads it: renewed, kept alive, asked again after a lost answer, ended. */
@Tag("driver")
class DriverSessionTest {

    @RegisterExtension
    static final LocalServer SERVER = new LocalServer();

    private Connection connection;

    @BeforeEach
    void connect() throws SQLException {
        SERVER.server().faults().loseAnswers(0);
        connection = SERVER.connect();
    }

    @AfterEach
    void disconnect() throws SQLException {
        connection.close();
    }

    @Test
    void anExpiredTokenIsRenewedAndTheSessionGoesOn() throws SQLException {
        String session = value(connection, "select current_session()");
        execute(connection, "create temporary table mine (v int)", "begin", "insert into mine values (1)");

        SERVER.server().faults().expireTokens();

        assertThat(value(connection, "select current_session()")).isEqualTo(session);
        SERVER.server().faults().expireTokens();
        assertThat(update(connection, "insert into mine values (2)")).isEqualTo(1);
        execute(connection, "rollback");
        assertThat(value(connection, "select count(*) from mine"))
                .as("the transaction outlived the token")
                .isEqualTo("0");
    }

    @Test
    void theHeartbeatRenewsAnExpiredTokenToo() throws SQLException {
        String session = value(connection, "select current_session()");

        SERVER.server().faults().expireTokens();

        assertThat(connection.isValid(5)).as("the driver asks by a heartbeat").isTrue();
        assertThat(value(connection, "select current_session()")).isEqualTo(session);
    }

    @Test
    void aStatementWhoseAnswerIsLostRunsOnce() throws SQLException {
        execute(connection, "create or replace table once (v int)");

        SERVER.server().faults().loseAnswers(1);
        assertThat(update(connection, "insert into once values (1), (2)")).isEqualTo(2);
        SERVER.server().faults().loseAnswers(2);
        try (PreparedStatement insert = connection.prepareStatement("insert into once values (?)")) {
            for (int v = 3; v <= 5; v++) {
                insert.setInt(1, v);
                insert.addBatch();
            }
            assertThat(insert.executeBatch()).hasSize(3);
        }

        assertThat(value(connection, "select listagg(v, ',') within group (order by v) from once"))
                .isEqualTo("1,2,3,4,5");
    }

    @Test
    void aFailureWhoseAnswerIsLostIsTheSameFailure() throws SQLException {
        SERVER.server().faults().loseAnswers(1);

        assertThatThrownBy(() -> value(connection, "select * from nowhere"))
                .isInstanceOfSatisfying(
                        SQLException.class,
                        failure -> assertThat(failure.getErrorCode()).isEqualTo(2003));
    }

    /** As the page on session variables sets them at connection. */
    @Test
    void propertiesWithADollarSignAreVariablesOfTheSession() throws SQLException {
        Properties properties = SERVER.properties();
        properties.setProperty("$variable_1", "some example");
        properties.setProperty("$variable_2", "1");
        properties.setProperty("variable_3", "no variable");
        try (Connection own = SERVER.connect(properties)) {
            assertThat(value(own, "select $variable_1 || $variable_2")).isEqualTo("some example1");
            assertThat(column(own, "show variables", "name")).containsExactly("VARIABLE_1", "VARIABLE_2");
            assertThat(column(own, "show variables", "type")).containsExactly("text", "text");
        }
        assertThatThrownBy(() -> value(connection, "select $variable_1")).isInstanceOf(SQLException.class);
    }

    /** Real sessions stage large batches; here the driver is never told to, whatever the threshold is set to. */
    @Test
    void aBatchComesWithItsRequestWhateverTheThresholdForStages() throws SQLException {
        execute(
                connection,
                "create or replace table batch (v int)",
                "alter session set client_stage_array_binding_threshold = 1");
        try (PreparedStatement insert = connection.prepareStatement("insert into batch values (?)")) {
            for (int v = 1; v <= 3; v++) {
                insert.setInt(1, v);
                insert.addBatch();
            }
            assertThat(insert.executeBatch()).hasSize(3);
        }
        assertThat(value(connection, "select sum(v) from batch")).isEqualTo("6");
    }

    @Test
    void metaDataKeepToTheCurrentSchemaIfTheSessionWantsIt() throws SQLException {
        execute(
                connection,
                "create or replace schema beside",
                "create table there (v int)",
                "use schema s",
                "create or replace table here (v int)",
                "alter session set client_metadata_request_use_connection_ctx = true");
        try (ResultSet tables = connection.getMetaData().getTables(null, null, "%HERE", null)) {
            assertThat(tables.next()).isTrue();
            assertThat(tables.getString("TABLE_NAME")).isEqualTo("HERE");
            assertThat(tables.next()).isFalse();
        }
        assertThatThrownBy(() ->
                        execute(connection, "alter session set client_session_keep_alive_heartbeat_frequency = 899"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("899");
    }

    @Test
    void closingAConnectionEndsItsSessionWithWhatItHeld() throws SQLException {
        execute(connection, "create or replace table held (v int)", "insert into held values (1)");
        Connection holder = SERVER.connect();
        String session = value(holder, "select current_session()");
        execute(holder, "create temporary table only_here (v int)", "begin", "update held set v = 2");

        holder.close();

        execute(connection, "alter session set lock_timeout = 5");
        assertThat(update(connection, "update held set v = v + 10")).isEqualTo(1);
        assertThat(value(connection, "select v from held")).as("rolled back").isEqualTo("11");
        assertThat(value(connection, "select count(*) from information_schema.tables where table_name = 'ONLY_HERE'"))
                .isEqualTo("0");
        assertThat(value(connection, "select system$cancel_all_queries(" + session + ")"))
                .isEqualTo("0 cancelled.");
    }
}
