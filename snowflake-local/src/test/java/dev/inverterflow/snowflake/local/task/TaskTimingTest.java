package dev.inverterflow.snowflake.local.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** When tasks run and for how long: cron schedules, triggers, runs that overlap, time limits. */
@Tag("driver")
class TaskTimingTest {
    private static final Instant BEGIN = Instant.parse("2026-11-23T06:00:00Z");

    private TaskGraphs graphs;

    @BeforeEach
    void start() throws Exception {
        graphs = TaskGraphs.start();
    }

    @AfterEach
    void stop() throws Exception {
        graphs.close();
    }

    @Test
    void cronSchedulesGoByTheirOwnZone() throws Exception {
        graphs.task("daily", "SCHEDULE = 'USING CRON 30 8 * * * Asia/Tokyo'");
        graphs.enableAll("daily");

        // 08:30 in Tokyo is 23:30 UTC.
        graphs.pass(Duration.ofHours(17));
        assertThat(graphs.logged()).isEmpty();
        graphs.pass(Duration.ofMinutes(30));
        assertThat(graphs.logged()).containsExactly("DAILY");
        graphs.pass(Duration.ofDays(1));
        assertThat(graphs.logged()).containsExactly("DAILY", "DAILY");
    }

    @Test
    void aTriggeredTaskKeepsItsMinimumInterval() throws Exception {
        graphs.server()
                .execute("CREATE TASK consume TARGET_COMPLETION_INTERVAL = '1 MINUTE'"
                        + " USER_TASK_MINIMUM_TRIGGER_INTERVAL_IN_SECONDS = 60 WHEN SYSTEM$STREAM_HAS_DATA('S')"
                        + " AS INSERT INTO log SELECT 'CONSUME', v FROM s");
        graphs.enableAll("consume");
        graphs.server().execute("INSERT INTO t VALUES (1)");
        await().until(() -> graphs.logged().size() == 1);

        graphs.server().execute("INSERT INTO t VALUES (2)");
        graphs.pass(Duration.ofSeconds(59));
        assertThat(graphs.logged()).hasSize(1);
        graphs.pass(Duration.ofSeconds(1));
        assertThat(graphs.logged()).hasSize(2);

        assertThat(graphs.server()
                        .rows("SELECT DATEDIFF(SECOND, MIN(SCHEDULED_TIME), MAX(SCHEDULED_TIME)), COUNT(*)"
                                + " FROM TABLE(INFORMATION_SCHEMA.TASK_HISTORY())"))
                .containsExactly(List.of("60", "2"));
    }

    @Test
    void anOverlappingRunStartsOnlyIfThePolicySaysSo() throws Exception {
        for (var policy : List.of("NO_OVERLAP", "ALLOW_CHILD_OVERLAP")) {
            var root = "root_" + policy;
            graphs.task(root, "SCHEDULE = '60 MINUTES' OVERLAP_POLICY = " + policy);
            graphs.server().execute("CREATE TASK slow_" + policy + " AFTER " + root + " AS " + TaskGraphs.SLOW);
            graphs.enableAll(root);
        }

        graphs.server().clock().advance(Duration.ofHours(1));
        await().until(() ->
                graphs.executing("SLOW_NO_OVERLAP") == 1 && graphs.executing("SLOW_ALLOW_CHILD_OVERLAP") == 1);
        graphs.server().clock().advance(Duration.ofHours(1));
        await().until(() -> graphs.executing("SLOW_ALLOW_CHILD_OVERLAP") == 2);

        assertThat(graphs.executing("SLOW_NO_OVERLAP")).isEqualTo(1);
        assertThat(graphs.server()
                        .rows("SELECT ROOT_TASK_NAME, STATE FROM TABLE(INFORMATION_SCHEMA.CURRENT_TASK_GRAPHS())"
                                + " WHERE STATE = 'EXECUTING' ORDER BY 1"))
                .containsExactly(
                        List.of("ROOT_ALLOW_CHILD_OVERLAP", "EXECUTING"),
                        List.of("ROOT_ALLOW_CHILD_OVERLAP", "EXECUTING"),
                        List.of("ROOT_NO_OVERLAP", "EXECUTING"));
        for (var policy : List.of("NO_OVERLAP", "ALLOW_CHILD_OVERLAP")) {
            graphs.server().execute("ALTER TASK root_" + policy + " SUSPEND");
            graphs.server().rows("SELECT SYSTEM$USER_TASK_CANCEL_ONGOING_EXECUTIONS('SLOW_" + policy + "')");
        }
        await().until(graphs.server()::idle);
        assertThat(graphs.server()
                        .rows("SELECT DISTINCT STATE FROM TABLE(INFORMATION_SCHEMA.TASK_HISTORY(ERROR_ONLY => TRUE))"))
                .containsExactly(List.of("CANCELLED"));
        assertThat(graphs.server()
                        .rows("SELECT NAME, COUNT(*) FROM TABLE(INFORMATION_SCHEMA.TASK_HISTORY())"
                                + " WHERE NAME LIKE 'ROOT%' GROUP BY NAME ORDER BY NAME"))
                .containsExactly(List.of("ROOT_ALLOW_CHILD_OVERLAP", "2"), List.of("ROOT_NO_OVERLAP", "1"));
    }

