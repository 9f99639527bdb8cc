package dev.inverterflow.snowflake.local.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Failed runs of graphs: tried again by themselves and by hand, and in the end not any more. */
@Tag("driver")
class TaskRetryTest {
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
    void aFailedGraphIsTriedAgainFromWhatFailed() throws Exception {
        graphs.task("root", "SCHEDULE = '60 MINUTES' TASK_AUTO_RETRY_ATTEMPTS = 2");
        graphs.server().execute("CREATE TASK child AFTER root AS INSERT INTO missing VALUES (1)");
        graphs.server().execute("CREATE TASK last FINALIZE = root AS CREATE TABLE IF NOT EXISTS missing (v INTEGER)");
        graphs.enableAll();

        graphs.pass(Duration.ofHours(1));

        assertThat(graphs.logged())
                .as("the root succeeded at once and does not run again")
                .containsExactly("ROOT");
        assertThat(graphs.server().rows("SELECT v FROM missing")).containsExactly(List.of("1"));
        assertThat(graphs.server()
                        .rows("SELECT NAME, STATE, ATTEMPT_NUMBER, SCHEDULED_FROM"
                                + " FROM TABLE(INFORMATION_SCHEMA.TASK_HISTORY()) WHERE STATE <> 'SCHEDULED'"
                                + " ORDER BY ATTEMPT_NUMBER, NAME"))
                .containsExactly(
                        List.of("CHILD", "FAILED", "1", "SCHEDULE"),
                        List.of("LAST", "SUCCEEDED", "1", "SCHEDULE"),
                        List.of("ROOT", "SUCCEEDED", "1", "SCHEDULE"),
                        List.of("CHILD", "SUCCEEDED", "2", "AUTOMATIC RETRY"),
                        List.of("LAST", "SUCCEEDED", "2", "AUTOMATIC RETRY"));
        assertThat(graphs.server()
                        .rows("SELECT STATE, ATTEMPT_NUMBER FROM TABLE(INFORMATION_SCHEMA.COMPLETE_TASK_GRAPHS())"
                                + " ORDER BY ATTEMPT_NUMBER"))
                .containsExactly(List.of("FAILED", "1"), List.of("SUCCEEDED", "2"));
    }

    @Test
    void aFailedGraphIsTriedAgainByHandUnlessItWasChanged() throws Exception {
        graphs.task("root", "");
        graphs.server().execute("CREATE TASK child AFTER root AS INSERT INTO missing VALUES (1)");
        graphs.server().execute("ALTER TASK child RESUME");
        graphs.server().execute("EXECUTE TASK root");
        await().until(graphs.server()::idle);
        graphs.server().execute("CREATE TABLE missing (v INTEGER)");

        graphs.server().execute("EXECUTE TASK root RETRY LAST");

        await().until(graphs.server()::idle);
        assertThat(graphs.logged()).containsExactly("ROOT");
        assertThat(graphs.server().rows("SELECT v FROM missing")).hasSize(1);
        assertThat(graphs.server()
                        .rows("SELECT SCHEDULED_FROM FROM TABLE(INFORMATION_SCHEMA.TASK_HISTORY())"
                                + " WHERE NAME = 'CHILD' AND STATE = 'SUCCEEDED'"))
                .containsExactly(List.of("MANUAL RETRY"));
        assertThatThrownBy(() -> graphs.server().execute("EXECUTE TASK root RETRY LAST"))
                .hasMessageContaining("its last run did not fail");

        graphs.pass(Duration.ofMinutes(1));
        graphs.server().execute("DROP TABLE missing");
        graphs.server().execute("EXECUTE TASK root");
        await().until(graphs.server()::idle);
        var group = graphs.names(
                        "SELECT GRAPH_RUN_GROUP_ID FROM TABLE(INFORMATION_SCHEMA.TASK_HISTORY(RESULT_LIMIT => 1))")
                .get(0);
        graphs.server().execute("ALTER TASK child SET COMMENT = 'changed'");
        assertThatThrownBy(() -> graphs.server().execute("EXECUTE TASK root RETRY GRAPH RUN GROUP '" + group + "'"))
                .hasMessageContaining("the graph was modified since that run");
    }

