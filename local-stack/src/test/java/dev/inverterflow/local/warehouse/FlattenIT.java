package dev.inverterflow.local.warehouse;

import static dev.inverterflow.local.warehouse.Readings.array;
import static dev.inverterflow.local.warehouse.Readings.reading;
import static dev.inverterflow.local.warehouse.Readings.tick;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * FLATTEN_INVERTER_DATA on the deployed schema: every record ends somewhere, once. Long because every kind of record needs the same
 * deployed schema, which takes longer to make than the cases to run.
 */
@ExtendWith(WarehouseExtension.class)
class FlattenIT {
    private static final String SCAN = "2026-11-23 06:00:10";
    private static final String TIME = "2026-11-23T06:00:00Z";

    private final Warehouse warehouse;

    FlattenIT(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    @Test
    void typesEveryFieldAndKeepsWhatItDoesNotKnow() throws SQLException {
        warehouse.load(
                "inverters/a.json", SCAN, array(reading(1, TIME, 812.25, "\"uac\":230.1", "\"firmware\":\"1.2\"")));

        assertThat(flatten()).isEqualTo("files 1 probes 0 records 1 typed 1 rejected 0 duplicates 0 unchanged 0");
        assertThat(warehouse.rows("""
                        SELECT INVERTER_ID, TO_VARCHAR(READING_TIME, 'YYYY-MM-DD HH24:MI:SS'), READING_DATE, PAC, UAC, IAC,
                          DAY_ENERGY, STATUS_CODE, TO_JSON(EXTRA), FILE_NAME, FILE_INDEX
                        FROM INVERTER_READINGS"""))
                .containsExactly("INV-0001 | 2026-11-23 06:00:00 | 2026-11-23 | 812.25 | 230.1 | null | 1200.5 | 7 |"
                        + " {\"firmware\":\"1.2\"} | inverters/a.json | 0");
    }

    @Test
    void oneBadRecordLeavesTheRestOfItsFileAlone() throws SQLException {
        warehouse.load(
                "inverters/a.json",
                SCAN,
                array(reading(1, TIME, 800), reading(2, TIME, 99_999, "\"uac\":\"high\""), "7", reading(3, TIME, 700)));

        assertThat(flatten()).isEqualTo("files 1 probes 0 records 4 typed 2 rejected 2 duplicates 0 unchanged 0");
        assertThat(warehouse.rows("""
                        SELECT FILE_INDEX, RULE, FIELD, VALUE, ARRAY_SIZE(VIOLATIONS), TO_JSON(VIOLATIONS)
                        FROM INVERTER_READINGS_REJECTED ORDER BY FILE_INDEX"""))
                .containsExactly(
                        "1 | OUT_OF_RANGE | pac | 99999 | 2 | [{\"field\":\"pac\",\"rule\":\"OUT_OF_RANGE\",\"value\":\"99999\"},"
                                + "{\"field\":\"uac\",\"rule\":\"WRONG_TYPE\",\"value\":\"high\"}]",
                        "2 | NOT_AN_OBJECT | null | null | 1 | [{\"rule\":\"NOT_AN_OBJECT\"}]");
        assertThat(warehouse.rows("SELECT RECORDS, TYPED, REJECTED, DUPLICATES FROM FLATTENED_FILES"))
                .containsExactly("4 | 2 | 2 | 0");
    }

    @Test
    void filesThatAreNoReadingsAtAllAreCountedToo() throws SQLException {
        warehouse.load("inverters/probe_n0.json", SCAN, "[]");
        warehouse.load("inverters/object.json", SCAN, "{\"inverter_id\":\"INV-0001\"}");
        warehouse.load("inverters/null.json", SCAN, "null");
        warehouse.load("inverters/foreign.json", SCAN, "[{\"order\":1,\"lines\":[1,2]},[1],\"x\",null]");

        assertThat(flatten()).isEqualTo("files 4 probes 1 records 6 typed 0 rejected 6 duplicates 0 unchanged 0");
        assertThat(warehouse.rows("""
                        SELECT FILE_NAME, FILE_INDEX, RULE, FIELD FROM INVERTER_READINGS_REJECTED
                        ORDER BY FILE_NAME, FILE_INDEX"""))
                .containsExactly(
                        "inverters/foreign.json | 0 | MISSING | inverter_id",
                        "inverters/foreign.json | 1 | NOT_AN_OBJECT | null",
                        "inverters/foreign.json | 2 | NOT_AN_OBJECT | null",
                        "inverters/foreign.json | 3 | NOT_AN_OBJECT | null",
                        "inverters/null.json | null | NOT_AN_ARRAY | null",
                        "inverters/object.json | null | NOT_AN_ARRAY | null");
        assertThat(warehouse.rows("SELECT FILE_NAME, RECORDS, REJECTED FROM FLATTENED_FILES ORDER BY FILE_NAME"))
                .containsExactly(
                        "inverters/foreign.json | 4 | 4",
                        "inverters/null.json | 1 | 1",
                        "inverters/object.json | 1 | 1",
                        "inverters/probe_n0.json | 0 | 0");
    }

    @Test
    void theFirstLoadedWinsOverEqualAndDifferingReadings() throws SQLException {
        warehouse.load("inverters/late.json", "2026-11-23 06:00:30", array(reading(1, TIME, 900)));
        warehouse.load("inverters/equal.json", "2026-11-23 06:00:20", array(reading(1, TIME, 800)));
        warehouse.load("inverters/first.json", SCAN, array(reading(1, TIME, 800), reading(1, TIME, 800)));

        assertThat(flatten()).isEqualTo("files 3 probes 0 records 4 typed 1 rejected 1 duplicates 2 unchanged 0");
        warehouse.load(
                "inverters/later.json", "2026-11-23 07:00:00", array(reading(1, TIME, 800), reading(1, TIME, 1)));
        assertThat(flatten()).isEqualTo("files 1 probes 0 records 2 typed 0 rejected 1 duplicates 1 unchanged 0");

        assertThat(warehouse.rows("SELECT FILE_NAME, FILE_INDEX, PAC FROM INVERTER_READINGS"))
                .containsExactly("inverters/first.json | 0 | 800.0");
        assertThat(warehouse.rows("""
                        SELECT FILE_NAME, FILE_INDEX, RULE, FIELD, VALUE FROM INVERTER_READINGS_REJECTED ORDER BY FILE_NAME"""))
                .containsExactly(
                        "inverters/late.json | 0 | DUPLICATE_CONFLICT | null | inverters/first.json#0",
                        "inverters/later.json | 1 | DUPLICATE_CONFLICT | null | inverters/first.json#0");
        assertThat(warehouse.rows("""
                        SELECT FILE_NAME, RECORDS, TYPED, REJECTED, DUPLICATES FROM FLATTENED_FILES ORDER BY FILE_NAME"""))
                .containsExactly(
                        "inverters/equal.json | 1 | 0 | 0 | 1",
                        "inverters/first.json | 2 | 1 | 0 | 1",
                        "inverters/late.json | 1 | 0 | 1 | 0",
                        "inverters/later.json | 2 | 0 | 1 | 1");
    }

    @Test
    void aBacklogGoesThroughInChunksAndGivesTheSameAsOnePiece() throws SQLException {
        loadBacklog();
        assertThat(flatten()).isEqualTo("files 43 probes 1 records 166 typed 160 rejected 4 duplicates 2 unchanged 0");
        List<String> inOnePiece = outcome();

        warehouse.reset();
        loadBacklog();
        warehouse.execute("UPDATE READING_RULES SET UPPER_BOUND = 50 WHERE FIELD = 'flatten_chunk'");
        try {
            assertThat(flatten())
                    .isEqualTo("files 43 probes 1 records 166 typed 160 rejected 4 duplicates 2 unchanged 0");
        } finally {
            warehouse.execute("UPDATE READING_RULES SET UPPER_BOUND = 500000 WHERE FIELD = 'flatten_chunk'");
        }

        assertThat(outcome()).isEqualTo(inOnePiece).hasSize(160 + 4 + 43);
        assertThat(warehouse.rows("SELECT COUNT(*), SUM(RECORDS) FROM PIPELINE_RUNS"))
                .containsExactly("1 | 166");
    }

    /** 40 ticks of 4 inverters over 40 days, then a repetition, a conflict, a probe and broken records. */
    private void loadBacklog() throws SQLException {
        Instant first = Instant.parse("2026-10-10T12:00:00Z");
        List<String> files = new ArrayList<>();
        for (int day = 0; day < 40; day++) {
            files.add(tick(first.plusSeconds(day * 86_400L), 4));
        }
        files.add(array(reading(1, first.toString(), 1001), reading(2, first.toString(), 1), reading(3, TIME, -1)));
        files.add("[]");
        files.add(array(reading(2, first.toString(), 1002), "true", "false"));
        for (int i = 0; i < files.size(); i++) {
            warehouse.load("inverters/f%02d.json".formatted(i), "2026-11-23 06:%02d:00".formatted(i), files.get(i));
        }
    }

    private List<String> outcome() throws SQLException {
        List<String> outcome = new ArrayList<>(
                warehouse.rows("SELECT FILE_NAME, FILE_INDEX, PAC FROM INVERTER_READINGS ORDER BY 1, 2"));
        outcome.addAll(
                warehouse.rows("SELECT FILE_NAME, FILE_INDEX, RULE FROM INVERTER_READINGS_REJECTED ORDER BY 1, 2"));
        outcome.addAll(warehouse.rows("SELECT FILE_NAME, RECORDS, TYPED, REJECTED FROM FLATTENED_FILES ORDER BY 1"));
        return outcome;
    }

    @Test
    void recordsOfOtherDatesThanTheirFilesSayAreFoundAndTheFirstLoadedWins() throws SQLException {
        String before = "2026-11-22T23:59:40Z";
        warehouse.load("inverters/2026-11-23/a.json", SCAN, array(reading(1, TIME, 800), reading(1, before, 700)));
        warehouse.load("inverters/2026-11-23/b.json", "2026-11-23 06:00:11", array(reading(2, TIME, 800)));
        warehouse.load(
                "inverters/2026-02-30/c.json",
                "2026-11-23 06:00:12",
                array(
                        reading(1, before, 701),
                        reading(2, TIME, 800),
                        reading(3, "2017-01-01T00:00:00Z", 600),
                        reading(4, "2016-01-01T00:00:00Z", 600)));

        assertThat(flatten()).isEqualTo("files 3 probes 0 records 7 typed 4 rejected 2 duplicates 1 unchanged 0");
        assertThat(warehouse.rows("""
                        SELECT INVERTER_ID, READING_DATE, PAC, FILE_NAME
                        FROM INVERTER_READINGS ORDER BY INVERTER_ID, READING_DATE"""))
                .containsExactly(
                        "INV-0001 | 2026-11-22 | 700.0 | inverters/2026-11-23/a.json",
                        "INV-0001 | 2026-11-23 | 800.0 | inverters/2026-11-23/a.json",
                        "INV-0002 | 2026-11-23 | 800.0 | inverters/2026-11-23/b.json",
                        "INV-0003 | 2017-01-01 | 600.0 | inverters/2026-02-30/c.json");
        assertThat(warehouse.rows("SELECT FILE_INDEX, RULE, VALUE FROM INVERTER_READINGS_REJECTED ORDER BY FILE_INDEX"))
                .containsExactly(
                        "0 | DUPLICATE_CONFLICT | inverters/2026-11-23/a.json#1",
                        "3 | TIME_TOO_OLD | 2016-01-01T00:00:00Z");
        assertThat(warehouse.rows(
                        "SELECT RECORDS, TYPED, REJECTED, DUPLICATES FROM FLATTENED_FILES ORDER BY START_SCAN_TIME"))
                .containsExactly("2 | 2 | 0 | 0", "1 | 1 | 0 | 0", "4 | 1 | 2 | 1");
    }

    @Test
    void aCleanBatchIsReadOnceForItsRecordsAndABadOneTwice() throws SQLException {
        warehouse.load("inverters/2026-11-23/a.json", SCAN, tick(Instant.parse(TIME), 3));
        flatten();
        assertThat(readingsOfRecords()).isEqualTo("1");

        warehouse.load(
                "inverters/2026-11-23/b.json",
                "2026-11-23 06:00:30",
                array(reading(1, "2026-11-23T06:00:20Z", -1), reading(2, "2026-11-23T06:00:20Z", 800)));
        flatten();
        assertThat(readingsOfRecords()).isEqualTo("2");
    }

    /** Statements of the latest call that read records. */
    private String readingsOfRecords() throws SQLException {
        return warehouse.text("""
                WITH H AS (SELECT QUERY_TEXT, START_TIME FROM TABLE(INFORMATION_SCHEMA.QUERY_HISTORY(RESULT_LIMIT => 1000)))
                SELECT COUNT(*) FROM H
                WHERE CONTAINS(QUERY_TEXT, 'LATERAL FLATTEN(INPUT => r.JSON_BODY)') AND NOT STARTSWITH(QUERY_TEXT, 'WITH H')
                  AND START_TIME >= (SELECT MAX(START_TIME) FROM H WHERE STARTSWITH(QUERY_TEXT, 'CALL FLATTEN_INVERTER_DATA'))""");
    }

    @Test
    void aFailedRunWritesNothingAndTheNextOneDoesItAll() throws SQLException {
        warehouse.load("inverters/a.json", SCAN, tick(Instant.parse(TIME), 3));
        warehouse.execute("UPDATE READING_RULES SET TIMES = 'MOON' WHERE FIELD = 'fac'");
        try {
            assertThatThrownBy(this::flatten)
                    .hasMessageContaining(
                            "INVALID_RULES: READING_RULES, field 'fac', rule 'OUT_OF_RANGE': TIMES must be");
        } finally {
            warehouse.execute("UPDATE READING_RULES SET TIMES = NULL WHERE FIELD = 'fac'");
        }

        assertThat(warehouse.rows("SELECT SOURCE, KIND FROM PIPELINE_ERRORS"))
                .containsExactly("FLATTEN_INVERTER_DATA | INVALID_RULES");
        assertThat(warehouse.text("SELECT COUNT(*) FROM FLATTENED_FILES")).isEqualTo("0");
        assertThat(flatten()).isEqualTo("files 1 probes 0 records 3 typed 3 rejected 0 duplicates 0 unchanged 0");
        assertThat(flatten()).isEqualTo("files 0 probes 0 records 0 typed 0 rejected 0 duplicates 0 unchanged 0");
    }

    @Test
    void aRunThatFailsInTheMiddleIsDoneAgainWholly() throws SQLException {
        for (int i = 0; i < 4; i++) {
            warehouse.load(
                    "inverters/f%d.json".formatted(i),
                    "2026-11-23 06:0%d:00".formatted(i),
                    array(reading(i, TIME, 1), reading(i, TIME, 99_999), "7"));
        }
        warehouse.execute("UPDATE READING_RULES SET UPPER_BOUND = 3 WHERE FIELD = 'flatten_chunk'");
        // By the time its table is missed the readings and the rejects of the first chunk are written.
        warehouse.execute("ALTER TABLE FLATTENED_FILES RENAME TO FLATTENED_FILES_AWAY");
        try {
            assertThatThrownBy(this::flatten).hasMessageContaining("FLATTENED_FILES");
        } finally {
            warehouse.execute("ALTER TABLE FLATTENED_FILES_AWAY RENAME TO FLATTENED_FILES");
        }
        assertThat(warehouse.text("SELECT COUNT(*) FROM INVERTER_READINGS")).isEqualTo("0");
        assertThat(warehouse.text("SELECT COUNT(*) FROM INVERTER_READINGS_REJECTED"))
                .isEqualTo("0");
        assertThat(warehouse.rows("SELECT SOURCE, KIND FROM PIPELINE_ERRORS"))
                .containsExactly("FLATTEN_INVERTER_DATA | SQL_FAILED");

        try {
            assertThat(flatten()).isEqualTo("files 4 probes 0 records 12 typed 4 rejected 8 duplicates 0 unchanged 0");
            assertThat(flatten()).isEqualTo("files 0 probes 0 records 0 typed 0 rejected 0 duplicates 0 unchanged 0");
        } finally {
            warehouse.execute("UPDATE READING_RULES SET UPPER_BOUND = 500000 WHERE FIELD = 'flatten_chunk'");
        }
        assertThat(warehouse.rows("SELECT COUNT(*), SUM(RECORDS), SUM(TYPED), SUM(REJECTED) FROM FLATTENED_FILES"))
                .containsExactly("4 | 12 | 4 | 8");
    }

    @Test
    void aReadingOfTenYearsAgoIsTypedBesideThoseOfToday() throws SQLException {
        warehouse.load("inverters/a.json", SCAN, array(reading(1, "2016-11-24T06:00:00Z", 1), reading(1, TIME, 2)));
        warehouse.load("inverters/b.json", "2026-11-23 06:00:20", array(reading(1, "2016-11-24T06:00:00Z", 3)));

        assertThat(flatten()).isEqualTo("files 2 probes 0 records 3 typed 2 rejected 1 duplicates 0 unchanged 0");
        assertThat(warehouse.rows(
                        "SELECT TO_VARCHAR(READING_DATE, 'YYYY-MM-DD'), PAC FROM INVERTER_READINGS ORDER BY 1"))
                .containsExactly("2016-11-24 | 1.0", "2026-11-23 | 2.0");
    }

    @Test
    void fieldsThatChangeTheirTypeOrComeAnewLoseNoRecord() throws SQLException {
        warehouse.load(
                "inverters/drift.json",
                SCAN,
                array(
                        reading(1, TIME, 1, "\"grid\":{\"code\":\"DE\"}"),
                        reading(2, TIME, 1, "\"uac\":{\"l1\":230}"),
                        reading(3, TIME, 1).replace("\"status_code\":7", "\"status_code\":\"7\""),
                        reading(4, TIME, 1).replace("\"temperature\":31.5,", "")));

        assertThat(flatten()).isEqualTo("files 1 probes 0 records 4 typed 1 rejected 3 duplicates 0 unchanged 0");
        assertThat(warehouse.rows("SELECT TO_JSON(EXTRA) FROM INVERTER_READINGS"))
                .containsExactly("{\"grid\":{\"code\":\"DE\"}}");
        assertThat(warehouse.rows("SELECT FILE_INDEX, RULE, FIELD FROM INVERTER_READINGS_REJECTED ORDER BY 1"))
                .containsExactly("1 | WRONG_TYPE | uac", "2 | WRONG_TYPE | status_code", "3 | MISSING | temperature");
    }

    @Test
    void anEmptyObjectOnS3IsToldOfAndHoldsNothingUp() throws SQLException {
        warehouse.put("2026-11-23/20261123T060000Z_empty_r1_p1of1_n1.json", "");
        warehouse.put("2026-11-23/20261123T060020Z_full_r1_p1of1_n1.json", array(reading(1, TIME, 1)));
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> warehouse.stack().snowflake().idle()
                        && !warehouse.rows("SELECT 1 FROM INVERTER_DATA_RAW").isEmpty());
        assertThat(flatten()).isEqualTo("files 1 probes 0 records 1 typed 1 rejected 0 duplicates 0 unchanged 0");

        warehouse.call("MONITOR_INGESTION()");
        assertThat(warehouse.rows(
                        "SELECT KIND, DETAIL:error::VARCHAR FROM PIPELINE_ERRORS WHERE CONTAINS(MESSAGE, '_empty_')"))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("FILE_NOT_LOADED | ");
    }

