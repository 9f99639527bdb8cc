package dev.inverterflow.snowflake.local.function;

import static dev.inverterflow.snowflake.local.function.FunctionRow.aggregate;
import static dev.inverterflow.snowflake.local.function.FunctionRow.orderedAggregate;

import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.function.FunctionRow.NullRule;
import dev.inverterflow.snowflake.local.type.SnowflakeType;
import dev.inverterflow.snowflake.local.type.TypeKind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Aggregates. Those with WITHIN GROUP get the values of their order behind their own arguments.
 */
final class AggregateRows {
    private static final SnowflakeType COUNT = SnowflakeType.number(18, 0);

    private static final Pattern ORDER =
            Pattern.compile(" ORDER BY (.*?)( (?:ASC|DESC) NULLS (?:FIRST|LAST))", Pattern.DOTALL);

    private AggregateRows() {}

    static List<FunctionRow> rows() {
        return List.of(
                aggregate("COUNT", Accepts.ANY)
                        .repeating(1)
                        .noneRequired()
                        .returns(COUNT)
                        .nulls(NullRule.NEVER)
                        .emit(AggregateRows::count),
                aggregate("COUNT_IF", Accepts.BOOLEAN)
                        .returns(COUNT)
                        .nulls(NullRule.NEVER)
                        .sql("count(CASE WHEN {0} THEN 1 END){over}"),
                aggregate("SUM", Accepts.SUMMAND).returns(Arithmetic::total).sql("sum({0}){over}"),
                aggregate("AVG", Accepts.SUMMAND).returns(Arithmetic::average).emit(AggregateRows::average),
                aggregate("MIN", Accepts.ANY).returns(ResultRule.sameAs(0)).sql("min({0}){over}"),
                aggregate("MAX", Accepts.ANY).returns(ResultRule.sameAs(0)).sql("max({0}){over}"),
                aggregate("ANY_VALUE", Accepts.ANY)
                        .returns(ResultRule.sameAs(0))
                        .sql("any_value({0}){over}"),
                aggregate("MAX_BY", Accepts.ANY, Accepts.ANY)
                        .returns(ResultRule.sameAs(0))
                        .sql("arg_max_null({0}, {1}){over}"),
                aggregate("MAX_BY", Accepts.VARIANT, Accepts.ANY, Accepts.INTEGER)
                        .returns(SnowflakeType.ARRAY)
                        .sql(firstOf("DESC")),
                aggregate("MIN_BY", Accepts.ANY, Accepts.ANY)
                        .returns(ResultRule.sameAs(0))
                        .sql("arg_min_null({0}, {1}){over}"),
                aggregate("MIN_BY", Accepts.VARIANT, Accepts.ANY, Accepts.INTEGER)
                        .returns(SnowflakeType.ARRAY)
                        .sql(firstOf("ASC")),
                aggregate("BOOLAND_AGG", Accepts.BOOLEAN)
                        .returns(SnowflakeType.BOOLEAN)
                        .sql("bool_and({0}){over}"),
                aggregate("BOOLOR_AGG", Accepts.BOOLEAN)
                        .returns(SnowflakeType.BOOLEAN)
                        .sql("bool_or({0}){over}"),
                aggregate("MEDIAN", Accepts.NUMBER)
                        .returns(arguments ->
                                Arithmetic.interpolated(arguments.get(0).type()))
                        .emit(call -> interpolate(call.sql(0), "0.5", call)),
                aggregate("OBJECT_AGG", Accepts.TEXT, Accepts.VARIANT)
                        .returns(SnowflakeType.OBJECT)
                        .nulls(NullRule.NEVER)
                        .emit(AggregateRows::object),
                aggregate("OBJECTAGG", Accepts.TEXT, Accepts.VARIANT)
                        .returns(SnowflakeType.OBJECT)
                        .nulls(NullRule.NEVER)
                        .emit(AggregateRows::object),
                array("ARRAY_AGG"),
                array("ARRAYAGG"),
                orderedAggregate("LISTAGG", Accepts.TEXT)
                        .optional(Accepts.TEXT)
                        .nulls(NullRule.NEVER)
                        .emit(call -> TextGrowth.gathered(
                                "COALESCE(" + joined(call, call.size() > 1 ? call.sql(1) : "''") + ", '')")),
                orderedAggregate("PERCENTILE_CONT", Accepts.FLOAT, Accepts.NUMBER)
                        .returns(arguments ->
                                Arithmetic.interpolated(arguments.get(1).type()))
                        .emit(call -> interpolate(call.sql(1), call.sql(0), call)),
                orderedAggregate("PERCENTILE_DISC", Accepts.FLOAT, Accepts.ANY)
                        .returns(ResultRule.sameAs(1))
                        .sql("quantile_disc({1}, {0}{order}){over}"));
    }

    private static FunctionRow array(String name) {
        return orderedAggregate(name, Accepts.VARIANT)
                .returns(SnowflakeType.ARRAY)
                .nulls(NullRule.NEVER)
                .emit(call -> TextGrowth.gathered("('[' || COALESCE(" + joined(call, "','") + ", '') || ']')"));
    }

