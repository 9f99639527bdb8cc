package dev.inverterflow.local.warehouse;

import static dev.inverterflow.local.warehouse.Readings.array;
import static dev.inverterflow.local.warehouse.Readings.reading;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the procedures without reports do in sessions west and east of UTC; the zones of the reports are in ReportIT. */
@ExtendWith(WarehouseExtension.class)
class TimeZonesIT {
    private final Warehouse warehouse;

    TimeZonesIT(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "America/Los_Angeles", "Asia/Kolkata"})
    void aSnapshotTakesTheTimesOfTheHistoryInUtc(String zone) throws SQLException {
        String name = "2026-11-23/20260621T120000Z_" + zone.replace('/', '-') + "_r1_p1of1_n1.json";
        warehouse.put(name, array(reading(1, "2026-06-21T12:00:00Z", 1)));
        in(zone);
        String file = " FROM INGESTION_FILES WHERE ENDSWITH(FILE_NAME, '" + name + "')";
        awaitAfter("SNAPSHOT_LOAD_HISTORY()", "SELECT COUNT(COMMITTED_AT)" + file);

        assertThat(warehouse.text("SELECT TO_VARCHAR(GENERATED_AT, 'YYYY-MM-DD HH24:MI:SS')" + file))
                .isEqualTo("2026-06-21 12:00:00");
        // A zone taken for UTC, or UTC for a zone, is hours off.
        assertThat(warehouse.text("SELECT FILE_LAST_MODIFIED <= RECEIVED_AT AND RECEIVED_AT <= START_SCAN_TIME"
                        + " AND START_SCAN_TIME <= COMMITTED_AT AND COMMITTED_AT <= SYSDATE()"
                        + " AND FILE_LAST_MODIFIED > DATEADD(MINUTE, -30, SYSDATE())" + file))
                .isEqualTo("TRUE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "America/Los_Angeles", "Asia/Kolkata"})
    void anErrorIsDatedInUtc(String zone) throws SQLException {
        String name = "2026-11-23/zone-" + zone.replace('/', '-') + ".json";
        warehouse.put(name, "[{\"inverter_id\": ");
        in(zone);
        String error = " FROM PIPELINE_ERRORS WHERE KIND = 'FILE_NOT_LOADED' AND CONTAINS(MESSAGE, '" + name + "')";
        awaitAfter("MONITOR_INGESTION()", "SELECT COUNT(*)" + error);
        warehouse.call("MONITOR_INGESTION()");

        assertThat(warehouse.rows("SELECT OCCURRED_AT > DATEADD(MINUTE, -30, SYSDATE()) AND OCCURRED_AT <= LAST_SEEN_AT"
                        + " AND LAST_SEEN_AT <= SYSDATE()" + error))
                .containsExactly("TRUE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "America/Los_Angeles", "Asia/Kolkata"})
    void aPurgeEndsAtMidnightUtc(String zone) throws SQLException {
        in(zone);
        for (String offset : List.of("-1", "0")) {
            warehouse.execute("""
                    INSERT INTO INGESTION_FILES (FILE_NAME, START_SCAN_TIME, SNAPSHOT_AT)
                    SELECT 'at %1$s', DATEADD(SECOND, %1$s, DATEADD(DAY, -30, DATE_TRUNC('DAY', SYSDATE()))), SYSDATE()""".formatted(offset));
        }
        JsonNode deleted = warehouse.call("PURGE_INGESTION(30)").get("deleted");

        assertThat(deleted.get("INGESTION_FILES").intValue()).isEqualTo(1);
        assertThat(warehouse.rows("SELECT FILE_NAME FROM INGESTION_FILES WHERE FILE_NAME LIKE 'at %'"))
                .containsExactly("at 0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "America/Los_Angeles", "Asia/Kolkata"})
    void aReplayTakesItsWindowAsUtc(String zone) throws SQLException {
        String scan = "2026-11-23 06:00:10";
        warehouse.load("inverters/first.json", scan, array(reading(1, "2026-11-23T05:59:00Z", 12_000)));
        warehouse.load("inverters/last.json", scan, array(reading(2, "2026-11-23T05:59:00Z", 12_000)));
        warehouse.load("inverters/next.json", scan, array(reading(3, "2026-11-23T05:59:00Z", 12_000)));
        warehouse.call("FLATTEN_INVERTER_DATA()");
        refusedAt("2026-11-23 00:00:00", "first");
        refusedAt("2026-11-23 23:59:59", "last");
        refusedAt("2026-11-24 00:00:00", "next");
        warehouse.execute("INSERT INTO INVERTERS (INVERTER_ID, RATED_POWER_W)"
                + " SELECT DISTINCT RECORD:inverter_id::VARCHAR, 15000 FROM INVERTER_READINGS_REJECTED");
        in(zone);
        JsonNode replayed = warehouse.call("REPLAY_REJECTED('2026-11-23'::TIMESTAMP_NTZ, '2026-11-24'::TIMESTAMP_NTZ)");

        assertThat(replayed.get("typed").intValue()).isEqualTo(2);
        assertThat(warehouse.rows("SELECT FILE_NAME FROM INVERTER_READINGS_REJECTED"))
                .containsExactly("inverters/next.json");
    }

    private void refusedAt(String time, String file) throws SQLException {
        warehouse.execute("UPDATE INVERTER_READINGS_REJECTED SET REJECTED_AT = '" + time
                + "'::TIMESTAMP_NTZ WHERE FILE_NAME = 'inverters/" + file + ".json'");
    }

    private void in(String zone) throws SQLException {
        warehouse.execute("ALTER SESSION SET TIMEZONE = '" + zone + "'");
    }

    private void awaitAfter(String call, String count) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> {
            warehouse.call(call);
            return !warehouse.text(count).equals("0");
        });
    }
}
