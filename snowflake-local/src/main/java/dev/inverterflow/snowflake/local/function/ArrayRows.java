package dev.inverterflow.snowflake.local.function;

import static dev.inverterflow.snowflake.local.function.FunctionRow.scalar;

import dev.inverterflow.snowflake.local.function.FunctionRow.NullRule;
import dev.inverterflow.snowflake.local.type.SnowflakeType;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Functions on arrays. */
final class ArrayRows {
    private static final SnowflakeType SIZE = SnowflakeType.number(9, 0);

    private static final Pattern COLUMN = Pattern.compile("(\"[^\"]+\"\\.)?\"[^\"]+\"");

    private ArrayRows() {}

    static List<FunctionRow> rows() {
        List<FunctionRow> rows = new ArrayList<>(construction());
        rows.addAll(sets());
        rows.addAll(orders());
        return rows;
    }

    private static String anyNull(CallText call) {
        return call.arguments().stream()
                .map(argument -> argument.sql() + " IS NULL")
                .collect(Collectors.joining(" OR "));
    }

    private static String texts(CallText call) {
        return String.join(", ", call.arguments().stream().map(Argument::sql).toList());
    }

    private static List<FunctionRow> construction() {
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
                        .emit(ArrayRows::size),
                scalar("ARRAY_SIZE", Accepts.UNASKED_VARIANT)
                        .returns(SIZE)
                        .nulls(NullRule.ALWAYS)
                        .emit(ArrayRows::size),
                scalar("ARRAY_COMPACT", Accepts.ARRAY)
                        .returns(SnowflakeType.ARRAY)
                        .sql("sf_array_compact({0})"),
                scalar("ARRAY_APPEND", Accepts.ARRAY, Accepts.VARIANT)
                        .returns(SnowflakeType.ARRAY)
                        .sql("sf_array_append({0}, {1})"),
                scalar("ARRAY_CAT", Accepts.ARRAY, Accepts.ARRAY)
                        .returns(SnowflakeType.ARRAY)
                        .sql("sf_array_cat({0}, {1})"),
                scalar("ARRAY_CONTAINS", Accepts.UNASKED_VARIANT, Accepts.ARRAY)
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

    private static List<FunctionRow> sets() {
        return List.of(
                scalar("ARRAY_POSITION", Accepts.UNASKED_VARIANT, Accepts.ARRAY)
                        .returns(SIZE)
                        .nulls(NullRule.ALWAYS)
                        .sql("sf_array_position({0}, {1})"),
                scalar("ARRAYS_ZIP", Accepts.ARRAY)
                        .repeating(1)
                        .returns(SnowflakeType.ARRAY)
                        .emit(call -> "CASE WHEN " + anyNull(call) + " THEN NULL ELSE sf_arrays_zip(sf_array("
                                + texts(call) + ")) END"),
                scalar("ARRAYS_OVERLAP", Accepts.ARRAY, Accepts.ARRAY)
                        .returns(SnowflakeType.BOOLEAN)
                        .sql("sf_arrays_overlap({0}, {1})"),
                scalar("ARRAY_INTERSECTION", Accepts.ARRAY, Accepts.ARRAY)
                        .returns(SnowflakeType.ARRAY)
                        .sql("sf_array_intersection({0}, {1})"),
                scalar("ARRAY_EXCEPT", Accepts.ARRAY, Accepts.ARRAY)
                        .returns(SnowflakeType.ARRAY)
                        .sql("sf_array_except({0}, {1})"),
                scalar("ARRAY_INSERT", Accepts.ARRAY, Accepts.INTEGER, Accepts.VARIANT)
                        .returns(SnowflakeType.ARRAY)
                        .sql("sf_array_insert({0}, CAST({1} AS BIGINT), {2})"),
                scalar("ARRAY_PREPEND", Accepts.ARRAY, Accepts.VARIANT)
                        .returns(SnowflakeType.ARRAY)
                        .sql("sf_array_insert({0}, 0, {1})"),
                scalar("ARRAY_REMOVE", Accepts.ARRAY, Accepts.UNASKED_VARIANT)
                        .returns(SnowflakeType.ARRAY)
                        .sql("sf_array_remove({0}, {1})"),
                scalar("ARRAY_REMOVE_AT", Accepts.ARRAY, Accepts.INTEGER)
                        .returns(SnowflakeType.ARRAY)
                        .sql("sf_array_remove_at({0}, CAST({1} AS BIGINT))"),
                scalar("ARRAY_FLATTEN", Accepts.ARRAY)
                        .returns(SnowflakeType.ARRAY)
                        .nulls(NullRule.ALWAYS)
                        .sql("sf_array_flatten({0})"),
                scalar("ARRAYS_TO_OBJECT", Accepts.ARRAY, Accepts.ARRAY)
                        .returns(SnowflakeType.OBJECT)
                        .sql("sf_arrays_to_object({0}, {1})"));
    }

    private static List<FunctionRow> orders() {
        return List.of(
                scalar("ARRAY_GENERATE_RANGE", Accepts.INTEGER, Accepts.INTEGER)
                        .optional(Accepts.INTEGER)
                        .returns(SnowflakeType.ARRAY)
                        .sql("sf_array_range(CAST({0} AS BIGINT), CAST({1} AS BIGINT), CAST({2?1} AS BIGINT))"),
                scalar("ARRAY_MIN", Accepts.ARRAY)
                        .returns(SnowflakeType.VARIANT)
                        .nulls(NullRule.ALWAYS)
                        .sql("sf_array_min({0})"),
                scalar("ARRAY_MAX", Accepts.ARRAY)
                        .returns(SnowflakeType.VARIANT)
                        .nulls(NullRule.ALWAYS)
                        .sql("sf_array_max({0})"),
                scalar("ARRAY_REVERSE", Accepts.ARRAY)
                        .returns(SnowflakeType.ARRAY)
                        .sql("sf_array_reverse({0})"),
                // NULLs come last in ascending and first in descending order unless said otherwise.
                scalar("ARRAY_SORT", Accepts.ARRAY)
                        .optional(Accepts.BOOLEAN, Accepts.BOOLEAN)
                        .returns(SnowflakeType.ARRAY)
                        .emit(call -> "sf_array_sort(" + call.sql(0) + ", " + (call.size() > 1 ? call.sql(1) : "true")
                                + ", "
                                + (call.size() > 2 ? call.sql(2) : "NOT " + (call.size() > 1 ? call.sql(1) : "true"))
                                + ")"));
    }

    /** DuckDB counts the elements of a column by itself; what is computed would be computed again for each part of the test. */
    private static String size(CallText call) {
        var array = call.sql(0);
        return COLUMN.matcher(array).matches()
                ? "CASE WHEN starts_with(" + array + ", '[') THEN COALESCE(CAST(TRY(json_array_length(" + array
                        + ")) AS BIGINT), sf_array_size(" + array + ")) END"
                : "sf_array_size(" + array + ")";
    }
}
