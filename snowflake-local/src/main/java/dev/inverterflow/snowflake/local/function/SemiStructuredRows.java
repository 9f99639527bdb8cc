package dev.inverterflow.snowflake.local.function;

import static dev.inverterflow.snowflake.local.function.FunctionRow.scalar;
import static java.util.stream.Collectors.joining;

import dev.inverterflow.snowflake.local.function.FunctionRow.NullRule;
import dev.inverterflow.snowflake.local.function.runtime.JsonText;
import dev.inverterflow.snowflake.local.type.SnowflakeType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Functions on VARIANT, OBJECT and ARRAY, all of which are canonical JSON text here. */
final class SemiStructuredRows {
    /** Operands of fewer signs may be written twice. */
    static final int SHORT = 400;

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
                scalar("PARSE_JSON", Accepts.TEXT, Accepts.TEXT_ONLY)
                        .returns(SnowflakeType.VARIANT)
                        .nulls(NullRule.ALWAYS)
                        .emit(call -> parse(call, "sf_")),
                scalar("TRY_PARSE_JSON", Accepts.TEXT, Accepts.TEXT_ONLY)
                        .returns(SnowflakeType.VARIANT)
                        .nulls(NullRule.ALWAYS)
                        .emit(call -> parse(call, "sf_try_")),
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

    /** docs.snowflake.com/en/sql-reference/functions/parse_json: with {@code d} the last of equal keys counts. */
    private static String parse(CallText call, String prefix) {
        var parameter = String.valueOf(call.arguments().get(1).constant());
        return switch (parameter.toLowerCase(Locale.ROOT)) {
            case "s" -> prefix + "parse_json(" + call.sql(0) + ")";
            case "d" -> prefix + "parse_json_last(" + call.sql(0) + ")";
            default -> throw FunctionErrors.invalidValue(parameter, "parameter");
        };
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
                        .emit(SemiStructuredRows::delete),
                scalar("OBJECT_PICK", Accepts.OBJECT, Accepts.ARRAY_ONLY)
                        .returns(SnowflakeType.OBJECT)
                        .sql("sf_object_pick({0}, {1})"),
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
                        .emit(call -> keysOf(call.sql(0))));
    }

    /** Written without a call of Java for what is usual: an object of which nothing is left, and one that is empty. */
    private static String delete(CallText call) {
        var object = call.sql(0);
        var names = names(call);
        var inJava = "sf_object_delete(" + object + ", " + keys(call) + ")";
        if (names.isEmpty() || object.length() > SHORT) {
            return inJava;
        }
        var list = names.get().stream().map(Sql::literal).collect(joining(", "));
        return "CASE WHEN len(list_filter(TRY(json_keys(" + object + ")), lambda \"sf#\": \"sf#\" NOT IN (" + list
                + "))) = 0 THEN '{}' ELSE " + inJava + " END";
    }

    private static String keysOf(String object) {
        var inJava = "sf_object_keys(" + object + ")";
        return object.length() > SHORT ? inJava : "CASE WHEN " + object + " = '{}' THEN '[]' ELSE " + inJava + " END";
    }

    /** The keys that are to be deleted or picked, if all of them are constants. */
    private static Optional<List<String>> names(CallText call) {
        var names = call.arguments().stream().skip(1).map(Argument::constant).toList();
        return names.contains(null)
                ? Optional.empty()
                : Optional.of(names.stream().map(String::valueOf).toList());
    }

    private static String texts(CallText call) {
        return String.join(", ", call.arguments().stream().map(Argument::sql).toList());
    }

    /** The keys behind the object as one JSON array. */
    private static String keys(CallText call) {
        var names = names(call);
        if (names.isPresent()) {
            return Sql.literal(names.get().stream().map(JsonText::quote).collect(joining(",", "[", "]")));
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
