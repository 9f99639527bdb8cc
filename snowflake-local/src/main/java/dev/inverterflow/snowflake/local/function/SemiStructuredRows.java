package dev.inverterflow.snowflake.local.function;

import static dev.inverterflow.snowflake.local.function.FunctionRow.scalar;

import dev.inverterflow.snowflake.local.function.FunctionRow.NullRule;
import dev.inverterflow.snowflake.local.type.SnowflakeType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Functions on VARIANT, OBJECT and ARRAY, all of which are canonical JSON text here. */
final class SemiStructuredRows {
    private static final SnowflakeType SIZE = SnowflakeType.number(9, 0);

    private SemiStructuredRows() {}

    static List<FunctionRow> rows() {
        List<FunctionRow> rows = new ArrayList<>();
        rows.addAll(json());
        rows.addAll(types());
        rows.addAll(objects());
        rows.addAll(arrays());
        return rows;
    }

    private static List<FunctionRow> json() {
        return List.of(
                scalar("PARSE_JSON", Accepts.TEXT)
                        .returns(SnowflakeType.VARIANT)
                        .nulls(NullRule.ALWAYS)
                        .sql("sf_parse_json({0})"),
                scalar("TRY_PARSE_JSON", Accepts.TEXT)
                        .returns(SnowflakeType.VARIANT)
                        .nulls(NullRule.ALWAYS)
                        .sql("sf_try_parse_json({0})"),
                scalar("CHECK_JSON", Accepts.TEXT).nulls(NullRule.ALWAYS).sql("sf_check_json({0})"),
                scalar("TO_JSON", Accepts.SEMI_STRUCTURED).sql("{0}"),
                scalar("TO_VARIANT", Accepts.VARIANT)
                        .returns(SnowflakeType.VARIANT)
                        .sql("{0}"),
                scalar("TO_OBJECT", Accepts.OBJECT)
                        .returns(SnowflakeType.OBJECT)
                        .nulls(NullRule.ALWAYS)
                        .sql("{0}"),
                scalar("TO_ARRAY", Accepts.ARRAY)
                        .returns(SnowflakeType.ARRAY)
                        .nulls(NullRule.ALWAYS)
                        .sql("{0}"),
                scalar("TO_ARRAY", Accepts.VARIANT)
                        .returns(SnowflakeType.ARRAY)
                        .nulls(NullRule.ALWAYS)
                        .sql("sf_variant_array({0})"),
                scalar("GET", Accepts.SEMI_STRUCTURED, Accepts.INTEGER)
                        .returns(SnowflakeType.VARIANT)
                        .nulls(NullRule.ALWAYS)
                        .sql("sf_get_element({0}, CAST({1} AS BIGINT))"),
                scalar("GET_FIELD", Accepts.SEMI_STRUCTURED, Accepts.TEXT)
                        .returns(SnowflakeType.VARIANT)
                        .nulls(NullRule.ALWAYS)
                        .sql("sf_get_field({0}, {1})"),
                scalar("GET_PATH", Accepts.SEMI_STRUCTURED, Accepts.TEXT)
                        .returns(SnowflakeType.VARIANT)
                        .nulls(NullRule.ALWAYS)
                        .sql("sf_get({0}, {1})"));
    }

