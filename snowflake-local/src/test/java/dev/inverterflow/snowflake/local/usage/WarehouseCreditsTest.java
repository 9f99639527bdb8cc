package dev.inverterflow.snowflake.local.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.inverterflow.snowflake.local.MovingClockServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What WAREHOUSE_METERING_HISTORY says of the statements that ran. */
@Tag("driver")
class WarehouseCreditsTest {
    private MovingClockServer server;
    private Connection reader;

    @BeforeEach
    void start() throws SQLException {
        server = MovingClockServer.start();
        server.execute("CREATE TABLE t (v INTEGER)");
        reader = server.connect();
    }

    @AfterEach
    void stop() throws SQLException {
        reader.close();
        server.close();
    }

    @Test
    void aQueryStartsTheWarehouseAndDefinitionsDoNot() throws SQLException {
        server.execute("CREATE WAREHOUSE wh WAREHOUSE_SIZE = MEDIUM AUTO_SUSPEND = 90 INITIALLY_SUSPENDED = TRUE");
        server.execute("CREATE TABLE u (v INTEGER)");
        server.execute("SHOW TABLES");
        server.execute("SELECT CURRENT_WAREHOUSE()");
        server.clock().advance(Duration.ofMinutes(10));
        assertThat(hours()).isEmpty();

        server.execute("INSERT INTO t VALUES (1)");
        server.clock().advance(Duration.ofMinutes(10));

        assertThat(hours())
                .as("90 s at four credits an hour")
                .containsExactly(List.of("WH", "2026-11-23T06:00Z", "0.100000000", "0.000000000"));
        server.execute("CREATE TABLE copied AS SELECT * FROM t");
        server.clock().advance(Duration.ofMinutes(10));
        assertThat(hours()).containsExactly(List.of("WH", "2026-11-23T06:00Z", "0.200000000", "0.000000000"));
    }

    @Test
    void aWarehouseRunsFromItsCreationUntilItIsSuspended() throws SQLException {
        server.execute("CREATE WAREHOUSE wh AUTO_SUSPEND = NULL");
        server.clock().advance(Duration.ofMinutes(90));
        server.execute("ALTER WAREHOUSE wh SUSPEND");
        server.clock().advance(Duration.ofHours(3));
        server.execute("CREATE WAREHOUSE IF NOT EXISTS wh");
        server.clock().advance(Duration.ofHours(1));

        assertThat(hours())
                .containsExactly(
                        List.of("WH", "2026-11-23T06:00Z", "1.000000000", "0.000000000"),
                        List.of("WH", "2026-11-23T07:00Z", "0.500000000", "0.000000000"));
        server.execute("ALTER WAREHOUSE wh RESUME");
        server.clock().advance(Duration.ofMinutes(15));
        server.execute("DROP WAREHOUSE wh");
        server.clock().advance(Duration.ofHours(1));
        assertThat(hours())
                .hasSize(3)
                .last()
                .isEqualTo(List.of("WH", "2026-11-23T11:00Z", "0.250000000", "0.000000000"));
    }

    @Test
    void aTaskRunsOnTheWarehouseItHasAndAServerlessOneOnNone() throws SQLException {
        server.execute("CREATE WAREHOUSE wh AUTO_SUSPEND = 60 INITIALLY_SUSPENDED = TRUE");
        server.execute("CREATE TASK on_it WAREHOUSE = wh AS INSERT INTO t VALUES (1)");
        server.execute("CREATE TASK serverless AS INSERT INTO t VALUES (1)");
        server.execute("EXECUTE TASK serverless");
        await().until(server::idle);
        assertThat(hours()).isEmpty();

        server.execute("EXECUTE TASK on_it");
        await().until(server::idle);
        server.clock().advance(Duration.ofMinutes(36));

        assertThat(hours()).containsExactly(List.of("WH", "2026-11-23T06:00Z", "0.016666667", "0.000000000"));
    }

    @Test
    void aTaskNeedsTheWarehouseThatItNamesAndItsOwnersRightToUseIt() throws SQLException {
        server.execute("CREATE WAREHOUSE wh INITIALLY_SUSPENDED = TRUE");
        server.execute("CREATE ROLE runner");
        server.execute("GRANT USAGE ON DATABASE db TO ROLE runner");
        server.execute("GRANT USAGE, CREATE TASK ON SCHEMA sc TO ROLE runner");
        server.execute("GRANT EXECUTE TASK ON ACCOUNT TO ROLE runner");
        server.execute("GRANT INSERT ON TABLE t TO ROLE runner");
        server.execute("GRANT USAGE ON WAREHOUSE wh TO ROLE runner");
        server.execute("GRANT ROLE runner TO ROLE accountadmin");
        server.execute("USE ROLE runner");
        server.execute("CREATE TASK k WAREHOUSE = wh AS INSERT INTO t VALUES (1)");
        assertThat(lastRun()).isEqualTo(List.of("SUCCEEDED", "null"));

        server.execute("REVOKE USAGE ON WAREHOUSE wh FROM ROLE runner");
        assertThat(lastRun()).first().isEqualTo("FAILED");

        server.execute("GRANT USAGE ON WAREHOUSE wh TO ROLE runner");
        assertThat(lastRun()).first().isEqualTo("SUCCEEDED");
        server.execute("DROP WAREHOUSE wh");
        assertThat(lastRun()).last().asString().startsWith("No active warehouse selected");
    }

