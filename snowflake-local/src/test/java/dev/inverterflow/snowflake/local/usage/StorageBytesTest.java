package dev.inverterflow.snowflake.local.usage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inverterflow.snowflake.local.MovingClockServer;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the storage views say of what tables hold. The clock stands at 2026-11-23 06:00 UTC until it is moved. */
class StorageBytesTest {
    private static final String TABLES = "SELECT TABLE_NAME, ACTIVE_BYTES, TIME_TRAVEL_BYTES, FAILSAFE_BYTES, DELETED"
            + " FROM SNOWFLAKE.ACCOUNT_USAGE.TABLE_STORAGE_METRICS WHERE TABLE_CATALOG = 'DB' ORDER BY TABLE_NAME, ID";
    private static final String DAYS = "SELECT USAGE_DATE, AVERAGE_DATABASE_BYTES, AVERAGE_FAILSAFE_BYTES"
            + " FROM SNOWFLAKE.ACCOUNT_USAGE.DATABASE_STORAGE_USAGE_HISTORY WHERE DATABASE_NAME = 'DB'"
            + " ORDER BY USAGE_DATE";

    private MovingClockServer server;

    @BeforeEach
    void start() throws SQLException {
        server = MovingClockServer.start();
    }

    @AfterEach
    void stop() throws SQLException {
        server.close();
    }

    @Test
    void aTableStoresTheBytesOfItsValues() throws SQLException {
        server.execute(
                "CREATE TABLE t (n NUMBER, f FLOAT, d DATE, b BOOLEAN, z TIMESTAMP_TZ, v VARCHAR, j VARIANT, x BINARY)");
        server.execute("INSERT INTO t SELECT 1, 1.5, '2026-11-23', TRUE, '2026-11-23 06:00:00 +00:00', 'größe',"
                + " PARSE_JSON('{ \"a\": 1 }'), TO_BINARY('AABBCC', 'HEX')");
        server.execute("INSERT INTO t (v) VALUES (NULL), ('ab')");

        server.execute("CREATE TEMPORARY TABLE own (k NUMBER)");
        server.execute("INSERT INTO own VALUES (1), (2)");
        // 8 + 8 + 4 + 1 + 12, seven bytes of UTF-8, {"a":1}, three bytes; then two letters
        assertThat(server.rows(TABLES)).containsExactly(List.of("T", "52", "0", "0", "FALSE"));
        assertThat(server.rows("SELECT TABLE_NAME, ROW_COUNT, BYTES FROM DB.INFORMATION_SCHEMA.TABLES"
                        + " WHERE TABLE_SCHEMA = 'SC' ORDER BY TABLE_NAME"))
                .containsExactly(List.of("OWN", "2", "16"), List.of("T", "3", "52"));
        server.execute("SHOW TABLES IN SCHEMA db.sc");
        assertThat(server.rows("SELECT \"name\", \"rows\", \"bytes\" FROM TABLE(RESULT_SCAN(LAST_QUERY_ID()))"))
                .containsExactlyInAnyOrder(List.of("OWN", "2", "16"), List.of("T", "3", "52"));
    }

    @Test
    void whatIsUpdatedOrDeletedIsInTimeTravelForADayAndInFailsafeForSevenMore() throws SQLException {
        server.execute("CREATE TABLE t (k NUMBER, v VARCHAR)");
        server.execute("INSERT INTO t SELECT SEQ4(), 'ab' FROM TABLE(GENERATOR(ROWCOUNT => 10))");
        server.execute("UPDATE t SET v = 'cd' WHERE k < 2");
        server.execute("MERGE INTO t USING (SELECT 2 AS k UNION ALL SELECT 3) s ON t.k = s.k"
                + " WHEN MATCHED AND s.k = 2 THEN UPDATE SET v = 'ef' WHEN MATCHED THEN DELETE");
        server.execute("BEGIN");
        server.execute("DELETE FROM t");
        server.execute("ROLLBACK");
        assertThat(server.rows(TABLES)).containsExactly(List.of("T", "90", "40", "0", "FALSE"));

        server.clock().advance(Duration.ofHours(24));
        assertThat(server.rows(TABLES)).containsExactly(List.of("T", "90", "0", "40", "FALSE"));

        server.clock().advance(Duration.ofDays(7));
        assertThat(server.rows(TABLES)).containsExactly(List.of("T", "90", "0", "0", "FALSE"));
    }