    @Test
    void theTimeLimitOfTheRootIsThatOfTheGraphAndAChildsOwnComesFirst() throws Exception {
        graphs.task("root", "USER_TASK_TIMEOUT_MS = 2000");
        graphs.server().execute("CREATE TASK slow AFTER root AS " + TaskGraphs.SLOW);
        graphs.server().execute("ALTER TASK slow RESUME");

        graphs.server().execute("EXECUTE TASK root");
        await().until(graphs.server()::idle);

        assertThat(graphs.server()
                        .rows("SELECT NAME, STATE, ERROR_CODE FROM TABLE(INFORMATION_SCHEMA.TASK_HISTORY())"
                                + " ORDER BY NAME"))
                .containsExactly(Arrays.asList("ROOT", "SUCCEEDED", null), List.of("SLOW", "FAILED", "630"));
    }

    @Test
    void aTriggeredTaskCanBeMadeOfAScheduledOne() throws Exception {
        graphs.task("consume", "SCHEDULE = '60 MINUTES'");

        graphs.server().execute("ALTER TASK consume SET TARGET_COMPLETION_INTERVAL = '5 MINUTES'");
        graphs.server().execute("ALTER TASK consume UNSET SCHEDULE");
        graphs.server().execute("ALTER TASK consume MODIFY WHEN SYSTEM$STREAM_HAS_DATA('S')");
        graphs.server().execute("ALTER TASK consume MODIFY AS INSERT INTO log SELECT 'CONSUME', v FROM s");
        graphs.server().execute("ALTER TASK consume SET TIMEZONE = 'UTC', QUERY_TAG = 'tag'");
        graphs.server().execute("ALTER TASK consume UNSET QUERY_TAG");
        graphs.server().execute("ALTER TASK consume RESUME");
        graphs.server().execute("INSERT INTO t VALUES (7)");

        await().until(
                        () -> graphs.server().rows("SELECT * FROM log"),
                        rows -> rows.equals(List.of(List.of("CONSUME", "7"))));
        graphs.server().execute("ALTER TASK consume SUSPEND");
        assertThatThrownBy(() -> graphs.server().execute("ALTER TASK consume UNSET TARGET_COMPLETION_INTERVAL"))
                .hasMessageContaining("a serverless triggered task needs TARGET_COMPLETION_INTERVAL");
        graphs.server().execute("ALTER TASK consume REMOVE WHEN");
    }

