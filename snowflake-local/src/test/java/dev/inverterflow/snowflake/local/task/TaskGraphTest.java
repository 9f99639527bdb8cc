package dev.inverterflow.snowflake.local.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Graphs of tasks: who runs when, and what becomes of a graph that is changed. */
@Tag("driver")
class TaskGraphTest {
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
    void childrenRunAfterTheirPredecessorsAndTheFinalizerLast() throws Exception {
        graphs.task("root", "SCHEDULE = '60 MINUTES'");
        graphs.task("a", "AFTER root");
        graphs.task("b", "AFTER root");
        graphs.task("both", "AFTER a, b");
        graphs.task("last", "FINALIZE = root");
        graphs.enableAll();

        graphs.pass(Duration.ofHours(1));

        assertThat(graphs.logged())
                .startsWith("ROOT")
                .endsWith("BOTH", "LAST")
                .contains("A", "B")
                .hasSize(5);
        assertThat(graphs.server()
                        .rows("SELECT COUNT(DISTINCT GRAPH_RUN_GROUP_ID), COUNT(DISTINCT ROOT_TASK_ID), MIN(STATE),"
                                + " MAX(STATE), MIN(SCHEDULED_FROM), COUNT(*), COUNT(DISTINCT RUN_ID)"
                                + " FROM TABLE(INFORMATION_SCHEMA.TASK_HISTORY()) WHERE STATE <> 'SCHEDULED'"))
                .containsExactly(List.of("1", "1", "SUCCEEDED", "SUCCEEDED", "SCHEDULE", "5", "1"));
        assertThat(graphs.server()
                        .rows("SELECT ROOT_TASK_NAME, STATE, ATTEMPT_NUMBER, GRAPH_VERSION,"
                                + " SCHEDULED_TIME = '2026-11-23 07:00:00 +00:00'::TIMESTAMP_LTZ,"
                                + " NEXT_SCHEDULED_TIME = '2026-11-23 08:00:00 +00:00'::TIMESTAMP_LTZ"
                                + " FROM TABLE(INFORMATION_SCHEMA.COMPLETE_TASK_GRAPHS())"))
                .containsExactly(List.of("ROOT", "SUCCEEDED", "1", "1", "TRUE", "TRUE"));
        assertThat(graphs.server()
                        .rows("SELECT ROOT_TASK_NAME, STATE,"
                                + " SCHEDULED_TIME = '2026-11-23 08:00:00 +00:00'::TIMESTAMP_LTZ"
                                + " FROM TABLE(INFORMATION_SCHEMA.CURRENT_TASK_GRAPHS())"))
                .containsExactly(List.of("ROOT", "SCHEDULED", "TRUE"));
    }

    @Test
    void aFailureEndsItsBranchAndTheFinalizerRunsNevertheless() throws Exception {
        graphs.task("root", "SCHEDULE = '60 MINUTES'");
        graphs.server().execute("CREATE TASK broken AFTER root AS INSERT INTO log SELECT 'x', 'y'::INTEGER::VARCHAR");
        graphs.task("after_broken", "AFTER broken");
        graphs.task("beside", "AFTER root");
        graphs.task("last", "FINALIZE = root");
        graphs.enableAll();

        graphs.pass(Duration.ofHours(1));

        assertThat(graphs.logged())
                .containsExactlyInAnyOrder("ROOT", "BESIDE", "LAST")
                .endsWith("LAST");
        assertThat(graphs.server()
                        .rows("SELECT STATE, FIRST_ERROR_TASK_NAME, FIRST_ERROR_CODE, FIRST_ERROR_MESSAGE"
                                + " FROM TABLE(INFORMATION_SCHEMA.COMPLETE_TASK_GRAPHS(ERROR_ONLY => TRUE))"))
                .containsExactly(List.of("FAILED", "BROKEN", "100038", "Numeric value 'y' is not recognized"));
    }

