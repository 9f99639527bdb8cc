package dev.inverterflow.snowflake.local.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.inverterflow.snowflake.local.MovingServer;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the history functions show to whom: the usage notes of their pages. */
@Tag("driver")
class HistoryPrivilegesTest {
    private static final String TASKS = "SELECT NAME FROM TABLE(INFORMATION_SCHEMA.TASK_HISTORY())";
    private static final String LOADS = "SELECT PIPE_NAME, PIPE_SCHEMA_NAME, FILE_NAME FROM"
            + " TABLE(INFORMATION_SCHEMA.COPY_HISTORY(TABLE_NAME => 'RAW',"
            + " START_TIME => DATEADD(HOUR, -1, CURRENT_TIMESTAMP())))";
    private static final String RANGE =
            "DATE_RANGE_START => DATEADD(HOUR, -1, CURRENT_TIMESTAMP()), DATE_RANGE_END => CURRENT_TIMESTAMP()";
    private static MovingServer server;

    @BeforeAll
    static void run() throws Exception {
        server = MovingServer.start();
        server.execute("CREATE ROLE viewer");
        server.execute("GRANT USAGE ON WAREHOUSE compute_wh TO ROLE viewer");
        server.execute("GRANT USAGE ON DATABASE db TO ROLE viewer");
        server.execute("GRANT USAGE ON SCHEMA sc TO ROLE viewer");
        server.execute("CREATE TABLE raw (body VARIANT)");
        server.createStage("st", "s3://bucket/raw/");
        server.execute("CREATE PIPE p AUTO_INGEST = TRUE AS COPY INTO raw FROM @st FILE_FORMAT = (TYPE = JSON)");
        server.execute("CREATE TASK k AS SELECT 1");
        server.execute("CREATE ALERT a SCHEDULE = '60 MINUTE' IF (EXISTS (SELECT 1)) THEN SELECT 2");
        server.execute("EXECUTE TASK k");
        server.execute("EXECUTE ALERT a");
        server.put("raw/a.json", "1");
        await().until(() -> server.rows("SELECT 1 FROM raw").size(), count -> count == 1);
        await().until(server::idle);
    }

