package dev.inverterflow.snowflake.local.function;

import dev.inverterflow.snowflake.local.function.FunctionRow.NullRule;
import dev.inverterflow.snowflake.local.type.SnowflakeType;
import java.util.ArrayList;
import java.util.List;

/**
 * User-defined functions as rows. The engine calls {@code sf_udf(key, values)}, where every value is a text: dates and
 * times as the engine writes them, local and zoned timestamps in UTC, these with their offset behind a bar, bytes in
 * hexadecimal digits.
 */
public final class UserFunctionRows {
    private UserFunctionRows() {}

    /** The row of one function. */
    public static FunctionRow row(
            String name, String key, List<SnowflakeType> parameters, SnowflakeType returns, boolean nullForNull) {
        return FunctionRow.scalar(
                        name, parameters.stream().map(type -> Accepts.ANY).toArray(Accepts[]::new))
                .returns(returns)
                .nulls(NullRule.ALWAYS)
                .emit(call -> emit(call, key, parameters, returns, nullForNull));
    }

    private static String emit(
            CallText call, String key, List<SnowflakeType> parameters, SnowflakeType returns, boolean nullForNull) {
        List<String> texts = new ArrayList<>(List.of(Sql.literal(key)));
        List<String> nulls = new ArrayList<>();
        for (int i = 0; i < parameters.size(); i++) {
            texts.add(text(call.sql(i), parameters.get(i)));
            nulls.add(call.sql(i) + " IS NULL");
        }
        var value = value("sf_udf(" + String.join(", ", texts) + ")", returns);
        return nullForNull && !nulls.isEmpty()
                ? "CASE WHEN NOT (" + String.join(" OR ", nulls) + ") THEN " + value + " END"
                : value;
    }

    /** A value as the text that a handler gets. */
    public static String text(String sql, SnowflakeType type) {
        return switch (type.kind()) {
            case TEXT, NULL -> sql;
            case VARIANT, OBJECT, ARRAY -> "sf_plain_json(" + sql + ")";
            case BINARY -> "hex(" + sql + ")";
            case TIMESTAMP_LTZ -> "CAST(" + sql + " AT TIME ZONE 'UTC' AS VARCHAR)";
            case TIMESTAMP_TZ -> "CAST(" + sql + ".utc AS VARCHAR) || '|' || " + sql + ".offset_minutes";
            default -> "CAST(" + sql + " AS VARCHAR)";
        };
    }

    /** The value that a handler's text means. */
    public static String value(String text, SnowflakeType type) {
        return switch (type.kind()) {
            case TEXT, NULL -> text;
            case VARIANT, OBJECT, ARRAY -> "sf_parse_json(" + text + ")";
            case BINARY -> "unhex(" + text + ")";
            case TIMESTAMP_LTZ -> "(CAST(" + text + " AS TIMESTAMP) AT TIME ZONE 'UTC')";
            case TIMESTAMP_TZ ->
                "sf_tz(CAST(split_part(" + text + ", '|', 1) AS TIMESTAMP), CAST(split_part(" + text
                        + ", '|', 2) AS INTEGER))";
            default -> Sql.cast(text, type);
        };
    }
}