    /** State and error of a run of the task K; afterwards the session is the administrator's. */
    private List<String> lastRun() throws SQLException {
        server.execute("USE ROLE accountadmin");
        server.clock().advance(Duration.ofMinutes(1));
        server.execute("EXECUTE TASK k");
        await().until(server::idle);
        return MovingClockServer.rows(
                        reader,
                        "SELECT STATE, NVL(ERROR_MESSAGE, 'null') FROM TABLE(DB.INFORMATION_SCHEMA.TASK_HISTORY())"
                                + " WHERE STATE <> 'SCHEDULED' ORDER BY QUERY_START_TIME DESC LIMIT 1")
                .get(0);
    }

    @Test
    void oneThatHasBeenIdleForLongIsShownSuspendedUntilItIsNeeded() throws SQLException {
        server.execute("CREATE WAREHOUSE wh AUTO_SUSPEND = 90");
        server.clock().advance(Duration.ofSeconds(89));
        assertThat(state()).isEqualTo("STARTED");
        server.clock().advance(Duration.ofSeconds(1));
        assertThat(state()).isEqualTo("SUSPENDED");
        assertThatThrownBy(() -> server.execute("ALTER WAREHOUSE wh SUSPEND"))
                .hasMessageContaining("cannot be suspended");

        server.execute("INSERT INTO t VALUES (1)");
        assertThat(state()).isEqualTo("STARTED");
        assertThatThrownBy(() -> server.execute("ALTER WAREHOUSE wh RESUME")).hasMessageContaining("cannot be resumed");
        server.execute("ALTER WAREHOUSE wh RESUME IF SUSPENDED");
    }

    private String state() throws SQLException {
        var row = server.rows("SHOW WAREHOUSES LIKE 'wh'").get(0);
        assertThat(row.get(6)).as("started clusters").isEqualTo(row.get(1).equals("STARTED") ? "1" : "0");
        return row.get(1);
    }

    @Test
    void aChangeThatIsRefusedIsNotMetered() throws SQLException {
        server.execute("CREATE WAREHOUSE other INITIALLY_SUSPENDED = TRUE");
        server.execute("CREATE WAREHOUSE wh AUTO_SUSPEND = NULL");
        assertThatThrownBy(() -> server.execute("ALTER WAREHOUSE wh RENAME TO other"))
                .hasMessageContaining("already exists");
        server.clock().advance(Duration.ofHours(1));
        server.execute("ALTER WAREHOUSE wh RENAME TO renamed");
        server.clock().advance(Duration.ofHours(1));

        assertThat(hours()).containsExactly(List.of("WH", "2026-11-23T06:00Z", "1.000000000", "0.000000000"));
        assertThat(MovingClockServer.rows(
                        reader,
                        "SELECT CREDITS_USED_COMPUTE FROM SNOWFLAKE.ACCOUNT_USAGE.WAREHOUSE_METERING_HISTORY"
                                + " WHERE WAREHOUSE_NAME = 'RENAMED'"))
                .containsExactly(List.of("1.000000000"));
    }

    @Test
    void anHourThatWasToldTakesThePlaceOfWhatRan() throws SQLException {
        server.execute("CREATE WAREHOUSE wh");
        server.snowflake().metering().warehouseHour(server.clock().instant(), "wh", 0.5, 0.125);
        server.clock().advance(Duration.ofHours(2));

        assertThat(hours()).containsExactly(List.of("WH", "2026-11-23T06:00Z", "0.500000000", "0.125000000"));
    }

    /** Of WH alone: the question itself starts the warehouse of the session that asks. */
    private List<List<String>> hours() throws SQLException {
        return MovingClockServer.rows(
                reader,
                "SELECT WAREHOUSE_NAME, TO_VARCHAR(CONVERT_TIMEZONE('UTC', START_TIME), 'YYYY-MM-DD\"T\"HH24:MI\"Z\"'),"
                        + " CREDITS_USED_COMPUTE, CREDITS_ATTRIBUTED_COMPUTE_QUERIES"
                        + " FROM SNOWFLAKE.ACCOUNT_USAGE.WAREHOUSE_METERING_HISTORY WHERE WAREHOUSE_NAME = 'WH' ORDER BY START_TIME");
    }
}