    @Test
    void consecutiveFailuresOfAnyTaskSuspendTheRootAndASuccessStartsTheCountAgain() throws Exception {
        graphs.task("root", "SCHEDULE = '60 MINUTES' SUSPEND_TASK_AFTER_NUM_FAILURES = 2");
        graphs.task("child", "AFTER root");
        graphs.enableAll();

        graphs.server().snowflake().faults().failTaskRuns("child", 1, "ordered by the test");
        graphs.pass(Duration.ofHours(1));
        graphs.pass(Duration.ofHours(1));
        graphs.server().snowflake().faults().failTaskRuns("child", 5, "ordered by the test");
        graphs.pass(Duration.ofHours(1));
        assertThat(graphs.state("ROOT")).isEqualTo("started");
        graphs.pass(Duration.ofHours(1));

        assertThat(graphs.state("ROOT")).isEqualTo("suspended");
        assertThat(graphs.state("CHILD")).isEqualTo("started");
        graphs.pass(Duration.ofHours(1));
        assertThat(graphs.server()
                        .rows("SELECT STATE, ERROR_MESSAGE FROM TABLE(INFORMATION_SCHEMA.TASK_HISTORY("
                                + "TASK_NAME => 'CHILD')) ORDER BY SCHEDULED_TIME"))
                .containsExactly(
                        List.of("FAILED", "ordered by the test"),
                        Arrays.asList("SUCCEEDED", null),
                        List.of("FAILED", "ordered by the test"),
                        List.of("FAILED_AND_AUTO_SUSPENDED", "ordered by the test"));
        assertThat(graphs.server()
                        .rows("SELECT STATE, COUNT(*) FROM SNOWFLAKE.ACCOUNT_USAGE.TASK_HISTORY WHERE NAME = 'CHILD'"
                                + " GROUP BY STATE ORDER BY STATE"))
                .containsExactly(List.of("FAILED", "3"), List.of("SUCCEEDED", "1"));
    }

    @Test
    void aRunOfMoreThan14DaysAgoIsNotTriedAgain() throws Exception {
        graphs.task("root", "");
        graphs.server().execute("CREATE TASK child AFTER root AS INSERT INTO missing VALUES (1)");
        graphs.server().execute("ALTER TASK child RESUME");
        graphs.server().execute("EXECUTE TASK root");
        await().until(graphs.server()::idle);

        graphs.pass(Duration.ofDays(14));
        graphs.server().execute("EXECUTE TASK root RETRY LAST");
        await().until(graphs.server()::idle);
        graphs.pass(Duration.ofMinutes(1));

        assertThatThrownBy(() -> graphs.server().execute("EXECUTE TASK root RETRY LAST"))
                .hasMessageContaining("more than 14 days ago");
        assertThat(graphs.names("SELECT ATTEMPT_NUMBER FROM SNOWFLAKE.ACCOUNT_USAGE.COMPLETE_TASK_GRAPHS ORDER BY 1"))
                .containsExactly("1", "2");
    }

    @Test
    void aGraphIsTriedAgainAsOftenAsItsRootSaysAndNotMore() throws Exception {
        graphs.task("root", "SCHEDULE = '60 MINUTES' TASK_AUTO_RETRY_ATTEMPTS = 2");
        graphs.task("child", "AFTER root");
        graphs.enableAll();
        graphs.server().snowflake().faults().failTaskRuns("child", 10, "ordered by the test");

        graphs.pass(Duration.ofHours(1));

        assertThat(graphs.names(
                        "SELECT ATTEMPT_NUMBER FROM TABLE(INFORMATION_SCHEMA.TASK_HISTORY(TASK_NAME => 'CHILD'))"
                                + " WHERE STATE = 'FAILED' ORDER BY 1"))
                .containsExactly("1", "2", "3");
    }
}
