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

/** What runs of a graph tell each other: return values, conditions, the configuration, facts about the run. */
@Tag("driver")
class TaskValuesTest {
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
    void returnValuesAndConditionsSteerAGraph() throws Exception {
        graphs.server().execute("CREATE TASK root SCHEDULE = '60 MINUTES' AS CALL SYSTEM$SET_RETURN_VALUE('0.1')");
        graphs.server()
                .execute("CREATE TASK low AFTER root WHEN SYSTEM$GET_PREDECESSOR_RETURN_VALUE('ROOT')::FLOAT < 0.2"
                        + " AS INSERT INTO log SELECT 'LOW', SYSTEM$GET_PREDECESSOR_RETURN_VALUE()");
        graphs.server()
                .execute("CREATE TASK high AFTER root WHEN SYSTEM$GET_PREDECESSOR_RETURN_VALUE('ROOT')::FLOAT >= 0.2"
                        + " AS INSERT INTO log SELECT 'HIGH', SYSTEM$GET_PREDECESSOR_RETURN_VALUE()");
        graphs.server()
                .execute("CREATE TASK after_low AFTER low"
                        + " AS INSERT INTO log SELECT 'AFTER_LOW', SYSTEM$GET_PREDECESSOR_RETURN_VALUE('ROOT')");
        graphs.task("after_high", "AFTER high");
        graphs.enableAll();

        graphs.pass(Duration.ofHours(1));

        assertThat(graphs.server().rows("SELECT task, value FROM log"))
                .containsExactlyInAnyOrder(List.of("LOW", "0.1"), List.of("AFTER_LOW", "0.1"));
        assertThat(graphs.server()
                        .rows("SELECT NAME, STATE, RETURN_VALUE FROM TABLE(INFORMATION_SCHEMA.TASK_HISTORY())"
                                + " WHERE STATE <> 'SCHEDULED' AND NAME IN ('ROOT', 'HIGH') ORDER BY NAME"))
                .containsExactly(Arrays.asList("HIGH", "SKIPPED", null), List.of("ROOT", "SUCCEEDED", "0.1"));
        assertThat(graphs.server().rows("SELECT STATE FROM TABLE(INFORMATION_SCHEMA.COMPLETE_TASK_GRAPHS())"))
                .containsExactly(List.of("SUCCEEDED"));
    }

    /** The example of docs.snowflake.com/en/sql-reference/sql/execute-task. */
    @Test
    void theConfigurationOfAGraphCanBeChangedForOneExecution() throws Exception {
        graphs.server().execute("""
                CREATE TASK root CONFIG = $${"environment": "production",
                  "output_paths": {"logs": "/prod/logs", "results": "/prod/results"}}$$
                AS INSERT INTO log SELECT SYSTEM$GET_TASK_GRAPH_CONFIG('environment'),
                  SYSTEM$GET_TASK_GRAPH_CONFIG('output_paths.logs') || SYSTEM$GET_TASK_GRAPH_CONFIG('output_paths.results')""");

        graphs.server()
                .execute("EXECUTE TASK root USING CONFIG = $${\"output_paths\": {\"results\": \"/temp/testing\"}}$$");
        await().until(graphs.server()::idle);
        graphs.server().execute("EXECUTE TASK root");
        await().until(graphs.server()::idle);

        assertThat(graphs.server().rows("SELECT * FROM log"))
                .containsExactly(
                        List.of("production", "/prod/logs/temp/testing"),
                        List.of("production", "/prod/logs/prod/results"));
        assertThatThrownBy(() -> graphs.server().execute("EXECUTE TASK root USING CONFIG = 'no json'"))
                .hasMessageContaining("CONFIG must be a JSON object");
    }

    @Test
    void aRunKnowsItselfItsGraphAndTheLastRunThatSucceeded() throws Exception {
        graphs.server().execute("""
                CREATE TASK root SCHEDULE = '60 MINUTES' AS INSERT INTO log SELECT
                  SYSTEM$TASK_RUNTIME_INFO('CURRENT_TASK_NAME') || ' ' || SYSTEM$TASK_RUNTIME_INFO('CURRENT_ROOT_TASK_NAME'),
                  TO_CHAR(CONVERT_TIMEZONE('UTC',
                    SYSTEM$TASK_RUNTIME_INFO('CURRENT_TASK_GRAPH_ORIGINAL_SCHEDULED_TIMESTAMP')::TIMESTAMP_LTZ), 'HH24:MI')
                  || ' ' || COALESCE(TO_CHAR(CONVERT_TIMEZONE('UTC',
                    SYSTEM$TASK_RUNTIME_INFO('LAST_SUCCESSFUL_TASK_GRAPH_ORIGINAL_SCHEDULED_TIMESTAMP')::TIMESTAMP_LTZ), 'HH24:MI'), '-')""");
        graphs.enableAll();

        graphs.pass(Duration.ofHours(1));
        graphs.pass(Duration.ofHours(1));

        assertThat(graphs.server().rows("SELECT * FROM log ORDER BY value"))
                .containsExactly(List.of("ROOT ROOT", "07:00 -"), List.of("ROOT ROOT", "08:00 07:00"));
        assertThatThrownBy(() -> graphs.server().rows("SELECT SYSTEM$TASK_RUNTIME_INFO('CURRENT_TASK_NAME')"))
                .hasMessageContaining("must be called from within a task run");
    }

    @Test
    void aConditionThatDoesNotHoldSkipsAScheduledRun() throws Exception {
        graphs.task("root", "SCHEDULE = '60 MINUTES' WHEN SYSTEM$STREAM_HAS_DATA('S')");
        graphs.task("child", "AFTER root");
        graphs.task("last", "FINALIZE = root");
        graphs.enableAll();

        graphs.pass(Duration.ofHours(1));
        assertThat(graphs.logged()).isEmpty();
        assertThat(graphs.server()
                        .rows("SELECT NAME, STATE FROM TABLE(INFORMATION_SCHEMA.TASK_HISTORY())"
                                + " WHERE STATE <> 'SCHEDULED'"))
                .containsExactly(List.of("ROOT", "SKIPPED"));
        assertThat(graphs.server().rows("SELECT * FROM TABLE(INFORMATION_SCHEMA.COMPLETE_TASK_GRAPHS())"))
                .as("a run whose root was skipped is none")
                .isEmpty();

        graphs.server().execute("INSERT INTO t VALUES (1)");
        graphs.pass(Duration.ofHours(1));
        assertThat(graphs.logged()).containsExactly("ROOT", "CHILD", "LAST");
    }
}
