package dev.inverterflow.snowflake.local.load.copy;

import dev.inverterflow.snowflake.local.analysis.Origin;
import dev.inverterflow.snowflake.local.analysis.RelationColumn;
import dev.inverterflow.snowflake.local.analysis.RelationSource;
import dev.inverterflow.snowflake.local.catalog.Identifiers;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.function.runtime.JsonText;
import dev.inverterflow.snowflake.local.function.runtime.RunTimeError;
import dev.inverterflow.snowflake.local.load.format.RowFormat;
import dev.inverterflow.snowflake.local.type.SnowflakeType;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDataChunkWriter;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBTableFunction;
import org.duckdb.DuckDBTableFunctionBindInfo;
import org.duckdb.DuckDBTableFunctionCallInfo;
import org.duckdb.DuckDBTableFunctionInitInfo;
import org.jspecify.annotations.Nullable;

/**
 * Rows of files as a relation of the engine, through a table function that reads them from here.
 *
 * <p>A temporary table would not do: it would be undone with the statement that failed, while what follows is to be run
 * again on the same rows.
 */
public final class StagedRows {
    private static final String FUNCTION = "snowflake_local_staged_rows";
    /** Readable relations are few at a time; the oldest go, should one be handed out and never read. */
    private static final int MAX_RELATIONS = 256;

    private static final SnowflakeType SECONDS = SnowflakeType.timestamp(SnowflakeType.TIMESTAMP_NTZ.kind(), 0);
    private static final SnowflakeType MILLISECONDS = SnowflakeType.timestamp(SnowflakeType.TIMESTAMP_LTZ.kind(), 3);
    private static final List<RelationColumn> METADATA = List.of(
            RelationColumn.hidden("METADATA$FILENAME", SnowflakeType.VARCHAR),
            RelationColumn.hidden("METADATA$FILE_ROW_NUMBER", SnowflakeType.INTEGER),
            RelationColumn.hidden("METADATA$FILE_CONTENT_KEY", SnowflakeType.VARCHAR),
            RelationColumn.hidden("METADATA$FILE_LAST_MODIFIED", SECONDS),
            RelationColumn.hidden("METADATA$START_SCAN_TIME", MILLISECONDS));

    /** How many text columns a row of staged files may be asked for; the files are not read to find out. */
    private static final int MAX_TEXTS = 500;

    private static final List<RelationColumn> VARIANT_COLUMNS = Stream.concat(
                    Stream.of(RelationColumn.of("$1", SnowflakeType.VARIANT)), METADATA.stream())
            .toList();
    private static final List<RelationColumn> TEXT_COLUMNS = Stream.concat(
                    IntStream.rangeClosed(1, MAX_TEXTS)
                            .mapToObj(index -> RelationColumn.hidden("$" + index, SnowflakeType.VARCHAR)),
                    METADATA.stream())
            .toList();

    /** The texts of a row, which travel as one JSON array. */
    private static final String TEXTS = IntStream.rangeClosed(1, MAX_TEXTS)
            .mapToObj(index -> "\"$1\"[" + index + "] AS \"$" + index + "\"")
            .collect(Collectors.joining(", "));

