package dev.inverterflow.snowflake.local.function;

import static dev.inverterflow.snowflake.local.function.Sql.cast;
import static dev.inverterflow.snowflake.local.function.Sql.literal;

import dev.inverterflow.snowflake.local.type.SnowflakeType;
import dev.inverterflow.snowflake.local.type.TypeKind;

/**
 * Conversions between Snowflake's types as DuckDB SQL. The result has exactly the DuckDB type of the target; a value that
 * does not convert raises Snowflake's error, or gives NULL where it is only tried.
 */
public final class Casts {
    /** What a value that does not convert leads to. */
    public enum Mode {
        CAST("sf_"),
        TRY("sf_try_");

        private final String prefix;

        Mode(String prefix) {
            this.prefix = prefix;
        }
    }

    /** Up to here the engine multiplies a FLOAT without more loss than it has itself. */
    private static final int EXACT_SCALE = 15;

    private final Settings settings;

    public Casts(Settings settings) {
        this.settings = settings;
    }

    /** Converts an expression; {@link TypeRules#castable} must hold. */
    public String convert(String sql, SnowflakeType from, SnowflakeType to, Mode mode) {
        if (from.is(TypeKind.NULL)) {
            return cast("NULL", to);
        }
        return switch (to.kind()) {
            case FIXED -> toFixed(sql, from, to, mode);
            case REAL -> toReal(sql, from, mode);
            case TEXT -> fitted(toText(sql, from), from, to, mode);
            case BOOLEAN -> toBoolean(sql, from, mode);
            case DATE -> toDate(sql, from, mode);
            case TIME -> toTime(sql, from, mode);
            case TIMESTAMP_NTZ -> atScale(toNtz(sql, from, mode), from, to);
            case TIMESTAMP_LTZ -> atScale(toLtz(sql, from, mode), from, to);
            case TIMESTAMP_TZ -> toTz(sql, from, mode);
            case BINARY -> fittedBytes(from.is(TypeKind.TEXT) ? "unhex(" + sql + ")" : sql, from, to);
            case VARIANT -> VariantText.of(sql, from);
            case OBJECT -> from.is(TypeKind.OBJECT) ? sql : mode.prefix + "variant_object(" + sql + ")";
            case ARRAY -> from.is(TypeKind.ARRAY) ? sql : mode.prefix + "variant_array(" + sql + ")";
            case NULL -> sql;
        };
    }

    private String toFixed(String sql, SnowflakeType from, SnowflakeType to, Mode mode) {
        var size = ", " + to.precision() + ", " + to.scale() + ")";
        return switch (from.kind()) {
            case FIXED -> from.equals(to) ? sql : decimal(sql, to, mode);
            case REAL ->
                to.scale() > EXACT_SCALE
                        ? cast(mode.prefix + "real_digits(" + sql + ", " + to.scale() + ")", to)
                        : decimal(sql, to, mode);
            case BOOLEAN -> cast("CASE WHEN " + sql + " THEN 1 WHEN NOT " + sql + " THEN 0 END", to);
            case VARIANT ->
                "COALESCE(TRY_CAST(" + sql + " AS " + to.duckType() + "), "
                        + cast(mode.prefix + "variant_decimal(" + sql + size, to) + ")";
            default -> cast(mode.prefix + "decimal(" + sql + size, to);
        };
    }

    private static String decimal(String sql, SnowflakeType to, Mode mode) {
        return mode == Mode.TRY ? "TRY_CAST(" + sql + " AS " + to.duckType() + ")" : cast(sql, to);
    }

    private String toReal(String sql, SnowflakeType from, Mode mode) {
        return switch (from.kind()) {
            case REAL -> sql;
            case FIXED -> cast(sql, SnowflakeType.FLOAT);
            case VARIANT -> mode == Mode.TRY ? "sf_try_variant_double(" + sql + ")" : "sf_json_double(" + sql + ")";
            case TEXT -> mode.prefix + "text_double(" + sql + ")";
            default -> mode.prefix + "double(" + sql + ")";
        };
    }

    private String toText(String sql, SnowflakeType from) {
        return switch (from.kind()) {
            case TEXT -> sql;
            case REAL -> "sf_double_text(" + sql + ")";
            case BINARY -> (settings.writesBinaryAsBase64() ? "to_base64(" : "hex(") + sql + ")";
            case DATE -> momentText(cast(sql, SnowflakeType.TIMESTAMP_NTZ), "0", "DATE_OUTPUT_FORMAT");
            case TIME -> momentText("(DATE '1970-01-01' + " + sql + ")", "0", "TIME_OUTPUT_FORMAT");
            case TIMESTAMP_NTZ -> momentText(sql, "0", "TIMESTAMP_NTZ_OUTPUT_FORMAT");
            case TIMESTAMP_LTZ -> momentText(wallClock(sql), offset(sql), "TIMESTAMP_LTZ_OUTPUT_FORMAT");
            case TIMESTAMP_TZ ->
                momentText(
                        "sf_tz_wall_clock(" + sql + ")",
                        castTo(sql + ".offset_minutes", "BIGINT"),
                        "TIMESTAMP_TZ_OUTPUT_FORMAT");
            case VARIANT -> "sf_json_text(" + sql + ")";
            case OBJECT -> "sf_object_text(" + sql + ")";
            case ARRAY -> "sf_plain_json(" + sql + ")";
            default -> cast(sql, SnowflakeType.VARCHAR);
        };
    }

