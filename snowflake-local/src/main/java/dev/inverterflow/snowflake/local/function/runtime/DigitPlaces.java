package dev.inverterflow.snowflake.local.function.runtime;

import java.math.BigDecimal;

/**
 * The places of a numeric format: 0 and 9 for digits, commas between them.
 *
 * @param whole before the point
 * @param fraction behind the point
 * @param blankZero whether a 0 before the point is not shown
 */
record DigitPlaces(String whole, String fraction, boolean blankZero) {
    /** What becomes of zeros at the end of a fraction where a 9 stands. */
    enum Zeros {
        SHOWN,
        BLANK,
        LEFT_OUT
    }

    /** How many digits fit. */
    static long count(CharSequence part) {
        return part.chars().filter(c -> c != ',').count();
    }

    /** The digits before the point, right aligned under their places; {@code 0} if there are none. */
    String whole(String given) {
        var digits = given.equals("0") ? "" : given;
        boolean shown = false;
        long left = count(whole);
        var result = new StringBuilder();
        int firstZero = whole.indexOf('0') < 0 ? Integer.MAX_VALUE : whole.indexOf('0');
        for (int i = 0; i < whole.length(); i++) {
            char place = whole.charAt(i);
            if (place == ',') {
                result.append(shown ? ',' : ' ');
                continue;
            }
            int index = digits.length() - (int) left;
            boolean lastPlace = left == 1;
            if (index >= 0) {
                shown = true;
                result.append(digits.charAt(index));
            } else if (i >= firstZero || (lastPlace && !blankZero)) {
                shown = true;
                result.append('0');
            } else {
                result.append(' ');
            }
            left--;
        }
        return result.toString();
    }

    /** The point and the digits behind it, of a number that has as many as there are places. */
    String fraction(BigDecimal rounded, Zeros zeros) {
        var plain = rounded.toPlainString();
        var digits = fraction.isEmpty() ? "" : plain.substring(plain.indexOf('.') + 1);
        int end = digits.length();
        while (end > 0 && digits.charAt(end - 1) == '0' && fraction.charAt(end - 1) == '9') {
            end--;
        }
        return switch (zeros) {
            case SHOWN -> "." + digits;
            case BLANK -> "." + digits.substring(0, end) + " ".repeat(digits.length() - end);
            case LEFT_OUT -> "." + digits.substring(0, end);
        };
    }
}