    @Test
    void judgesTheSameInEveryTimeZoneOfTheSession() throws SQLException {
        List<String> inUtc = null;
        for (String zone : List.of("UTC", "Asia/Tokyo", "America/Los_Angeles")) {
            warehouse.reset();
            warehouse.execute("ALTER SESSION SET TIMEZONE = '" + zone + "'");
            warehouse.load(
                    "inverters/a.json",
                    "2026-11-23 00:00:00",
                    array(
                            reading(1, "2026-11-23T00:05:00Z", 1),
                            reading(2, "2026-11-23T00:05:01Z", 1),
                            reading(3, "2016-11-23T00:00:00Z", 1),
                            reading(4, "2016-11-22T23:59:59Z", 1),
                            reading(5, "2026-11-22T23:59:59.999Z", 1)));
            assertThat(flatten()).isEqualTo("files 1 probes 0 records 5 typed 3 rejected 2 duplicates 0 unchanged 0");
            List<String> rows = warehouse.rows("""
                    SELECT INVERTER_ID, TO_VARCHAR(READING_TIME, 'YYYY-MM-DD HH24:MI:SS.FF3'), TO_VARCHAR(READING_DATE, 'YYYY-MM-DD'), NULL
                    FROM INVERTER_READINGS
                    UNION ALL
                    SELECT RECORD:inverter_id::VARCHAR, RULE, FIELD, VALUE FROM INVERTER_READINGS_REJECTED
                    ORDER BY 1""");
            assertThat(rows)
                    .containsExactly(
                            "INV-0001 | 2026-11-23 00:05:00.000 | 2026-11-23 | null",
                            "INV-0002 | TIME_IN_FUTURE | timestamp | 2026-11-23T00:05:01Z",
                            "INV-0003 | 2016-11-23 00:00:00.000 | 2016-11-23 | null",
                            "INV-0004 | TIME_TOO_OLD | timestamp | 2016-11-22T23:59:59Z",
                            "INV-0005 | 2026-11-22 23:59:59.999 | 2026-11-22 | null");
            inUtc = inUtc == null ? rows : inUtc;
            assertThat(rows).isEqualTo(inUtc);
        }
    }

