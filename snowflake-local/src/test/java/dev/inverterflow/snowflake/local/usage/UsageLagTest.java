package dev.inverterflow.snowflake.local.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.inverterflow.snowflake.local.MovingClockServer;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The latency of ACCOUNT_USAGE, switched on. */
class UsageLagTest {

    @Test
    void theViewsShowWhatTheyDocumentAndTheFunctionsEverything() throws SQLException {
        try (var server = MovingClockServer.start(UsageLag.DOCUMENTED)) {
            server.execute("CREATE TASK t AS SELECT 1");
            server.execute("EXECUTE TASK t");
            await().until(server::idle);
            assertThat(server.rows("SELECT STATE FROM TABLE(INFORMATION_SCHEMA.TASK_HISTORY())"))
                    .containsExactly(List.of("SUCCEEDED"));
            assertThat(server.rows("SELECT STATE FROM SNOWFLAKE.ACCOUNT_USAGE.TASK_HISTORY"))
                    .isEmpty();

            var created = "SELECT QUERY_TYPE FROM SNOWFLAKE.ACCOUNT_USAGE.QUERY_HISTORY"
                    + " WHERE QUERY_TEXT LIKE 'CREATE TASK%'";
            assertThat(server.rows(created)).isEmpty();

            server.clock().advance(Duration.ofMinutes(45));

            assertThat(server.rows(created)).containsExactly(List.of("CREATE_TASK"));
            assertThat(server.rows("SELECT STATE FROM SNOWFLAKE.ACCOUNT_USAGE.TASK_HISTORY"))
                    .containsExactly(List.of("SUCCEEDED"));
            assertThat(server.rows("SELECT TASK_NAME FROM SNOWFLAKE.ACCOUNT_USAGE.SERVERLESS_TASK_HISTORY"))
                    .as("later than the runs themselves")
                    .isEmpty();
            server.clock().advance(Duration.ofMinutes(135));
            assertThat(server.rows("SELECT TASK_NAME FROM SNOWFLAKE.ACCOUNT_USAGE.SERVERLESS_TASK_HISTORY"))
                    .containsExactly(List.of("T"));
        }
    }

    @Test
    void whatIsMeteredIsShownAsLateAsItsViewIs() throws SQLException {
        try (var server = MovingClockServer.start(UsageLag.DOCUMENTED)) {
            var metering = server.snowflake().metering();
            metering.warehouseHour(Instant.parse("2026-11-23T05:00:00Z"), "wh", 0.5, 0.125);
            metering.databaseDay(LocalDate.of(2026, 11, 22), "db", 3000, 70);
            metering.tableStorage("db", "sc", "t", 2000, 500, 70);
            metering.taskRun(
                    "db",
                    "sc",
                    "old",
                    Instant.parse("2026-11-23T05:00:00Z"),
                    Instant.parse("2026-11-23T05:00:05Z"),
                    Duration.ofSeconds(400));
            var warehouses = "SELECT WAREHOUSE_NAME, CREDITS_USED_COMPUTE - CREDITS_ATTRIBUTED_COMPUTE_QUERIES"
                    + " FROM SNOWFLAKE.ACCOUNT_USAGE.WAREHOUSE_METERING_HISTORY";
            var serverless = "SELECT TASK_NAME, CREDITS_USED FROM SNOWFLAKE.ACCOUNT_USAGE.SERVERLESS_TASK_HISTORY";

            assertThat(server.rows(warehouses)).isEmpty();
            assertThat(server.rows(serverless)).isEmpty();
            server.clock().advance(Duration.ofHours(6));

            assertThat(server.rows(warehouses)).containsExactly(List.of("WH", "0.375000000"));
            assertThat(server.rows(serverless)).containsExactly(List.of("OLD", "0.100000000"));
            assertThat(server.rows("SELECT USAGE_DATE, DATABASE_NAME, AVERAGE_DATABASE_BYTES, AVERAGE_FAILSAFE_BYTES"
                            + " FROM SNOWFLAKE.ACCOUNT_USAGE.DATABASE_STORAGE_USAGE_HISTORY"))
                    .containsExactly(List.of("2026-11-22", "DB", "3000.0", "70.0"));
            assertThat(server.rows("SELECT TABLE_NAME, ACTIVE_BYTES, TIME_TRAVEL_BYTES, FAILSAFE_BYTES"
                            + " FROM SNOWFLAKE.ACCOUNT_USAGE.TABLE_STORAGE_METRICS"))
                    .containsExactly(List.of("T", "2000", "500", "70"));
        }
    }

    @Test
    void aNewAccountHasUsedNothing() throws SQLException {
        try (var server = MovingClockServer.start(UsageLag.DOCUMENTED)) {
            for (var view : List.of(
                    "ACCOUNT_USAGE.WAREHOUSE_METERING_HISTORY",
                    "ACCOUNT_USAGE.DATABASE_STORAGE_USAGE_HISTORY",
                    "ACCOUNT_USAGE.TABLE_STORAGE_METRICS",
                    "ORGANIZATION_USAGE.RATE_SHEET_DAILY")) {
                assertThat(server.rows("SELECT * FROM SNOWFLAKE." + view))
                        .as(view)
                        .isEmpty();
            }
        }
    }

    @Test
    void theRateSheetIsOfTheOrganization() throws SQLException {
        try (var server = MovingClockServer.start(UsageLag.NONE)) {
            server.snowflake()
                    .metering()
                    .rate(LocalDate.of(2026, 11, 22), "compute", "WAREHOUSE_METERING", "EUR", new BigDecimal("2.75"));
            var rates = "SELECT EFFECTIVE_RATE, CURRENCY FROM SNOWFLAKE.ORGANIZATION_USAGE.RATE_SHEET_DAILY"
                    + " WHERE RATING_TYPE = 'compute' AND ACCOUNT_LOCATOR = CURRENT_ACCOUNT()";
            server.execute("CREATE ROLE viewer");
            server.execute("GRANT USAGE ON WAREHOUSE compute_wh TO ROLE viewer");
            server.execute("GRANT DATABASE ROLE SNOWFLAKE.USAGE_VIEWER TO ROLE viewer");
            server.execute("USE ROLE viewer");
            assertThatThrownBy(() -> server.rows(rates)).hasMessageContaining("does not exist or not authorized");

            server.execute("USE ROLE accountadmin");
            server.execute("GRANT DATABASE ROLE SNOWFLAKE.ORGANIZATION_BILLING_VIEWER TO ROLE viewer");
            server.execute("USE ROLE viewer");
            assertThat(server.rows(rates)).containsExactly(List.of("2.75", "EUR"));
        }
    }
}