    @Test
    void emptyingATableRemovesAllOfItsRows() throws SQLException {
        for (var emptied :
                List.of("TRUNCATE TABLE t", "INSERT OVERWRITE INTO t SELECT 1 WHERE FALSE", "DELETE FROM t")) {
            server.execute("CREATE OR REPLACE TRANSIENT TABLE t (k NUMBER)");
            server.execute("INSERT INTO t VALUES (1), (2), (3)");
            server.execute(emptied);
            assertThat(server.rows(TABLES)).as(emptied).contains(List.of("T", "0", "24", "0", "FALSE"));
            server.clock().advance(Duration.ofHours(24));
            assertThat(server.rows(TABLES))
                    .as("a transient table has no Fail-safe")
                    .containsExactly(List.of("T", "0", "0", "0", "FALSE"));
        }
        server.execute("CREATE OR REPLACE TABLE t (k NUMBER) DATA_RETENTION_TIME_IN_DAYS = 0");
        server.execute("INSERT INTO t VALUES (1)");
        server.execute("TRUNCATE TABLE t");
        assertThat(server.rows(TABLES)).containsExactly(List.of("T", "0", "0", "8", "FALSE"));
    }

    @Test
    void aDroppedOrReplacedTableIsChargedUntilItsFailsafeEnds() throws SQLException {
        server.execute("CREATE TABLE t (k NUMBER)");
        server.execute("INSERT INTO t VALUES (1)");
        server.execute("CREATE OR REPLACE TABLE t (k NUMBER)");
        server.execute("INSERT INTO t VALUES (1), (2)");
        server.execute("DROP TABLE t");
        server.execute("CREATE SCHEMA other");
        server.execute("CREATE TABLE u (k NUMBER)");
        server.execute("INSERT INTO u VALUES (1), (2), (3)");
        server.execute("DROP SCHEMA other");
        server.execute("CREATE TEMPORARY TABLE db.sc.own (k NUMBER)");
        server.execute("INSERT INTO db.sc.own VALUES (1)");

        assertThat(server.rows(TABLES))
                .as("dropped ones keep what they would have again")
                .containsExactly(
                        List.of("T", "8", "0", "0", "TRUE"),
                        List.of("T", "16", "0", "0", "TRUE"),
                        List.of("U", "24", "0", "0", "TRUE"));
        server.clock().advance(Duration.ofHours(24));
        assertThat(server.rows(TABLES))
                .containsExactly(
                        List.of("T", "0", "0", "8", "TRUE"),
                        List.of("T", "0", "0", "16", "TRUE"),
                        List.of("U", "0", "0", "24", "TRUE"));
        server.clock().advance(Duration.ofDays(7));
        assertThat(server.rows(TABLES)).isEmpty();
    }

    @Test
    void aDayHasTheAverageOfItsHours() throws SQLException {
        server.execute("CREATE TABLE t (k NUMBER)");
        server.execute("INSERT INTO t SELECT SEQ4() FROM TABLE(GENERATOR(ROWCOUNT => 300))");
        assertThat(server.rows(DAYS)).as("now").containsExactly(List.of("2026-11-23", "2400.0", "0.0"));

        server.clock().advance(Duration.ofHours(6));
        server.execute("DELETE FROM t WHERE k < 100");
        server.execute("INSERT INTO t SELECT SEQ4() FROM TABLE(GENERATOR(ROWCOUNT => 400))");
        server.clock().advance(Duration.ofHours(6));
        assertThat(server.rows(DAYS))
                .as("six hours of 2,400 bytes, six of 4,800 with 800 in Time Travel")
                .containsExactly(List.of("2026-11-23", "4000.0", "0.0"));

        server.clock().advance(Duration.ofDays(2).plusHours(6));
        assertThat(server.rows(DAYS))
                .as(
                        "over 24 hours: nothing until 06:00; then the 800 bytes leave Time Travel in the middle of the next day")
                .containsExactly(
                        List.of("2026-11-23", "3400.0", "0.0"),
                        List.of("2026-11-24", "5200.0", "400.0"),
                        List.of("2026-11-25", "4800.0", "800.0"),
                        List.of("2026-11-26", "4800.0", "800.0"));
    }

