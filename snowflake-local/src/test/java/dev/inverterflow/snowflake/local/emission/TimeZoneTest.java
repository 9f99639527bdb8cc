package dev.inverterflow.snowflake.local.emission;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A session in New York: UTC-5 in January. The clock of the statement is 2026-01-31 12:34:56.789 UTC. */
class TimeZoneTest {
    private SqlOnDuckDb db;

    @BeforeEach
    void open() {
        db = new SqlOnDuckDb();
        db.timeZone("America/New_York");
    }

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void clocksOfTheStatement() {
        assertThat(db.value("SYSDATE()")).isEqualTo("2026-01-31 12:34:56.789");
        assertThat(db.value("CURRENT_TIMESTAMP()::VARCHAR")).isEqualTo("2026-01-31 07:34:56.789 -0500");
        assertThat(db.value("CURRENT_TIMESTAMP()::TIMESTAMP_NTZ")).isEqualTo("2026-01-31 07:34:56.789");
        assertThat(db.value("CURRENT_TIME()::VARCHAR")).isEqualTo("07:34:56");
    }

    @Test
    void textWithoutOffsetIsLocalTime() {
        assertThat(db.value("DATE_PART(EPOCH_SECOND, '2026-01-31 00:00:00'::TIMESTAMP_LTZ)"))
                .isEqualTo("1769835600");
        assertThat(db.value("'2026-01-31 00:00:00'::TIMESTAMP_TZ::VARCHAR")).isEqualTo("2026-01-31 00:00:00.000 -0500");
        assertThat(db.value("'2026-01-31 00:00:00Z'::TIMESTAMP_LTZ::VARCHAR"))
                .isEqualTo("2026-01-30 19:00:00.000 -0500");
    }

    /** docs.snowflake.com/en/sql-reference/functions/convert_timezone: two arguments take the session's zone for NTZ. */
    @Test
    void twoArgumentsOfConvertTimezoneReadWallClocksInTheSessionsZone() {
        assertThat(db.value("CONVERT_TIMEZONE('UTC', '2026-01-31 00:00:00'::TIMESTAMP_NTZ)::VARCHAR"))
                .isEqualTo("2026-01-31 05:00:00.000 +0000");
        assertThat(db.value("CONVERT_TIMEZONE('UTC', 'UTC', '2026-01-31 00:00:00'::TIMESTAMP_NTZ)::VARCHAR"))
                .isEqualTo("2026-01-31 00:00:00.000");
        assertThat(db.value("CONVERT_TIMEZONE('UTC', CURRENT_TIMESTAMP())::TIMESTAMP_NTZ"))
                .isEqualTo("2026-01-31 12:34:56.789");
    }

    @Test
    void daysOfLocalTimeFollowDaylightSaving() {
        assertThat(db.value("DATEADD(DAY, 1, '2026-03-07 12:00:00'::TIMESTAMP_LTZ)::VARCHAR"))
                .isEqualTo("2026-03-08 12:00:00.000 -0400");
        assertThat(db.value("DATEADD(HOUR, 24, '2026-03-07 12:00:00'::TIMESTAMP_LTZ)::VARCHAR"))
                .isEqualTo("2026-03-08 13:00:00.000 -0400");
        assertThat(db.value("DATE_TRUNC('DAY', CURRENT_TIMESTAMP())::VARCHAR"))
                .isEqualTo("2026-01-31 00:00:00.000 -0500");
    }

    @Test
    void zonedTimesCompareByInstant() {
        assertThat(db.value("'2026-01-31 10:00:00 +0200'::TIMESTAMP_TZ = '2026-01-31 08:00:00 +0000'::TIMESTAMP_TZ"))
                .isEqualTo("true");
        assertThat(db.value("'2026-01-31 08:00:00'::TIMESTAMP_NTZ < '2026-01-31 08:00:00 +0000'::TIMESTAMP_TZ"))
                .isEqualTo("false");
    }

    @Test
    void offsetsAreKept() {
        assertThat(db.value("DATEADD(MONTH, 1, '2026-01-31 23:30:00 +0530'::TIMESTAMP_TZ)::VARCHAR"))
                .isEqualTo("2026-02-28 23:30:00.000 +0530");
        assertThat(db.value("'2026-01-31 23:30:00 +0530'::TIMESTAMP_TZ::TIMESTAMP_NTZ"))
                .isEqualTo("2026-01-31 23:30:00.0");
    }

    /** What DuckDB reads of literals by itself must be what is read of the same text in a column. */
    @Test
    void literalsAreReadAsTextsAre() {
        for (var text : new String[] {
            "2026-01-31",
            "2026-01-31 23:59:59",
            "2026-01-31T23:59:59.123456",
            "2026-01-31T23:59:59.123456000",
            "0001-01-01",
            "9999-12-31"
        }) {
            assertThat(db.value("'" + text + "'::TIMESTAMP_NTZ = ('' || '" + text + "')::TIMESTAMP_NTZ"))
                    .as(text)
                    .isEqualTo("true");
            assertThat(db.value("'" + text + "'::DATE = ('' || '" + text + "')::DATE"))
                    .as(text)
                    .isEqualTo("true");
            assertThat(db.value("'" + text + "'::TIMESTAMP_LTZ = ('' || '" + text + "')::TIMESTAMP_LTZ"))
                    .as(text)
                    .isEqualTo("true");
        }
        assertThat(db.value("TO_VARCHAR('0999-03-04'::DATE, 'YYYY-MM-DD')")).isEqualTo("0999-03-04");
        assertThat(db.value("TO_VARCHAR('2026-01-31 03:04:05.678'::TIMESTAMP_NTZ, 'DD.MM.YYYY HH24:MI:SS.FF3')"))
                .isEqualTo("31.01.2026 03:04:05.678");
        assertThat(db.value("TO_VARCHAR('2026-01-31 03:04:05.678'::TIMESTAMP_NTZ, 'YYYY-MM-DD\"T\"HH24:MI:SS.FF9')"))
                .isEqualTo("2026-01-31T03:04:05.678000000");
        assertThat(db.value("TRY_TO_TIMESTAMP_NTZ('2026-1-31T03:04:05Z', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"') IS NULL"))
                .isEqualTo(db.value(
                        "TRY_TO_TIMESTAMP_NTZ('2026-1-31T03:04:05Z', 'YYYY-MM-DD\"T\"HH24:MI:SS' || '\"Z\"') IS NULL"));
        assertThat(db.value("TRY_TO_TIMESTAMP_NTZ('2026-01-31T03:04:05Z', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')"))
                .isEqualTo("2026-01-31 03:04:05.0");
    }
}
