package dev.inverterflow.snowflake.local.function;

import static dev.inverterflow.snowflake.local.function.FunctionRow.scalar;

import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.function.FunctionRow.NullRule;
import dev.inverterflow.snowflake.local.function.runtime.RunTimeError;
import dev.inverterflow.snowflake.local.type.SnowflakeType;
import dev.inverterflow.snowflake.local.type.TypeKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Numeric functions. */
final class NumericRows {
    private NumericRows() {}

    static List<FunctionRow> rows() {
        List<FunctionRow> rows = new ArrayList<>(List.of(
                scalar("ABS", Accepts.NUMBER).returns(ResultRule.sameAs(0)).sql("abs({0})"),
                scalar("SIGN", Accepts.NUMBER)
                        .returns(SnowflakeType.number(1, 0))
                        .sql("sign({0})"),
                scalar("CEIL", Accepts.NUMBER).returns(NumericRows::whole).sql("ceil({0})"),
                scalar("CEIL", Accepts.NUMBER, Accepts.INTEGER)
                        .returns(NumericRows::rounded)
                        .emit(call -> outwards(call, " > ", " + ")),
                scalar("FLOOR", Accepts.NUMBER).returns(NumericRows::whole).sql("floor({0})"),
                scalar("FLOOR", Accepts.NUMBER, Accepts.INTEGER)
                        .returns(NumericRows::rounded)
                        .emit(call -> outwards(call, " < ", " - ")),
                scalar("ROUND", Accepts.NUMBER)
                        .optional(Accepts.INTEGER)
                        .returns(NumericRows::rounded)
                        .emit(NumericRows::round),
                scalar("ROUND", Accepts.NUMBER, Accepts.INTEGER, Accepts.TEXT_ONLY)
                        .returns(NumericRows::rounded)
                        .emit(NumericRows::roundByMode),
                scalar("TRUNC", Accepts.NUMBER)
                        .optional(Accepts.INTEGER)
                        .returns(NumericRows::truncated)
                        .emit(NumericRows::truncate),
                scalar("TRUNCATE", Accepts.NUMBER)
                        .optional(Accepts.INTEGER)
                        .returns(NumericRows::truncated)
                        .emit(NumericRows::truncate),
                scalar("SQUARE", Accepts.FLOAT).returns(SnowflakeType.FLOAT).sql("({0} * {0})"),
                scalar("PI").returns(SnowflakeType.FLOAT).nulls(NullRule.NEVER).sql("pi()"),
                scalar("POWER", Accepts.FLOAT, Accepts.FLOAT)
                        .returns(SnowflakeType.FLOAT)
                        .sql(real("pow", "power({0}, {1})", "greatest(abs({0}), abs({1}))")),
                scalar("POW", Accepts.FLOAT, Accepts.FLOAT)
                        .returns(SnowflakeType.FLOAT)
                        .sql(real("pow", "power({0}, {1})", "greatest(abs({0}), abs({1}))")),
                scalar("LOG", Accepts.FLOAT, Accepts.FLOAT)
                        .returns(SnowflakeType.FLOAT)
                        .sql(real("log", "(ln({1}) / ln({0}))", "greatest(abs({0}), abs({1}))")),
                scalar("ATAN2", Accepts.FLOAT, Accepts.FLOAT)
                        .returns(SnowflakeType.FLOAT)
                        .sql("atan2({0}, {1})"),
                scalar("SQRT", Accepts.FLOAT)
                        .returns(SnowflakeType.FLOAT)
                        .sql("CASE WHEN {0} < 0 THEN " + invalid("sqrt") + " ELSE sqrt({0}) END"),
                scalar("LN", Accepts.FLOAT)
                        .returns(SnowflakeType.FLOAT)
                        .sql("CASE WHEN {0} <= 0 THEN " + invalid("ln") + " ELSE ln({0}) END")));
        for (var name : List.of(
                "EXP", "SIN", "COS", "TAN", "COT", "ASIN", "ACOS", "ATAN", "SINH", "COSH", "TANH", "ASINH", "ACOSH",
                "ATANH", "RADIANS", "DEGREES")) {
            rows.add(scalar(name, Accepts.FLOAT)
                    .returns(SnowflakeType.FLOAT)
                    .sql(real(name.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT) + "({0})", "{0}")));
        }
        // DuckDB's cube root of 27 is not 3.
        rows.add(scalar("CBRT", Accepts.FLOAT).returns(SnowflakeType.FLOAT).sql("sf_cbrt({0})"));
        rows.add(scalar("FACTORIAL", Accepts.INTEGER)
                .returns(SnowflakeType.INTEGER)
                .emit(NumericRows::factorial));
        rows.add(scalar("WIDTH_BUCKET", Accepts.FLOAT, Accepts.FLOAT, Accepts.FLOAT, Accepts.INTEGER)
                .returns(SnowflakeType.INTEGER)
                .sql("CASE WHEN {3} < 1 OR {1} >= {2} THEN " + invalid("width_bucket")
                        + " WHEN {0} < {1} THEN 0 WHEN {0} >= {2} THEN {3} + 1"
                        + " ELSE floor(({0} - {1}) / (({2} - {1}) / {3})) + 1 END"));
        rows.add(scalar("HAVERSINE", Accepts.FLOAT, Accepts.FLOAT, Accepts.FLOAT, Accepts.FLOAT)
                .returns(SnowflakeType.FLOAT)
                .sql("(2 * 6371 * asin(sqrt(power(sin(radians({2} - {0}) / 2), 2) + cos(radians({0}))"
                        + " * cos(radians({2})) * power(sin(radians({3} - {1}) / 2), 2))))"));
        return rows;
    }

    /** 33! is the last that NUMBER(38, 0) holds (docs.snowflake.com/en/sql-reference/functions/factorial). */
    private static String factorial(CallText call) {
        return Sql.once(
                Map.of("n", call.sql(0)),
                "CASE WHEN x.n IS NULL THEN NULL WHEN x.n BETWEEN 0 AND 33 THEN factorial(CAST(x.n AS INTEGER)) ELSE "
                        + RunTimeError.raise(
                                100046,
                                "22003",
                                "Number out of representable range: type FIXED(38,0), value ",
                                "CAST(x.n AS VARCHAR)",
                                "!")
                        + " END");
    }

    /** A call whose result is finite if its argument is, or an error. */
    private static String real(String function, String call, String argument) {
        return "sf_real('" + function + "', " + call + ", " + argument + ")";
    }

    private static String invalid(String function) {
        return RunTimeError.raise(
                new SnowflakeException(100050, "22023", "Invalid floating point operation: " + function));
    }

    private static SnowflakeType whole(List<Argument> arguments) {
        var type = arguments.get(0).type();
        return type.is(TypeKind.FIXED) ? TypeRules.number(type.precision() - type.scale() + 1, 0) : type;
    }

    private static SnowflakeType rounded(List<Argument> arguments) {
        var type = arguments.get(0).type();
        if (!type.is(TypeKind.FIXED)) {
            return type;
        }
        int leading = type.precision() - type.scale() + 1;
        return TypeRules.number(
                leading,
                scale(arguments)
                        .map(scale -> Math.max(0, Math.min(scale, type.scale())))
                        .orElse(type.scale()));
    }

    /** One digit more in all (docs.snowflake.com/en/sql-reference/functions/trunc). */
    private static SnowflakeType truncated(List<Argument> arguments) {
        var type = arguments.get(0).type();
        int scale = rounded(arguments).scale();
        return type.is(TypeKind.FIXED) ? TypeRules.number(type.precision() + 1 - scale, scale) : type;
    }

    private static Optional<Integer> scale(List<Argument> arguments) {
        if (arguments.size() < 2) {
            return Optional.of(0);
        }
        var constant = arguments.get(1).constant();
        return constant == null ? Optional.empty() : Optional.of(Integer.valueOf(constant));
    }

    private static String round(CallText call) {
        return toScale("round", "sf_round", call);
    }

    /** docs.snowflake.com/en/sql-reference/functions/round: a mode goes with fixed-point numbers only. */
    private static String roundByMode(CallText call) {
        if (!call.type(0).is(TypeKind.FIXED)) {
            throw FunctionErrors.invalidArgumentTypes("ROUND", List.of(call.type(0), call.type(1), call.type(2)));
        }
        var mode = String.valueOf(call.arguments().get(2).constant()).toUpperCase(Locale.ROOT);
        return switch (mode) {
            case "HALF_AWAY_FROM_ZERO" -> round(call);
            case "HALF_TO_EVEN" ->
                "sf_round_half_even(CAST(" + call.sql(0) + " AS VARCHAR), CAST(" + call.sql(1) + " AS BIGINT))";
            default -> throw FunctionErrors.invalidValue(mode, "rounding_mode");
        };
    }

    private static String truncate(CallText call) {
        return toScale("trunc", "sf_truncate", call);
    }

    /** The engine takes only constants for the scale of a DECIMAL. */
    private static String toScale(String engine, String ours, CallText call) {
        boolean computed = call.size() > 1 && call.arguments().get(1).constant() == null;
        return computed && call.type(0).is(TypeKind.FIXED)
                ? ours + "(CAST(" + call.sql(0) + " AS VARCHAR), CAST(" + call.sql(1) + " AS BIGINT))"
                : withScale(engine, call);
    }

    /** CEIL and FLOOR with a scale: what is cut off, and one step further if the value lies there. */
    private static String outwards(CallText call, String beyond, String further) {
        var constant = call.arguments().get(1).constant();
        if (constant == null) {
            throw Errors.notSupported("a scale of CEIL or FLOOR that is no constant");
        }
        int scale = Integer.parseInt(constant);
        boolean fixed = call.type(0).is(TypeKind.FIXED);
        if (fixed && scale >= call.type(0).scale()) {
            return call.sql(0);
        }
        var step = BigDecimal.ONE.scaleByPowerOfTen(-scale);
        var cut = truncate(call);
        var text = "(" + cut + " + CASE WHEN " + call.sql(0) + beyond + cut + " THEN 0" + further
                + (fixed ? step.toPlainString() : "CAST('" + step + "' AS DOUBLE)") + " ELSE 0 END)";
        return Sql.cast(text, call.result());
    }

    private static String withScale(String function, CallText call) {
        return call.size() < 2
                ? function + "(" + call.sql(0) + ")"
                : function + "(" + call.sql(0) + ", CAST(" + call.sql(1) + " AS INTEGER))";
    }
}
