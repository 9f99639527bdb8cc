package dev.inverterflow.local.warehouse;

import static dev.inverterflow.local.warehouse.Readings.array;
import static dev.inverterflow.local.warehouse.Readings.reading;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.inverterflow.snowflake.local.notification.Notification;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What goes wrong ends as one row of PIPELINE_ERRORS and one mail. */
@ExtendWith(WarehouseExtension.class)
class MonitorIT {
    private static final Map<String, String> VARIABLES = Map.of(
            "database", "INVERTERFLOW",
            "schema", "INGEST",
            "owner_role", "INVERTERFLOW_OWNER",
            "tasks_role", "INVERTERFLOW_TASKS",
            "storage_integration", "INVERTERFLOW_S3",
            "invalid_stage_url", "s3://inverterflow-local/inverters/refused/",
            "notification_integration", "INVERTERFLOW_EMAIL",
            "notification_recipients", "operator@example.com");

    private final Warehouse warehouse;

    MonitorIT(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    @Test
    void aPausedPipeIsOneErrorUntilItRunsAgain() throws SQLException {
        warehouse.execute("ALTER PIPE INVERTER_PIPE SET PIPE_EXECUTION_PAUSED = TRUE");
        try {
            warehouse.call("MONITOR_INGESTION()");
            warehouse.call("MONITOR_INGESTION()");
        } finally {
            warehouse.execute("ALTER PIPE INVERTER_PIPE SET PIPE_EXECUTION_PAUSED = FALSE");
        }
        assertThat(errors("PIPE_PAUSED")).containsExactly("2 | open");

        warehouse.call("MONITOR_INGESTION()");
        assertThat(errors("PIPE_PAUSED")).containsExactly("2 | resolved");
    }

    @Test
    void aBrokenFileIsOneErrorThatNamesIt() throws SQLException {
        warehouse.put("2026-11-23/broken.json", "[{\"inverter_id\": ");
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> {
            warehouse.call("MONITOR_INGESTION()");
            return !brokenFile().isEmpty();
        });
        warehouse.call("MONITOR_INGESTION()");

        assertThat(brokenFile())
                .hasSize(1)
                .first()
                .asString()
                .contains("Load failed")
                .contains("under a new name");
    }

    private List<String> brokenFile() throws SQLException {
        return warehouse.rows(
                "SELECT MESSAGE FROM PIPELINE_ERRORS WHERE KIND = 'FILE_NOT_LOADED' AND CONTAINS(MESSAGE, 'broken.json')");
    }

    @Test
    void aFailingTaskIsOneErrorThatNamesIt() throws SQLException {
        warehouse.execute("USE ROLE INVERTERFLOW_TASKS");
        warehouse.execute("CREATE OR REPLACE TASK BROKEN SCHEDULE = '60 MINUTES' AS CALL NOWHERE()");
        warehouse.execute("GRANT MONITOR, OPERATE ON TASK BROKEN TO ROLE INVERTERFLOW_OWNER");
        warehouse.execute("USE ROLE INVERTERFLOW_OWNER");
        try {
            warehouse.execute("EXECUTE TASK BROKEN");
            awaitError("TASK_FAILED", "NOWHERE");
            warehouse.call("MONITOR_INGESTION()");
        } finally {
            warehouse.execute("USE ROLE INVERTERFLOW_TASKS");
            warehouse.execute("DROP TASK BROKEN");
            warehouse.execute("USE ROLE INVERTERFLOW_OWNER");
        }
        assertThat(warehouse.rows("SELECT MESSAGE FROM PIPELINE_ERRORS WHERE CONTAINS(MESSAGE, 'NOWHERE')"))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("task BROKEN failed: ")
                .contains("NOWHERE");
    }

