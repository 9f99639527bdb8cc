package dev.inverterflow.snowflake.local.load.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.inverterflow.snowflake.local.analysis.Origin;
import dev.inverterflow.snowflake.local.emission.EngineErrors;
import dev.inverterflow.snowflake.local.engine.DuckDb;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.load.format.RowFormat;
import dev.inverterflow.snowflake.local.load.format.RowPlace;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StagedRowsTest {
    private static final Origin STAGE = new Origin(Origin.Kind.STAGE, "DB", "SC", "ST");
    private static final Instant MODIFIED = Instant.parse("2026-11-23T06:00:01Z");
    private static final Instant SCANNED = Instant.parse("2026-11-23T06:00:02.345Z");

    private final StagedRows stagedRows = new StagedRows();
    private DuckDb engine;
    private Connection connection;

    @BeforeEach
    void open() throws SQLException {
        engine = DuckDb.open(null, connection -> {});
        connection = engine.connect().jdbc();
        stagedRows.register(connection);
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
        engine.close();
    }

    @Test
    void rowsAndTheirMetadataAreReadable() throws SQLException {
        var relation = stagedRows.relation(
                List.of(new StagedRow(List.of("[1]"), "raw/ü.json", 1, RowPlace.ofRecord(1), "abc", MODIFIED, SCANNED)),
                RowFormat.Fields.ONE_VARIANT,
                STAGE);

        try (var statement = connection.createStatement();
                var row = statement.executeQuery("""
                        SELECT "$1", "METADATA$FILENAME", typeof("METADATA$FILE_ROW_NUMBER"), "METADATA$FILE_CONTENT_KEY",
                          CAST("METADATA$FILE_LAST_MODIFIED" AS VARCHAR), CAST("METADATA$START_SCAN_TIME" AS VARCHAR)
                        FROM """ + relation.duckSql())) {
            assertThat(row.next()).isTrue();
            assertThat(row.getString(1)).isEqualTo("[1]");
            assertThat(row.getString(2)).isEqualTo("raw/ü.json");
            assertThat(row.getString(3)).isEqualTo("DECIMAL(38,0)");
            assertThat(row.getString(4)).isEqualTo("abc");
            assertThat(row.getString(5)).isEqualTo("2026-11-23 06:00:01");
            assertThat(row.getString(6)).isEqualTo("2026-11-23 06:00:02.345+00");
            assertThat(row.next()).isFalse();
        }
    }

    @Test
    void moreRowsThanOneChunkHoldsComeInOrderAndOnEveryConnection() throws SQLException {
        var rows = LongStream.rangeClosed(1, 5000)
                .mapToObj(n ->
                        new StagedRow(List.of(String.valueOf(n)), "f", n, RowPlace.ofRecord(n), "k", MODIFIED, SCANNED))
                .toList();
        var relation = stagedRows.relation(rows, RowFormat.Fields.ONE_VARIANT, STAGE);

        try (var other = engine.connect();
                var statement = other.jdbc().createStatement();
                var row = statement.executeQuery(
                        "SELECT count(*), bool_and(\"$1\" = CAST(\"METADATA$FILE_ROW_NUMBER\" AS VARCHAR)) FROM "
                                + relation.duckSql())) {
            row.next();
            assertThat(row.getLong(1)).isEqualTo(5000);
            assertThat(row.getBoolean(2)).isTrue();
        }
    }

    @Test
    void anErrorWhileReadingKeepsSnowflakesCodeAndMessage() throws SQLException {
        var relation = stagedRows.relation(StagedRowsTest::failingRows, RowFormat.Fields.ONE_VARIANT, STAGE);

        try (var statement = connection.createStatement()) {
            var failure = catchThrowableOfType(
                    SQLException.class, () -> statement.executeQuery("SELECT * FROM " + relation.duckSql()));
            assertThat(EngineErrors.translate(failure))
                    .hasMessage("Error parsing JSON: missing comma")
                    .returns(100069, SnowflakeException::code)
                    .returns("22P02", SnowflakeException::sqlState);
        }
    }

    private static Iterator<StagedRow> failingRows() {
        return Stream.generate(() -> new StagedRow(List.of("1"), "f", 1, RowPlace.ofRecord(1), "k", MODIFIED, SCANNED))
                .peek(row -> {
                    throw new SnowflakeException(100069, "22P02", "Error parsing JSON: missing comma");
                })
                .iterator();
    }

    @Test
    void rowsOfTextsMayHaveFewerThanAreAskedFor() throws SQLException {
        var row = new StagedRow(Arrays.asList("a\"b", null, ""), "f", 1, RowPlace.ofRecord(1), "k", MODIFIED, SCANNED);
        var relation = stagedRows.relation(List.of(row), RowFormat.Fields.TEXTS, STAGE);

        try (var statement = connection.createStatement();
                var answer = statement.executeQuery(
                        "SELECT \"$1\", \"$2\", \"$3\", \"$4\", \"METADATA$FILENAME\" FROM " + relation.duckSql())) {
            answer.next();
            assertThat(answer.getString(1)).isEqualTo("a\"b");
            assertThat(answer.getString(2)).isNull();
            assertThat(answer.getString(3)).isEmpty();
            assertThat(answer.getString(4)).isNull();
            assertThat(answer.getString(5)).isEqualTo("f");
        }
    }

    @Test
    void releasedRowsAreGone() throws SQLException {
        var relation = stagedRows.relation(List.of(), RowFormat.Fields.ONE_VARIANT, STAGE);
        stagedRows.release(relation);

        try (var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.executeQuery("SELECT * FROM " + relation.duckSql()))
                    .hasMessageContaining("no longer there");
        }
    }
}
