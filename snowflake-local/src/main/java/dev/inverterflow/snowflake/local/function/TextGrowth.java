package dev.inverterflow.snowflake.local.function;

import dev.inverterflow.snowflake.local.function.runtime.TextBounds;
import java.util.Map;

/** Functions whose result may be far longer than their arguments: what would be too long is refused before it is made. */
final class TextGrowth {
    private static final long LONGEST = TextBounds.LONGEST;

    private TextGrowth() {}

    static String repeat(CallText call) {
        return repeated(call.sql(0), call.sql(1));
    }

    static String spaces(CallText call) {
        return repeated("' '", call.sql(0));
    }

    private static String repeated(String text, String times) {
        return Sql.once(
                Map.of("t", text, "n", times),
                "CASE WHEN x.n > " + LONGEST + " OR CAST(strlen(x.t) AS HUGEINT) * greatest(x.n, 0) > " + LONGEST
                        + " THEN " + TextBounds.raise("x.t") + " ELSE repeat(x.t, CAST(x.n AS BIGINT)) END");
    }

    /** {@code lpad} or {@code rpad}; nothing to fill up with leaves a text as it is, or cuts it. */
    static Emission padded(String function) {
        return call -> Sql.once(
                Map.of("t", call.sql(0), "n", call.sql(1), "p", call.size() > 2 ? call.sql(2) : "' '"),
                "CASE WHEN x.n > " + LONGEST + " THEN " + TextBounds.raise("x.t")
                        + " WHEN x.p = '' THEN left(x.t, CAST(greatest(x.n, 0) AS BIGINT)) ELSE " + function
                        + "(x.t, CAST(x.n AS INTEGER), x.p) END");
    }

    static String replace(CallText call) {
        var replacement = call.size() > 2 ? call.sql(2) : "''";
        if (shrinks(call)) {
            return "replace(" + call.sql(0) + ", " + call.sql(1) + ", " + replacement + ")";
        }
        return Sql.once(
                Map.of("t", call.sql(0), "p", call.sql(1), "r", replacement),
                "CASE WHEN strlen(x.p) > 0 AND strlen(x.r) > strlen(x.p) AND strlen(x.t) // strlen(x.p) * strlen(x.r) > "
                        + LONGEST + " AND strlen(x.t) + (strlen(x.t) - strlen(replace(x.t, x.p, ''))) // strlen(x.p)"
                        + " * (strlen(x.r) - strlen(x.p)) > " + LONGEST + " THEN " + TextBounds.raise("x.t")
                        + " ELSE replace(x.t, x.p, x.r) END");
    }

    private static boolean shrinks(CallText call) {
        var pattern = call.arguments().get(1).constant();
        var replacement = call.size() > 2 ? call.arguments().get(2).constant() : "";
        return replacement != null && (replacement.isEmpty() || pattern != null && isShorter(replacement, pattern));
    }

    /** By the most bytes that the one and the least that the other may have. */
    private static boolean isShorter(String replacement, String pattern) {
        return 3 * replacement.length() <= pattern.length()
                || replacement.length() == 1 && pattern.length() == 1 && replacement.charAt(0) < 0x80;
    }

    /** A text that was gathered from many rows. */
    static String gathered(String text) {
        return Sql.once(
                Map.of("t", text),
                "CASE WHEN strlen(x.t) > " + LONGEST + " THEN " + TextBounds.raise("x.t") + " ELSE x.t END");
    }
}
