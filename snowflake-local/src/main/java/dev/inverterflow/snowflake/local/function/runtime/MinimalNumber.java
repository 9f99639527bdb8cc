package dev.inverterflow.snowflake.local.function.runtime;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/**
 * A number in as few signs as it needs: the elements TM, TM9 and TME
 * (docs.snowflake.com/en/sql-reference/sql-format-models#text-minimal-numeric-formats).
 *
 * @param decimals how many digits behind the point at most; {@link #ALL} for all
 * @param group how many digits a comma parts from the next; 0 for none
 * @param lowerCase whether an exponent begins with a small letter
 */
record MinimalNumber(Kind kind, int decimals, int group, boolean lowerCase) {
    static final int ALL = Integer.MAX_VALUE;

    /** How it is written. */
    enum Kind {
        TM("\\d+\\.?\\d*(?:[eE][+-]?\\d+)?|\\.\\d+(?:[eE][+-]?\\d+)?"),
        TM9("\\d+\\.?\\d*|\\.\\d+"),
        TME("(?:\\d+\\.?\\d*|\\.\\d+)[eE][+-]?\\d+");

        private final Pattern pattern;

        Kind(String pattern) {
            this.pattern = Pattern.compile(pattern);
        }

        boolean reads(String digits) {
            return pattern.matcher(digits).matches();
        }
    }

    /** The digits of a number that is not negative. */
    String write(BigDecimal number) {
        return switch (kind) {
            case TM9 -> positional(number);
            case TME -> scientific(number);
            case TM -> {
                var plain = positional(number);
                var scientific = scientific(number);
                yield plain.length() <= scientific.length() ? plain : scientific;
            }
        };
    }

    private String positional(BigDecimal number) {
        var rounded = number.scale() > decimals ? number.setScale(decimals, RoundingMode.HALF_UP) : number;
        var plain = rounded.toPlainString();
        if (group == 0) {
            return plain;
        }
        int point = plain.indexOf('.') < 0 ? plain.length() : plain.indexOf('.');
        var result = new StringBuilder(plain);
        for (int at = point - group; at > 0; at -= group) {
            result.insert(at, ',');
        }
        return result.toString();
    }

    private String scientific(BigDecimal number) {
        var stripped = number.stripTrailingZeros();
        int exponent = stripped.signum() == 0 ? 0 : stripped.precision() - 1 - stripped.scale();
        var digits = stripped.scaleByPowerOfTen(-exponent).stripTrailingZeros().toPlainString();
        return digits + (lowerCase ? "e" : "E") + exponent;
    }
}