    @Test
    void aSuspendedChildIsPassedOver() throws Exception {
        graphs.task("root", "");
        graphs.task("skipped", "AFTER root");
        graphs.task("behind", "AFTER skipped");
        graphs.task("a", "AFTER root");
        graphs.task("behind_both", "AFTER skipped, a");
        graphs.server().execute("ALTER TASK behind RESUME");
        graphs.server().execute("ALTER TASK a RESUME");
        graphs.server().execute("ALTER TASK behind_both RESUME");

        graphs.server().execute("EXECUTE TASK root");
        await().until(graphs.server()::idle);

        assertThat(graphs.logged())
                .containsExactlyInAnyOrder("ROOT", "BEHIND", "A", "BEHIND_BOTH")
                .startsWith("ROOT");
    }

    @Test
    void aGraphThatRunsIsNotTouched() throws Exception {
        graphs.task("root", "SCHEDULE = '60 MINUTES'");
        graphs.task("child", "AFTER root");
        graphs.enableAll();

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
            assertThatThrownBy(() -> graphs.server().execute(statement))
                    .as(statement)
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining(
                            "Unable to update graph with root task DB.SC.ROOT since that root task is not suspended.");
        }

        graphs.server().execute("ALTER TASK root SUSPEND");
        graphs.server().execute("ALTER TASK child MODIFY AS INSERT INTO log VALUES ('NEW', NULL)");
        graphs.server().execute("ALTER TASK root SET SCHEDULE = '30 MINUTES'");
        graphs.server().execute("ALTER TASK root RESUME");
        graphs.pass(Duration.ofMinutes(30));
        assertThat(graphs.logged()).containsExactly("ROOT", "NEW");
        assertThat(graphs.server().rows("SELECT GRAPH_VERSION FROM TABLE(INFORMATION_SCHEMA.COMPLETE_TASK_GRAPHS())"))
                .as("changed since it was first resumed")
                .containsExactly(List.of("2"));
    }

    @Test
    void aDroppedTaskLeavesItsChildrenAloneAndSuspended() throws Exception {
        graphs.task("root", "SCHEDULE = '60 MINUTES'");
        graphs.task("child", "AFTER root");
        graphs.task("last", "FINALIZE = root");
        graphs.server().execute("ALTER TASK child RESUME");
        graphs.server().execute("ALTER TASK last RESUME");

        graphs.server().execute("DROP TASK root");

        assertThat(graphs.server().rows("SHOW TASKS"))
                .extracting(row -> row.get(1), row -> row.get(9), row -> row.get(10), row -> row.get(21))
                .containsExactly(
                        tuple("CHILD", "[]", "suspended", "CHILD_BECAME_ROOT"),
                        tuple("LAST", "[]", "suspended", "FINALIZER_BECAME_ROOT"));
    }

    @Test
    void dependentsAreListedAndRelationsShown() throws Exception {
        graphs.task("root", "SCHEDULE = '60 MINUTES'");
        graphs.task("child", "AFTER root");
        graphs.task("grandchild", "AFTER child");
        graphs.task("last", "FINALIZE = root");

        assertThat(graphs.names(
                        "SELECT NAME FROM TABLE(INFORMATION_SCHEMA.TASK_DEPENDENTS(TASK_NAME => 'DB.SC.ROOT'))"))
                .containsExactly("ROOT", "CHILD", "GRANDCHILD", "LAST");
        assertThat(graphs.names(
                        "SELECT NAME FROM TABLE(INFORMATION_SCHEMA.TASK_DEPENDENTS('ROOT', RECURSIVE => FALSE))"))
                .containsExactly("ROOT", "CHILD", "LAST");
        assertThat(graphs.names("SELECT PREDECESSORS[0] FROM TABLE(INFORMATION_SCHEMA.TASK_DEPENDENTS('CHILD'))"
                        + " WHERE NAME = 'CHILD'"))
                .containsExactly("\"DB.SC.ROOT\"");
        assertThat(graphs.server().rows("SHOW TASKS"))
                .extracting(row -> row.get(20))
                .containsExactly(
                        "{\"Predecessors\":[\"DB.SC.ROOT\"]}",
                        "{\"Predecessors\":[\"DB.SC.CHILD\"]}",
                        "{\"FinalizedRootTask\":\"DB.SC.ROOT\",\"Predecessors\":[]}",
                        "{\"Predecessors\":[],\"FinalizerTask\":\"DB.SC.LAST\"}");
    }
}
