package dev.inverterflow.local.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The views, on rows whose figures can be computed by hand. */
@ExtendWith(WarehouseExtension.class)
class ViewsIT {
    private final Warehouse warehouse;

    ViewsIT(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    @Test
    void powerEnergyFaultsAndQualityAreRight() throws SQLException {
        warehouse.execute("INSERT INTO INVERTERS (INVERTER_ID, SITE) SELECT 'INV-1', 'north'");
        reading("INV-1", "10:00:00", 1000, 10, 500, 0);
        reading("INV-1", "10:00:30", 2000, 20, 510, 0);
        reading("INV-1", "10:06:30", 0, 20, 505, 301);
        reading("INV-1", "10:36:30", 500, 20, 506, 301);
        reading("INV-1", "11:06:30", 2000, 30, 520, 0);
        reading("INV-2", "10:00:10", 7, 1, 1, 0);
        for (int i = 20; i <= 24; i++) {
            reading("INV-2", "10:00:" + i, 8, 1, 1, 0);
        }

        assertThat(warehouse.rows("""
                        SELECT SITE, TO_VARCHAR(MINUTE, 'HH24:MI'), INVERTERS, ROUND(PAC, 1) FROM SITE_POWER
                        WHERE MINUTE < '2026-11-23 10:01:00' ORDER BY SITE""")).containsExactly("north | 10:00 | 1 | 1500.0", "unknown | 10:00 | 1 | 7.8");
        assertThat(warehouse.rows("""
                        SELECT INVERTER_ID, READINGS, DAY_ENERGY, COUNTED_ENERGY, PEAK_PAC, ROUND(AVAILABILITY, 2)
                        FROM DAILY_ENERGY WHERE INVERTER_ID = 'INV-1'""")).containsExactly("INV-1 | 5 | 30.0 | 20.0 | 2000.0 | 0.60");
        // An hour at 2000 W was to be had; half an hour gave 0 W, half an hour 500 W.
        assertThat(warehouse.rows("""
                        SELECT INVERTER_ID, ERROR_CODE, TO_VARCHAR(STARTED_AT, 'HH24:MI:SS'), TO_VARCHAR(ENDED_AT, 'HH24:MI:SS'),
                          READINGS, ROUND(ENERGY_LOST, 1) FROM FAULT_EPISODES""")).containsExactly("INV-1 | 301 | 10:06:30 | 11:06:30 | 2 | 1750.0");
        assertThat(warehouse.rows("""
                        SELECT INVERTER_ID, FLAG, TO_VARCHAR(READING_TIME, 'HH24:MI:SS'), VALUE FROM READING_QUALITY
                        ORDER BY INVERTER_ID, FLAG, READING_TIME"""))
                .containsExactly(
                        "INV-1 | FALLING_ENERGY | 10:06:30 | -5.0",
                        "INV-1 | GAP | 10:06:30 | 360.0",
                        "INV-1 | GAP | 10:36:30 | 1800.0",
                        "INV-1 | GAP | 11:06:30 | 1800.0",
                        "INV-2 | STUCK_VALUES | 10:00:24 | 8.0");
        assertThat(warehouse.rows("SELECT INVERTER_ID, PAC FROM LATEST_READINGS ORDER BY 1"))
                .containsExactly("INV-1 | 2000.0", "INV-2 | 8.0");
    }

    @Test
    void everyTableViewAndColumnSaysWhatItIs() throws SQLException {
        assertThat(warehouse.rows("""
                        SELECT TABLE_NAME FROM INFORMATION_SCHEMA.TABLES
                        WHERE TABLE_SCHEMA = 'INGEST' AND COALESCE(COMMENT, '') = '' AND TABLE_NAME NOT IN ('DEPLOY_HISTORY', 'DEPLOY_LOCK')""")).isEmpty();
        assertThat(warehouse.rows("""
                        SELECT TABLE_NAME || '.' || COLUMN_NAME FROM INFORMATION_SCHEMA.COLUMNS
                        WHERE TABLE_SCHEMA = 'INGEST' AND COALESCE(COMMENT, '') = '' AND TABLE_NAME NOT IN ('DEPLOY_HISTORY', 'DEPLOY_LOCK')""")).isEmpty();
    }

    @Test
    void theWayOfAFileIsMeasuredHopByHop() throws SQLException {
        warehouse.execute("""
                INSERT INTO INGESTION_FILES (FILE_NAME, GENERATED_AT, NUM_FILES, EXPECTED_RECORDS, FILE_LAST_MODIFIED, RECEIVED_AT,
                  START_SCAN_TIME, COMMITTED_AT, FLATTENED_AT, SNAPSHOT_AT)
                SELECT N, '2026-11-23 10:00:00', 4, E, '2026-11-23 10:00:01', '2026-11-23 10:00:01.500', '2026-11-23 10:00:03',
                  '2026-11-23 10:00:04.250', '2026-11-23 10:05:00', SYSDATE()
                FROM (VALUES ('a', 15), ('probe', 0)) AS v (N, E)""");

        assertThat(warehouse.rows("""
                        SELECT FILE_NAME, NUM_FILES, GENERATED_TO_MODIFIED_SECONDS::FLOAT, MODIFIED_TO_RECEIVED_SECONDS::FLOAT,
                          RECEIVED_TO_SCAN_SECONDS::FLOAT, SCAN_TO_COMMITTED_SECONDS::FLOAT,
                          COMMITTED_TO_FLATTENED_SECONDS::FLOAT, GENERATED_TO_FLATTENED_SECONDS::FLOAT
                        FROM FILE_LATENCY""")).containsExactly("a | 4 | 1.0 | 0.5 | 1.5 | 1.25 | 295.75 | 300.0");
    }

    @Test
    void completenessAndCostAreRight() throws SQLException {
        for (String batch : new String[] {"'10:00:00', 4, 4, 'COMPLETE'", "'10:00:20', 6, 3, 'EVENT_LOST'"}) {
            String[] parts = batch.split(", ");
            warehouse.execute("""
                    INSERT INTO INGESTION_BATCHES (BATCH_TIME, CLIENT_ID, PARTS, PARTS_UPLOADED, PARTS_LOADED, PARTS_FLATTENED,
                      EXPECTED_RECORDS, RECORDS, TYPED, REJECTED, DUPLICATES, STATUS, RECONCILED_AT, RUN_ID)
                    SELECT ('2026-11-23 ' || %s)::TIMESTAMP_NTZ, 'c', 1, 1, 1, 1, %s, %s, 0, 0, 0, %s, SYSDATE(), 'r'""".formatted((Object[]) parts));
        }
        assertThat(warehouse.rows("""
                        SELECT TO_VARCHAR(HOUR, 'HH24:MI'), BATCHES, COMPLETE, PROBLEMS, ROUND(COMPLETENESS, 2)
                        FROM BATCH_COMPLETENESS""")).containsExactly("10:00 | 2 | 1 | 1 | 0.70");

        warehouse.execute("""
                INSERT INTO INGESTION_COST (DAY, COMPONENT, COMPONENT_ORDER, BASIS, IN_TOTAL, UNIT, AMOUNT, CURRENCY, COMPUTED_AT, RUN_ID)
                SELECT '2026-11-23', C, 1, 'measured', T, 'x', A, 'USD', SYSDATE(), 'r'
                FROM (VALUES ('A', TRUE, 0.5), ('B', TRUE, 0.25), ('C', FALSE, 9)) AS v (C, T, A)""");
        warehouse.execute("""
                INSERT INTO PIPELINE_RUNS (RUN_ID, PROCEDURE_NAME, STARTED_AT, FINISHED_AT, TYPED)
                SELECT 'r', 'FLATTEN_INVERTER_DATA', '2026-11-23 01:00:00', '2026-11-23 01:00:01', 500000""");
        assertThat(
                        warehouse.rows(
                                "SELECT TO_VARCHAR(DAY, 'YYYY-MM-DD'), CURRENCY, AMOUNT, READINGS, PER_MILLION_READINGS FROM DAILY_COST"))
                .containsExactly("2026-11-23 | USD | 0.75 | 500000 | 1.5");
    }

    @Test
    void totalsAreThoseOfFlattenAlone() throws SQLException {
        warehouse.execute("""
                INSERT INTO PIPELINE_RUNS (RUN_ID, PROCEDURE_NAME, STARTED_AT, FINISHED_AT, FILES, PROBES, RECORDS, TYPED, REJECTED, DUPLICATES, UNCHANGED)
                SELECT R, P, '2026-11-23 01:00:00', '2026-11-23 01:00:01', 4, 1, 60, 50, 6, 3, 1
                FROM (VALUES ('a', 'FLATTEN_INVERTER_DATA'), ('b', 'FLATTEN_INVERTER_DATA'), ('c', 'REFLATTEN_INVERTER_DATA')) AS v (R, P)""");

        assertThat(warehouse.rows("SELECT * FROM INGESTION_TOTALS")).containsExactly("2 | 8 | 2 | 120 | 100 | 12 | 8");
    }

    /** An item with a price for each edition shows that of this deployment's, and one for all editions itself. */
    @Test
    void pricesAreThoseOfTheDeploymentsEdition() throws SQLException {
        assertThat(warehouse.rows("SELECT EDITION, FILE_DAYS > 0 FROM DEPLOYMENT"))
                .containsExactly("ENTERPRISE | TRUE");
        assertThat(warehouse.rows("""
                        SELECT ITEM, PRICE::FLOAT, CURRENCY, UNIT_QUANTITY, DEPLOYED_EDITION FROM PRICES_OF_EDITION
                        WHERE ITEM IN ('CREDIT', 'WAREHOUSE_XSMALL', 'SNOWPIPE') ORDER BY ITEM"""))
                .containsExactly(
                        "CREDIT | 3.0 | USD | 1 | ENTERPRISE",
                        "SNOWPIPE | 0.0037 | CREDIT | 1000000000 | ENTERPRISE",
                        "WAREHOUSE_XSMALL | 1.0 | CREDIT | 3600 | ENTERPRISE");
    }

    private void reading(String inverter, String time, double pac, double day, double total, int error)
            throws SQLException {
        warehouse.execute("""
                INSERT INTO INVERTER_READINGS (INVERTER_ID, READING_TIME, READING_DATE, PAC, DAY_ENERGY, TOTAL_ENERGY, TEMPERATURE,
                  STATUS_CODE, ERROR_CODE, FILE_NAME, FILE_INDEX, START_SCAN_TIME, FLATTENED_AT, RUN_ID)
                SELECT '%s', '2026-11-23 %s', '2026-11-23', %s, %s, %s, 20, 7, %d, 'f', 0, SYSDATE(), SYSDATE(), 'r'""".formatted(inverter, time, pac, day, total, error));
    }
}