    private final Map<String, Relation> relations = Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Relation> eldest) {
            return size() > MAX_RELATIONS;
        }
    });

    private volatile ZoneId fileTimesZone = ZoneOffset.UTC;

    /** Whose wall clock METADATA$FILE_LAST_MODIFIED is from now on. */
    public void fileTimesIn(ZoneId zone) {
        fileTimesZone = zone;
    }

    /** Makes the rows readable on every connection of this engine. */
    public void register(Connection connection) throws SQLException {
        try (var function = DuckDBFunctions.tableFunction()) {
            function.withName(FUNCTION)
                    .withParameter(String.class)
                    .withFunction(new Reader())
                    .register(connection.unwrap(DuckDBConnection.class));
        }
    }

    /** A relation of these rows, good until it is {@linkplain #release released}. */
    RelationSource.Physical relation(Iterable<StagedRow> rows, RowFormat.Fields fields, Origin origin) {
        var handle = UUID.randomUUID().toString();
        relations.put(handle, new Relation(rows, fields));
        var read = FUNCTION + "(" + Identifiers.literal(handle) + ")";
        return switch (fields) {
            case ONE_VARIANT ->
                new RelationSource.Physical(
                        VARIANT_COLUMNS, "(SELECT " + casts(VARIANT_COLUMNS) + " FROM " + read + ")", origin);
            case TEXTS ->
                new RelationSource.Physical(
                        TEXT_COLUMNS,
                        "(SELECT " + TEXTS + ", " + casts(METADATA)
                                + " FROM (SELECT * REPLACE (from_json(\"$1\", '[\"VARCHAR\"]')" + " AS \"$1\") FROM "
                                + read + "))",
                        origin);
        };
    }

    private static String casts(List<RelationColumn> columns) {
        return columns.stream()
                .map(column -> {
                    var name = Identifiers.quote(column.name());
                    return "CAST(" + name + " AS " + column.type().duckType() + ") AS " + name;
                })
                .collect(Collectors.joining(", "));
    }

    void release(RelationSource.Physical relation) {
        synchronized (relations) {
            relations.keySet().removeIf(handle -> relation.duckSql().contains(handle));
        }
    }

    private record Relation(Iterable<StagedRow> rows, RowFormat.Fields fields) {}

    private record Reading(Iterator<StagedRow> rows, RowFormat.Fields fields) {}

    private final class Reader implements DuckDBTableFunction<Relation, Reading, Object> {
        @Override
        public Relation bind(DuckDBTableFunctionBindInfo info) {
            info.addResultColumn("$1", DuckDBColumnType.VARCHAR)
                    .addResultColumn("METADATA$FILENAME", DuckDBColumnType.VARCHAR)
                    .addResultColumn("METADATA$FILE_ROW_NUMBER", DuckDBColumnType.BIGINT)
                    .addResultColumn("METADATA$FILE_CONTENT_KEY", DuckDBColumnType.VARCHAR)
                    .addResultColumn("METADATA$FILE_LAST_MODIFIED", DuckDBColumnType.TIMESTAMP)
                    .addResultColumn("METADATA$START_SCAN_TIME", DuckDBColumnType.TIMESTAMP_WITH_TIME_ZONE);
            @Nullable Relation rows = relations.get(info.getParameter(0).getString());
            if (rows == null) {
                throw new IllegalStateException("staged rows are no longer there");
            }
            return rows;
        }

        @Override
        public Reading init(DuckDBTableFunctionInitInfo info) {
            info.setMaxThreads(1);
            Relation relation = info.getBindData();
            return new Reading(relation.rows().iterator(), relation.fields());
        }

        @Override
        public long apply(DuckDBTableFunctionCallInfo info, DuckDBDataChunkWriter output) {
            try {
                return fill(info.getInitData(), output);
            } catch (SnowflakeException failure) {
                throw new EngineMessage(failure);
            }
        }

        private long fill(Reading reading, DuckDBDataChunkWriter output) {
            long count = 0;
            while (count < output.capacity() && reading.rows().hasNext()) {
                write(reading.rows().next(), reading.fields(), output, count);
                count++;
            }
            return count;
        }

        private void write(StagedRow row, RowFormat.Fields fields, DuckDBDataChunkWriter output, long index) {
            output.vector(0).setString(index, text(row.values(), fields));
            output.vector(1).setString(index, row.fileName());
            output.vector(2).setLong(index, row.rowNumber());
            output.vector(3).setString(index, row.contentKey());
            output.vector(4)
                    .setTimestamp(
                            index, row.lastModified().atZone(fileTimesZone).toLocalDateTime());
            output.vector(5).setOffsetDateTime(index, row.scanTime().atOffset(ZoneOffset.UTC));
        }
    }

    private static @Nullable String text(List<@Nullable String> values, RowFormat.Fields fields) {
        return fields == RowFormat.Fields.ONE_VARIANT
                ? values.get(0)
                : values.stream()
                        .map(value -> value == null ? "null" : JsonText.quote(value))
                        .collect(Collectors.joining(",", "[", "]"));
    }

    /** An error on its way through the engine, which passes on what the trace would print: only the message, then. */
    private static final class EngineMessage extends RuntimeException {
        private static final long serialVersionUID = 1L;

        EngineMessage(SnowflakeException failure) {
            super(RunTimeError.mark(failure), null, false, false);
        }
    }
}