    private static String castTo(String sql, String duckType) {
        return "CAST(" + sql + " AS " + duckType + ")";
    }

    private String momentText(String timestamp, String offsetMinutes, String parameter) {
        return writeMoment(timestamp, offsetMinutes, literal(settings.format(parameter)));
    }

    /** Text of a date or time in a given format; the type is that of a timestamp, date or time. */
    String format(String sql, SnowflakeType from, Argument format) {
        var engineFormat = EngineFormat.forWriting(format.constant());
        if (engineFormat != null && (from.is(TypeKind.DATE) || from.is(TypeKind.TIMESTAMP_NTZ))) {
            return "sf_timestamp_text(" + cast(sql, SnowflakeType.TIMESTAMP_NTZ) + ", " + literal(engineFormat) + ", "
                    + format.sql() + ")";
        }
        return format(sql, from, format.sql());
    }

    private String format(String sql, SnowflakeType from, String format) {
        return switch (from.kind()) {
            case DATE, TIMESTAMP_NTZ -> writeMoment(cast(sql, SnowflakeType.TIMESTAMP_NTZ), "0", format);
            case TIME -> writeMoment("(DATE '1970-01-01' + " + sql + ")", "0", format);
            case TIMESTAMP_LTZ -> writeMoment(wallClock(sql), offset(sql), format);
            default -> writeMoment("sf_tz_wall_clock(" + sql + ")", castTo(sql + ".offset_minutes", "BIGINT"), format);
        };
    }

    /** The session's zone as a DuckDB literal. */
    String zoneSql() {
        return settings.zoneSql();
    }

    private static String writeMoment(String timestamp, String offsetMinutes, String format) {
        return "sf_moment_text(" + timestamp + ", " + offsetMinutes + ", " + format + ")";
    }

    private String wallClock(String ltz) {
        return "(" + ltz + " AT TIME ZONE " + settings.zoneSql() + ")";
    }

    private String offset(String ltz) {
        return "sf_offset(" + ltz + ", " + settings.zoneSql() + ")";
    }

    private static String fitted(String sql, SnowflakeType from, SnowflakeType to, Mode mode) {
        boolean mayBeLonger = to.length() < SnowflakeType.DEFAULT_TEXT_LENGTH
                && !(from.is(TypeKind.TEXT) && from.length() <= to.length());
        return mayBeLonger ? mode.prefix + "fit(" + sql + ", " + to.length() + ")" : sql;
    }

    private static String fittedBytes(String sql, SnowflakeType from, SnowflakeType to) {
        boolean mayBeLonger = to.length() < SnowflakeType.DEFAULT_BINARY_LENGTH
                && !(from.is(TypeKind.BINARY) && from.length() <= to.length());
        return mayBeLonger ? "sf_fit_bytes(" + sql + ", " + to.length() + ")" : sql;
    }

    private String toBoolean(String sql, SnowflakeType from, Mode mode) {
        return switch (from.kind()) {
            case BOOLEAN -> sql;
            case FIXED -> "(" + sql + " <> 0)";
            case REAL -> mode.prefix + "real_boolean(" + sql + ")";
            case VARIANT -> mode.prefix + "variant_boolean(" + sql + ")";
            default -> mode.prefix + "boolean(" + sql + ")";
        };
    }

    private String toDate(String sql, SnowflakeType from, Mode mode) {
        return from.is(TypeKind.DATE) ? sql : "CAST(" + wallClock(sql, from, "DATE", mode) + " AS DATE)";
    }

    private String toTime(String sql, SnowflakeType from, Mode mode) {
        return from.is(TypeKind.TIME) ? sql : "CAST(" + wallClock(sql, from, "TIME", mode) + " AS TIME)";
    }

    private String toNtz(String sql, SnowflakeType from, Mode mode) {
        return from.is(TypeKind.DATE)
                ? cast(sql, SnowflakeType.TIMESTAMP_NTZ)
                : wallClock(sql, from, "TIMESTAMP_NTZ", mode);
    }

