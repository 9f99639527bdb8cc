package dev.inverterflow.snowflake.local.function;

import static dev.inverterflow.snowflake.local.function.FunctionRow.scalar;
import static java.util.Objects.requireNonNull;

import dev.inverterflow.snowflake.local.function.FunctionRow.NullRule;
import dev.inverterflow.snowflake.local.type.SnowflakeType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a VARIANT holds: TYPEOF, the IS_… predicates and the AS_… casts that take one type only. */
final class VariantTypeRows {
    private VariantTypeRows() {}

    /** Which types each predicate is true for (docs.snowflake.com/en/sql-reference/functions/is). */
    static List<FunctionRow> rows() {
        Map<String, String> predicates = Map.ofEntries(
                Map.entry("IS_ARRAY", "'ARRAY'"),
                Map.entry("IS_OBJECT", "'OBJECT'"),
                Map.entry("IS_VARCHAR", "'VARCHAR'"),
                Map.entry("IS_CHAR", "'VARCHAR'"),
                Map.entry("IS_BOOLEAN", "'BOOLEAN'"),
                Map.entry("IS_INTEGER", "'INTEGER'"),
                Map.entry("IS_DECIMAL", "'INTEGER', 'DECIMAL'"),
                Map.entry("IS_DOUBLE", "'INTEGER', 'DECIMAL', 'DOUBLE'"),
                Map.entry("IS_REAL", "'INTEGER', 'DECIMAL', 'DOUBLE'"),
                Map.entry("IS_NULL_VALUE", "'NULL_VALUE'"),
                Map.entry("IS_BINARY", "'BINARY'"),
                Map.entry("IS_DATE", "'DATE'"),
                Map.entry("IS_DATE_VALUE", "'DATE'"),
                Map.entry("IS_TIME", "'TIME'"),
                Map.entry("IS_TIMESTAMP_NTZ", "'TIMESTAMP_NTZ'"),
                Map.entry("IS_TIMESTAMP_LTZ", "'TIMESTAMP_LTZ'"),
                Map.entry("IS_TIMESTAMP_TZ", "'TIMESTAMP_TZ'"));
        List<FunctionRow> rows = new ArrayList<>();
        predicates.forEach((name, types) -> rows.add(scalar(name, Accepts.SEMI_STRUCTURED)
                .returns(SnowflakeType.BOOLEAN)
                .sql(test(types))));
        rows.add(scalar("TYPEOF", Accepts.SEMI_STRUCTURED).sql("sf_json_type({0})"));
        Map<String, SnowflakeType> strict = Map.ofEntries(
                Map.entry("AS_ARRAY", SnowflakeType.ARRAY),
                Map.entry("AS_OBJECT", SnowflakeType.OBJECT),
                Map.entry("AS_BOOLEAN", SnowflakeType.BOOLEAN),
                Map.entry("AS_INTEGER", SnowflakeType.INTEGER),
                Map.entry("AS_DOUBLE", SnowflakeType.FLOAT),
                Map.entry("AS_REAL", SnowflakeType.FLOAT),
                Map.entry("AS_DATE", SnowflakeType.DATE),
                Map.entry("AS_TIME", SnowflakeType.TIME),
                Map.entry("AS_TIMESTAMP_NTZ", SnowflakeType.TIMESTAMP_NTZ),
                Map.entry("AS_TIMESTAMP_LTZ", SnowflakeType.TIMESTAMP_LTZ),
                Map.entry("AS_TIMESTAMP_TZ", SnowflakeType.TIMESTAMP_TZ));
        strict.forEach((name, type) -> rows.add(scalar(name, Accepts.SEMI_STRUCTURED)
                .returns(type)
                .nulls(NullRule.ALWAYS)
                .emit(call -> "CASE WHEN "
                        + test(requireNonNull(predicates.get("IS_" + name.substring(3))))
                                .replace("{0}", call.sql(0))
                        + " THEN " + strict(call, type) + " END")));
        for (var name : List.of("AS_DECIMAL", "AS_NUMBER")) {
            rows.add(scalar(name, Accepts.SEMI_STRUCTURED)
                    .optional(Accepts.INTEGER, Accepts.INTEGER)
                    .returns(ConversionRows::number)
                    .nulls(NullRule.ALWAYS)
                    .emit(call -> "CASE WHEN sf_json_type(" + call.sql(0) + ") IN (" + predicates.get("IS_DECIMAL")
                            + ") THEN "
                            + call.casts().convert(call.sql(0), SnowflakeType.VARIANT, call.result(), Casts.Mode.CAST)
                            + " END"));
        }
        for (var name : List.of("AS_VARCHAR", "AS_CHAR")) {
            rows.add(scalar(name, Accepts.SEMI_STRUCTURED)
                    .returns(SnowflakeType.VARCHAR)
                    .nulls(NullRule.ALWAYS)
                    .sql("sf_json_string({0})"));
        }
        rows.add(scalar("AS_BINARY", Accepts.SEMI_STRUCTURED)
                .returns(SnowflakeType.BINARY)
                .nulls(NullRule.ALWAYS)
                .sql("CASE WHEN sf_json_type({0}) = 'BINARY' THEN unhex(substr({0}, 3)) END"));
        return rows;
    }

    /** What the predicate holds for; a container is then itself. */
    private static String strict(CallText call, SnowflakeType type) {
        return type.equals(SnowflakeType.OBJECT) || type.equals(SnowflakeType.ARRAY)
                ? call.sql(0)
                : call.casts().convert(call.sql(0), SnowflakeType.VARIANT, type, Casts.Mode.CAST);
    }

    /** Containers, texts and numbers show themselves by their first character; the type of what is undefined is NULL. */
    private static String test(String types) {
        return switch (types) {
            case "'ARRAY'" -> "starts_with({0}, '[')";
            case "'OBJECT'" -> "starts_with({0}, '{')";
            case "'VARCHAR'" -> "starts_with({0}, '\"')";
            case "'INTEGER', 'DECIMAL', 'DOUBLE'" -> "sf_is_number({0})";
            case "'NULL_VALUE'" -> "(NULLIF({0}, 'undefined') = 'null')";
            default -> "(sf_json_type({0}) IN (" + types + "))";
        };
    }
}
