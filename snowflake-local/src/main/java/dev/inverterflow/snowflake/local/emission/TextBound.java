package dev.inverterflow.snowflake.local.emission;

import dev.inverterflow.snowflake.local.analysis.TypedTrees;
import dev.inverterflow.snowflake.local.analysis.tree.TypedExpression;
import dev.inverterflow.snowflake.local.function.runtime.TextBounds;
import dev.inverterflow.snowflake.local.type.SnowflakeType;
import dev.inverterflow.snowflake.local.type.TypeKind;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** The most bytes that a text may have, by what is known before anything runs. */
final class TextBound {
    /** What is not longer is taken for short: a name, a number, a line. */
    static final long SHORT = 1 << 20;

    private static final long LONGEST = TextBounds.LONGEST;
    private static final int BYTES_PER_CHARACTER = 4;
    /** Of a number, a date or a time, by any format. */
    private static final long PRINTED = 1_000;
    /** Requests with binds are shorter. */
    private static final long BOUND_VALUE = 64 << 20;
    /** In other cases of letters. */
    private static final int GROWTH = 3;

    private static final Set<String> GROWING = Set.of(
            "REPEAT",
            "SPACE",
            "LPAD",
            "RPAD",
            "REPLACE",
            "INSERT",
            "RANDSTR",
            "CONCAT_WS",
            "REGEXP_REPLACE",
            "ARRAY_TO_STRING",
            "TRANSLATE");

    private static final Set<String> DIGESTS =
            Set.of("MD5", "MD5_HEX", "SHA1", "SHA1_HEX", "SHA2", "SHA2_HEX", "UUID_STRING", "TYPEOF");

    private TextBound() {}

    /** Whether an expression is a function that may make its result far longer than its arguments, or a text from many rows. */
    static boolean grows(TypedExpression expression) {
        if (expression instanceof TypedExpression.Call call) {
            return GROWING.contains(call.row().name()) && of(call) > SHORT;
        }
        return expression instanceof TypedExpression.Aggregate;
    }

    static long of(TypedExpression expression) {
        return Math.min(LONGEST, known(expression));
    }

    private static long known(TypedExpression expression) {
        if (expression instanceof TypedExpression.Value value) {
            var text = value.constant().text();
            return text == null ? 0 : text.getBytes(StandardCharsets.UTF_8).length;
        }
        if (expression instanceof TypedExpression.Bind) {
            return BOUND_VALUE;
        }
        if (expression instanceof TypedExpression.Conversion conversion) {
            return Math.min(declared(conversion.type()), converted(conversion.operand()));
        }
        if (expression instanceof TypedExpression.Call call) {
            return called(call);
        }
        return expression instanceof TypedExpression.Choice ? sum(expression, 1) : declared(expression.type());
    }

    private static long called(TypedExpression.Call call) {
        var name = call.row().name();
        if (DIGESTS.contains(name)) {
            return PRINTED;
        }
        return GROWING.contains(name) ? LONGEST : Math.min(declared(call.type()), sum(call, GROWTH) + PRINTED);
    }

    private static long sum(TypedExpression expression, int times) {
        long sum = 0;
        for (var child : TypedTrees.children(expression)) {
            sum = Math.min(LONGEST, sum + times * converted(child));
        }
        return sum;
    }

    /** What it is at most as a text. */
    private static long converted(TypedExpression operand) {
        return switch (operand.type().kind()) {
            case TEXT -> of(operand);
            case FIXED, REAL, BOOLEAN, DATE, TIME, TIMESTAMP_NTZ, TIMESTAMP_LTZ, TIMESTAMP_TZ, NULL -> PRINTED;
            case BINARY, VARIANT, OBJECT, ARRAY -> LONGEST;
        };
    }

    /** Columns of functions' results have the default length, whatever they are long. */
    private static long declared(SnowflakeType type) {
        return type.is(TypeKind.TEXT) && type.length() < SnowflakeType.DEFAULT_TEXT_LENGTH
                ? (long) BYTES_PER_CHARACTER * type.length()
                : LONGEST;
    }
}
