package dev.inverterflow.snowflake.local.function;

import static dev.inverterflow.snowflake.local.function.FunctionRow.aggregate;
import static dev.inverterflow.snowflake.local.function.FunctionRow.scalar;

import dev.inverterflow.snowflake.local.function.FunctionRow.NullRule;
import dev.inverterflow.snowflake.local.type.SnowflakeType;
import dev.inverterflow.snowflake.local.type.TypeKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Statistics over the rows of a group: spread, correlation, estimates. */
final class StatisticsRows {
    /** Digits behind the point of KURTOSIS of exact numbers. */
    private static final int KURTOSIS_SCALE = 12;

    private static final Argument COUNTED = new Argument("", SnowflakeType.number(18, 0), null);

    private StatisticsRows() {}

    static List<FunctionRow> rows() {
        List<FunctionRow> rows = new ArrayList<>();
        spread(rows);
        correlation(rows);
        estimates(rows);
        bits(rows);
        return rows;
    }

    private static void spread(List<FunctionRow> rows) {
        Map<String, String> deviations = Map.of(
                "STDDEV", "stddev_samp", "STDDEV_SAMP", "stddev_samp", "STDDEV_POP", "stddev_pop", "SKEW", "skewness");
        deviations.forEach((name, function) -> rows.add(
                aggregate(name, Accepts.FLOAT).returns(SnowflakeType.FLOAT).sql(function + "({0}){over}")));
        Map<String, String> variances = Map.of(
                "VARIANCE", "var_samp",
                "VARIANCE_SAMP", "var_samp",
                "VAR_SAMP", "var_samp",
                "VARIANCE_POP", "var_pop",
                "VAR_POP", "var_pop");
        variances.forEach((name, function) -> rows.add(aggregate(name, Accepts.SUMMAND)
                .returns(StatisticsRows::variance)
                .emit(call -> ofFloats(function, call))));
        rows.add(aggregate("KURTOSIS", Accepts.NUMBER)
                .returns(arguments -> exact(arguments) ? SnowflakeType.number(38, KURTOSIS_SCALE) : SnowflakeType.FLOAT)
                .emit(call -> ofFloats("kurtosis", call)));
        rows.add(aggregate("MODE", Accepts.ANY).returns(ResultRule.sameAs(0)).sql("mode({0}){over}"));
    }

    /** A quotient of squares, whose digits behind the point are those of two factors (functions/var_pop, examples). */
    private static SnowflakeType variance(List<Argument> arguments) {
        var value = arguments.get(0);
        if (!exact(arguments)) {
            return SnowflakeType.FLOAT;
        }
        int scale = Arithmetic.quotient(
                        List.of(new Argument("", Arithmetic.product(List.of(value, value)), null), COUNTED))
                .scale();
        return SnowflakeType.number(SnowflakeType.MAX_PRECISION, scale);
    }

    private static boolean exact(List<Argument> arguments) {
        return arguments.get(0).type().is(TypeKind.FIXED);
    }

    private static String ofFloats(String function, CallText call) {
        var distinct = call.sql(0).startsWith(CallText.DISTINCT) ? CallText.DISTINCT : "";
        return function + "(" + distinct + "CAST(" + call.sql(0).substring(distinct.length()) + " AS DOUBLE))"
                + call.over();
    }

    /** Of one row, or of equal values, there is no correlation; DuckDB says NaN. */
    private static void correlation(List<FunctionRow> rows) {
        rows.add(
                aggregate("CORR", Accepts.FLOAT, Accepts.FLOAT)
                        .returns(SnowflakeType.FLOAT)
                        .sql(
                                "CASE WHEN regr_sxx({0}, {1}){over} <> 0 AND regr_syy({0}, {1}){over} <> 0 THEN corr({0}, {1}){over} END"));
        for (var name : List.of("COVAR_POP", "COVAR_SAMP")) {
            rows.add(aggregate(name, Accepts.FLOAT, Accepts.FLOAT)
                    .returns(SnowflakeType.FLOAT)
                    .sql(name.toLowerCase(Locale.ROOT) + "({0}, {1}){over}"));
        }
        for (var name : List.of("REGR_AVGX", "REGR_AVGY", "REGR_R2", "REGR_SXX", "REGR_SXY", "REGR_SYY")) {
            rows.add(aggregate(name, Accepts.FLOAT, Accepts.FLOAT)
                    .returns(SnowflakeType.FLOAT)
                    .sql(name.toLowerCase(Locale.ROOT) + "({0}, {1}){over}"));
        }
        for (var name : List.of("REGR_INTERCEPT", "REGR_SLOPE")) {
            rows.add(aggregate(name, Accepts.FLOAT, Accepts.FLOAT)
                    .returns(SnowflakeType.FLOAT)
                    .sql("CASE WHEN regr_sxx({0}, {1}){over} <> 0 THEN " + name.toLowerCase(Locale.ROOT)
                            + "({0}, {1}){over} END"));
        }
        rows.add(scalar("REGR_VALX", Accepts.FLOAT, Accepts.FLOAT)
                .returns(SnowflakeType.FLOAT)
                .sql("CASE WHEN {0} IS NOT NULL THEN {1} END"));
        rows.add(scalar("REGR_VALY", Accepts.FLOAT, Accepts.FLOAT)
                .returns(SnowflakeType.FLOAT)
                .sql("CASE WHEN {1} IS NOT NULL THEN {0} END"));
        rows.add(aggregate("REGR_COUNT", Accepts.FLOAT, Accepts.FLOAT)
                .returns(SnowflakeType.number(18, 0))
                .nulls(NullRule.NEVER)
                .sql("regr_count({0}, {1}){over}"));
    }

