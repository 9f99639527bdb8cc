package dev.inverterflow.snowflake.local.function;

import static dev.inverterflow.snowflake.local.function.FunctionRow.scalar;
import static java.util.stream.Collectors.joining;

import dev.inverterflow.snowflake.local.function.FunctionRow.NullRule;
import dev.inverterflow.snowflake.local.function.runtime.JsonText;
import dev.inverterflow.snowflake.local.type.SnowflakeType;
import java.util.ArrayList;
import java.util.List;

/** Functions on VARIANT, OBJECT and ARRAY, all of which are canonical JSON text here. */
final class SemiStructuredRows {
    private SemiStructuredRows() {}

    static List<FunctionRow> rows() {
        List<FunctionRow> rows = new ArrayList<>();
        rows.addAll(json());
        rows.addAll(objects());
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
                scalar("TO_JSON", Accepts.VARIANT).sql("sf_plain_json({0})"),
                scalar("STRIP_NULL_VALUE", Accepts.SEMI_STRUCTURED)
                        .returns(SnowflakeType.VARIANT)
                        .nulls(NullRule.ALWAYS)
                        .sql("NULLIF({0}, 'null')"),
                scalar("JSON_EXTRACT_PATH_TEXT", Accepts.TEXT_ONLY, Accepts.TEXT)
                        .nulls(NullRule.ALWAYS)
                        .sql("sf_json_text(sf_get(sf_parse_json({0}), {1}))"),
                scalar("JSON_EXTRACT_PATH_TEXT", Accepts.SEMI_STRUCTURED, Accepts.TEXT)
                        .nulls(NullRule.ALWAYS)
                        .sql("sf_json_text(sf_get({0}, {1}))"),
                scalar("GET_IGNORE_CASE", Accepts.SEMI_STRUCTURED, Accepts.TEXT)
                        .returns(SnowflakeType.VARIANT)
                        .nulls(NullRule.ALWAYS)
                        .sql("sf_get_ignore_case({0}, {1})"),
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

    private static List<FunctionRow> objects() {
        return List.of(
                scalar("OBJECT_CONSTRUCT", Accepts.KEY, Accepts.VARIANT)
                        .repeating(2)
                        .noneRequired()
                        .returns(SnowflakeType.OBJECT)
                        .nulls(NullRule.NEVER)
                        .emit(call -> call.size() == 0 ? "'{}'" : "sf_object(" + texts(call) + ")"),
                scalar("OBJECT_CONSTRUCT_KEEP_NULL", Accepts.KEY, Accepts.VARIANT)
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
        var names = call.arguments().subList(1, call.size());
        if (names.stream().allMatch(name -> name.constant() != null)) {
            return Sql.literal(names.stream()
                    .map(name -> JsonText.quote(String.valueOf(name.constant())))
                    .collect(joining(",", "[", "]")));
        }
        return "sf_array("
                + String.join(
                        ", ",
                        call.arguments().stream()
                                .skip(1)
                                .map(key -> "CAST(to_json(" + key.sql() + ") AS VARCHAR)")
                                .toList())
                + ")";
    }
}
