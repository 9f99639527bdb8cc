package dev.inverterflow.snowflake.local.engine;

import dev.inverterflow.snowflake.local.catalog.Identifiers;
import dev.inverterflow.snowflake.local.execution.ResultColumn;
import dev.inverterflow.snowflake.local.execution.WireText;
import dev.inverterflow.snowflake.local.function.runtime.VariantDisplay;
import dev.inverterflow.snowflake.local.type.SnowflakeType;
import dev.inverterflow.snowflake.local.type.TypeKind;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the engine's rows as the texts that go over the wire, each by the Snowflake type of its column. */
public final class WireReader {

    private static final int SECONDS_PER_MINUTE = 60;

    private final List<ResultColumn> columns;

    public WireReader(List<ResultColumn> columns) {
        this.columns = List.copyOf(columns);
    }

    /**
     * A query in the form whose rows this can read. DuckDB's driver gives a timestamp inside a struct in the JVM's time zone,
     * where some do not exist; so a TIMESTAMP_TZ leaves the engine as text.
     *
     * @param sql a query of the engine
     * @param names the names of its columns in the engine
     * @param types their types
     */
    public static String readable(String sql, List<String> names, List<SnowflakeType> types) {
        if (types.stream().noneMatch(type -> type.is(TypeKind.TIMESTAMP_TZ))) {
            return sql;
        }
        List<String> items = new ArrayList<>();
        for (int index = 0; index < names.size(); index++) {
            String name = Identifiers.quote(names.get(index));
            items.add(
                    types.get(index).is(TypeKind.TIMESTAMP_TZ)
                            ? "epoch_us(" + name + ".utc) || ' ' || " + name + ".offset_minutes AS " + name
                            : name);
        }
        return "SELECT " + String.join(", ", items) + " FROM (" + sql + ")";
    }

    /** Reads all rows. */
    public List<List<@Nullable String>> readAll(ResultSet rows) throws SQLException {
        List<List<@Nullable String>> texts = new ArrayList<>();
        while (rows.next()) {
            texts.add(readRow(rows));
        }
        return texts;
    }

    private List<@Nullable String> readRow(ResultSet rows) throws SQLException {
        List<@Nullable String> row = new ArrayList<>(columns.size());
        for (int index = 0; index < columns.size(); index++) {
            row.add(read(rows, index + 1, columns.get(index).type()));
        }
        return row;
    }

    private static @Nullable String read(ResultSet rows, int index, SnowflakeType type) throws SQLException {
        if (type.kind() == TypeKind.TIMESTAMP_NTZ) {
            LocalDateTime value = rows.getObject(index, LocalDateTime.class);
            return value == null ? null : WireText.timestampNtz(value, type.scale());
        }
        Object value = rows.getObject(index);
        return value == null ? null : encode(value, rows, index, type);
    }

    private static String encode(Object value, ResultSet rows, int index, SnowflakeType type) throws SQLException {
        return switch (type.kind()) {
            case FIXED ->
                decimal(value).setScale(type.scale(), RoundingMode.HALF_UP).toPlainString();
            case REAL -> WireText.real(((Number) value).doubleValue());
            case BOOLEAN -> WireText.bool((Boolean) value);
            case DATE -> WireText.date((LocalDate) value);
            case TIME -> WireText.time((LocalTime) value, type.scale());
            case TIMESTAMP_NTZ -> throw new SQLException("TIMESTAMP_NTZ is read as a LocalDateTime");
            case TIMESTAMP_LTZ -> WireText.timestampLtz(((OffsetDateTime) value).toInstant(), type.scale());
            case TIMESTAMP_TZ -> WireText.timestampTz(offsetTime((String) value), type.scale());
            case BINARY -> WireText.binary(rows.getBytes(index));
            case VARIANT, OBJECT, ARRAY -> VariantDisplay.pretty(value.toString());
            case TEXT, NULL -> value.toString();
        };
    }

    private static BigDecimal decimal(Object value) {
        if (value instanceof BigDecimal decimal) {
            return decimal;
        }
        if (value instanceof BigInteger integer) {
            return new BigDecimal(integer);
        }
        return new BigDecimal(value.toString());
    }

    /** What {@link #readable} makes of a TIMESTAMP_TZ: microseconds and the offset in minutes. */
    private static OffsetDateTime offsetTime(String value) {
        String[] parts = value.split(" ");
        ZoneOffset offset = ZoneOffset.ofTotalSeconds(Integer.parseInt(parts[1]) * SECONDS_PER_MINUTE);
        return Instant.EPOCH.plus(Long.parseLong(parts[0]), ChronoUnit.MICROS).atOffset(offset);
    }
}
