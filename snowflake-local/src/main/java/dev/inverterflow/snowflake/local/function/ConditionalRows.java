package dev.inverterflow.snowflake.local.function;

import static dev.inverterflow.snowflake.local.function.FunctionRow.scalar;

import dev.inverterflow.snowflake.local.function.FunctionRow.NullRule;
import dev.inverterflow.snowflake.local.type.SnowflakeType;
import dev.inverterflow.snowflake.local.type.TypeKind;
import java.util.List;

/** Functions that choose between values. */
final class ConditionalRows {
    private ConditionalRows() {}

    static List<FunctionRow> rows() {
        return List.of(
                scalar("IFF", Accepts.BOOLEAN, Accepts.SAME, Accepts.SAME)
                        .returns(ResultRule.sameAs(1))
                        .nulls(NullRule.ALWAYS)
                        .sql("CASE WHEN {0} THEN {1} ELSE {2} END"),
                scalar("COALESCE", Accepts.SAME, Accepts.SAME)
                        .optional(Accepts.SAME)
                        .repeating(1)
                        .returns(ResultRule.sameAs(0))
                        .nulls(NullRule.IF_ALL_ARGUMENTS_ARE)
                        .sql("COALESCE({*})"),
                scalar("NVL", Accepts.SAME, Accepts.SAME)
                        .returns(ResultRule.sameAs(0))
                        .nulls(NullRule.IF_ALL_ARGUMENTS_ARE)
                        .sql("COALESCE({*})"),
                scalar("IFNULL", Accepts.SAME, Accepts.SAME)
                        .returns(ResultRule.sameAs(0))
                        .nulls(NullRule.IF_ALL_ARGUMENTS_ARE)
                        .sql("COALESCE({*})"),
                scalar("NVL2", Accepts.ANY, Accepts.SAME, Accepts.SAME)
                        .returns(ResultRule.sameAs(1))
                        .nulls(NullRule.ALWAYS)
                        .sql("CASE WHEN {0} IS NOT NULL THEN {1} ELSE {2} END"),
                scalar("NULLIF", Accepts.SAME, Accepts.SAME)
                        .returns(ResultRule.sameAs(0))
                        .nulls(NullRule.ALWAYS)
                        .emit(call -> "CASE WHEN "
                                + OperatorRows.comparable(call.arguments().get(0)) + " = "
                                + OperatorRows.comparable(call.arguments().get(1)) + " THEN NULL ELSE "
                                + call.sql(0) + " END"),
                scalar("ZEROIFNULL", Accepts.NUMBER)
                        .returns(ResultRule.sameAs(0))
                        .nulls(NullRule.NEVER)
                        .sql("COALESCE({0}, 0)"),
                scalar("NULLIFZERO", Accepts.NUMBER)
                        .returns(ResultRule.sameAs(0))
                        .nulls(NullRule.ALWAYS)
                        .sql("NULLIF({0}, 0)"),
                scalar("GREATEST", Accepts.SAME)
                        .optional(Accepts.SAME)
                        .repeating(1)
                        .returns(ResultRule.sameAs(0))
                        .emit(call -> nullIfAny("greatest", call.arguments())),
                scalar("LEAST", Accepts.SAME)
                        .optional(Accepts.SAME)
                        .repeating(1)
                        .returns(ResultRule.sameAs(0))
                        .emit(call -> nullIfAny("least", call.arguments())),
                scalar("GREATEST_IGNORE_NULLS", Accepts.SAME)
                        .optional(Accepts.SAME)
                        .repeating(1)
                        .returns(ResultRule.sameAs(0))
                        .nulls(NullRule.IF_ALL_ARGUMENTS_ARE)
                        .sql("greatest({*})"),
                scalar("LEAST_IGNORE_NULLS", Accepts.SAME)
                        .optional(Accepts.SAME)
                        .repeating(1)
                        .returns(ResultRule.sameAs(0))
                        .nulls(NullRule.IF_ALL_ARGUMENTS_ARE)
                        .sql("least({*})"),
                scalar("BOOLAND", Accepts.TRUTH, Accepts.TRUTH)
                        .returns(SnowflakeType.BOOLEAN)
                        .emit(call -> "(" + truth(call, 0) + " AND " + truth(call, 1) + ")"),
                scalar("BOOLOR", Accepts.TRUTH, Accepts.TRUTH)
                        .returns(SnowflakeType.BOOLEAN)
                        .emit(call -> "(" + truth(call, 0) + " OR " + truth(call, 1) + ")"),
                scalar("BOOLXOR", Accepts.TRUTH, Accepts.TRUTH)
                        .returns(SnowflakeType.BOOLEAN)
                        .emit(call -> "(" + truth(call, 0) + " <> " + truth(call, 1) + ")"),
                scalar("BOOLNOT", Accepts.TRUTH)
                        .returns(SnowflakeType.BOOLEAN)
                        .emit(call -> "(NOT " + truth(call, 0) + ")"));
    }

    private static String truth(CallText call, int argument) {
        return call.type(argument).is(TypeKind.FIXED) ? "(" + call.sql(argument) + " <> 0)" : call.sql(argument);
    }

    /** DuckDB's greatest and least pass over NULLs, Snowflake's do not. */
    private static String nullIfAny(String function, List<Argument> arguments) {
        var tests = arguments.stream()
                .map(argument -> argument.sql() + " IS NULL")
                .reduce((a, b) -> a + " OR " + b)
                .orElseThrow();
        var list = String.join(", ", arguments.stream().map(Argument::sql).toList());
        return "CASE WHEN " + tests + " THEN NULL ELSE " + function + "(" + list + ") END";
    }
}
