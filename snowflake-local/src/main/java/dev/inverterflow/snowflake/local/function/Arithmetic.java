package dev.inverterflow.snowflake.local.function;

import dev.inverterflow.snowflake.local.type.SnowflakeType;
import dev.inverterflow.snowflake.local.type.TypeKind;
import java.util.List;

/**
 * Types of the results of arithmetic.
 *
 * <p>Source: docs.snowflake.com/en/sql-reference/operators-arithmetic, "Scale and precision in arithmetic operations".
 */
final class Arithmetic {
    private static final int MAX_DIVISION_SCALE = 12;
    private static final int ADDED_DIVISION_SCALE = 6;
    private static final int COUNT_DIGITS = 18;
    private static final int SUM_DIGITS = 12;

    private Arithmetic() {}

    static SnowflakeType sum(List<Argument> arguments) {
        return binary(
                arguments,
                (a, b) -> TypeRules.number(Math.max(leading(a), leading(b)) + 1, Math.max(a.scale(), b.scale())));
    }

    static SnowflakeType product(List<Argument> arguments) {
        return binary(arguments, (a, b) -> {
            int limit = Math.max(MAX_DIVISION_SCALE, Math.max(a.scale(), b.scale()));
            return TypeRules.number(leading(a) + leading(b), Math.min(a.scale() + b.scale(), limit));
        });
    }

    static SnowflakeType quotient(List<Argument> arguments) {
        return binary(arguments, Arithmetic::quotient);
    }

    private static SnowflakeType quotient(SnowflakeType a, SnowflakeType b) {
        int scale = Math.max(a.scale(), Math.min(a.scale() + ADDED_DIVISION_SCALE, MAX_DIVISION_SCALE));
        return TypeRules.number(leading(a) + b.scale(), scale);
    }

    static SnowflakeType remainder(List<Argument> arguments) {
        return binary(
                arguments,
                (a, b) -> TypeRules.number(Math.max(leading(a), leading(b)), Math.max(a.scale(), b.scale())));
    }

    /** SUM adds 12 digits before the point. */
    static SnowflakeType total(List<Argument> arguments) {
        var type = arguments.get(0).type();
        return type.is(TypeKind.FIXED) ? TypeRules.number(leading(type) + SUM_DIGITS, type.scale()) : type;
    }

    /** AVG is SUM divided by COUNT. */
    static SnowflakeType average(List<Argument> arguments) {
        var total = total(arguments);
        return total.is(TypeKind.FIXED) ? quotient(total, SnowflakeType.number(COUNT_DIGITS, 0)) : total;
    }

    /** A value divided by the SUM of several. */
    static SnowflakeType share(SnowflakeType type) {
        return type.is(TypeKind.FIXED)
                ? quotient(type, TypeRules.number(leading(type) + SUM_DIGITS, type.scale()))
                : type;
    }

    /** Interpolation gives a NUMBER three more digits (MEDIAN, usage notes). */
    static SnowflakeType interpolated(SnowflakeType type) {
        return type.is(TypeKind.FIXED) ? TypeRules.number(leading(type), Math.min(type.scale() + 3, 37)) : type;
    }

    private interface FixedRule {
        SnowflakeType of(SnowflakeType a, SnowflakeType b);
    }

    private static SnowflakeType binary(List<Argument> arguments, FixedRule rule) {
        var a = arguments.get(0).type();
        var b = arguments.get(1).type();
        return a.is(TypeKind.FIXED) && b.is(TypeKind.FIXED) ? rule.of(a, b) : SnowflakeType.FLOAT;
    }

    private static int leading(SnowflakeType type) {
        return type.precision() - type.scale();
    }
}