    private String wallClock(String sql, SnowflakeType from, String kind, Mode mode) {
        return switch (from.kind()) {
            case TIMESTAMP_NTZ, DATE -> sql;
            case TIMESTAMP_LTZ -> wallClock(sql);
            case TIMESTAMP_TZ -> "sf_tz_wall_clock(" + sql + ")";
            case FIXED -> epoch(sql, "0");
            case VARIANT -> mode.prefix + "variant_moment(" + sql + ", '" + kind + "', " + settings.zoneSql() + ")";
            default ->
                isAuto(kind) && PlainMoment.is(sql, kind)
                        ? cast(sql, SnowflakeType.TIMESTAMP_NTZ)
                        : read(sql, inputFormat(kind), kind, mode);
        };
    }

    private boolean isAuto(String kind) {
        return settings.inputFormat(TypeKind.valueOf(kind)).equalsIgnoreCase("AUTO");
    }

    private String inputFormat(String kind) {
        return literal(settings.inputFormat(TypeKind.valueOf(kind)));
    }

    /** How the session counts weeks. */
    Weeks weeks() {
        return settings.weeks();
    }

    private String toLtz(String sql, SnowflakeType from, Mode mode) {
        return switch (from.kind()) {
            case TIMESTAMP_LTZ -> sql;
            case TIMESTAMP_NTZ -> "(" + sql + " AT TIME ZONE " + settings.zoneSql() + ")";
            case DATE -> "(" + cast(sql, SnowflakeType.TIMESTAMP_NTZ) + " AT TIME ZONE " + settings.zoneSql() + ")";
            case TIMESTAMP_TZ -> utc(sql + ".utc");
            default -> utc(wallClock(sql, from, "TIMESTAMP_LTZ", mode));
        };
    }

    private static String utc(String timestamp) {
        return "(" + timestamp + " AT TIME ZONE 'UTC')";
    }

    private String toTz(String sql, SnowflakeType from, Mode mode) {
        return switch (from.kind()) {
            case TIMESTAMP_TZ -> sql;
            case TEXT -> readTz(sql, inputFormat("TIMESTAMP_TZ"), mode);
            case VARIANT -> {
                var arguments = sql + ", 'TIMESTAMP_TZ', " + settings.zoneSql() + ")";
                yield tz(mode.prefix + "variant_moment(" + arguments, mode.prefix + "variant_offset(" + arguments);
            }
            default -> "sf_tz_in(" + toLtz(sql, from, mode) + ", " + settings.zoneSql() + ")";
        };
    }

    private static String tz(String utc, String offset) {
        return "sf_tz(" + utc + ", " + offset + ")";
    }

    /** Reads text by a format, both expressions, as a date, time or timestamp. */
    String parse(String sql, Argument format, SnowflakeType to, Mode mode) {
        var engineFormat = EngineFormat.of(format.constant());
        if (to.is(TypeKind.TIMESTAMP_NTZ) && engineFormat != null) {
            var text = literal(engineFormat);
            return "COALESCE(sf_timestamp_by(" + sql + ", " + text + "), "
                    + read(sql, format.sql(), "TIMESTAMP_NTZ", mode) + ")";
        }
        return parse(sql, format.sql(), to, mode);
    }

    private String parse(String sql, String format, SnowflakeType to, Mode mode) {
        return switch (to.kind()) {
            case DATE -> "CAST(" + read(sql, format, "DATE", mode) + " AS DATE)";
            case TIME -> "CAST(" + read(sql, format, "TIME", mode) + " AS TIME)";
            case TIMESTAMP_NTZ -> read(sql, format, "TIMESTAMP_NTZ", mode);
            case TIMESTAMP_LTZ -> utc(read(sql, format, "TIMESTAMP_LTZ", mode));
            default -> readTz(sql, format, mode);
        };
    }

    private String readTz(String sql, String format, Mode mode) {
        var arguments = sql + ", " + format + ", 'TIMESTAMP_TZ', " + settings.zoneSql() + ")";
        return tz(mode.prefix + "moment(" + arguments, mode.prefix + "moment_offset(" + arguments);
    }

    private String read(String sql, String format, String kind, Mode mode) {
        return mode.prefix + "moment(" + sql + ", " + format + ", '" + kind + "', " + settings.zoneSql() + ")";
    }

    /** UTC wall clock of a number of 10^-scale seconds since 1970. */
    static String epoch(String number, String scale) {
        return "sf_epoch_moment(CAST(" + number + " AS VARCHAR), " + scale + ")";
    }

    private static String atScale(String sql, SnowflakeType from, SnowflakeType to) {
        boolean finer = to.scale() < 6 && !(from.is(to.kind()) && from.scale() <= to.scale());
        return finer ? "sf_truncate_fraction(" + sql + ", " + to.scale() + ")" : sql;
    }
}
