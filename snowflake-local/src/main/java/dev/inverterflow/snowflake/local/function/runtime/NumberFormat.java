package dev.inverterflow.snowflake.local.function.runtime;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * A numeric format such as {@code 999,990.00MI}: the model of TO_CHAR and TO_NUMBER
 * (docs.snowflake.com/en/sql-reference/sql-format-models). Understood are {@code 9 0 . D , G $ S MI B X FM TM9 TM TME} and
 * the exponents {@code EE} to {@code EEEEEEE}.
 */
final class NumberFormat {
    private enum Sign {
        BEFORE_DIGITS,
        S_BEFORE,
        S_BEHIND,
        MI_BEFORE,
        MI_BEHIND
    }

    private final String written;
    private final StringBuilder whole = new StringBuilder();
    private final StringBuilder fraction = new StringBuilder();
    private boolean point;
    private boolean compact;
    private boolean dollar;
    private boolean blankZero;
    private boolean hexadecimal;
    private boolean lowerCase;
    private Exponent exponent = Exponent.NONE;
    private Sign sign = Sign.BEFORE_DIGITS;

    NumberFormat(String written) {
        this.written = written;
        read();
    }

    /** The number by a format. */
    static String write(BigDecimal number, String format) {
        switch (format.toUpperCase(Locale.ROOT)) {
            case "TM", "TM9" -> {
                return number.stripTrailingZeros().toPlainString();
            }
            case "TME" -> {
                return scientific(number);
            }
            default -> {
                return new NumberFormat(format).write(number);
            }
        }
    }

    private static String scientific(BigDecimal number) {
        var stripped = number.stripTrailingZeros();
        int exponent = stripped.signum() == 0 ? 0 : stripped.precision() - 1 - stripped.scale();
        var digits = stripped.scaleByPowerOfTen(-exponent).stripTrailingZeros().toPlainString();
        return digits + "E" + exponent;
    }

    private void read() {
        int at = 0;
        while (at < written.length()) {
            at += element(written.substring(at).toUpperCase(Locale.ROOT), written.charAt(at));
        }
        if (whole.isEmpty() && fraction.isEmpty()) {
            throw ValueErrors.invalidFormat(written);
        }
    }

    /** Reads one element; returns its length. */
    private int element(String rest, char raw) {
        if (rest.startsWith("FM")) {
            compact = !compact;
            return 2;
        }
        if (rest.startsWith("MI")) {
            sign = noDigitsYet() ? Sign.MI_BEFORE : Sign.MI_BEHIND;
            return 2;
        }
        if (rest.startsWith("EE") && exponent == Exponent.NONE && !noDigitsYet()) {
            exponent = Exponent.of(written.substring(written.length() - rest.length()));
            return exponent.letters();
        }
        switch (rest.charAt(0)) {
            case 'S' -> sign = noDigitsYet() ? Sign.S_BEFORE : Sign.S_BEHIND;
            case '$' -> dollar = true;
            case 'B' -> blankZero = true;
            case '.', 'D' -> point = true;
            case ',', 'G' -> part().append(',');
            case '0', '9' -> part().append(rest.charAt(0));
            case 'X' -> {
                hexadecimal = true;
                lowerCase = raw == 'x';
                part().append('9');
            }
            default -> throw ValueErrors.invalidFormat(written);
        }
        return 1;
    }

    private boolean noDigitsYet() {
        return whole.isEmpty() && !point;
    }

    private StringBuilder part() {
        return point ? fraction : whole;
    }

    private String write(BigDecimal given) {
        int power = exponent.isThere() ? power(given) : 0;
        var number = given.scaleByPowerOfTen(-power);
        var rounded = number.abs().setScale(fraction.length(), RoundingMode.HALF_UP);
        var digits = hexadecimal
                ? hexadecimalDigits(rounded)
                : rounded.toBigInteger().toString();
        boolean negative = number.signum() < 0 && rounded.signum() != 0;
        var body = wholePart(digits.equals("0") ? "" : digits) + fractionPart(rounded) + exponent.text(power);
        return signed(body, negative);
    }