    @Test
    void reflatteningRepairsWhatIsMissingAndChangesNothingElse() throws SQLException {
        warehouse.load(
                "inverters/a.json", SCAN, array(reading(1, TIME, 800), reading(2, TIME, -5), reading(3, TIME, 10_999)));
        warehouse.load("inverters/b.json", SCAN, array(reading(1, TIME, 800), reading(4, TIME, 44)));
        flatten();
        List<String> before = outcome();

        assertThat(counts(warehouse.call(
                        "REFLATTEN_INVERTER_DATA('2026-11-23'::TIMESTAMP_NTZ, '2026-11-24'::TIMESTAMP_NTZ)")))
                .isEqualTo("files 2 probes 0 records 5 typed 0 rejected 1 duplicates 1 unchanged 3");
        assertThat(outcome()).isEqualTo(before);

        warehouse.execute("DELETE FROM INVERTER_READINGS WHERE INVERTER_ID = 'INV-0003'");
        warehouse.execute("DELETE FROM INVERTER_READINGS_REJECTED");
        warehouse.execute("DELETE FROM FLATTENED_FILES");
        JsonNode repaired = warehouse.call(
                "REFLATTEN_INVERTER_DATA('2026-11-23 06:00:10'::TIMESTAMP_NTZ, '2026-11-23 06:00:11'::TIMESTAMP_NTZ)");
        assertThat(counts(repaired))
                .isEqualTo("files 2 probes 0 records 5 typed 1 rejected 1 duplicates 1 unchanged 2");
        assertThat(repaired.get("from").asText()).isEqualTo("2026-11-23T06:00:10Z");
        assertThat(outcome()).isEqualTo(before);

        assertThat(counts(warehouse.call(
                        "REFLATTEN_INVERTER_DATA('2026-11-22'::TIMESTAMP_NTZ, '2026-11-23'::TIMESTAMP_NTZ)")))
                .isEqualTo("files 0 probes 0 records 0 typed 0 rejected 0 duplicates 0 unchanged 0");
    }

