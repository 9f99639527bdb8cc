package dev.inverterflow.snowflake.local.emission;

import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.function.runtime.EngineFunctions;
import dev.inverterflow.snowflake.local.function.runtime.RunTimeError;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** What emitted SQL needs in the engine: macros, and functions in Java. All names start with {@code sf_}. */
public final class EngineLibrary {
    /** The first two letters of the days, Sunday first as DAYOFWEEK counts. */
    private static final String DAYS = "['su', 'mo', 'tu', 'we', 'th', 'fr', 'sa']";

    private EngineLibrary() {}

    /**
     * Installs everything. Call it once per DuckDB instance, before any session; macros stay in a database file and are
     * replaced, functions live as long as the instance and are seen by all its connections.
     */
    public static void install(Connection connection) throws SQLException {
        EngineFunctions.register(connection);
        try (var statement = connection.createStatement()) {
            for (var macro : macros()) {
                statement.execute(macro);
            }
        }
    }

    /** The statements that create the macros. */
    static List<String> macros() {
        var tooLong = RunTimeError.raise(100078, "22000", "String '", "t", "' is too long and would be truncated");
        var bytesTooLong =
                RunTimeError.raise(100145, "22000", "Binary value '", "hex(t)", "' is too long and would be truncated");
        var unknownZone =
                RunTimeError.raise(new SnowflakeException(100087, "22023", "Invalid time zone in CONVERT_TIMEZONE"));
        var unknownDay = RunTimeError.raise(
                new SnowflakeException(100182, "22023", "Invalid day of week in NEXT_DAY or PREVIOUS_DAY"));
        return List.of(
                macro("sf_tz(u, o)", "struct_pack(utc := u, offset_minutes := CAST(o AS INTEGER))", "u"),
                macro(
                        "sf_tz_wall_clock(t)",
                        "(CAST(t.utc AS TIMESTAMP) + to_minutes(CAST(t.offset_minutes AS BIGINT)))"),
                macro("sf_tz_at(w, o)", "sf_tz(w - to_minutes(CAST(o AS BIGINT)), o)", "w"),
                macro("sf_offset(l, z)", "CAST(date_diff('minute', l AT TIME ZONE 'UTC', l AT TIME ZONE z) AS BIGINT)"),
                macro("sf_tz_in(l, z)", "sf_tz(l AT TIME ZONE 'UTC', sf_offset(l, z))", "l"),
                macro("sf_tz_add(t, i)", "sf_tz_at(sf_tz_wall_clock(t) + i, t.offset_minutes)", "t"),
                macro("sf_fit(t, n)", "CASE WHEN length(t) > n THEN " + tooLong + " ELSE t END"),
                macro("sf_try_fit(t, n)", "CASE WHEN length(t) <= n THEN t END"),
                macro("sf_fit_bytes(t, n)", "CASE WHEN octet_length(t) > n THEN " + bytesTooLong + " ELSE t END"),
                macro(
                        "sf_truncate_fraction(t, s)",
                        "(t - to_microseconds(CAST(microsecond(t) % CAST(power(10, 6 - s) AS BIGINT) AS BIGINT)))"),
                macro("sf_json_double(v)", "COALESCE(TRY_CAST(v AS DOUBLE), sf_variant_double(v))"),
                macro(
                        "sf_is_plain(v)",
                        "CASE WHEN left(v, 1) IN ('{', '[') THEN COALESCE(CAST(TRY(json(v)) AS VARCHAR) = v, FALSE) ELSE FALSE END"),
                // Only what is written by the format exactly as it was read; the rest is for sf_moment.
                macro(
                        "sf_timestamp_by(t, f)",
                        "CASE WHEN strftime(try_strptime(t, f), f) = t THEN try_strptime(t, f) END"),
                // DuckDB writes years of less than four digits without zeros before them.
                macro(
                        "sf_timestamp_text(t, f, g)",
                        "CASE WHEN year(t) BETWEEN 1000 AND 9999 THEN strftime(t, f) ELSE sf_moment_text(t, 0, g) END"),
                macro("sf_is_number(v)", "(v >= '-' AND v < ':')"),
                // A digit first, so that it is no name of an infinity; and none of DuckDB's own separators.
                macro(
                        "sf_is_digits(t)",
                        "(((t >= '0' AND t < ':') OR (t >= '-' AND t < '-:')) AND NOT contains(t, '_'))"),
                macro(
                        "sf_text_double(t)",
                        "COALESCE(TRY_CAST(CASE WHEN sf_is_digits(t) THEN t END AS DOUBLE), sf_double(t))"),
                macro(
                        "sf_try_text_double(t)",
                        "COALESCE(TRY_CAST(CASE WHEN sf_is_digits(t) THEN t END AS DOUBLE), sf_try_double(t))"),
                macro(
                        "sf_json_text(v)",
                        "CASE WHEN sf_is_number(v) AND NOT contains(v, 'e') THEN v"
                                + " WHEN starts_with(v, '\"') AND NOT contains(v, '\\') THEN substr(v, 2, length(v) - 2)"
                                + " ELSE sf_variant_text(v) END"),
                macro(
                        "sf_json_string(v)",
                        "CASE WHEN starts_with(v, '\"') THEN CASE WHEN contains(v, '\\') THEN sf_variant_text(v)"
                                + " ELSE substr(v, 2, length(v) - 2) END END"),
                // Numbers and strings first, because most values are such.
                macro(
                        "sf_json_type(v)",
                        "CASE WHEN sf_is_number(v) THEN CASE WHEN contains(v, 'e') THEN 'DOUBLE'"
                                + " WHEN contains(v, '.') THEN 'DECIMAL' ELSE 'INTEGER' END WHEN starts_with(v, '\"') THEN 'VARCHAR'"
                                + " ELSE CASE left(v, 1) WHEN '{' THEN 'OBJECT' WHEN '[' THEN 'ARRAY'"
                                + " WHEN 't' THEN 'BOOLEAN' WHEN 'f' THEN 'BOOLEAN' WHEN 'n' THEN 'NULL_VALUE'"
                                + " WHEN 'u' THEN NULL WHEN '@' THEN CASE substr(v, 2, 1) WHEN 'D' THEN 'DATE' WHEN 'T'"
                                + " THEN 'TIME' WHEN 'N' THEN 'TIMESTAMP_NTZ' WHEN 'L' THEN 'TIMESTAMP_LTZ'"
                                + " WHEN 'Z' THEN 'TIMESTAMP_TZ' ELSE 'BINARY' END END END"),
                // An order by it is that of the fields, one after the other.
                macro(
                        "sf_variant_order(v)",
                        "struct_pack(kind := CASE WHEN sf_is_number(v) THEN 1 WHEN starts_with(v, '\"') THEN 2 ELSE 3 END,"
                                + " number := CASE WHEN sf_is_number(v) THEN TRY_CAST(v AS DOUBLE) END,"
                                + " text := COALESCE(sf_json_string(v), v))",
                        "v"),
                macro("sf_object_text(v)", "CASE WHEN contains(v, '@') THEN sf_variant_text(v) ELSE v END"),
                macro("sf_plain_json(v)", "CASE WHEN contains(v, '@') THEN sf_json(v) ELSE v END"),
                macro(
                        "sf_day_number(n)",
                        "CASE WHEN list_position(" + DAYS
                                + ", left(lower(ltrim(n)), 2)) IS NULL AND n IS NOT NULL THEN " + unknownDay
                                + " ELSE list_position(" + DAYS + ", left(lower(ltrim(n)), 2)) - 1 END"),
                macro(
                        "sf_months_between(a, b)",
                        "(date_diff('month', b, a) + CASE WHEN day(a) = day(b) OR (CAST(a AS DATE) = last_day(a) AND"
                                + " CAST(b AS DATE) = last_day(b)) THEN 0.0 ELSE (day(a) - day(b) + (epoch_us(a)"
                                + " - epoch_us(date_trunc('day', a)) - epoch_us(b) + epoch_us(date_trunc('day', b)))"
                                + " / 86400000000.0) / 31.0 END)"),
                macro("sf_zone(z)", "CASE WHEN sf_is_zone(z) THEN z ELSE " + unknownZone + " END"));
    }

    private static String macro(String signature, String body) {
        return "CREATE OR REPLACE MACRO " + signature + " AS " + body;
    }

    /** A macro that is NULL if one argument is. */
    private static String macro(String signature, String body, String nullable) {
        return macro(signature, "CASE WHEN " + nullable + " IS NOT NULL THEN " + body + " END");
    }
}