    /** Estimates are exact here. */
    private static void estimates(List<FunctionRow> rows) {
        for (var name : List.of("APPROX_COUNT_DISTINCT", "HLL")) {
            rows.add(aggregate(name, Accepts.ANY)
                    .repeating(1)
                    .returns(SnowflakeType.number(18, 0))
                    .nulls(NullRule.NEVER)
                    .emit(AggregateRows::countDistinct));
        }
        rows.add(aggregate("APPROX_PERCENTILE", Accepts.FLOAT, Accepts.FLOAT)
                .returns(SnowflakeType.FLOAT)
                .sql("quantile_cont({0}, {1}){over}"));
        rows.add(aggregate("APPROX_PERCENTILE_ACCUMULATE", Accepts.FLOAT)
                .returns(SnowflakeType.OBJECT)
                .sql("sf_percentile_state('[' || COALESCE(string_agg(CAST({0} AS VARCHAR), ',' ORDER BY {0}){over}, '')"
                        + " || ']')"));
        rows.add(aggregate("APPROX_PERCENTILE_COMBINE", Accepts.SEMI_STRUCTURED)
                .returns(SnowflakeType.OBJECT)
                .sql("sf_percentile_states('[' || COALESCE(string_agg({0}, ','){over}, '') || ']')"));
        rows.add(scalar("APPROX_PERCENTILE_ESTIMATE", Accepts.SEMI_STRUCTURED, Accepts.FLOAT)
                .returns(SnowflakeType.FLOAT)
                .nulls(NullRule.ALWAYS)
                .sql("sf_percentile_estimate({0}, {1})"));
        rows.add(aggregate("HASH_AGG", Accepts.ANY)
                .repeating(1)
                .returns(SnowflakeType.number(19, 0))
                .nulls(NullRule.NEVER)
                .emit(StatisticsRows::hash));
    }

    /** A sum, so that rows that are there twice count, brought back to 64 bits (functions/hash_agg, usage notes). */
    private static String hash(CallText call) {
        var first = call.arguments().get(0);
        boolean distinct = first.sql().startsWith(CallText.DISTINCT);
        List<Argument> values = new ArrayList<>(call.arguments());
        if (distinct) {
            var value = first.sql().substring(CallText.DISTINCT.length());
            values.set(0, new Argument(value, first.type(), first.constant()));
        }
        var sum = "sum(" + (distinct ? CallText.DISTINCT : "") + "CAST(" + DataRows.hash(values) + " AS BIGINT))"
                + call.over();
        return "sf_signed_64(CAST(COALESCE(" + sum + ", 0) AS VARCHAR))";
    }

    private static void bits(List<FunctionRow> rows) {
        Map<String, List<String>> functions = Map.of(
                "bit_and", List.of("BITAND_AGG", "BITANDAGG", "BIT_AND_AGG", "BIT_ANDAGG"),
                "bit_or", List.of("BITOR_AGG", "BITORAGG", "BIT_OR_AGG", "BIT_ORAGG"),
                "bit_xor", List.of("BITXOR_AGG", "BITXORAGG", "BIT_XOR_AGG", "BIT_XORAGG"));
        functions.forEach((function, names) -> names.forEach(name -> rows.add(aggregate(name, Accepts.INTEGER)
                .returns(SnowflakeType.INTEGER)
                .emit(call -> function + "(CAST(" + withoutDistinct(call) + " AS HUGEINT))" + call.over()))));
        rows.add(aggregate("BOOLXOR_AGG", Accepts.BOOLEAN)
                .returns(SnowflakeType.BOOLEAN)
                .sql("CASE WHEN count({0}){over} > 0 THEN count(CASE WHEN {0} THEN 1 END){over} = 1 END"));
        rows.add(aggregate("ARRAY_UNIQUE_AGG", Accepts.VARIANT)
                .returns(SnowflakeType.ARRAY)
                .nulls(NullRule.NEVER)
                .sql("('[' || COALESCE(string_agg(DISTINCT {0}, ','){over}, '') || ']')"));
        // Only a query that groups has sets to tell apart.
        for (var name : List.of("GROUPING", "GROUPING_ID")) {
            rows.add(aggregate(name, Accepts.ANY)
                    .repeating(1)
                    .returns(SnowflakeType.number(2, 0))
                    .nulls(NullRule.NEVER)
                    .sql("GROUPING({*})"));
        }
    }

    /** The word has no effect (functions/bitxor_agg, usage notes). */
    private static String withoutDistinct(CallText call) {
        var value = call.sql(0);
        return value.startsWith(CallText.DISTINCT) ? value.substring(CallText.DISTINCT.length()) : value;
    }
}
