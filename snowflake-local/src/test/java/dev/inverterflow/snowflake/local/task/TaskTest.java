package dev.inverterflow.snowflake.local.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.inverterflow.snowflake.local.MovingServer;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tasks through the driver, on a clock a thousand times faster. */
class TaskTest {
    private static final String TRIGGERED = """
            CREATE TASK consume
              USER_TASK_MANAGED_INITIAL_WAREHOUSE_SIZE = 'XSMALL'
              TIMEZONE = 'UTC', QUERY_TAG = 'a tag'
              USER_TASK_MINIMUM_TRIGGER_INTERVAL_IN_SECONDS = 10
              TARGET_COMPLETION_INTERVAL = '5 MINUTES'
              WHEN SYSTEM$STREAM_HAS_DATA('S')
            AS INSERT INTO sink SELECT v FROM s""";

    private MovingServer server;

    @BeforeEach
    void start() throws Exception {
        server = MovingServer.start();
        server.execute("CREATE TABLE t (v INTEGER)");
        server.execute("CREATE TABLE sink (v INTEGER)");
        server.execute("CREATE STREAM s ON TABLE t APPEND_ONLY = TRUE");
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    @Test
    void aTriggeredTaskRunsWhenItsStreamHasDataAndOnlyThen() throws Exception {
        server.execute(TRIGGERED);
        server.execute("ALTER TASK consume RESUME");

        server.execute("INSERT INTO t VALUES (1)");
        await().until(() -> server.rows("SELECT v FROM sink"), rows -> rows.equals(List.of(List.of("1"))));
        server.execute("INSERT INTO t VALUES (2)");
        await().until(() -> server.rows("SELECT v FROM sink").size(), count -> count == 2);
        await().until(server::idle);

        assertThat(history())
                .containsExactly(
                        List.of("CONSUME", "SUCCEEDED", "TRIGGER"), List.of("CONSUME", "SUCCEEDED", "TRIGGER"));
    }

    @Test
    void aTaskIsSuspendedUntilItIsResumed() throws Exception {
        server.execute(TRIGGERED);
        server.execute("INSERT INTO t VALUES (1)");
        assertThat(state()).isEqualTo("suspended");
        assertThat(server.idle()).isTrue();

        server.execute("ALTER TASK consume RESUME");

        await().until(() -> server.rows("SELECT v FROM sink").size(), count -> count == 1);
        assertThat(state()).isEqualTo("started");
        server.execute("ALTER TASK consume SUSPEND");
        assertThat(state()).isEqualTo("suspended");
    }

    @Test
    void aRunHasThePrivilegesThatItsOwnerHasThen() throws Exception {
        server.execute("CREATE ROLE runner");
        server.execute("GRANT USAGE ON WAREHOUSE compute_wh TO ROLE runner");
        server.execute("GRANT USAGE ON DATABASE db TO ROLE runner");
        server.execute("GRANT USAGE, CREATE TASK ON SCHEMA sc TO ROLE runner");
        server.execute("GRANT EXECUTE TASK, EXECUTE MANAGED TASK ON ACCOUNT TO ROLE runner");
        server.execute("GRANT INSERT ON TABLE sink TO ROLE runner");
        server.execute("USE ROLE runner");
        server.execute("CREATE TASK theirs SCHEDULE = '60 MINUTES' AS INSERT INTO sink VALUES (1)");
        server.execute("EXECUTE TASK theirs");
        await().until(
                        () -> server.rows("SELECT STATE FROM TABLE(INFORMATION_SCHEMA.TASK_HISTORY())"),
                        rows -> rows.equals(List.of(List.of("SUCCEEDED"))));

        server.execute("USE ROLE accountadmin");
        server.execute("REVOKE INSERT ON TABLE sink FROM ROLE runner");
        server.execute("USE ROLE runner");
        server.execute("EXECUTE TASK theirs");

        await().untilAsserted(() -> assertThat(server.rows(
                        "SELECT ERROR_MESSAGE FROM TABLE(INFORMATION_SCHEMA.TASK_HISTORY()) WHERE STATE = 'FAILED'"))
                .hasSize(1)
                .first()
                .asString()
                .contains("SINK", "not authorized"));
        server.execute("USE ROLE accountadmin");
        assertThat(server.rows("SELECT v FROM sink")).hasSize(1);
    }

    @Test
    void aScheduledTaskRunsAgainAndAgain() throws Exception {
        server.execute("CREATE TASK tick SCHEDULE = '1 MINUTE' AS INSERT INTO sink VALUES (1)");
        server.execute("ALTER TASK tick RESUME");

        await().until(() -> server.rows("SELECT v FROM sink").size(), count -> count >= 3);
        server.execute("ALTER TASK tick SUSPEND");
    }

    @Test
    void executeTaskRunsASuspendedTaskOnce() throws Exception {
        server.execute("CREATE TASK once AS INSERT INTO sink VALUES (1)");

        server.execute("EXECUTE TASK once");

        await().until(() -> server.rows("SELECT v FROM sink").size(), count -> count == 1);
        await().until(server::idle);
        assertThat(history()).containsExactly(List.of("ONCE", "SUCCEEDED", "EXECUTE_TASK"));
    }

    @Test
    void aTaskRunsWithItsOwnSessionParametersAndItsOwnersRole() throws Exception {
        server.execute("CREATE TABLE seen (zone VARCHAR, role VARCHAR)");
        server.execute("CREATE TASK look TIMEZONE = 'Asia/Tokyo' AS INSERT INTO seen"
                + " SELECT TO_CHAR('2026-01-01 00:00:00 +00:00'::TIMESTAMP_LTZ, 'HH24'), CURRENT_ROLE()");

        server.execute("EXECUTE TASK look");

        await().until(
                        () -> server.rows("SELECT * FROM seen"),
                        rows -> rows.equals(List.of(List.of("09", "ACCOUNTADMIN"))));
    }

    @Test
    void failuresAreRecordedAndSuspendTheTaskInTheEnd() throws Exception {
        server.execute("CREATE TASK broken SCHEDULE = '1 MINUTE' SUSPEND_TASK_AFTER_NUM_FAILURES = 2"
                + " AS INSERT INTO sink SELECT 'x'::INTEGER");
        server.execute("ALTER TASK broken RESUME");

        await().until(this::state, "suspended"::equals);

        assertThat(server.rows("SHOW TASKS").get(0).get(21)).isEqualTo("SUSPENDED_DUE_TO_ERRORS");
        assertThat(server.rows("SELECT STATE, ERROR_CODE, ERROR_MESSAGE"
                        + " FROM TABLE(INFORMATION_SCHEMA.TASK_HISTORY(TASK_NAME => 'BROKEN', ERROR_ONLY => TRUE))"))
                .as("no third run begins between the second failure and the suspension")
                .containsExactly(
                        List.of("FAILED_AND_AUTO_SUSPENDED", "100038", "Numeric value 'x' is not recognized"),
                        List.of("FAILED", "100038", "Numeric value 'x' is not recognized"));
    }

    @Test
    void aRunThatTakesTooLongIsStopped() throws Exception {
        server.execute("CREATE TASK slow USER_TASK_TIMEOUT_MS = 100 AS INSERT INTO sink"
                + " SELECT COUNT(*) FROM (SELECT SEQ4() AS n FROM TABLE(GENERATOR(ROWCOUNT => 300000))) a"
                + " JOIN (SELECT SEQ4() AS n FROM TABLE(GENERATOR(ROWCOUNT => 300000))) b ON a.n * b.n = 7");

        server.execute("EXECUTE TASK slow");

        await().until(server::idle);
        assertThat(server.rows("SELECT STATE, ERROR_CODE, ERROR_MESSAGE FROM TABLE(INFORMATION_SCHEMA.TASK_HISTORY())"))
                .containsExactly(List.of(
                        "FAILED",
                        "630",
                        "Statement reached its statement or warehouse timeout of 1 second(s) and was canceled."));
        assertThat(server.rows("SELECT v FROM sink")).isEmpty();
    }

    @Test
    void aServerThatStopsDoesNotWaitForALongRun() throws Exception {
        server.execute("CREATE TASK slow AS INSERT INTO sink"
                + " SELECT COUNT(*) FROM (SELECT SEQ4() AS n FROM TABLE(GENERATOR(ROWCOUNT => 300000))) a"
                + " JOIN (SELECT SEQ4() AS n FROM TABLE(GENERATOR(ROWCOUNT => 300000))) b ON a.n * b.n = 7");
        server.execute("EXECUTE TASK slow");
        await().until(() -> !server.idle());

        assertTimeoutPreemptively(Duration.ofMinutes(1), server::close);
        server = MovingServer.start();
    }

    @Test
    void oneTaskNeverRunsTwiceAtTheSameTimeAndOnlyTheLastRequestWaits() throws Exception {
        server.execute("CREATE TABLE seen (before INTEGER)");
        server.execute("CREATE TASK once AS INSERT INTO seen SELECT COUNT(*) FROM seen");

        for (int run = 0; run < 5; run++) {
            server.execute("EXECUTE TASK once");
        }

        await().until(server::idle);
        var seen = server.rows("SELECT before FROM seen ORDER BY 1");
        assertThat(seen).as("requests made while one waits take its place").hasSizeBetween(2, 5);
        for (int run = 0; run < seen.size(); run++) {
            assertThat(seen.get(run))
                    .as("each run saw all that the runs before it had committed")
                    .containsExactly(String.valueOf(run));
        }
    }

    @Test
    void serverlessRunsCostCreditsByTheirSeconds() throws Exception {
        server.execute("CREATE TASK once USER_TASK_MANAGED_INITIAL_WAREHOUSE_SIZE = 'SMALL'"
                + " AS INSERT INTO sink VALUES (1)");
        server.execute("EXECUTE TASK once");
        await().until(server::idle);

        assertThat(server.rows("""
                        SELECT h.TASK_NAME, ABS(h.CREDITS_USED::FLOAT - 0.9 * 2 / 3600 *
                            DATEDIFF(MILLISECOND, r.QUERY_START_TIME, r.COMPLETED_TIME) / 1000) < 0.0000001
                        FROM SNOWFLAKE.ACCOUNT_USAGE.SERVERLESS_TASK_HISTORY h
                        JOIN SNOWFLAKE.ACCOUNT_USAGE.TASK_HISTORY r ON r.NAME = h.TASK_NAME""")).containsExactly(List.of("ONCE", "TRUE"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "USER_TASK_MINIMUM_TRIGGER_INTERVAL_IN_SECONDS = 9 TARGET_COMPLETION_INTERVAL = '1 MINUTE' WHEN SYSTEM$STREAM_HAS_DATA('S')"
                        + "| USER_TASK_MINIMUM_TRIGGER_INTERVAL_IN_SECONDS = 10 TARGET_COMPLETION_INTERVAL = '1 MINUTE' WHEN SYSTEM$STREAM_HAS_DATA('S')",
                "USER_TASK_MINIMUM_TRIGGER_INTERVAL_IN_SECONDS = 604801 TARGET_COMPLETION_INTERVAL = '1 MINUTE' WHEN SYSTEM$STREAM_HAS_DATA('S')"
                        + "| USER_TASK_MINIMUM_TRIGGER_INTERVAL_IN_SECONDS = 604800 TARGET_COMPLETION_INTERVAL = '1 MINUTE' WHEN SYSTEM$STREAM_HAS_DATA('S')",
                "WHEN SYSTEM$STREAM_HAS_DATA('S') | TARGET_COMPLETION_INTERVAL = '1 MINUTE' WHEN SYSTEM$STREAM_HAS_DATA('S')",
                "SCHEDULE = '5 SECONDS' | SCHEDULE = '10 SECONDS'",
                "SCHEDULE = '1 MINUTE' WHEN 1 = UNIFORM(1, 2, RANDOM()) | SCHEDULE = '1 MINUTE' WHEN NOT SYSTEM$STREAM_HAS_DATA('S')",
                "AUTOCOMMIT = FALSE | TIMEZONE = 'UTC'",
                "NO_SUCH_PARAMETER = 1 | LOCK_TIMEOUT = 1",
                "SERVERLESS_TASK_MAX_STATEMENT_SIZE = 'SMALL' | USER_TASK_MANAGED_INITIAL_WAREHOUSE_SIZE = 'SMALL' SERVERLESS_TASK_MAX_STATEMENT_SIZE = 'SMALL'",
            })
    void whatSnowflakeRefusesIsRefusedBesideWhatItTakes(String refused, String accepted) throws SQLException {
        assertThatThrownBy(() -> server.execute("CREATE TASK x " + refused + " AS INSERT INTO sink VALUES (1)"))
                .isInstanceOf(SQLException.class);
        server.execute("CREATE TASK x " + accepted + " AS INSERT INTO sink VALUES (1)");
    }

    private String state() throws SQLException {
        return server.rows("SHOW TASKS").get(0).get(10);
    }

    private List<List<String>> history() throws SQLException {
        return server.rows("SELECT NAME, STATE, SCHEDULED_FROM FROM TABLE(INFORMATION_SCHEMA.TASK_HISTORY())");
    }
}
