package dev.inverterflow.snowflake.local.engine;

import dev.inverterflow.snowflake.local.catalog.Identifiers;
import dev.inverterflow.snowflake.local.execution.ResultColumn;
import dev.inverterflow.snowflake.local.execution.WireText;
import dev.inverterflow.snowflake.local.function.runtime.TextBounds;
import dev.inverterflow.snowflake.local.function.runtime.VariantDisplay;
import dev.inverterflow.snowflake.local.type.SnowflakeType;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBPreparedStatement;
import org.duckdb.DuckDBReadableVector;
import org.jspecify.annotations.Nullable;

/**
 * Reads the engine's rows as the texts that go over the wire, each by the Snowflake type of its column. It asks the engine for
 * some rows after the other, so that a result needs no more memory there than here.
 */
public final class WireReader {

    private static final int SECONDS_PER_MINUTE = 60;

    private final List<SnowflakeType> types;

    public WireReader(List<ResultColumn> columns) {
        this.types = columns.stream().map(ResultColumn::type).toList();
    }

    /** Takes up rows. */
    public interface Sink {
        void add(List<@Nullable String> row) throws IOException;
    }

    /**
     * A query in the form whose rows this can read: what the engine's driver cannot give by chunks leaves the engine as text.
     *
     * @param sql a query of the engine
     * @param names the names of its columns in the engine
     * @param types their types
     */
    public static String readable(String sql, List<String> names, List<SnowflakeType> types) {
        if (types.stream().noneMatch(WireReader::needsText)) {
            return sql;
        }
        List<String> items = new ArrayList<>();
        for (int index = 0; index < names.size(); index++) {
            items.add(readable(Identifiers.quote(names.get(index)), types.get(index)));
        }
        return "SELECT " + String.join(", ", items) + " FROM (" + sql + ")";
    }

    private static boolean needsText(SnowflakeType type) {
        return switch (type.kind()) {
            case TIMESTAMP_TZ, TIME, BINARY, NULL -> true;
            default -> false;
        };
    }

    private static String readable(String name, SnowflakeType type) {
        return switch (type.kind()) {
            case TIMESTAMP_TZ -> "epoch_us(" + name + ".utc) || ' ' || " + name + ".offset_minutes AS " + name;
            case TIME, NULL -> "CAST(" + name + " AS VARCHAR) AS " + name;
            case BINARY -> "hex(" + name + ") AS " + name;
            default -> name;
        };
    }

    /** Runs a query and reads all of its rows. */
    public void readAll(PreparedStatement query, Sink sink) throws SQLException, IOException {
        try (DuckDBChunkedResult result =
                query.unwrap(DuckDBPreparedStatement.class).query()) {
            while (result.nextChunk()) {
                DuckDBDataChunkReader chunk = result.chunk();
                List<DuckDBReadableVector> vectors = new ArrayList<>(types.size());
                for (int column = 0; column < types.size(); column++) {
                    vectors.add(chunk.vector(column));
                }
                for (long row = 0; row < chunk.rowCount(); row++) {
                    sink.add(row(vectors, row));
                }
            }
        }
    }

    private List<@Nullable String> row(List<DuckDBReadableVector> vectors, long row) throws SQLException {
        List<@Nullable String> texts = new ArrayList<>(types.size());
        for (int column = 0; column < types.size(); column++) {
            DuckDBReadableVector vector = vectors.get(column);
            texts.add(vector.isNull(row) ? null : encode(vector, row, types.get(column)));
        }
        return texts;
    }

    private static String encode(DuckDBReadableVector vector, long row, SnowflakeType type) throws SQLException {
        return switch (type.kind()) {
            case FIXED ->
                number(vector, row).setScale(type.scale(), RoundingMode.HALF_UP).toPlainString();
            case REAL -> WireText.real(real(vector, row));
            case BOOLEAN -> WireText.bool(vector.getBoolean(row));
            case DATE -> WireText.date(vector.getLocalDate(row));
            case TIME -> WireText.time(LocalTime.parse(vector.getString(row)), type.scale());
            case TIMESTAMP_NTZ -> WireText.timestampNtz(vector.getLocalDateTime(row), type.scale());
            case TIMESTAMP_LTZ ->
                WireText.timestampLtz(vector.getOffsetDateTime(row).toInstant(), type.scale());
            case TIMESTAMP_TZ -> WireText.timestampTz(offsetTime(vector.getString(row)), type.scale());
            case VARIANT, OBJECT, ARRAY -> VariantDisplay.pretty(TextBounds.within(vector.getString(row)));
            case TEXT -> TextBounds.within(vector.getString(row));
            case BINARY, NULL -> vector.getString(row);
        };
    }

    private static BigDecimal number(DuckDBReadableVector vector, long row) throws SQLException {
        return switch (vector.getType()) {
            case TINYINT -> BigDecimal.valueOf(vector.getByte(row));
            case SMALLINT -> BigDecimal.valueOf(vector.getShort(row));
            case INTEGER -> BigDecimal.valueOf(vector.getInt(row));
            case BIGINT -> BigDecimal.valueOf(vector.getLong(row));
            case HUGEINT -> new BigDecimal(vector.getHugeInt(row));
            case UTINYINT -> BigDecimal.valueOf(vector.getUint8(row));
            case USMALLINT -> BigDecimal.valueOf(vector.getUint16(row));
            case UINTEGER -> BigDecimal.valueOf(vector.getUint32(row));
            case UBIGINT -> new BigDecimal(vector.getUint64(row));
            case DOUBLE -> BigDecimal.valueOf(vector.getDouble(row));
            default -> vector.getBigDecimal(row);
        };
    }

    private static double real(DuckDBReadableVector vector, long row) throws SQLException {
        return switch (vector.getType()) {
            case DOUBLE -> vector.getDouble(row);
            case FLOAT -> vector.getFloat(row);
            default -> number(vector, row).doubleValue();
        };
    }

    /** What {@link #readable} makes of a TIMESTAMP_TZ: microseconds and the offset in minutes. */
    private static OffsetDateTime offsetTime(String value) {
        String[] parts = value.split(" ");
        ZoneOffset offset = ZoneOffset.ofTotalSeconds(Integer.parseInt(parts[1]) * SECONDS_PER_MINUTE);
        return Instant.EPOCH.plus(Long.parseLong(parts[0]), ChronoUnit.MICROS).atOffset(offset);
    }
}