    @Test
    void whatIsToldTakesThePlaceOfWhatIsMeasured() throws SQLException {
        server.execute("CREATE DATABASE other");
        server.execute("CREATE TABLE other.public.o (k NUMBER)");
        server.execute("INSERT INTO other.public.o VALUES (1)");
        server.execute("CREATE TABLE db.sc.t (k NUMBER)");
        var metering = server.snowflake().metering();
        metering.tableStorage("db", "sc", "told", 2000, 500, 70);
        metering.databaseDay(LocalDate.of(2026, 11, 23), "db", 3000, 70);

        assertThat(server.rows("SELECT TABLE_NAME, ACTIVE_BYTES FROM SNOWFLAKE.ACCOUNT_USAGE.TABLE_STORAGE_METRICS"
                        + " ORDER BY TABLE_NAME"))
                .containsExactly(List.of("O", "8"), List.of("TOLD", "2000"));
        assertThat(server.rows("SELECT DATABASE_NAME, AVERAGE_DATABASE_BYTES"
                        + " FROM SNOWFLAKE.ACCOUNT_USAGE.DATABASE_STORAGE_USAGE_HISTORY ORDER BY DATABASE_NAME"))
                .containsExactly(List.of("DB", "3000.0"), List.of("OTHER", "8.0"));
    }

    @Test
    void aDroppedDatabaseSaysWhen() throws SQLException {
        server.execute("CREATE DATABASE other");
        server.execute("CREATE TABLE other.public.o (k NUMBER)");
        server.execute("INSERT INTO other.public.o VALUES (1)");
        server.clock().advance(Duration.ofHours(9));
        server.execute("DROP DATABASE other");
        server.clock().advance(Duration.ofHours(9));

        assertThat(server.rows("SELECT AVERAGE_DATABASE_BYTES, CONVERT_TIMEZONE('UTC', DELETED)::TIMESTAMP_NTZ::VARCHAR"
                        + " FROM SNOWFLAKE.ACCOUNT_USAGE.DATABASE_STORAGE_USAGE_HISTORY"
                        + " WHERE DATABASE_NAME = 'OTHER' AND USAGE_DATE = '2026-11-23'"))
                .as("in Time Travel until the end of the day")
                .containsExactly(List.of("6.0", "2026-11-23 15:00:00.000"));
    }

    @Test
    void aLargeTableIsEstimatedFromASample() throws SQLException {
        server.execute("CREATE TABLE t (k NUMBER, v VARCHAR) AS SELECT SEQ4(), REPEAT('x', 12)"
                + " FROM TABLE(GENERATOR(ROWCOUNT => 400000))");

        var bytes = Long.parseLong(server.rows(TABLES).get(0).get(1));

        assertThat(bytes).as("all rows are as long").isEqualTo(8_000_000);
    }

    @Test
    void theViewsLagAsTheirPagesSay() throws SQLException {
        try (var late = MovingClockServer.start(UsageLag.DOCUMENTED)) {
            late.execute("CREATE TABLE t (k NUMBER)");
            late.execute("INSERT INTO t VALUES (1)");
            assertThat(late.rows(TABLES)).isEmpty();

            late.clock().advance(Duration.ofMinutes(90));
            late.execute("INSERT INTO t VALUES (2)");
            late.clock().advance(Duration.ofMinutes(89));
            assertThat(late.rows(TABLES))
                    .as("as of the minute before the second row")
                    .containsExactly(List.of("T", "8", "0", "0", "FALSE"));
            late.clock().advance(Duration.ofMinutes(2));
            assertThat(late.rows(TABLES)).containsExactly(List.of("T", "16", "0", "0", "FALSE"));

            assertThat(late.rows(DAYS)).isEmpty();
            late.clock().advance(Duration.ofHours(18));
            assertThat(late.rows("SELECT COUNT(*) FROM (" + DAYS + ")"))
                    .as("the day is over since three hours")
                    .containsExactly(List.of("1"));
        }
    }
}
