package dev.inverterflow.local.warehouse;

import static dev.inverterflow.local.warehouse.Readings.array;
import static dev.inverterflow.local.warehouse.Readings.reading;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** RECONCILE_BATCHES against objects on the embedded S3, loaded by the pipe or not. */
@ExtendWith(WarehouseExtension.class)
class ReconcileIT {
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final Warehouse warehouse;
    private final Instant first = Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(300);

    ReconcileIT(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    @Test
    void tellsApartWhatBecameOfEachBatchAndHealsLostEvents() throws Exception {
        upload("tells", 0, 1, 2, 2);
        upload("tells", 0, 2, 2, 2);
        upload("tells", 1, 1, 2, 2); // its second part never comes
        warehouse.putWithoutEvent(name("tells", 2, 1, 2, 2), records(2));
        upload("tells", 2, 2, 2, 2);
        warehouse.put(name("tells", 3, 1, 1, 2), "{\"broken\": ");
        upload("tells", 4, 1, 1, 3); // holds two records, promises three
        // the batches 5 to 7 are absent
        upload("tells", 8, 1, 1, 2);
        awaitRaw("tells", 6);
        warehouse.call("FLATTEN_INVERTER_DATA()");
        upload("tells", 9, 1, 1, 2); // not flattened
        awaitRaw("tells", 7);

        JsonNode found = reconcile("FALSE");

        assertThat(statuses("tells"))
                .containsExactly(
                        "0 | COMPLETE | 2 | 2 | 2 | 4",
                        "1 | NOT_UPLOADED | 2 | 1 | 1 | 2",
                        "2 | EVENT_LOST | 2 | 2 | 1 | 2",
                        "3 | LOAD_FAILED | 1 | 1 | 0 | 0",
                        "4 | RECORDS_DIFFER | 1 | 1 | 1 | 2",
                        "5 | NOT_UPLOADED | 1 | 0 | 0 | 0",
                        "6 | NOT_UPLOADED | 1 | 0 | 0 | 0",
                        "7 | NOT_UPLOADED | 1 | 0 | 0 | 0",
                        "8 | COMPLETE | 1 | 1 | 1 | 2",
                        "9 | FLATTEN_FAILED | 1 | 1 | 1 | 0");
        assertThat(problems(found, "tells"))
                .containsExactly(
                        "EVENT_LOST 1", "FLATTEN_FAILED 1", "LOAD_FAILED 1", "NOT_UPLOADED 4", "RECORDS_DIFFER 1");
        assertThat(openErrors("tells"))
                .containsExactly("EVENT_LOST", "FLATTEN_FAILED", "LOAD_FAILED", "NOT_UPLOADED", "RECORDS_DIFFER");

        assertThat(reconcile("TRUE").get("files_refreshed").asInt()).isPositive();
        awaitRaw("tells", 8);
        warehouse.call("FLATTEN_INVERTER_DATA()");
        reconcile("FALSE");
        assertThat(statuses("tells")).contains("2 | COMPLETE | 2 | 2 | 2 | 4", "9 | COMPLETE | 1 | 1 | 1 | 2");
        assertThat(openErrors("tells")).containsExactly("LOAD_FAILED", "NOT_UPLOADED", "RECORDS_DIFFER");
        assertThat(
                        warehouse.rows(
                                "SELECT OCCURRENCES, COUNT(*) FROM PIPELINE_ERRORS WHERE RESOLVED_AT IS NULL AND CONTAINS(ERROR_KEY, '|tells|') GROUP BY 1"))
                .containsExactly("3 | 3");
    }

    @Test
    void saysTheSameInEveryTimeZoneOfTheSession() throws Exception {
        upload("zones", 0, 1, 1, 2);
        upload("zones", 1, 1, 1, 2);
        upload("zones", 3, 1, 1, 2);
        awaitRaw("zones", 3);
        warehouse.call("FLATTEN_INVERTER_DATA()");
        for (String zone : List.of("UTC", "Asia/Tokyo", "America/Los_Angeles")) {
            warehouse.execute("ALTER SESSION SET TIMEZONE = '" + zone + "'");
            warehouse.execute("DELETE FROM INGESTION_FILES");
            reconcile("FALSE");
            assertThat(statuses("zones"))
                    .as(zone)
                    .startsWith(
                            "0 | COMPLETE | 1 | 1 | 1 | 2",
                            "1 | COMPLETE | 1 | 1 | 1 | 2",
                            "2 | NOT_UPLOADED | 1 | 0 | 0 | 0",
                            "3 | COMPLETE | 1 | 1 | 1 | 2");
        }
    }

    @Test
    void leavesYoungBatchesTheirTime() throws Exception {
        warehouse.putWithoutEvent(name("young", 0, 1, 2, 2), records(2));

        warehouse.call("RECONCILE_BATCHES()");

        assertThat(statuses("young")).containsExactly("0 | WAITING | 2 | 1 | 0 | 0");
        assertThat(openErrors("young")).isEmpty();
    }

    @Test
    void refusesArgumentsThatCannotBeMeant() {
        assertThatThrownBy(() -> warehouse.call("RECONCILE_BATCHES(GRACE_MINUTES => -1)"))
                .hasMessageContaining("INVALID_ARGUMENT: GRACE_MINUTES must be 0 to 10080, not -1");
        assertThatThrownBy(() -> warehouse.call("RECONCILE_BATCHES(FROM_TIME => '2026-01-01'::TIMESTAMP_NTZ)"))
                .hasMessageContaining("is more than 31 days; ask for a shorter time");
    }

    /** The window ends with the tenth tick; what comes after the last one uploaded is not asked for. */
    private JsonNode reconcile(String heal) throws SQLException {
        return warehouse.call("RECONCILE_BATCHES('%s'::TIMESTAMP_NTZ, '%s'::TIMESTAMP_NTZ, %s, 0)"
                .formatted(text(first), text(first.plusSeconds(200)), heal));
    }

    private List<String> statuses(String client) throws SQLException {
        return warehouse.rows("""
                SELECT DATEDIFF(SECOND, '%s'::TIMESTAMP_NTZ, BATCH_TIME) / 20, STATUS, PARTS, PARTS_UPLOADED,
                  PARTS_LOADED, RECORDS
                FROM INGESTION_BATCHES WHERE CLIENT_ID = '%s' ORDER BY BATCH_TIME""".formatted(text(first), client)).stream()
                .map(row -> row.replaceFirst("[.]0+ ", " "))
                .toList();
    }

    private static List<String> problems(JsonNode found, String client) {
        List<String> problems = new ArrayList<>();
        for (JsonNode problem : found.get("problems")) {
            if (problem.get("client_id").asText().equals(client)) {
                problems.add(problem.get("status").asText() + " "
                        + problem.get("batches").asLong());
            }
        }
        return problems;
    }

    private List<String> openErrors(String client) throws SQLException {
        return warehouse.rows("SELECT KIND FROM PIPELINE_ERRORS WHERE RESOLVED_AT IS NULL AND CONTAINS(ERROR_KEY, '|"
                + client + "|') ORDER BY 1");
    }

    private void upload(String client, int tick, int part, int parts, int promised) {
        warehouse.put(name(client, tick, part, parts, promised), records(part));
    }

    private String records(int part) {
        return array(reading(2 * part, text(first) + "Z", 1), reading(2 * part + 1, text(first) + "Z", 1))
                .replace("INV-", "INV-" + System.nanoTime());
    }

    private String name(String client, int tick, int part, int parts, int promised) {
        Instant time = first.plusSeconds(20L * tick);
        return "%s/%s_%s_r1_p%dof%d_n%d.json"
                .formatted(text(time).substring(0, 10), NAME.format(time), client, part, parts, promised);
    }

    private static String text(Instant time) {
        return time.toString().replace("Z", "");
    }

    private void awaitRaw(String client, int files) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(warehouse.text(
                                "SELECT COUNT(*) FROM INVERTER_DATA_RAW WHERE CONTAINS(FILE_NAME, '_" + client + "_')"))
                        .isEqualTo(String.valueOf(files)));
    }
}
