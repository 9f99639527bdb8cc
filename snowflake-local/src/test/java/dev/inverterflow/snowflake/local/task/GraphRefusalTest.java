package dev.inverterflow.snowflake.local.task;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.inverterflow.snowflake.local.MovingClockServer;
import java.sql.SQLException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Snowflake refuses in a graph of tasks, each beside the nearly identical form that it takes. */
class GraphRefusalTest {
    private static MovingClockServer server;

    @BeforeAll
    static void start() throws SQLException {
        server = MovingClockServer.start();
        server.execute("CREATE SCHEMA elsewhere");
        server.execute("CREATE TASK far AS SELECT 1");
    }

    @AfterAll
    static void stop() throws SQLException {
        server.close();
    }

    @BeforeEach
    void createGraph() throws SQLException {
        server.execute("CREATE OR REPLACE SCHEMA sc");
        task("root", "");
        task("child", "AFTER root");
        task("alone", "");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "AFTER root SCHEDULE = '60 MINUTES' | takes no SCHEDULE | AFTER root",
                "FINALIZE = root SCHEDULE = '60 MINUTES' | takes no SCHEDULE | FINALIZE = root",
                "FINALIZE = child | must name a root task | FINALIZE = root",
                "AFTER nobody | Task 'DB.SC.NOBODY' does not exist | AFTER child",
                "AFTER db.elsewhere.far | must be in one schema | AFTER root",
                "AFTER root, alone | different root tasks | AFTER root, child",
                "AFTER root TASK_AUTO_RETRY_ATTEMPTS = 1 | is for root tasks | TASK_AUTO_RETRY_ATTEMPTS = 1",
                "AFTER root OVERLAP_POLICY = NO_OVERLAP | is for root tasks | OVERLAP_POLICY = NO_OVERLAP",
                "AFTER root CONFIG = '{}' | is for root tasks | CONFIG = '{}'",
                "TASK_AUTO_RETRY_ATTEMPTS = 31 | invalid value [31] | TASK_AUTO_RETRY_ATTEMPTS = 30",
                "OVERLAP_POLICY = SOMETIMES | invalid value [SOMETIMES] | OVERLAP_POLICY = ALLOW_ALL_OVERLAP",
                "CONFIG = '[1]' | CONFIG must be a JSON object | CONFIG = '{\"a\": 1}'",
                "TARGET_COMPLETION_INTERVAL = '25 HOURS' | invalid value [25 HOURS] | TARGET_COMPLETION_INTERVAL = '24 HOURS'",
                "SERVERLESS_TASK_MAX_STATEMENT_SIZE = 'XXXLARGE' | invalid value [XXXLARGE] | SERVERLESS_TASK_MAX_STATEMENT_SIZE = 'X2LARGE'",
            })
    void whatSnowflakeRefusesInAGraphIsRefusedBesideWhatItTakes(String refused, String reason, String accepted)
            throws SQLException {
        assertThatThrownBy(() -> server.execute("CREATE TASK x " + refused + " AS SELECT 1"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining(reason);
        server.execute("CREATE TASK x " + accepted + " AS SELECT 1");
    }

    @Test
    void cyclesSecondFinalizersAndChildrenOfFinalizersAreRefused() throws Exception {
        task("a", "AFTER root");
        task("b", "AFTER a");
        task("last", "FINALIZE = root");

        assertThatThrownBy(() -> server.execute("ALTER TASK a ADD AFTER b")).hasMessageContaining("cycle");
        assertThatThrownBy(() -> task("last2", "FINALIZE = root")).hasMessageContaining("has a finalizer already");
        assertThatThrownBy(() -> task("c", "AFTER last")).hasMessageContaining("cannot have child tasks");
        assertThatThrownBy(() -> server.execute("EXECUTE TASK a")).hasMessageContaining("is not a root task");
        server.execute("ALTER TASK b ADD AFTER root");
        server.execute("ALTER TASK b REMOVE AFTER a");
    }

    @Test
    void aTaskHas100ChildrenAnd100PredecessorsAtMostAllOfOneOwner() throws Exception {
        for (int child = 1; child < 100; child++) {
            task("c" + child, "AFTER root");
        }
        assertThatThrownBy(() -> task("c100", "AFTER root")).hasMessageContaining("more than 100 children");
        var all = IntStream.range(1, 100).mapToObj(child -> "c" + child).collect(Collectors.joining(", "));
        task("joined", "AFTER child, " + all);
        task("one_more", "AFTER c1");
        assertThatThrownBy(() -> server.execute("ALTER TASK joined ADD AFTER one_more"))
                .hasMessageContaining("more than 100 predecessors");

        server.execute("CREATE ROLE IF NOT EXISTS other");
        server.execute("GRANT OWNERSHIP ON TASK alone TO ROLE other");
        assertThatThrownBy(() -> task("theirs", "AFTER alone")).hasMessageContaining("must have one owner");
    }

    private static void task(String name, String clauses) throws SQLException {
        server.execute("CREATE TASK " + name + " " + clauses + " AS SELECT 1");
    }
}