    /** In 2027 the clocks of Berlin go forward on 28 March at 2:00 and back on 31 October at 3:00. */
    @Test
    void aTimeThatTheClocksSkipHasNoRunAndTheNextDayHas() throws Exception {
        graphs.task("nightly", "SCHEDULE = 'USING CRON 30 2 * * * Europe/Berlin'");
        graphs.server().clock().advance(Duration.between(BEGIN, Instant.parse("2027-03-27T02:00:00Z")));
        graphs.enableAll("nightly");

        graphs.pass(Duration.between(Instant.parse("2027-03-27T02:00:00Z"), Instant.parse("2027-03-29T00:29:00Z")));
        assertThat(graphs.logged()).as("02:30 does not come on the 28th").isEmpty();
        graphs.pass(Duration.ofMinutes(1));

        assertThat(graphs.logged()).containsExactly("NIGHTLY");
    }

    @Test
    void withAllOverlapsAllowedTheRootRunsTwiceAtTheSameTime() throws Exception {
        graphs.server()
                .execute("CREATE TASK root SCHEDULE = '60 MINUTES' OVERLAP_POLICY = ALLOW_ALL_OVERLAP AS "
                        + TaskGraphs.SLOW);
        graphs.enableAll("root");

        graphs.server().clock().advance(Duration.ofHours(1));
        await().until(() -> graphs.executing("ROOT") == 1);
        graphs.server().clock().advance(Duration.ofHours(1));

        await().until(() -> graphs.executing("ROOT") == 2);
        graphs.server().execute("ALTER TASK root SUSPEND");
        graphs.server().rows("SELECT SYSTEM$USER_TASK_CANCEL_ONGOING_EXECUTIONS('ROOT')");
        await().until(graphs.server()::idle);
        assertThat(graphs.server()
                        .rows("SELECT STATE, COUNT(*) FROM TABLE(INFORMATION_SCHEMA.TASK_HISTORY())"
                                + " GROUP BY STATE"))
                .containsExactly(List.of("CANCELLED", "2"));
    }

    @Test
    void theShorterOfTheTimeLimitsOfTaskAndStatementCounts() throws Exception {
        graphs.server()
                .execute("CREATE TASK statement STATEMENT_TIMEOUT_IN_SECONDS = 1 USER_TASK_TIMEOUT_MS = 600000 AS "
                        + TaskGraphs.SLOW);
        graphs.server()
                .execute("CREATE TASK own STATEMENT_TIMEOUT_IN_SECONDS = 600 USER_TASK_TIMEOUT_MS = 200 AS "
                        + TaskGraphs.SLOW);

        graphs.server().execute("EXECUTE TASK statement");
        graphs.server().execute("EXECUTE TASK own");
        await().until(graphs.server()::idle);

        assertThat(graphs.server()
                        .rows("SELECT NAME, STATE, ERROR_CODE FROM TABLE(INFORMATION_SCHEMA.TASK_HISTORY())"
                                + " ORDER BY NAME"))
                .containsExactly(List.of("OWN", "FAILED", "630"), List.of("STATEMENT", "FAILED", "630"));
    }

    /** Two triggers meanwhile are one: docs.snowflake.com/en/user-guide/tasks-triggered. */
    @Test
    void changesThatComeWithinTheIntervalAreWorkedOnTogether() throws Exception {
        graphs.server()
                .execute("CREATE TASK consume TARGET_COMPLETION_INTERVAL = '1 MINUTE'"
                        + " WHEN SYSTEM$STREAM_HAS_DATA('S') AS INSERT INTO log SELECT 'CONSUME', COUNT(*) FROM s");
        graphs.enableAll("consume");
        graphs.server().execute("INSERT INTO t VALUES (1)");
        await().until(() -> graphs.logged().size() == 1);

        graphs.server().execute("INSERT INTO t VALUES (2)");
        graphs.server().execute("INSERT INTO t VALUES (3)");
        graphs.pass(Duration.ofSeconds(29));
        assertThat(graphs.logged()).as("the default is 30 s").hasSize(1);
        graphs.pass(Duration.ofSeconds(1));

        assertThat(graphs.server().rows("SELECT value FROM log")).containsExactly(List.of("1"), List.of("2"));
    }
}