    @Test
    void aFileThatWasReflattenedBeforeItsTurnIsNotCountedTwice() throws SQLException {
        warehouse.load("inverters/a.json", SCAN, array(reading(1, TIME, 800), reading(2, TIME, -5)));
        warehouse.load("inverters/b.json", SCAN, "{}");
        warehouse.call("REFLATTEN_INVERTER_DATA('2026-11-23'::TIMESTAMP_NTZ, '2026-11-24'::TIMESTAMP_NTZ)");
        List<String> before = outcome();

        assertThat(flatten()).isEqualTo("files 2 probes 0 records 3 typed 0 rejected 0 duplicates 0 unchanged 3");
        assertThat(outcome()).isEqualTo(before);
    }

    @Test
    void replayingTypesWhatIsValidNowAndKeepsTheRest() throws SQLException {
        warehouse.load(
                "inverters/a.json",
                SCAN,
                array(
                        reading(1, TIME, 12_000),
                        reading(2, TIME, 12_000),
                        reading(3, TIME, -1),
                        "7",
                        reading(1, TIME, 12_000)));
        warehouse.load("inverters/b.json", SCAN, "{}");
        assertThat(flatten()).isEqualTo("files 2 probes 0 records 6 typed 0 rejected 6 duplicates 0 unchanged 0");
        warehouse.execute("INSERT INTO INVERTERS (INVERTER_ID, RATED_POWER_W) SELECT 'INV-0001', 15000");
        String firstRefusal = warehouse.text("SELECT TO_VARCHAR(MAX(REJECTED_AT)) FROM INVERTER_READINGS_REJECTED");

        assertThat(counts(warehouse.call("REPLAY_REJECTED()")))
                .isEqualTo("files 0 probes 0 records 5 typed 1 rejected 3 duplicates 1 unchanged 0");

        assertThat(outcome())
                .containsExactly(
                        "inverters/a.json | 0 | 12000.0",
                        "inverters/a.json | 1 | OUT_OF_RANGE",
                        "inverters/a.json | 2 | OUT_OF_RANGE",
                        "inverters/a.json | 3 | NOT_AN_OBJECT",
                        "inverters/b.json | null | NOT_AN_ARRAY",
                        "inverters/a.json | 5 | 1 | 3",
                        "inverters/b.json | 1 | 0 | 1");
        assertThat(warehouse.text("SELECT TO_VARCHAR(MAX(REJECTED_AT)) FROM INVERTER_READINGS_REJECTED"))
                .isEqualTo(firstRefusal);
        assertThat(counts(warehouse.call("REPLAY_REJECTED()")))
                .isEqualTo("files 0 probes 0 records 3 typed 0 rejected 3 duplicates 0 unchanged 0");
    }

    @Test
    void refusesWindowsThatCannotBeMeant() {
        assertThatThrownBy(() -> warehouse.call(
                        "REFLATTEN_INVERTER_DATA('2026-11-24'::TIMESTAMP_NTZ, '2026-11-23'::TIMESTAMP_NTZ)"))
                .hasMessageContaining(
                        "INVALID_ARGUMENT: FROM_TIME (2026-11-24T00:00) must be before TO_TIME (2026-11-23T00:00)");
        assertThatThrownBy(() -> warehouse.call("REPLAY_REJECTED('2020-01-01'::TIMESTAMP_NTZ)"))
                .hasMessageContaining("is more than 366 days; ask for a shorter time");
    }

    private String flatten() throws SQLException {
        return counts(warehouse.call("FLATTEN_INVERTER_DATA()"));
    }

    private static String counts(JsonNode result) {
        List<String> counts = new ArrayList<>();
        for (String key : List.of("files", "probes", "records", "typed", "rejected", "duplicates", "unchanged")) {
            counts.add(key + " " + result.required(key).asLong());
        }
        return String.join(" ", counts);
    }
}