    @Test
    void aRevokedGrantIsOneErrorAndOneMailThatNamesTheTask() throws Exception {
        setUpAlerts();
        warehouse.load("inverters/a.json", "2026-11-23 06:00:10", array(reading(1, "2026-11-23T06:00:00Z", 1)));
        warehouse.execute("REVOKE USAGE ON PROCEDURE FLATTEN_INVERTER_DATA() FROM ROLE INVERTERFLOW_TASKS");
        try {
            warehouse.execute("EXECUTE TASK FLATTEN");
            awaitError("TASK_FAILED", "FLATTEN_INVERTER_DATA");
            warehouse.call("MONITOR_INGESTION()");
        } finally {
            warehouse.execute("GRANT USAGE ON PROCEDURE FLATTEN_INVERTER_DATA() TO ROLE INVERTERFLOW_TASKS");
        }

        assertThat(warehouse.rows(
                        "SELECT MESSAGE FROM PIPELINE_ERRORS WHERE CONTAINS(MESSAGE, 'FLATTEN_INVERTER_DATA')"))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("task FLATTEN failed: ")
                .contains("Unknown user-defined function", "if a privilege lacks, grant it again");
        assertThat(warehouse.text("SELECT COUNT(*) FROM INVERTER_READINGS")).isEqualTo("0");
        assertThat(mails()).hasSize(1).first().asString().contains("InverterFlow: TASK_FAILED", "task FLATTEN failed");

        warehouse.execute("EXECUTE TASK FLATTEN");
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() ->
                        warehouse.text("SELECT COUNT(*) FROM INVERTER_READINGS").equals("1"));
    }

    @Test
    void aPausedPipeABrokenFileALostEventAndAFailingTaskAreOneMailEach() throws Exception {
        setUpAlerts();

        warehouse.execute("ALTER PIPE INVERTER_PIPE SET PIPE_EXECUTION_PAUSED = TRUE");
        try {
            awaitError("PIPE_PAUSED", "INVERTER_PIPE");
            assertThat(mails()).hasSize(1).first().asString().contains("pipe INVERTER_PIPE is paused");
        } finally {
            warehouse.execute("ALTER PIPE INVERTER_PIPE SET PIPE_EXECUTION_PAUSED = FALSE");
        }

        warehouse.put("2026-11-23/also_broken.json", "[{\"inverter_id\": ");
        awaitError("FILE_NOT_LOADED", "also_broken.json");
        assertThat(mails()).hasSize(1).first().asString().contains("also_broken.json", "Load failed");

        warehouse.putWithoutEvent("2026-11-23/20261123T060000Z_unheard_r1_p1of1_n1.json", "[{}]");
        warehouse.call("RECONCILE_BATCHES('2026-11-23'::TIMESTAMP_NTZ, '2026-11-24'::TIMESTAMP_NTZ, FALSE, 0)");
        assertThat(warehouse.rows("SELECT KIND FROM PIPELINE_ERRORS WHERE CONTAINS(ERROR_KEY, '|unheard|')"))
                .containsExactly("EVENT_LOST");
        assertThat(mails()).hasSize(1).first().asString().contains("EVENT_LOST", "unheard");

        warehouse.stack().snowflake().faults().failTaskRuns("FLATTEN", 1, "the engine was out of order");
        warehouse.execute("EXECUTE TASK FLATTEN");
        awaitError("TASK_FAILED", "out of order");
        assertThat(mails()).hasSize(1).first().asString().contains("task FLATTEN failed: the engine was out of order");

        warehouse.call("MONITOR_INGESTION()");
        assertThat(mails()).as("nothing new").isEmpty();
    }

    private void setUpAlerts() throws Exception {
        warehouse.execute("USE ROLE ACCOUNTADMIN");
        warehouse.script("bootstrap/email_integration.sql", VARIABLES);
        warehouse.execute("USE ROLE INVERTERFLOW_OWNER");
        warehouse.script("optional/R__30_alerts.sql", VARIABLES);
        warehouse.call("MONITOR_INGESTION()");
        mails(); // what earlier tests left in the histories
    }

    private void awaitError(String kind, String words) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> {
            warehouse.call("MONITOR_INGESTION()");
            return !warehouse
                    .rows("SELECT 1 FROM PIPELINE_ERRORS WHERE KIND = '" + kind + "' AND CONTAINS(MESSAGE, '" + words
                            + "') AND RESOLVED_AT IS NULL")
                    .isEmpty();
        });
    }

    /** The mails that two runs of the alert send. */
    private List<Notification> mails() throws SQLException {
        int before = warehouse.stack().snowflake().outbox().size();
        for (int run = 0; run < 2; run++) {
            warehouse.execute("EXECUTE ALERT NEW_ERRORS");
            Awaitility.await().until(() -> warehouse.stack().snowflake().idle());
        }
        List<Notification> all = warehouse.stack().snowflake().outbox();
        return List.copyOf(all.subList(before, all.size()));
    }

    @Test
    void aProcedureThatFailsInItsTaskIsOneErrorUntilItSucceeds() throws SQLException {
        warehouse.load("inverters/a.json", "2026-11-23 06:00:10", array(reading(1, "2026-11-23T06:00:00Z", 1)));
        warehouse.execute("UPDATE READING_RULES SET TIMES = 'MOON' WHERE FIELD = 'fac'");
        try {
            assertThatThrownBy(() -> warehouse.call("FLATTEN_INVERTER_DATA()")).hasMessageContaining("INVALID_RULES");
            assertThatThrownBy(() -> warehouse.call("FLATTEN_INVERTER_DATA()")).hasMessageContaining("INVALID_RULES");
        } finally {
            warehouse.execute("UPDATE READING_RULES SET TIMES = NULL WHERE FIELD = 'fac'");
        }
        assertThat(errors("INVALID_RULES")).containsExactly("2 | open");

        warehouse.call("FLATTEN_INVERTER_DATA()");
        warehouse.call("MONITOR_INGESTION()");
        assertThat(errors("INVALID_RULES")).containsExactly("2 | resolved");
    }

    @Test
    void eachErrorIsMailedOnce() throws Exception {
        warehouse.execute("USE ROLE ACCOUNTADMIN");
        warehouse.script("bootstrap/email_integration.sql", VARIABLES);
        warehouse.execute("USE ROLE INVERTERFLOW_OWNER");
        warehouse.script("optional/R__30_alerts.sql", VARIABLES);
        warehouse.execute("""
                INSERT INTO PIPELINE_ERRORS (ERROR_ID, ERROR_KEY, OCCURRED_AT, LAST_SEEN_AT, OCCURRENCES, SOURCE, KIND, MESSAGE)
                SELECT 'e', 'k', '2026-11-23 06:00:00', '2026-11-23 06:00:00', 1, 'TEST', 'PIPE_PAUSED', 'pipe is paused'""");
        int before = warehouse.stack().snowflake().outbox().size();

        warehouse.execute("EXECUTE ALERT NEW_ERRORS");
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> warehouse.stack().snowflake().outbox().size() > before);
        warehouse.execute("EXECUTE ALERT NEW_ERRORS");
        Awaitility.await().until(() -> warehouse.stack().snowflake().idle());

        assertThat(warehouse.stack().snowflake().outbox()).hasSize(before + 1);
        assertThat(warehouse.stack().snowflake().outbox().get(before).toString())
                .contains(
                        "operator@example.com",
                        "InverterFlow: PIPE_PAUSED",
                        "2026-11-23T06:00:00Z  PIPE_PAUSED  pipe is paused");
        assertThat(warehouse.text("SELECT COUNT(NOTIFIED_AT) FROM PIPELINE_ERRORS"))
                .isEqualTo("1");
    }

    @Test
    void theOperatorsScriptStartsBothAlerts() throws Exception {
        setUpAlerts();
        assertThat(alertStates()).containsExactly("NEW_ERRORS | suspended", "NO_READINGS | suspended");
        try {
            warehouse.script("operations/resume_alerts.sql", VARIABLES);
            assertThat(alertStates()).containsExactly("NEW_ERRORS | started", "NO_READINGS | started");
        } finally {
            warehouse.execute("ALTER ALERT NEW_ERRORS SUSPEND");
            warehouse.execute("ALTER ALERT NO_READINGS SUSPEND");
        }
    }

    private List<String> alertStates() throws SQLException {
        warehouse.execute("SHOW ALERTS");
        return warehouse.rows("SELECT \"name\", \"state\" FROM TABLE(RESULT_SCAN(LAST_QUERY_ID())) ORDER BY 1");
    }

    @Test
    void theSecondPipeIsMade() throws Exception {
        warehouse.script("optional/R__20_refused_readings.sql", VARIABLES);

        assertThat(warehouse.text(
                        "SELECT PARSE_JSON(SYSTEM$PIPE_STATUS('INVERTER_INVALID_PIPE')):executionState::VARCHAR"))
                .isEqualTo("RUNNING");
    }

    @Test
    void aGraphRunsToItsFinalizerAndIsRecorded() throws SQLException {
        warehouse.deployment().run("resume", line -> {});
        try {
            warehouse.execute("EXECUTE TASK SNAPSHOT");
            Awaitility.await()
                    .atMost(Duration.ofSeconds(120))
                    .until(() -> !warehouse
                            .rows("SELECT 1 FROM GRAPH_RUNS WHERE ROOT_TASK = 'SNAPSHOT'")
                            .isEmpty());
        } finally {
            warehouse.deployment().run("pause", line -> {});
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> warehouse.stack().snowflake().idle());
        warehouse.execute("ALTER PIPE INVERTER_PIPE SET PIPE_EXECUTION_PAUSED = FALSE");
        assertThat(warehouse.rows("""
                        SELECT STATE, TASKS, FAILED_TASKS, FIRST_ERROR FROM GRAPH_RUNS WHERE ROOT_TASK = 'SNAPSHOT' ORDER BY FINISHED_AT LIMIT 1""")).containsExactly("SUCCEEDED | 3 | 0 | null");
    }

    @Test
    void recordsGraphsForTasksOnlyAndPurgesWhatIsOldEnough() throws SQLException {
        assertThatThrownBy(() -> warehouse.call("RECORD_GRAPH_RUN()")).hasMessageContaining("NOT_IN_A_TASK");
        assertThatThrownBy(() -> warehouse.call("PURGE_INGESTION(14)"))
                .hasMessageContaining("INVALID_ARGUMENT: DAYS must be 15 to 3650, not 14");

        warehouse.load("inverters/old.json", "2020-01-01 00:00:00", array(reading(1, "2020-01-01T00:00:00Z", 1)));
        warehouse.call("FLATTEN_INVERTER_DATA()");
        warehouse.load("inverters/old_waiting.json", "2020-01-01 00:00:01", "[]");
        assertThat(warehouse
                        .call("PURGE_INGESTION(30)")
                        .get("deleted")
                        .get("INVERTER_DATA_RAW")
                        .asInt())
                .isEqualTo(1);
        assertThat(warehouse.rows("SELECT FILE_NAME FROM INVERTER_DATA_RAW"))
                .containsExactly("inverters/old_waiting.json");
        assertThat(warehouse.text("SELECT COUNT(*) FROM INVERTER_READINGS")).isEqualTo("1");
    }

    private List<String> errors(String kind) throws SQLException {
        return warehouse.rows(
                "SELECT OCCURRENCES, IFF(RESOLVED_AT IS NULL, 'open', 'resolved') FROM PIPELINE_ERRORS WHERE KIND = '"
                        + kind + "'");
    }
}
