package dev.inverterflow.snowflake.local.function;

import static dev.inverterflow.snowflake.local.function.FunctionRow.navigation;
import static dev.inverterflow.snowflake.local.function.FunctionRow.ranking;

import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.function.FunctionRow.NullRule;
import dev.inverterflow.snowflake.local.type.SnowflakeType;
import dev.inverterflow.snowflake.local.type.TypeKind;
import java.util.List;

/** Functions that need a window. IGNORE NULLS is added by the emitter behind the last argument. */
final class WindowRows {
    private static final SnowflakeType RANK = SnowflakeType.number(18, 0);

    private WindowRows() {}

    static List<FunctionRow> rows() {
        return List.of(
                ranking("ROW_NUMBER").returns(RANK).sql("row_number(){over}"),
                ranking("RANK").returns(RANK).sql("rank(){over}"),
                ranking("DENSE_RANK").returns(RANK).sql("dense_rank(){over}"),
                ranking("NTILE", Accepts.INTEGER).returns(RANK).sql("ntile(CAST({0} AS BIGINT)){over}"),
                ranking("PERCENT_RANK").returns(SnowflakeType.FLOAT).sql("percent_rank(){over}"),
                ranking("CUME_DIST").returns(SnowflakeType.FLOAT).sql("cume_dist(){over}"),
                navigation("LAG", Accepts.SAME)
                        .optional(Accepts.INTEGER, Accepts.SAME)
                        .returns(ResultRule.sameAs(0))
                        .sql("lag({0}, CAST({1?1} AS BIGINT), {2?NULL}{order}){over}"),
                navigation("LEAD", Accepts.SAME)
                        .optional(Accepts.INTEGER, Accepts.SAME)
                        .returns(ResultRule.sameAs(0))
                        .sql("lead({0}, CAST({1?1} AS BIGINT), {2?NULL}{order}){over}"),
                navigation("FIRST_VALUE", Accepts.ANY)
                        .returns(ResultRule.sameAs(0))
                        .sql("first_value({0}{order}){over}"),
                navigation("LAST_VALUE", Accepts.ANY)
                        .returns(ResultRule.sameAs(0))
                        .sql("last_value({0}{order}){over}"),
                navigation("NTH_VALUE", Accepts.ANY, Accepts.INTEGER)
                        .returns(ResultRule.sameAs(0))
                        .sql("nth_value({0}, CAST({1} AS BIGINT){order}){over}"),
                navigation("CONDITIONAL_TRUE_EVENT", Accepts.BOOLEAN)
                        .returns(RANK)
                        .nulls(NullRule.NEVER)
                        .emit(call -> "count(CASE WHEN " + call.sql(0) + " THEN 1 END)" + row(call.over())),
                navigation("RATIO_TO_REPORT", Accepts.NUMBER)
                        .returns(arguments -> Arithmetic.share(arguments.get(0).type()))
                        .nulls(NullRule.ALWAYS)
                        .emit(WindowRows::ratio));
    }

    /** A quotient of a value and a sum, of exact numbers as exact as such are (functions/ratio_to_report, examples). */
    private static String ratio(CallText call) {
        var total = "NULLIF(sum(" + call.sql(0) + ")" + call.over() + ", 0)";
        return call.result().is(TypeKind.FIXED)
                ? "sf_divide(CAST(" + call.sql(0) + " AS VARCHAR), CAST(" + total + " AS VARCHAR), "
                        + call.result().scale() + ")"
                : "(" + call.sql(0) + " / " + total + ")";
    }

    /** The window up to the row itself: rows that are equal in its order count one by one. */
    private static String row(String over) {
        if (over.contains(" BETWEEN ")) {
            throw Errors.notSupported("a frame of CONDITIONAL_TRUE_EVENT");
        }
        return over.substring(0, over.lastIndexOf(')')) + " ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)";
    }
}
