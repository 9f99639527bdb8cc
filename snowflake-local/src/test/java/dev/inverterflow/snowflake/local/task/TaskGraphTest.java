package dev.inverterflow.snowflake.local.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.inverterflow.snowflake.local.MovingClockServer;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Graphs of tasks through the driver, on a clock that stands still until it is moved. */
@Tag("driver")
class TaskGraphTest {
    private static final String SLOW = "INSERT INTO log SELECT 'SLOW', COUNT(*)::VARCHAR FROM"
            + " (SELECT SEQ4() AS n FROM TABLE(GENERATOR(ROWCOUNT => 300000))) a"
            + " JOIN (SELECT SEQ4() AS n FROM TABLE(GENERATOR(ROWCOUNT => 300000))) b ON a.n * b.n = 7";

    private MovingClockServer server;

    @BeforeEach
    void start() throws Exception {
        server = MovingClockServer.start();
        server.execute("CREATE TABLE log (task VARCHAR, value VARCHAR)");
        server.execute("CREATE TABLE t (v INTEGER)");
        server.execute("CREATE STREAM s ON TABLE t APPEND_ONLY = TRUE");
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    @Test
    void childrenRunAfterTheirPredecessorsAndTheFinalizerLast() throws Exception {
        task("root", "SCHEDULE = '60 MINUTES'");
        task("a", "AFTER root");
        task("b", "AFTER root");
        task("both", "AFTER a, b");
        task("last", "FINALIZE = root");
        enableAll();

        pass(Duration.ofHours(1));

        assertThat(logged())
                .startsWith("ROOT")
                .endsWith("BOTH", "LAST")
                .contains("A", "B")
                .hasSize(5);
        assertThat(server.rows("SELECT COUNT(DISTINCT GRAPH_RUN_GROUP_ID), COUNT(DISTINCT ROOT_TASK_ID), MIN(STATE),"
                        + " MAX(STATE), MIN(SCHEDULED_FROM), COUNT(*), COUNT(DISTINCT RUN_ID)"
                        + " FROM TABLE(INFORMATION_SCHEMA.TASK_HISTORY()) WHERE STATE <> 'SCHEDULED'"))
                .containsExactly(List.of("1", "1", "SUCCEEDED", "SUCCEEDED", "SCHEDULE", "5", "1"));
        assertThat(server.rows("SELECT ROOT_TASK_NAME, STATE, ATTEMPT_NUMBER, GRAPH_VERSION,"
                        + " SCHEDULED_TIME = '2026-11-23 07:00:00 +00:00'::TIMESTAMP_LTZ,"
                        + " NEXT_SCHEDULED_TIME = '2026-11-23 08:00:00 +00:00'::TIMESTAMP_LTZ"
                        + " FROM TABLE(INFORMATION_SCHEMA.COMPLETE_TASK_GRAPHS())"))
                .containsExactly(List.of("ROOT", "SUCCEEDED", "1", "1", "TRUE", "TRUE"));
        assertThat(server.rows("SELECT ROOT_TASK_NAME, STATE,"
                        + " SCHEDULED_TIME = '2026-11-23 08:00:00 +00:00'::TIMESTAMP_LTZ"
                        + " FROM TABLE(INFORMATION_SCHEMA.CURRENT_TASK_GRAPHS())"))
                .containsExactly(List.of("ROOT", "SCHEDULED", "TRUE"));
    }

    @Test
    void aFailureEndsItsBranchAndTheFinalizerRunsNevertheless() throws Exception {
        task("root", "SCHEDULE = '60 MINUTES'");
        server.execute("CREATE TASK broken AFTER root AS INSERT INTO log SELECT 'x', 'y'::INTEGER::VARCHAR");
        task("after_broken", "AFTER broken");
        task("beside", "AFTER root");
        task("last", "FINALIZE = root");
        enableAll();

        pass(Duration.ofHours(1));

        assertThat(logged()).containsExactlyInAnyOrder("ROOT", "BESIDE", "LAST").endsWith("LAST");
        assertThat(server.rows("SELECT STATE, FIRST_ERROR_TASK_NAME, FIRST_ERROR_CODE, FIRST_ERROR_MESSAGE"
                        + " FROM TABLE(INFORMATION_SCHEMA.COMPLETE_TASK_GRAPHS(ERROR_ONLY => TRUE))"))
                .containsExactly(List.of("FAILED", "BROKEN", "100038", "Numeric value 'y' is not recognized"));
    }

    @Test
    void aFailedGraphIsTriedAgainFromWhatFailed() throws Exception {
        task("root", "SCHEDULE = '60 MINUTES' TASK_AUTO_RETRY_ATTEMPTS = 2");
        server.execute("CREATE TASK child AFTER root AS INSERT INTO missing VALUES (1)");
        server.execute("CREATE TASK last FINALIZE = root AS CREATE TABLE IF NOT EXISTS missing (v INTEGER)");
        enableAll();

        pass(Duration.ofHours(1));

        assertThat(logged())
                .as("the root succeeded at once and does not run again")
                .containsExactly("ROOT");
        assertThat(server.rows("SELECT v FROM missing")).containsExactly(List.of("1"));
        assertThat(server.rows("SELECT NAME, STATE, ATTEMPT_NUMBER, SCHEDULED_FROM"
                        + " FROM TABLE(INFORMATION_SCHEMA.TASK_HISTORY()) WHERE STATE <> 'SCHEDULED'"
                        + " ORDER BY ATTEMPT_NUMBER, NAME"))
                .containsExactly(
                        List.of("CHILD", "FAILED", "1", "SCHEDULE"),
                        List.of("LAST", "SUCCEEDED", "1", "SCHEDULE"),
                        List.of("ROOT", "SUCCEEDED", "1", "SCHEDULE"),
                        List.of("CHILD", "SUCCEEDED", "2", "AUTOMATIC RETRY"),
                        List.of("LAST", "SUCCEEDED", "2", "AUTOMATIC RETRY"));
        assertThat(server.rows("SELECT STATE, ATTEMPT_NUMBER FROM TABLE(INFORMATION_SCHEMA.COMPLETE_TASK_GRAPHS())"
                        + " ORDER BY ATTEMPT_NUMBER"))
                .containsExactly(List.of("FAILED", "1"), List.of("SUCCEEDED", "2"));
    }

    @Test
    void aFailedGraphIsTriedAgainByHandUnlessItWasChanged() throws Exception {
        task("root", "");
        server.execute("CREATE TASK child AFTER root AS INSERT INTO missing VALUES (1)");
        server.execute("ALTER TASK child RESUME");
        server.execute("EXECUTE TASK root");
        await().until(server::idle);
        server.execute("CREATE TABLE missing (v INTEGER)");

        server.execute("EXECUTE TASK root RETRY LAST");

        await().until(server::idle);
        assertThat(logged()).containsExactly("ROOT");
        assertThat(server.rows("SELECT v FROM missing")).hasSize(1);
        assertThat(server.rows("SELECT SCHEDULED_FROM FROM TABLE(INFORMATION_SCHEMA.TASK_HISTORY())"
                        + " WHERE NAME = 'CHILD' AND STATE = 'SUCCEEDED'"))
                .containsExactly(List.of("MANUAL RETRY"));
        assertThatThrownBy(() -> server.execute("EXECUTE TASK root RETRY LAST"))
                .hasMessageContaining("its last run did not fail");

        pass(Duration.ofMinutes(1));
        server.execute("DROP TABLE missing");
        server.execute("EXECUTE TASK root");
        await().until(server::idle);
        var group = names("SELECT GRAPH_RUN_GROUP_ID FROM TABLE(INFORMATION_SCHEMA.TASK_HISTORY(RESULT_LIMIT => 1))")
                .get(0);
        server.execute("ALTER TASK child SET COMMENT = 'changed'");
        assertThatThrownBy(() -> server.execute("EXECUTE TASK root RETRY GRAPH RUN GROUP '" + group + "'"))
                .hasMessageContaining("the graph was modified since that run");
    }

    @Test
    void aSuspendedChildIsPassedOver() throws Exception {
        task("root", "");
        task("skipped", "AFTER root");
        task("behind", "AFTER skipped");
        task("a", "AFTER root");
        task("behind_both", "AFTER skipped, a");
        server.execute("ALTER TASK behind RESUME");
        server.execute("ALTER TASK a RESUME");
        server.execute("ALTER TASK behind_both RESUME");

        server.execute("EXECUTE TASK root");
        await().until(server::idle);

        assertThat(logged())
                .containsExactlyInAnyOrder("ROOT", "BEHIND", "A", "BEHIND_BOTH")
                .startsWith("ROOT");
    }

    @Test
    void returnValuesAndConditionsSteerAGraph() throws Exception {
        server.execute("CREATE TASK root SCHEDULE = '60 MINUTES' AS CALL SYSTEM$SET_RETURN_VALUE('0.1')");
        server.execute("CREATE TASK low AFTER root WHEN SYSTEM$GET_PREDECESSOR_RETURN_VALUE('ROOT')::FLOAT < 0.2"
                + " AS INSERT INTO log SELECT 'LOW', SYSTEM$GET_PREDECESSOR_RETURN_VALUE()");
        server.execute("CREATE TASK high AFTER root WHEN SYSTEM$GET_PREDECESSOR_RETURN_VALUE('ROOT')::FLOAT >= 0.2"
                + " AS INSERT INTO log SELECT 'HIGH', SYSTEM$GET_PREDECESSOR_RETURN_VALUE()");
        server.execute("CREATE TASK after_low AFTER low"
                + " AS INSERT INTO log SELECT 'AFTER_LOW', SYSTEM$GET_PREDECESSOR_RETURN_VALUE('ROOT')");
        task("after_high", "AFTER high");
        enableAll();

        pass(Duration.ofHours(1));

        assertThat(server.rows("SELECT task, value FROM log"))
                .containsExactlyInAnyOrder(List.of("LOW", "0.1"), List.of("AFTER_LOW", "0.1"));
        assertThat(server.rows("SELECT NAME, STATE, RETURN_VALUE FROM TABLE(INFORMATION_SCHEMA.TASK_HISTORY())"
                        + " WHERE STATE <> 'SCHEDULED' AND NAME IN ('ROOT', 'HIGH') ORDER BY NAME"))
                .containsExactly(Arrays.asList("HIGH", "SKIPPED", null), List.of("ROOT", "SUCCEEDED", "0.1"));
        assertThat(server.rows("SELECT STATE FROM TABLE(INFORMATION_SCHEMA.COMPLETE_TASK_GRAPHS())"))
                .containsExactly(List.of("SUCCEEDED"));
    }

    /** The example of docs.snowflake.com/en/sql-reference/sql/execute-task. */
    @Test
    void theConfigurationOfAGraphCanBeChangedForOneExecution() throws Exception {
        server.execute("""
                CREATE TASK root CONFIG = $${"environment": "production",
                  "output_paths": {"logs": "/prod/logs", "results": "/prod/results"}}$$
                AS INSERT INTO log SELECT SYSTEM$GET_TASK_GRAPH_CONFIG('environment'),
                  SYSTEM$GET_TASK_GRAPH_CONFIG('output_paths.logs') || SYSTEM$GET_TASK_GRAPH_CONFIG('output_paths.results')""");

        server.execute("EXECUTE TASK root USING CONFIG = $${\"output_paths\": {\"results\": \"/temp/testing\"}}$$");
        await().until(server::idle);
        server.execute("EXECUTE TASK root");
        await().until(server::idle);

        assertThat(server.rows("SELECT * FROM log"))
                .containsExactly(
                        List.of("production", "/prod/logs/temp/testing"),
                        List.of("production", "/prod/logs/prod/results"));
        assertThatThrownBy(() -> server.execute("EXECUTE TASK root USING CONFIG = 'no json'"))
                .hasMessageContaining("CONFIG must be a JSON object");
    }

    @Test
    void aRunKnowsItselfItsGraphAndTheLastRunThatSucceeded() throws Exception {
        server.execute("""
                CREATE TASK root SCHEDULE = '60 MINUTES' AS INSERT INTO log SELECT
                  SYSTEM$TASK_RUNTIME_INFO('CURRENT_TASK_NAME') || ' ' || SYSTEM$TASK_RUNTIME_INFO('CURRENT_ROOT_TASK_NAME'),
                  TO_CHAR(CONVERT_TIMEZONE('UTC',
                    SYSTEM$TASK_RUNTIME_INFO('CURRENT_TASK_GRAPH_ORIGINAL_SCHEDULED_TIMESTAMP')::TIMESTAMP_LTZ), 'HH24:MI')
                  || ' ' || COALESCE(TO_CHAR(CONVERT_TIMEZONE('UTC',
                    SYSTEM$TASK_RUNTIME_INFO('LAST_SUCCESSFUL_TASK_GRAPH_ORIGINAL_SCHEDULED_TIMESTAMP')::TIMESTAMP_LTZ), 'HH24:MI'), '-')""");
        enableAll();

        pass(Duration.ofHours(1));
        pass(Duration.ofHours(1));

        assertThat(server.rows("SELECT * FROM log ORDER BY value"))
                .containsExactly(List.of("ROOT ROOT", "07:00 -"), List.of("ROOT ROOT", "08:00 07:00"));
        assertThatThrownBy(() -> server.rows("SELECT SYSTEM$TASK_RUNTIME_INFO('CURRENT_TASK_NAME')"))
                .hasMessageContaining("must be called from within a task run");
    }

    @Test
    void aConditionThatDoesNotHoldSkipsAScheduledRun() throws Exception {
        task("root", "SCHEDULE = '60 MINUTES' WHEN SYSTEM$STREAM_HAS_DATA('S')");
        task("child", "AFTER root");
        task("last", "FINALIZE = root");
        enableAll();

        pass(Duration.ofHours(1));
        assertThat(logged()).isEmpty();
        assertThat(server.rows("SELECT NAME, STATE FROM TABLE(INFORMATION_SCHEMA.TASK_HISTORY())"
                        + " WHERE STATE <> 'SCHEDULED'"))
                .containsExactly(List.of("ROOT", "SKIPPED"));
        assertThat(server.rows("SELECT * FROM TABLE(INFORMATION_SCHEMA.COMPLETE_TASK_GRAPHS())"))
                .as("a run whose root was skipped is none")
                .isEmpty();

        server.execute("INSERT INTO t VALUES (1)");
        pass(Duration.ofHours(1));
        assertThat(logged()).containsExactly("ROOT", "CHILD", "LAST");
    }

    @Test
    void cronSchedulesGoByTheirOwnZone() throws Exception {
        task("daily", "SCHEDULE = 'USING CRON 30 8 * * * Asia/Tokyo'");
        enableAll("daily");

        // 08:30 in Tokyo is 23:30 UTC.
        pass(Duration.ofHours(17));
        assertThat(logged()).isEmpty();
        pass(Duration.ofMinutes(30));
        assertThat(logged()).containsExactly("DAILY");
        pass(Duration.ofDays(1));
        assertThat(logged()).containsExactly("DAILY", "DAILY");
    }

    @Test
    void aTriggeredTaskKeepsItsMinimumInterval() throws Exception {
        server.execute("CREATE TASK consume TARGET_COMPLETION_INTERVAL = '1 MINUTE'"
                + " USER_TASK_MINIMUM_TRIGGER_INTERVAL_IN_SECONDS = 60 WHEN SYSTEM$STREAM_HAS_DATA('S')"
                + " AS INSERT INTO log SELECT 'CONSUME', v FROM s");
        enableAll("consume");
        server.execute("INSERT INTO t VALUES (1)");
        await().until(() -> logged().size() == 1);

        server.execute("INSERT INTO t VALUES (2)");
        pass(Duration.ofSeconds(59));
        assertThat(logged()).hasSize(1);
        pass(Duration.ofSeconds(1));
        assertThat(logged()).hasSize(2);

        assertThat(server.rows("SELECT DATEDIFF(SECOND, MIN(SCHEDULED_TIME), MAX(SCHEDULED_TIME)), COUNT(*)"
                        + " FROM TABLE(INFORMATION_SCHEMA.TASK_HISTORY())"))
                .containsExactly(List.of("60", "2"));
    }

    @Test
    void anOverlappingRunStartsOnlyIfThePolicySaysSo() throws Exception {
        for (var policy : List.of("NO_OVERLAP", "ALLOW_CHILD_OVERLAP")) {
            var root = "root_" + policy;
            task(root, "SCHEDULE = '60 MINUTES' OVERLAP_POLICY = " + policy);
            server.execute("CREATE TASK slow_" + policy + " AFTER " + root + " AS " + SLOW);
            enableAll(root);
        }

        server.clock().advance(Duration.ofHours(1));
        await().until(() -> executing("SLOW_NO_OVERLAP") == 1 && executing("SLOW_ALLOW_CHILD_OVERLAP") == 1);
        server.clock().advance(Duration.ofHours(1));
        await().until(() -> executing("SLOW_ALLOW_CHILD_OVERLAP") == 2);

        assertThat(executing("SLOW_NO_OVERLAP")).isEqualTo(1);
        assertThat(server.rows("SELECT ROOT_TASK_NAME, STATE FROM TABLE(INFORMATION_SCHEMA.CURRENT_TASK_GRAPHS())"
                        + " WHERE STATE = 'EXECUTING' ORDER BY 1"))
                .containsExactly(
                        List.of("ROOT_ALLOW_CHILD_OVERLAP", "EXECUTING"),
                        List.of("ROOT_ALLOW_CHILD_OVERLAP", "EXECUTING"),
                        List.of("ROOT_NO_OVERLAP", "EXECUTING"));
        for (var policy : List.of("NO_OVERLAP", "ALLOW_CHILD_OVERLAP")) {
            server.execute("ALTER TASK root_" + policy + " SUSPEND");
            server.rows("SELECT SYSTEM$USER_TASK_CANCEL_ONGOING_EXECUTIONS('SLOW_" + policy + "')");
        }
        await().until(server::idle);
        assertThat(server.rows("SELECT DISTINCT STATE FROM TABLE(INFORMATION_SCHEMA.TASK_HISTORY(ERROR_ONLY => TRUE))"))
                .containsExactly(List.of("CANCELLED"));
        assertThat(server.rows("SELECT NAME, COUNT(*) FROM TABLE(INFORMATION_SCHEMA.TASK_HISTORY())"
                        + " WHERE NAME LIKE 'ROOT%' GROUP BY NAME ORDER BY NAME"))
                .containsExactly(List.of("ROOT_ALLOW_CHILD_OVERLAP", "2"), List.of("ROOT_NO_OVERLAP", "1"));
    }

    @Test
    void theTimeLimitOfTheRootIsThatOfTheGraphAndAChildsOwnComesFirst() throws Exception {
        task("root", "USER_TASK_TIMEOUT_MS = 600");
        server.execute("CREATE TASK slow AFTER root AS " + SLOW);
        server.execute("ALTER TASK slow RESUME");

        server.execute("EXECUTE TASK root");
        await().until(server::idle);

        assertThat(server.rows("SELECT NAME, STATE, ERROR_CODE FROM TABLE(INFORMATION_SCHEMA.TASK_HISTORY())"
                        + " ORDER BY NAME"))
                .containsExactly(Arrays.asList("ROOT", "SUCCEEDED", null), List.of("SLOW", "FAILED", "630"));
    }

    @Test
    void consecutiveFailuresOfAnyTaskSuspendTheRootAndASuccessStartsTheCountAgain() throws Exception {
        task("root", "SCHEDULE = '60 MINUTES' SUSPEND_TASK_AFTER_NUM_FAILURES = 2");
        task("child", "AFTER root");
        enableAll();

        server.snowflake().faults().failTaskRuns("child", 1, "ordered by the test");
        pass(Duration.ofHours(1));
        pass(Duration.ofHours(1));
        server.snowflake().faults().failTaskRuns("child", 5, "ordered by the test");
        pass(Duration.ofHours(1));
        assertThat(state("ROOT")).isEqualTo("started");
        pass(Duration.ofHours(1));

        assertThat(state("ROOT")).isEqualTo("suspended");
        assertThat(state("CHILD")).isEqualTo("started");
        pass(Duration.ofHours(1));
        assertThat(server.rows("SELECT STATE, ERROR_MESSAGE FROM TABLE(INFORMATION_SCHEMA.TASK_HISTORY("
                        + "TASK_NAME => 'CHILD')) ORDER BY SCHEDULED_TIME"))
                .containsExactly(
                        List.of("FAILED", "ordered by the test"),
                        Arrays.asList("SUCCEEDED", null),
                        List.of("FAILED", "ordered by the test"),
                        List.of("FAILED_AND_AUTO_SUSPENDED", "ordered by the test"));
        assertThat(server.rows("SELECT STATE, COUNT(*) FROM SNOWFLAKE.ACCOUNT_USAGE.TASK_HISTORY WHERE NAME = 'CHILD'"
                        + " GROUP BY STATE ORDER BY STATE"))
                .containsExactly(List.of("FAILED", "3"), List.of("SUCCEEDED", "1"));
    }

    @Test
    void aGraphThatRunsIsNotTouched() throws Exception {
        task("root", "SCHEDULE = '60 MINUTES'");
        task("child", "AFTER root");
        enableAll();

        for (var statement : List.of(
                "ALTER TASK root SET COMMENT = 'x'",
                "ALTER TASK child SET COMMENT = 'x'",
                "ALTER TASK child SUSPEND",
                "ALTER TASK child MODIFY AS SELECT 1",
                "ALTER TASK child REMOVE AFTER root",
                "CREATE TASK other AFTER root AS SELECT 1",
                "CREATE TASK other FINALIZE = root AS SELECT 1",
                "CREATE OR REPLACE TASK child AFTER root AS SELECT 1",
                "DROP TASK child")) {
            assertThatThrownBy(() -> server.execute(statement))
                    .as(statement)
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining(
                            "Unable to update graph with root task DB.SC.ROOT since that root task is not suspended.");
        }

        server.execute("ALTER TASK root SUSPEND");
        server.execute("ALTER TASK child MODIFY AS INSERT INTO log VALUES ('NEW', NULL)");
        server.execute("ALTER TASK root SET SCHEDULE = '30 MINUTES'");
        server.execute("ALTER TASK root RESUME");
        pass(Duration.ofMinutes(30));
        assertThat(logged()).containsExactly("ROOT", "NEW");
        assertThat(server.rows("SELECT GRAPH_VERSION FROM TABLE(INFORMATION_SCHEMA.COMPLETE_TASK_GRAPHS())"))
                .as("changed since it was first resumed")
                .containsExactly(List.of("2"));
    }

    @Test
    void aTriggeredTaskCanBeMadeOfAScheduledOne() throws Exception {
        task("consume", "SCHEDULE = '60 MINUTES'");

        server.execute("ALTER TASK consume SET TARGET_COMPLETION_INTERVAL = '5 MINUTES'");
        server.execute("ALTER TASK consume UNSET SCHEDULE");
        server.execute("ALTER TASK consume MODIFY WHEN SYSTEM$STREAM_HAS_DATA('S')");
        server.execute("ALTER TASK consume MODIFY AS INSERT INTO log SELECT 'CONSUME', v FROM s");
        server.execute("ALTER TASK consume SET TIMEZONE = 'UTC', QUERY_TAG = 'tag'");
        server.execute("ALTER TASK consume UNSET QUERY_TAG");
        server.execute("ALTER TASK consume RESUME");
        server.execute("INSERT INTO t VALUES (7)");

        await().until(() -> server.rows("SELECT * FROM log"), rows -> rows.equals(List.of(List.of("CONSUME", "7"))));
        server.execute("ALTER TASK consume SUSPEND");
        assertThatThrownBy(() -> server.execute("ALTER TASK consume UNSET TARGET_COMPLETION_INTERVAL"))
                .hasMessageContaining("a serverless triggered task needs TARGET_COMPLETION_INTERVAL");
        server.execute("ALTER TASK consume REMOVE WHEN");
    }

    @Test
    void aDroppedTaskLeavesItsChildrenAloneAndSuspended() throws Exception {
        task("root", "SCHEDULE = '60 MINUTES'");
        task("child", "AFTER root");
        task("last", "FINALIZE = root");
        server.execute("ALTER TASK child RESUME");
        server.execute("ALTER TASK last RESUME");

        server.execute("DROP TASK root");

        assertThat(server.rows("SHOW TASKS"))
                .extracting(row -> row.get(1), row -> row.get(9), row -> row.get(10), row -> row.get(21))
                .containsExactly(
                        tuple("CHILD", "[]", "suspended", "CHILD_BECAME_ROOT"),
                        tuple("LAST", "[]", "suspended", "FINALIZER_BECAME_ROOT"));
    }

    @Test
    void dependentsAreListedAndRelationsShown() throws Exception {
        task("root", "SCHEDULE = '60 MINUTES'");
        task("child", "AFTER root");
        task("grandchild", "AFTER child");
        task("last", "FINALIZE = root");

        assertThat(names("SELECT NAME FROM TABLE(INFORMATION_SCHEMA.TASK_DEPENDENTS(TASK_NAME => 'DB.SC.ROOT'))"))
                .containsExactly("ROOT", "CHILD", "GRANDCHILD", "LAST");
        assertThat(names("SELECT NAME FROM TABLE(INFORMATION_SCHEMA.TASK_DEPENDENTS('ROOT', RECURSIVE => FALSE))"))
                .containsExactly("ROOT", "CHILD", "LAST");
        assertThat(names("SELECT PREDECESSORS[0] FROM TABLE(INFORMATION_SCHEMA.TASK_DEPENDENTS('CHILD'))"
                        + " WHERE NAME = 'CHILD'"))
                .containsExactly("\"DB.SC.ROOT\"");
        assertThat(server.rows("SHOW TASKS"))
                .extracting(row -> row.get(20))
                .containsExactly(
                        "{\"Predecessors\":[\"DB.SC.ROOT\"]}",
                        "{\"Predecessors\":[\"DB.SC.CHILD\"]}",
                        "{\"FinalizedRootTask\":\"DB.SC.ROOT\",\"Predecessors\":[]}",
                        "{\"Predecessors\":[],\"FinalizerTask\":\"DB.SC.LAST\"}");
    }

    /** A task that logs its name. */
    private void task(String name, String clauses) throws SQLException {
        server.execute("CREATE TASK " + name + " " + clauses + " AS INSERT INTO log VALUES ('"
                + name.toUpperCase(Locale.ROOT) + "', NULL)");
    }

    private void enableAll() throws SQLException {
        enableAll("root");
    }

    private void enableAll(String root) throws SQLException {
        server.rows("SELECT SYSTEM$TASK_DEPENDENTS_ENABLE('" + root + "')");
    }

    private void pass(Duration time) {
        server.clock().advance(time);
        await().until(server::idle);
    }

    private List<String> logged() throws SQLException {
        return names("SELECT task FROM log");
    }

    private List<String> names(String sql) throws SQLException {
        return server.rows(sql).stream().map(row -> row.get(0)).toList();
    }

    private int executing(String task) throws SQLException {
        return server.rows("SELECT NAME FROM TABLE(INFORMATION_SCHEMA.TASK_HISTORY(TASK_NAME => '" + task + "'))"
                        + " WHERE STATE = 'EXECUTING'")
                .size();
    }

    private String state(String task) throws SQLException {
        return server.rows("SHOW TASKS LIKE '" + task + "'").get(0).get(10);
    }
}