    @AfterEach
    void revoke() throws SQLException {
        server.execute("USE ROLE accountadmin");
        server.execute("REVOKE ALL ON TASK k FROM ROLE viewer");
        server.execute("REVOKE ALL ON TABLE raw FROM ROLE viewer");
        server.execute("REVOKE ALL ON PIPE p FROM ROLE viewer");
        server.execute("REVOKE MONITOR EXECUTION, MONITOR USAGE ON ACCOUNT FROM ROLE viewer");
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @Test
    void runsOfTasksAreShownToWhoMayMonitorOrOperateThem() throws SQLException {
        var graphs = "SELECT ROOT_TASK_NAME FROM TABLE(INFORMATION_SCHEMA.COMPLETE_TASK_GRAPHS())";
        assertThat(server.rows(TASKS)).containsExactly(List.of("K"));
        for (var privilege : List.of(
                "MONITOR ON TASK k", "OPERATE ON TASK k", "MONITOR EXECUTION ON ACCOUNT", "OWNERSHIP ON TASK k")) {
            as("viewer");
            assertThat(server.rows(TASKS)).as("before " + privilege).isEmpty();
            assertThat(server.rows(graphs)).isEmpty();

            as("accountadmin");
            server.execute("GRANT " + privilege + " TO ROLE viewer");

            as("viewer");
            assertThat(server.rows(TASKS)).as("with " + privilege).containsExactly(List.of("K"));
            assertThat(server.rows(graphs)).containsExactly(List.of("K"));
            as("accountadmin");
            server.execute(
                    privilege.startsWith("OWNERSHIP")
                            ? "GRANT OWNERSHIP ON TASK k TO ROLE accountadmin"
                            : "REVOKE " + privilege + " FROM ROLE viewer");
        }
    }

    @Test
    void runsOfAlertsAreShownToTheirOwner() throws SQLException {
        var alerts = "SELECT NAME FROM TABLE(INFORMATION_SCHEMA.ALERT_HISTORY())";
        assertThat(server.rows(alerts)).containsExactly(List.of("A"));
        as("viewer");
        assertThat(server.rows(alerts)).isEmpty();

        as("accountadmin");
        server.execute("GRANT OWNERSHIP ON ALERT a TO ROLE viewer");
        as("viewer");
        assertThat(server.rows(alerts)).containsExactly(List.of("A"));
        as("accountadmin");
        server.execute("GRANT OWNERSHIP ON ALERT a TO ROLE accountadmin");
    }

    @Test
    void creditsAreShownWithMonitorUsageOnly() throws SQLException {
        var functions = List.of("PIPE_USAGE_HISTORY", "SERVERLESS_TASK_HISTORY", "SERVERLESS_ALERT_HISTORY");
        as("viewer");
        for (var function : functions) {
            assertThat(credits(function)).as(function).isEmpty();
        }
        as("accountadmin");
        server.execute("GRANT MONITOR USAGE ON ACCOUNT TO ROLE viewer");
        as("viewer");
        for (var function : functions) {
            assertThat(credits(function)).as(function).hasSize(1);
        }
    }

    @Test
    void loadsAreShownToWhoMayDoSomethingWithTheTableAndThePipeToWhoMayMonitorIt() throws SQLException {
        as("viewer");
        assertThatThrownBy(() -> server.rows(LOADS)).hasMessageContaining("does not exist or not authorized");

        as("accountadmin");
        server.execute("GRANT INSERT ON TABLE raw TO ROLE viewer");
        as("viewer");
        assertThat(server.rows(LOADS)).containsExactly(Arrays.asList(null, null, "a.json"));

        as("accountadmin");
        server.execute("GRANT MONITOR ON PIPE p TO ROLE viewer");
        as("viewer");
        assertThat(server.rows(LOADS)).containsExactly(List.of("P", "SC", "a.json"));
    }

    @Test
    void aTaskOrAlertIsNamedWithItsSchemaOrWithout() throws SQLException {
        for (var name : List.of("k", "sc.k", "DB.SC.K", "\"K\"")) {
            assertThat(credits("SERVERLESS_TASK_HISTORY", "TASK_NAME => '" + name + "'"))
                    .as(name)
                    .hasSize(1);
        }
        for (var name : List.of("\"k\"", "other.k", "db.other.k")) {
            assertThat(credits("SERVERLESS_TASK_HISTORY", "TASK_NAME => '" + name + "'"))
                    .as(name)
                    .isEmpty();
        }
        assertThat(credits("SERVERLESS_ALERT_HISTORY", "ALERT_NAME => 'db.sc.a'"))
                .as("what it cost, by the time it took")
                .singleElement()
                .satisfies(row -> assertThat(Double.parseDouble(row.get(0))).isPositive());
    }

    @Test
    void theUsageOfPipesIsAddedUpByTheLengthOfTheRange() throws SQLException {
        assertThat(pipePeriod("DATEADD(MINUTE, -30, CURRENT_TIMESTAMP())")).isEqualTo("5");
        assertThat(pipePeriod("DATEADD(HOUR, -12, CURRENT_TIMESTAMP())")).isEqualTo("60");
        assertThat(pipePeriod("DATEADD(DAY, -14, CURRENT_DATE())")).isEqualTo("1440");
    }

    private static String pipePeriod(String start) throws SQLException {
        return server.rows("SELECT DATEDIFF(MINUTE, START_TIME, END_TIME) FROM TABLE("
                        + "INFORMATION_SCHEMA.PIPE_USAGE_HISTORY(DATE_RANGE_START => " + start
                        + ", DATE_RANGE_END => CURRENT_TIMESTAMP()))")
                .get(0)
                .get(0);
    }

    private static List<List<String>> credits(String function, String... more) throws SQLException {
        var arguments = RANGE + (more.length == 0 ? "" : ", " + more[0]);
        return server.rows("SELECT CREDITS_USED FROM TABLE(INFORMATION_SCHEMA." + function + "(" + arguments + "))");
    }

    private static void as(String role) throws SQLException {
        server.execute("USE ROLE " + role);
    }
}