    /**
     * The values of the first rows by a key that is not NULL; NULL if there is none (functions/max_by, usage notes). DuckDB
     * orders by no literal.
     */
    private static String firstOf(String direction) {
        return "('[' || array_to_string(list_slice(list(COALESCE({0}, 'undefined') ORDER BY CASE WHEN TRUE THEN {1} END "
                + direction + ") FILTER (WHERE {1} IS NOT NULL){over}, 1, CAST({2} AS BIGINT)), ',') || ']')";
    }

    /** DuckDB orders distinct values only by themselves, so each goes together with what it is ordered by. */
    private static String object(CallText call) {
        boolean distinct = call.sql(0).startsWith(CallText.DISTINCT);
        var key = distinct ? call.sql(0).substring(CallText.DISTINCT.length()) : call.sql(0);
        var pair = "CASE WHEN " + key + " IS NOT NULL AND " + call.sql(1) + " IS NOT NULL THEN sf_array(CAST(to_json("
                + key + ") AS VARCHAR), " + call.sql(1) + ") END";
        return "sf_object_of_pairs('[' || COALESCE(string_agg(" + (distinct ? CallText.DISTINCT : "") + pair + ", ',')"
                + call.over() + ", '') || ']')";
    }

    private static String joined(CallText call, String separator) {
        var value = call.sql(0);
        if (!value.startsWith(CallText.DISTINCT) || call.order().isEmpty()) {
            return "string_agg(" + value + ", " + separator + call.order() + ")" + call.over();
        }
        var order = ORDER.matcher(call.order());
        if (!order.matches()) {
            throw Errors.notSupported("DISTINCT with an order by more than one expression");
        }
        var text = value.substring(CallText.DISTINCT.length());
        var pair = "struct_pack(k := " + order.group(1) + ", t := " + text + ")";
        return "array_to_string(list_transform(list(DISTINCT " + pair + " ORDER BY " + pair + order.group(2)
                + ") FILTER (WHERE " + text + " IS NOT NULL)" + call.over()
                + ", lambda \"sf#\": struct_extract(\"sf#\", 't')), " + separator + ")";
    }

    /** COUNT(a, b) counts the rows in which none of them is NULL; a JSON null is one (functions/count, usage notes). */
    private static String count(CallText call) {
        if (call.size() == 0) {
            return "count(*)" + call.over();
        }
        var distinct = call.sql(0).startsWith(CallText.DISTINCT) ? CallText.DISTINCT : "";
        List<String> values = call.arguments().stream()
                .map(argument -> counted(argument, distinct))
                .toList();
        if (values.size() == 1) {
            return "count(" + distinct + values.get(0) + ")" + call.over();
        }
        var anyNull = values.stream().map(value -> value + " IS NULL").collect(Collectors.joining(" OR "));
        return "count(" + distinct + "CASE WHEN " + anyNull + " THEN NULL ELSE row(" + String.join(", ", values)
                + ") END)" + call.over();
    }

    private static String counted(Argument argument, String distinct) {
        var sql = argument.sql();
        var value = sql.startsWith(CallText.DISTINCT) ? sql.substring(distinct.length()) : sql;
        return argument.type().is(TypeKind.VARIANT) ? "NULLIF(" + value + ", 'null')" : value;
    }

    /** How many different rows there are in which no value is NULL. */
    static String countDistinct(CallText call) {
        List<Argument> arguments = new ArrayList<>(call.arguments());
        var first = arguments.get(0);
        if (!first.sql().startsWith(CallText.DISTINCT)) {
            arguments.set(0, new Argument(CallText.DISTINCT + first.sql(), first.type(), first.constant()));
        }
        return count(new CallText(arguments, call.result(), call.casts(), call.order(), call.over()));
    }

    private static String average(CallText call) {
        if (!call.type(0).is(TypeKind.FIXED)) {
            return "avg(" + call.sql(0) + ")" + call.over();
        }
        var quotient = "sf_divide(CAST(sum(" + call.sql(0) + ")" + call.over() + " AS VARCHAR), CAST(NULLIF(count("
                + call.sql(0) + ")" + call.over() + ", 0) AS VARCHAR), ";
        int scale = call.result().scale();
        boolean sliding = scale < Arithmetic.average(call.arguments()).scale();
        return sliding ? "sf_truncate(" + quotient + (scale + 6) + "), " + scale + ")" : quotient + scale + ")";
    }

    /** DuckDB interpolates decimals at their own scale, so they get the scale of the result first. */
    private static String interpolate(String value, String fraction, CallText call) {
        var type = call.result().is(TypeKind.FIXED)
                ? SnowflakeType.number(
                        SnowflakeType.MAX_PRECISION, call.result().scale())
                : call.result();
        return "quantile_cont(" + Sql.cast(value, type) + ", " + fraction + call.order() + ")" + call.over();
    }
}
