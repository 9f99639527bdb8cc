package dev.inverterflow.snowflake.local.function;

import static dev.inverterflow.snowflake.local.function.FunctionRow.scalar;
import static java.util.stream.Collectors.joining;

import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.function.FunctionRow.NullRule;
import dev.inverterflow.snowflake.local.function.runtime.RunTimeError;
import dev.inverterflow.snowflake.local.type.SnowflakeType;
import dev.inverterflow.snowflake.local.type.TypeKind;
import java.util.List;

/** Operators, under their signs. */
final class OperatorRows {
    private OperatorRows() {}

    static List<FunctionRow> rows() {
        return List.of(
                scalar("+", Accepts.NUMBER, Accepts.NUMBER)
                        .returns(Arithmetic::sum)
                        .sql("({0} + {1})"),
                scalar("+", Accepts.CALENDAR_DATE, Accepts.INTEGER)
                        .returns(SnowflakeType.DATE)
                        .emit(call -> days("+", call)),
                scalar("-", Accepts.NUMBER, Accepts.NUMBER)
                        .returns(Arithmetic::sum)
                        .sql("({0} - {1})"),
                scalar("-", Accepts.CALENDAR_DATE, Accepts.CALENDAR_DATE)
                        .returns(SnowflakeType.number(9, 0))
                        .sql("({0} - {1})"),
                scalar("-", Accepts.CALENDAR_DATE, Accepts.INTEGER)
                        .returns(SnowflakeType.DATE)
                        .emit(call -> days("-", call)),
                scalar("*", Accepts.NUMBER, Accepts.NUMBER)
                        .returns(Arithmetic::product)
                        .emit(OperatorRows::multiply),
                scalar("/", Accepts.NUMBER, Accepts.NUMBER)
                        .returns(Arithmetic::quotient)
                        .emit(OperatorRows::divide),
                scalar("%", Accepts.NUMBER, Accepts.NUMBER)
                        .returns(Arithmetic::remainder)
                        .emit(OperatorRows::remainder),
                scalar("MOD", Accepts.NUMBER, Accepts.NUMBER)
                        .returns(Arithmetic::remainder)
                        .emit(OperatorRows::remainder),
                scalar("NEGATE", Accepts.NUMBER).returns(ResultRule.sameAs(0)).sql("(-{0})"),
                scalar("||", Accepts.TEXT, Accepts.TEXT).sql("({0} || {1})"),
                scalar("CONCAT", Accepts.TEXT)
                        .optional(Accepts.TEXT)
                        .repeating(1)
                        .emit(OperatorRows::concatenate),
                scalar("CONCAT_WS", Accepts.TEXT, Accepts.TEXT)
                        .optional(Accepts.TEXT)
                        .repeating(1)
                        // An element of a list that is NULL would be left out, where Snowflake gives NULL.
                        .emit(call ->
                                TextGrowth.gathered("CASE WHEN list_count([" + all(call) + "]) = len([" + all(call)
                                        + "]) THEN array_to_string([" + all(call) + "][2:], " + call.sql(0) + ") END")),
                scalar("DIV0", Accepts.NUMBER, Accepts.NUMBER)
                        .returns(Arithmetic::quotient)
                        .emit(call -> "CASE WHEN " + call.sql(1) + " = 0 THEN " + Sql.cast("0", call.result())
                                + " ELSE " + divide(call) + " END"),
                scalar("DIV0NULL", Accepts.NUMBER, Accepts.NUMBER)
                        .returns(Arithmetic::quotient)
                        .emit(call -> "CASE WHEN COALESCE(" + call.sql(1) + ", 0) = 0 THEN "
                                + Sql.cast("0", call.result()) + " ELSE " + divide(call) + " END"),
                scalar("LIKE", Accepts.TEXT, Accepts.TEXT)
                        .optional(Accepts.TEXT)
                        .returns(SnowflakeType.BOOLEAN)
                        .emit(call -> like("LIKE", call)),
                scalar("ILIKE", Accepts.TEXT, Accepts.TEXT)
                        .optional(Accepts.TEXT)
                        .returns(SnowflakeType.BOOLEAN)
                        .emit(call -> like("ILIKE", call)),
                scalar("EQUAL_NULL", Accepts.SAME, Accepts.SAME)
                        .returns(SnowflakeType.BOOLEAN)
                        .nulls(NullRule.NEVER)
                        .emit(call -> "(" + comparable(call.arguments().get(0))
                                + " IS NOT DISTINCT FROM "
                                + comparable(call.arguments().get(1)) + ")"));
    }

    /** What is compared of a value: of a TIMESTAMP_TZ only the instant. */
    static String comparable(Argument argument) {
        return argument.type().is(TypeKind.TIMESTAMP_TZ) ? argument.sql() + ".utc" : argument.sql();
    }

    private static String days(String sign, CallText call) {
        var moved = "(" + call.sql(0) + " " + sign + " CAST(" + call.sql(1) + " AS INTEGER))";
        return MomentRows.withinYears(moved, call.arguments().get(1), SnowflakeType.DATE);
    }

    private static String like(String operator, CallText call) {
        var escape = call.size() > 2 ? " ESCAPE " + call.sql(2) : "";
        return "(" + call.sql(0) + " " + operator + " " + call.sql(1) + escape + ")";
    }

    private static String all(CallText call) {
        return call.arguments().stream().map(Argument::sql).collect(joining(", "));
    }

    private static String concatenate(CallText call) {
        return "("
                + String.join(
                        " || ", call.arguments().stream().map(Argument::sql).toList()) + ")";
    }

    private static boolean fixed(CallText call) {
        return call.arguments().stream().allMatch(argument -> argument.type().is(TypeKind.FIXED));
    }

    private static String multiply(CallText call) {
        int exactScale = call.arguments().stream()
                .mapToInt(argument -> argument.type().scale())
                .sum();
        if (fixed(call) && exactScale != call.result().scale()) {
            return "sf_multiply(" + texts(call) + ", " + call.result().scale() + ")";
        }
        return "(" + call.sql(0) + " * " + call.sql(1) + ")";
    }

    private static String divide(CallText call) {
        if (fixed(call)) {
            return WholeNumbers.quotient(call).orElseGet(() -> divideTexts(call));
        }
        var divisor = Sql.cast(call.sql(1), SnowflakeType.FLOAT);
        return "(CASE WHEN " + divisor + " = 0 THEN " + RunTimeError.raise(Errors.divisionByZero()) + " ELSE "
                + Sql.cast(call.sql(0), SnowflakeType.FLOAT) + " / " + divisor + " END)";
    }

    private static String divideTexts(CallText call) {
        return Sql.cast("sf_divide(" + texts(call) + ", " + call.result().scale() + ")", call.result());
    }

    private static String remainder(CallText call) {
        if (fixed(call)) {
            return WholeNumbers.remainder(call).orElseGet(() -> "sf_remainder(" + texts(call) + ")");
        }
        var divisor = Sql.cast(call.sql(1), SnowflakeType.FLOAT);
        return "(CASE WHEN " + divisor + " = 0 THEN " + RunTimeError.raise(Errors.divisionByZero()) + " ELSE fmod("
                + Sql.cast(call.sql(0), SnowflakeType.FLOAT) + ", " + divisor + ") END)";
    }

    /** Exact arithmetic works on text, since DuckDB divides decimals as floating-point numbers. */
    private static String texts(CallText call) {
        return "CAST(" + call.sql(0) + " AS VARCHAR), CAST(" + call.sql(1) + " AS VARCHAR)";
    }
}