    /** Which JSON types each predicate is true for (docs.snowflake.com/en/sql-reference/functions/is). */
    private static List<FunctionRow> types() {
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
                Map.entry("IS_NULL_VALUE", "'NULL_VALUE'"));
        List<FunctionRow> rows = new ArrayList<>();
        predicates.forEach((name, types) -> rows.add(scalar(name, Accepts.SEMI_STRUCTURED)
                .returns(SnowflakeType.BOOLEAN)
                .sql("(sf_json_type({0}) IN (" + types + "))")));
        rows.add(scalar("TYPEOF", Accepts.SEMI_STRUCTURED).sql("sf_json_type({0})"));
        Map<String, SnowflakeType> strict = Map.of(
                "AS_ARRAY", SnowflakeType.ARRAY,
                "AS_OBJECT", SnowflakeType.OBJECT,
                "AS_VARCHAR", SnowflakeType.VARCHAR,
                "AS_CHAR", SnowflakeType.VARCHAR,
                "AS_BOOLEAN", SnowflakeType.BOOLEAN,
                "AS_INTEGER", SnowflakeType.INTEGER,
                "AS_DOUBLE", SnowflakeType.FLOAT,
                "AS_REAL", SnowflakeType.FLOAT);
        strict.forEach((name, type) -> rows.add(scalar(name, Accepts.SEMI_STRUCTURED)
                .returns(type)
                .nulls(NullRule.ALWAYS)
                .emit(call -> "CASE WHEN sf_json_type(" + call.sql(0) + ") IN ("
                        + predicates.get("IS_" + name.substring(3)) + ") THEN "
                        + call.casts().convert(call.sql(0), SnowflakeType.VARIANT, type, Casts.Mode.CAST) + " END")));
        return rows;
    }

    private static List<FunctionRow> objects() {
        return List.of(
                scalar("OBJECT_CONSTRUCT", Accepts.TEXT, Accepts.VARIANT)
                        .repeating(2)
                        .noneRequired()
                        .returns(SnowflakeType.OBJECT)
                        .nulls(NullRule.NEVER)
                        .emit(call -> call.size() == 0 ? "'{}'" : "sf_object(" + texts(call) + ")"),
                scalar("OBJECT_CONSTRUCT_KEEP_NULL", Accepts.TEXT, Accepts.VARIANT)
                        .repeating(2)
                        .noneRequired()
                        .returns(SnowflakeType.OBJECT)
                        .nulls(NullRule.NEVER)
                        .emit(call -> call.size() == 0 ? "'{}'" : "sf_object_keep_null(" + texts(call) + ")"),
                scalar("OBJECT_DELETE", Accepts.OBJECT, Accepts.TEXT)
                        .repeating(1)
                        .returns(SnowflakeType.OBJECT)
                        .emit(call -> "sf_object_delete(" + call.sql(0) + ", " + keys(call) + ")"),
                scalar("OBJECT_PICK", Accepts.OBJECT, Accepts.TEXT)
                        .repeating(1)
                        .returns(SnowflakeType.OBJECT)
                        .emit(call -> "sf_object_pick(" + call.sql(0) + ", " + keys(call) + ")"),
                scalar("OBJECT_INSERT", Accepts.OBJECT, Accepts.TEXT, Accepts.VARIANT)
                        .optional(Accepts.BOOLEAN)
                        .returns(SnowflakeType.OBJECT)
                        .nulls(NullRule.ALWAYS)
                        .sql("sf_object_insert({0}, {1}, {2}, {3?false})"),
                scalar("OBJECT_KEYS", Accepts.OBJECT)
                        .returns(SnowflakeType.ARRAY)
                        .sql("sf_object_keys({0})"));
    }

    private static String texts(CallText call) {
        return String.join(", ", call.arguments().stream().map(Argument::sql).toList());
    }

    /** The keys behind the object as one JSON array. */
    private static String keys(CallText call) {
        return "sf_array("
                + String.join(
                        ", ",
                        call.arguments().stream()
                                .skip(1)
                                .map(key -> "CAST(to_json(" + key.sql() + ") AS VARCHAR)")
                                .toList())
                + ")";
    }

    private static List<FunctionRow> arrays() {
        return List.of(
                scalar("ARRAY_CONSTRUCT", Accepts.VARIANT)
                        .repeating(1)
                        .noneRequired()
                        .returns(SnowflakeType.ARRAY)
                        .nulls(NullRule.NEVER)
                        .emit(call -> call.size() == 0 ? "'[]'" : "sf_array(" + texts(call) + ")"),
                scalar("ARRAY_CONSTRUCT_COMPACT", Accepts.VARIANT)
                        .repeating(1)
                        .noneRequired()
                        .returns(SnowflakeType.ARRAY)
                        .nulls(NullRule.NEVER)
                        .emit(call -> call.size() == 0 ? "'[]'" : "sf_array_compact(sf_array(" + texts(call) + "))"),
                scalar("ARRAY_SIZE", Accepts.SEMI_STRUCTURED)
                        .returns(SIZE)
                        .nulls(NullRule.ALWAYS)
                        .sql("sf_array_size({0})"),
                scalar("ARRAY_COMPACT", Accepts.ARRAY)
                        .returns(SnowflakeType.ARRAY)
                        .sql("sf_array_compact({0})"),
                scalar("ARRAY_APPEND", Accepts.ARRAY, Accepts.VARIANT)
                        .returns(SnowflakeType.ARRAY)
                        .sql("sf_array_append({0}, {1})"),
                scalar("ARRAY_CAT", Accepts.ARRAY, Accepts.ARRAY)
                        .returns(SnowflakeType.ARRAY)
                        .sql("sf_array_cat({0}, {1})"),
                scalar("ARRAY_CONTAINS", Accepts.SEMI_STRUCTURED, Accepts.ARRAY)
                        .returns(SnowflakeType.BOOLEAN)
                        .sql("sf_array_contains({0}, {1})"),
                scalar("ARRAY_DISTINCT", Accepts.ARRAY)
                        .returns(SnowflakeType.ARRAY)
                        .sql("sf_array_distinct({0})"),
                scalar("ARRAY_SLICE", Accepts.ARRAY, Accepts.INTEGER, Accepts.INTEGER)
                        .returns(SnowflakeType.ARRAY)
                        .sql("sf_array_slice({0}, CAST({1} AS BIGINT), CAST({2} AS BIGINT))"),
                scalar("ARRAY_TO_STRING", Accepts.ARRAY, Accepts.TEXT).sql("sf_array_to_string({0}, {1})"));
    }
}