    /** By which power of ten it is divided so that its first digit, when it is rounded, stands in the first place. */
    private int power(BigDecimal number) {
        if (number.signum() == 0) {
            return 0;
        }
        int places = (int) places(whole);
        int power = number.precision() - number.scale() - places;
        var rounded = number.abs().scaleByPowerOfTen(-power).setScale(fraction.length(), RoundingMode.HALF_UP);
        return rounded.precision() - rounded.scale() > places ? power + 1 : power;
    }

    private String hexadecimalDigits(BigDecimal number) {
        var digits = number.toBigInteger().toString(16);
        return lowerCase ? digits : digits.toUpperCase(Locale.ROOT);
    }

    /** The digits before the point, right aligned under their places. */
    private String wholePart(String digits) {
        long places = whole.chars().filter(c -> c != ',').count();
        if (digits.length() > places) {
            return whole.toString().replaceAll("[09]", "#");
        }
        boolean shown = false;
        long left = places;
        var result = new StringBuilder();
        int firstZero = firstZero();
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

    private int firstZero() {
        int first = whole.indexOf("0");
        return first < 0 ? Integer.MAX_VALUE : first;
    }

    private String fractionPart(BigDecimal rounded) {
        if (!point) {
            return "";
        }
        var plain = rounded.toPlainString();
        var digits = fraction.isEmpty() ? "" : plain.substring(plain.indexOf('.') + 1);
        int end = digits.length();
        if (compact) {
            while (end > 0 && digits.charAt(end - 1) == '0' && fraction.charAt(end - 1) == '9') {
                end--;
            }
        }
        return "." + digits.substring(0, end);
    }

    private String signed(String body, boolean negative) {
        var stripped = body.stripLeading();
        var padding = " ".repeat(body.length() - stripped.length());
        var amount = (dollar ? "$" : "") + stripped;
        var text = switch (sign) {
            case BEFORE_DIGITS -> padding + (negative ? "-" : " ") + amount;
            case S_BEFORE -> padding + (negative ? "-" : "+") + amount;
            case S_BEHIND -> padding + amount + (negative ? "-" : "+");
            case MI_BEFORE -> (negative ? "-" : " ") + padding + amount;
            case MI_BEHIND -> padding + amount + (negative ? "-" : " ");
        };
        return compact ? text.replace(" ", "") : text;
    }

    /**
     * The number that a text says by a format.
     *
     * @throws dev.inverterflow.snowflake.local.error.SnowflakeException 100038 if it is none
     */
    static String parse(String text, String format) {
        if (format.toUpperCase(Locale.ROOT).startsWith("TM")) {
            return NumberText.parse(text).toPlainString();
        }
        return new NumberFormat(format).parse(text);
    }

    private String parse(String text) {
        var bare = text.strip().replace(",", "").replace("$", "").replace(" ", "");
        boolean negative = bare.startsWith("-") || bare.endsWith("-");
        bare = bare.replaceFirst("^[+-]", "").replaceFirst("[+-]$", "");
        try {
            var number = hexadecimal ? new BigDecimal(new BigInteger(bare, 16)) : NumberText.parse(bare);
            if (exponent.isThere() != (bare.toUpperCase(Locale.ROOT).indexOf('E') > 0 && !hexadecimal)) {
                throw ValueErrors.numberByFormat(text, written);
            }
            var mantissa = exponent.isThere() ? NumberText.parse(bare.replaceFirst("[eE].*", "")) : number;
            if (mantissa.precision() - mantissa.scale() > places(whole) || mantissa.scale() > places(fraction)) {
                throw ValueErrors.numberByFormat(text, written);
            }
            return (negative ? number.negate() : number).toPlainString();
        } catch (NumberFormatException e) {
            throw ValueErrors.numberByFormat(text, written);
        }
    }

    private static long places(CharSequence part) {
        return part.chars().filter(c -> c != ',').count();
    }
}
