package dev.inverterflow.snowflake.local.function.runtime;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;

/**
 * HASH: equal values have equal hashes whatever their number type, and a NULL has one, too
 * (docs.snowflake.com/en/sql-reference/functions/hash). The figures are not Snowflake's, which does not tell how it
 * computes them.
 */
final class Hash {
    /** What stands before a number, whose way of writing does not count. */
    private static final char NUMBER = 'n';

    private static final long OFFSET = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private Hash() {}

    /** The hash of several values, each a text with a letter for its kind before it, as a text. */
    static String of(Object[] values) {
        long hash = OFFSET;
        for (var value : values) {
            hash = next(hash, value == null ? "" : normal((String) value));
        }
        return String.valueOf(mixed(hash));
    }

    /** A hash that spreads successive numbers over all 64 bits. */
    static long mixed(long value) {
        long mixed = value;
        mixed = (mixed ^ (mixed >>> 33)) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ (mixed >>> 33);
    }

    private static String normal(String value) {
        if (value.charAt(0) != NUMBER || !Character.isDigit(value.charAt(value.length() - 1))) {
            return value;
        }
        return NUMBER + new BigDecimal(value.substring(1)).stripTrailingZeros().toPlainString();
    }

    private static long next(long hash, String value) {
        long result = hash;
        for (byte each : value.getBytes(StandardCharsets.UTF_8)) {
            result = (result ^ each) * PRIME;
        }
        return (result ^ 0x1f) * PRIME;
    }
}
