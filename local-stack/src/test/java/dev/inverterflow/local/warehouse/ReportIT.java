package dev.inverterflow.local.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.inverterflow.snowflake.local.MovableClock;
import dev.inverterflow.snowflake.local.usage.Metering;
import dev.inverterflow.snowflake.local.usage.UsageLag;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * REPORT_INGESTION_COST and REPORT_INGESTION_LATENCY against figures computed by hand, on a clock that stands until it is
 * moved and usage views that lag as their pages say. The clock only goes forward, hence the order, and one class
 * for both reports: they read the same history.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReportIT {
    private static final List<String> ZONES = List.of("UTC", "America/Los_Angeles", "Asia/Kolkata");
    private static final String COST_OF_THE_DAY =
            "REPORT_INGESTION_COST('2026-11-23'::TIMESTAMP_NTZ, '2026-11-24'::TIMESTAMP_NTZ)";
    private static final String LINES = """
            SELECT COMPONENT, BASIS, IN_TOTAL, ROUND(CREDITS, 6), ROUND(AMOUNT, 6), CURRENCY
            FROM INGESTION_COST WHERE DAY = '2026-11-23' AND COMPONENT <> 'STAGE_STORAGE' ORDER BY COMPONENT_ORDER""";

    private static MovableClock clock;
    private static Warehouse warehouse;

    @BeforeAll
    static void start() throws Exception {
        clock = new MovableClock(Instant.parse("2026-11-24T14:00:00Z"));
        warehouse = Warehouse.start(builder -> builder.clock(clock).usageLag(UsageLag.DOCUMENTED));
        meterTheDay();
    }

    @AfterAll
    static void stop() throws Exception {
        if (warehouse != null) {
            warehouse.close();
        }
    }

    @BeforeEach
    void empty() throws SQLException {
        warehouse.reset();
    }

    /** 2026-11-23 as Snowflake would meter it; what happens near midnight belongs to other days in other time zones. */
    private static void meterTheDay() {
        Metering metering = warehouse.stack().snowflake().metering();
        for (String hour : List.of("00:10", "23:30")) {
            for (int i = 0; i < 5; i++) {
                run(metering, "FLATTEN", "2026-11-23T" + hour + ":00Z", 400);
            }
        }
        run(metering, "MONITOR", "2026-11-23T12:00:00Z", 400);
        run(metering, "SNAPSHOT", "2026-11-23T12:05:00Z", 200);
        run(metering, "COST", "2026-11-23T12:15:00Z", 200);
        metering.warehouseHour(Instant.parse("2026-11-23T23:00:00Z"), "INVERTERFLOW_WH", 0.5, 0.125);
        metering.warehouseHour(Instant.parse("2026-11-23T23:00:00Z"), "SOMEBODY_ELSES_WH", 8, 4);
        metering.databaseDay(LocalDate.of(2026, 11, 23), "INVERTERFLOW", 3_000_000_000_000L, 600_000_000_000L);
        metering.databaseDay(LocalDate.of(2026, 11, 23), "OTHER", 9_000_000_000_000L, 0);
        metering.tableStorage("INVERTERFLOW", "INGEST", "A", 2_000_000_000_000L, 500_000_000_000L, 300_000_000_000L);
        metering.tableStorage("INVERTERFLOW", "OTHER", "B", 500_000_000_000L, 0, 300_000_000_000L);
    }

    private static void run(Metering metering, String task, String started, long seconds) {
        Instant start = Instant.parse(started);
        metering.taskRun("INVERTERFLOW", "INGEST", task, start.minusSeconds(2), start, Duration.ofSeconds(seconds));
    }

    /** 10 batches of 4 files every 20 s and 20 of 1 file every 60 s: 60 files, 3 GB stored, 4 GB billed. */
    private static void loadTheDay() throws SQLException {
        for (int batch = 0; batch < 10; batch++) {
            for (int part = 1; part <= 4; part++) {
                file("a", batch * 20, 4, part, 25_000_000, 50_000_000, 15);
            }
        }
        for (int batch = 0; batch < 20; batch++) {
            file("b", batch * 60, 1, 1, 100_000_000, 100_000_000, 60);
        }
        file("probe", 0, 1, 1, 2, 2, 0);
        warehouse.execute("""
                INSERT INTO INGESTION_FILES (FILE_NAME, START_SCAN_TIME, FILE_SIZE, BYTES_BILLED, SNAPSHOT_AT)
                SELECT 'deleted by the lifecycle', '2026-10-01', 10000000000, 10000000000, SYSDATE()""");
        warehouse.execute("""
                INSERT INTO PIPELINE_RUNS (RUN_ID, PROCEDURE_NAME, STARTED_AT, FINISHED_AT, TYPED)
                SELECT 'f', 'FLATTEN_INVERTER_DATA', '2026-11-23 00:10:00', '2026-11-23 00:16:40', 1500000""");
        warehouse.execute("""
                INSERT INTO PIPELINE_RUNS (RUN_ID, PROCEDURE_NAME, STARTED_AT, FINISHED_AT)
                SELECT 'r', 'RECONCILE_BATCHES', '2026-11-23 12:10:00', '2026-11-23 12:10:01'
                FROM TABLE(GENERATOR(ROWCOUNT => 24))""");
        warehouse.execute("""
                INSERT INTO INVERTER_READINGS (INVERTER_ID, READING_TIME, READING_DATE, PAC, DAY_ENERGY, TOTAL_ENERGY, TEMPERATURE,
                  STATUS_CODE, ERROR_CODE, FILE_NAME, FILE_INDEX, START_SCAN_TIME, FLATTENED_AT, RUN_ID)
                SELECT I, '2026-11-23 10:00:00', '2026-11-23', 1, 1, 1, 20, 7, 0, 'f', 0, SYSDATE(), SYSDATE(), 'r'
                FROM (VALUES ('INV-1'), ('INV-2')) AS v (I)""");
    }

    private static void file(String client, int second, int parts, int part, long size, long billed, int records)
            throws SQLException {
        warehouse.execute("""
                INSERT INTO INGESTION_FILES
                  (FILE_NAME, GENERATED_AT, CLIENT_ID, CLIENT_RUN, PART, NUM_FILES, EXPECTED_RECORDS, FILE_SIZE, BYTES_BILLED,
                   START_SCAN_TIME, SNAPSHOT_AT)
                SELECT '%1$s_%2$d_%4$d', DATEADD(SECOND, %2$d, '2026-11-23 23:00:00'::TIMESTAMP_NTZ), '%1$s', '1', %4$d, %3$d, %7$d,
                  %5$d, %6$d, DATEADD(SECOND, %2$d, '2026-11-23 23:00:05'::TIMESTAMP_NTZ), SYSDATE()""".formatted(client, second, parts, part, size, billed, records));
    }

    @Test
    @Order(1)
    void costIsRightToTheCentInEveryTimeZone() throws SQLException {
        loadTheDay();
        long staged = bytesOn("PROCEDURE_CODE") + bytesOn("INGESTION_REPORTS");
        double stageAmount = staged / 30.0 * 23 / 1e12;

        for (String zone : ZONES) {
            warehouse.execute("ALTER SESSION SET TIMEZONE = '" + zone + "'");
            JsonNode report = warehouse.call(COST_OF_THE_DAY);

            assertThat(warehouse.rows(LINES))
                    .as(zone)
                    .containsExactly(
                            // 4 GB at 0.0037 credits of 3 USD; 60 files at 0.06 credits a thousand
                            "SNOWPIPE | measured | TRUE | 0.0148 | 0.0444 | USD",
                            "SNOWPIPE_FORMER_FILE_FEE | modelled | FALSE | 0.0036 | 0.0108 | USD",
                            // 0.9 credits an hour: 4,000 s, 400 s, 400 s
                            "FLATTEN_SERVERLESS | measured | TRUE | 1.0 | 3.0 | USD",
                            "MONITOR_SERVERLESS | measured | TRUE | 0.1 | 0.3 | USD",
                            "REPORTS_SERVERLESS | measured | TRUE | 0.1 | 0.3 | USD",
                            "WAREHOUSE_QUERIES | measured | TRUE | 0.125 | 0.375 | USD",
                            "WAREHOUSE_IDLE | measured | TRUE | 0.375 | 1.125 | USD",
                            // 2, 0.5 and 0.3 TB for a 30th of a month at 23 USD
                            "TABLE_STORAGE | measured | TRUE | null | 1.533333 | USD",
                            "TIME_TRAVEL_STORAGE | measured | TRUE | null | 0.383333 | USD",
                            "FAIL_SAFE_STORAGE | measured | TRUE | null | 0.23 | USD",
                            // 60 PUT, 60 GET, 24 reconciliations of 2 listings; 3 GB for a day
                            "S3_PUT | modelled | TRUE | null | 3.0E-4 | USD",
                            "S3_GET | modelled | TRUE | null | 2.4E-5 | USD",
                            "S3_LIST | modelled | TRUE | null | 2.4E-4 | USD",
                            "S3_STORAGE | modelled | TRUE | null | 0.0023 | USD");
            double total = 0.0444
                    + 3
                    + 0.3
                    + 0.3
                    + 0.375
                    + 1.125
                    + 46 / 30.0
                    + 11.5 / 30
                    + 6.9 / 30
                    + stageAmount
                    + 0.0003
                    + 0.000024
                    + 0.00024
                    + 0.0023;
            assertThat(report.get("total").asDouble()).as(zone).isCloseTo(total, within(1e-9));
            assertThat(report.get("currency").asText()).isEqualTo("USD");
            assertThat(report.get("rates").asText()).isEqualTo("PRICE_LIST");
            JsonNode units = report.get("unit_costs");
            assertThat(units.get("per_million_readings").asDouble()).isCloseTo(total / 1.5, within(1e-9));
            assertThat(units.get("per_gb").asDouble()).isCloseTo(total / 3.000000002, within(1e-9));
            assertThat(units.get("per_inverter_month").asDouble()).isCloseTo(total * 30 / 2, within(1e-9));
            assertThat(cuts(report))
                    .containsExactly(
                            "1 every 60 s: 20 batches, 20 files, 0.0001, 0.000008, 0.0074, 0.0012",
                            "4 every 20 s: 10 batches, 40 files, 0.0002, 0.000016, 0.0074, 0.0024");
        }
    }

    private static List<String> cuts(JsonNode report) {
        List<String> cuts = new ArrayList<>();
        for (JsonNode cut : report.get("by_num_files")) {
            cuts.add("%d every %d s: %d batches, %d files, %s, %s, %s, %s"
                    .formatted(
                            cut.get("num_files").asInt(),
                            cut.get("interval_seconds").asInt(),
                            cut.get("batches").asInt(),
                            cut.get("files").asInt(),
                            rounded(cut.get("put_amount")),
                            rounded(cut.get("get_amount")),
                            rounded(cut.get("snowpipe_credits")),
                            rounded(cut.get("former_file_fee_credits"))));
        }
        return cuts;
    }

    private static String rounded(JsonNode amount) {
        return BigDecimal.valueOf(amount.asDouble())
                .setScale(9, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    private static long bytesOn(String stage) throws SQLException {
        warehouse.execute("LIST @" + stage);
        return Long.parseLong(
                warehouse.text("SELECT COALESCE(SUM(\"size\"), 0) FROM TABLE(RESULT_SCAN(LAST_QUERY_ID()))"));
    }

    @Test
    @Order(2)
    void aRunReplacesItsDaysAndNoOthers() throws SQLException {
        loadTheDay();
        for (String day : List.of("2026-11-22", "2026-11-23", "2026-11-24")) {
            warehouse.execute("""
                    INSERT INTO INGESTION_COST (DAY, COMPONENT, COMPONENT_ORDER, BASIS, IN_TOTAL, UNIT, COMPUTED_AT, RUN_ID)
                    SELECT '%s', 'OF_BEFORE', 1, 'measured', TRUE, 'x', SYSDATE(), 'before'""".formatted(day));
        }
        warehouse.call(COST_OF_THE_DAY);
        List<String> first = warehouse.rows(LINES);
        warehouse.call(COST_OF_THE_DAY);

        assertThat(warehouse.rows(LINES)).isEqualTo(first).hasSize(14);
        assertThat(warehouse.rows("SELECT DAY FROM INGESTION_COST WHERE COMPONENT = 'OF_BEFORE' ORDER BY DAY"))
                .containsExactly("2026-11-22", "2026-11-24");
    }

    @Test
    @Order(3)
    void ownPricesAndTheContractsRatesNameThemselves() throws Exception {
        loadTheDay();
        warehouse.execute("""
                INSERT INTO PRICE_LIST (ITEM, EDITION, REGION, PRICE, CURRENCY, UNIT, UNIT_QUANTITY, VALID_FROM, SOURCE)
                SELECT 'CREDIT', 'ENTERPRISE', R, P, 'USD', 'credit', 1, '2026-11-01', S
                FROM (VALUES (NULL, 1, 'own contract'), ('eu-central-1', 9, 'of another region')) AS v (R, P, S)""");
        try {
            warehouse.call(COST_OF_THE_DAY);
            assertThat(snowpipe())
                    .containsExactly("0.0148 | USD | Snowflake release note 2025-12-08; Consumption Table, effective"
                            + " 2026-03-31; credit: own contract");

            warehouse.execute("USE ROLE ACCOUNTADMIN");
            warehouse.execute("GRANT DATABASE ROLE SNOWFLAKE.ORGANIZATION_BILLING_VIEWER TO ROLE INVERTERFLOW_OWNER");
            warehouse.execute("USE ROLE INVERTERFLOW_OWNER");
            Metering metering = warehouse.stack().snowflake().metering();
            metering.rate(LocalDate.of(2026, 11, 22), "compute", "WAREHOUSE_METERING", "USD", new BigDecimal("2.50"));
            metering.rate(LocalDate.of(2026, 11, 21), "compute", "WAREHOUSE_METERING", "USD", new BigDecimal("7"));
            metering.rate(LocalDate.of(2026, 11, 22), "storage", "STORAGE", "USD", new BigDecimal("20"));
            for (String zone : ZONES) {
                warehouse.execute("ALTER SESSION SET TIMEZONE = '" + zone + "'");
                assertThat(warehouse.call(COST_OF_THE_DAY).get("rates").asText())
                        .isEqualTo("RATE_SHEET_DAILY");
                assertThat(snowpipe())
                        .as(zone)
                        .containsExactly("0.037 | USD | Snowflake release note 2025-12-08; Consumption Table, effective"
                                + " 2026-03-31; credit: RATE_SHEET_DAILY of 2026-11-22");
                assertThat(warehouse.rows("SELECT ROUND(AMOUNT, 4), PRICE_SOURCE FROM INGESTION_COST"
                                + " WHERE COMPONENT = 'TABLE_STORAGE'"))
                        .containsExactly("1.3333 | RATE_SHEET_DAILY of 2026-11-22");
            }
        } finally {
            warehouse.execute("USE ROLE ACCOUNTADMIN");
            warehouse.execute(
                    "REVOKE DATABASE ROLE SNOWFLAKE.ORGANIZATION_BILLING_VIEWER FROM ROLE INVERTERFLOW_OWNER");
            warehouse.execute("USE ROLE INVERTERFLOW_OWNER");
            warehouse.execute("DELETE FROM PRICE_LIST WHERE VALID_FROM = '2026-11-01'");
        }
    }

    private static List<String> snowpipe() throws SQLException {
        return warehouse.rows(
                "SELECT ROUND(AMOUNT, 6), CURRENCY, PRICE_SOURCE FROM INGESTION_COST WHERE COMPONENT = 'SNOWPIPE'");
    }

    @Test
    @Order(4)
    void percentilesAreExactAndWhatCannotBeIsNamedInEveryTimeZone() throws SQLException {
        for (int seconds : new int[] {1, 2, 3, 4, 10}) {
            way("10:00:00", "10:00:%02d".formatted(seconds), "10:00:20", "COPY_HISTORY.LAST_LOAD_TIME");
        }
        way("17:00:00", "10:00:05", "10:00:20", "COPY_HISTORY.LAST_LOAD_TIME"); // 7 hours ahead of UTC
        way("10:00:02", "10:00:00", "10:00:20", "ACCOUNT_USAGE.COPY_HISTORY.FIRST_COMMIT_TIME");
        Metering metering = warehouse.stack().snowflake().metering();
        for (int wait : new int[] {1, 2, 6}) {
            Instant scheduled = Instant.parse("2026-11-24T03:00:00Z").plusSeconds(wait * 100L);
            metering.taskRun(
                    "INVERTERFLOW", "INGEST", "FLATTEN", scheduled, scheduled.plusSeconds(wait), Duration.ofSeconds(1));
        }

        for (String zone : ZONES) {
            warehouse.execute("ALTER SESSION SET TIMEZONE = '" + zone + "'");
            JsonNode report = warehouse.call(
                    "REPORT_INGESTION_LATENCY('2026-11-23 10:00'::TIMESTAMP_NTZ, '2026-11-24 12:00'::TIMESTAMP_NTZ)");

            assertThat(hop(report.get("rows"), "GENERATED_TO_MODIFIED"))
                    .as(zone)
                    // 1 2 3 4 10: p95 at position 1 + 0.95 * 4, p99 at 1 + 0.99 * 4
                    .isEqualTo("2026-11-23T10:00:00Z 2 files 5 negative 2 absurd 0: 3.0 8.8 9.76 10.0"
                            + " below 0 s by about half an hour or more: a time that is not UTC");
            assertThat(hop(report.get("rows"), "MODIFIED_TO_RECEIVED")).contains("files 7 negative 0 absurd 0");
            assertThat(hop(report.get("rows"), "SCAN_TO_COMMITTED"))
                    .isEqualTo("2026-11-23T10:00:00Z 2 files 7 negative 0 absurd 0: 1.0 1.0 1.0 1.0 null");
            assertThat(report.get("rows").get(3).get("committed_source").asText())
                    .isEqualTo("ACCOUNT_USAGE.COPY_HISTORY.FIRST_COMMIT_TIME, COPY_HISTORY.LAST_LOAD_TIME");
            assertThat(waits(report))
                    .as(zone)
                    .containsExactly(
                            "2026-11-23T23:00:00Z null files 5 negative 0 absurd 0: 2.0 2.0 2.0 2.0 null",
                            "2026-11-24T03:00:00Z null files 3 negative 0 absurd 0: 2.0 5.6 5.92 6.0 null");
        }
    }

    @Test
    @Order(5)
    void anAbsurdHopAndASkewedClockAreToldApart() throws SQLException {
        way("10:00:00", "10:00:03", "10:00:20", "COPY_HISTORY.LAST_LOAD_TIME");
        way("10:00:05", "10:00:03", "10:00:20", "COPY_HISTORY.LAST_LOAD_TIME");
        warehouse.execute("""
                INSERT INTO INGESTION_FILES (FILE_NAME, GENERATED_AT, NUM_FILES, FILE_LAST_MODIFIED, START_SCAN_TIME, SNAPSHOT_AT)
                SELECT 'backfilled', '2026-11-21 10:00:00', 2, '2026-11-23 10:00:03', '2026-11-23 10:00:20', SYSDATE()""");

        JsonNode report = warehouse.call(
                "REPORT_INGESTION_LATENCY('2026-11-23 10:00'::TIMESTAMP_NTZ, '2026-11-23 11:00'::TIMESTAMP_NTZ)");

        assertThat(hop(report.get("rows"), "GENERATED_TO_MODIFIED"))
                .isEqualTo("2026-11-23T10:00:00Z 2 files 1 negative 1 absurd 1: 3.0 3.0 3.0 3.0"
                        + " the clock of the client is ahead; a day or longer: back-filled, kept in the spool, or the clock of"
                        + " the client is behind");
    }

    private static int ways;

    private static void way(String generated, String modified, String scanned, String source) throws SQLException {
        warehouse.execute("""
                INSERT INTO INGESTION_FILES
                  (FILE_NAME, GENERATED_AT, NUM_FILES, EXPECTED_RECORDS, FILE_LAST_MODIFIED, RECEIVED_AT, START_SCAN_TIME,
                   COMMITTED_AT, COMMITTED_SOURCE, FLATTENED_AT, SNAPSHOT_AT)
                SELECT 'way%5$d', '2026-11-23 %1$s', 2, 5, '2026-11-23 %2$s', DATEADD(SECOND, 1, '2026-11-23 %2$s'::TIMESTAMP_NTZ),
                  '2026-11-23 %3$s', DATEADD(SECOND, 1, '2026-11-23 %3$s'::TIMESTAMP_NTZ), '%4$s', '2026-11-23 10:01:00', SYSDATE()""".formatted(generated, modified, scanned, source, ways++));
    }

    private static List<String> waits(JsonNode report) {
        List<String> waits = new ArrayList<>();
        report.get("task_waits").forEach(row -> waits.add(figures(row)));
        return waits;
    }

    private static String hop(JsonNode rows, String hop) {
        for (JsonNode row : rows) {
            if (row.get("hop").asText().equals(hop)) {
                return figures(row);
            }
        }
        throw new AssertionError("no " + hop + " in " + rows);
    }

    private static String figures(JsonNode row) {
        return "%s %s files %d negative %d absurd %d: %s %s %s %s %s"
                .formatted(
                        row.get("hour").asText(),
                        row.get("num_files").asText(),
                        row.get("files").asInt(),
                        row.get("negative").asInt(),
                        row.get("absurd").asInt(),
                        seconds(row.get("p50_seconds")),
                        seconds(row.get("p95_seconds")),
                        seconds(row.get("p99_seconds")),
                        seconds(row.get("max_seconds")),
                        row.get("flag").asText());
    }

    private static double seconds(JsonNode value) {
        return Math.round(value.asDouble() * 1e9) / 1e9;
    }

    @Test
    @Order(6)
    void whatIsYoungIsProvisionalAndBecomesFinal() throws SQLException {
        run(warehouse.stack().snowflake().metering(), "FLATTEN", "2026-11-25T23:30:00Z", 400);
        warehouse.execute("""
                INSERT INTO PIPELINE_RUNS (RUN_ID, PROCEDURE_NAME, STARTED_AT, FINISHED_AT, TYPED)
                SELECT 'f', 'FLATTEN_INVERTER_DATA', '2026-11-25 23:30:00', '2026-11-25 23:35:00', 10""");
        clock.advance(Duration.ofHours(36)); // 2026-11-26 02:00: the view knows nothing after 23:00
        assertThat(flatten())
                .containsExactly(
                        "provisional | 0.075 | run times at size XSMALL; the usage view does not know the day yet");

        clock.advance(Duration.ofHours(1));
        assertThat(flatten()).containsExactly("provisional | 0.1 | credits of the task FLATTEN");

        clock.advance(Duration.ofHours(6));
        assertThat(flatten()).containsExactly("measured | 0.1 | credits of the task FLATTEN");
    }

    /** What the next nightly run finds: it covers the last 30 days. */
    private static List<String> flatten() throws SQLException {
        warehouse.call("REPORT_INGESTION_COST()");
        return warehouse.rows("SELECT BASIS, ROUND(CREDITS, 6), NOTE FROM INGESTION_COST"
                + " WHERE COMPONENT = 'FLATTEN_SERVERLESS' AND DAY = '2026-11-25'");
    }

    /** The clock stands at 2026-11-26 11:00 and no view knows a run of that day. */
    @Test
    @Order(7)
    void flattenOnAWarehouseIsPricedOnce() throws Exception {
        warehouse.execute("""
                INSERT INTO PIPELINE_RUNS (RUN_ID, PROCEDURE_NAME, STARTED_AT, FINISHED_AT, TYPED)
                SELECT 'f', 'FLATTEN_INVERTER_DATA', '2026-11-26 01:00:00', '2026-11-26 01:05:00', 10""");
        assertThat(flattenLines()).containsExactly("FLATTEN_SERVERLESS | 0.075");

        flattenOn("INVERTERFLOW_WH");
        assertThat(flattenLines()).as("it is among the warehouse's queries").isEmpty();

        warehouse.execute("USE ROLE ACCOUNTADMIN");
        warehouse.execute("CREATE WAREHOUSE IF NOT EXISTS SOMEBODY_ELSES_WH WITH WAREHOUSE_SIZE = 'XSMALL'");
        warehouse.execute("USE ROLE INVERTERFLOW_OWNER");
        warehouse.execute("USE WAREHOUSE INVERTERFLOW_WH");
        flattenOn("SOMEBODY_ELSES_WH");
        assertThat(flattenLines()).containsExactly("FLATTEN_WAREHOUSE | 0.083333");
    }

    private static void flattenOn(String name) throws Exception {
        Map<String, String> variables = Map.of(
                "flatten_warehouse", name,
                "flatten_seconds", "300",
                "tasks_role", "INVERTERFLOW_TASKS",
                "owner_role", "INVERTERFLOW_OWNER");
        warehouse.execute("USE ROLE ACCOUNTADMIN");
        warehouse.script("bootstrap/flatten_warehouse.sql", variables);
        warehouse.execute("USE ROLE INVERTERFLOW_OWNER");
        warehouse.script("optional/R__10_flatten_on_warehouse.sql", variables);
    }

    private static List<String> flattenLines() throws SQLException {
        warehouse.call("REPORT_INGESTION_COST('2026-11-26'::TIMESTAMP_NTZ, '2026-11-27'::TIMESTAMP_NTZ)");
        return warehouse.rows("SELECT COMPONENT, ROUND(CREDITS, 6) FROM INGESTION_COST"
                + " WHERE STARTSWITH(COMPONENT, 'FLATTEN') AND DAY = '2026-11-26'");
    }

    @Test
    @Order(8)
    void theCommitTimeIsTheLoadsUntilTheUsageViewKnowsIt() throws SQLException {
        warehouse.put("2026-11-26/20261126T110000Z_c_r1_p1of1_n1.json", "[{}]");
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> !warehouse.rows("SELECT 1 FROM INVERTER_DATA_RAW").isEmpty());
        warehouse.call("SNAPSHOT_LOAD_HISTORY()");
        String source = "SELECT COMMITTED_SOURCE FROM INGESTION_FILES";
        assertThat(warehouse.rows(source)).containsExactly("COPY_HISTORY.LAST_LOAD_TIME");

        clock.advance(Duration.ofHours(2));
        assertThat(warehouse
                        .call("SNAPSHOT_LOAD_HISTORY()")
                        .get("commit_times_added")
                        .asInt())
                .isEqualTo(1);
        assertThat(warehouse
                        .call("SNAPSHOT_LOAD_HISTORY()")
                        .get("commit_times_added")
                        .asInt())
                .isZero();
        assertThat(warehouse.rows(source)).containsExactly("ACCOUNT_USAGE.COPY_HISTORY.FIRST_COMMIT_TIME");
    }
}
