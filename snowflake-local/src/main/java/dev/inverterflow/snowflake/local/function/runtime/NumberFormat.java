package dev.inverterflow.snowflake.local.function.runtime;

import dev.inverterflow.snowflake.local.error.Errors;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A numeric format such as {@code 999,990.00MI}: the model of TO_CHAR and TO_NUMBER
 * (docs.snowflake.com/en/sql-reference/sql-format-models). Understood are {@code 9 0 . D , G $ S MI B X FM % TM9 TM TME},
 * the exponents {@code EE} to {@code EEEEEEE}, and literals before and behind the number.
 */
final class NumberFormat {
    /** Where the sign stands. */
    enum Sign {
        BEFORE_DIGITS,
        S_BEFORE,
        S_BEHIND,
        MI_BEFORE,
        MI_BEHIND;

        boolean isBehind() {
            return this == S_BEHIND || this == MI_BEHIND;
        }
    }

    private static final String LITERAL_SIGNS = ";:-=/()";
    private static final Pattern MINIMAL =
            Pattern.compile("(TM[9E]?)(?:\\((ALL|\\d{1,3}),(\\d{1,2})\\))?.*", Pattern.DOTALL);

    private final String written;
    private final StringBuilder whole = new StringBuilder();
    private final StringBuilder fraction = new StringBuilder();
    private final StringBuilder before = new StringBuilder();
    private final StringBuilder behind = new StringBuilder();
    private @Nullable MinimalNumber minimal;
    private boolean point;
    private boolean compact;
    private boolean dollar;
    private boolean percent;
    private boolean blankZero;
    private boolean hexadecimal;
    private boolean lowerCase;
    private Exponent exponent = Exponent.NONE;
    private Sign sign = Sign.BEFORE_DIGITS;

    NumberFormat(String written) {
        this.written = written;
        read();
    }

    String whole() {
        return whole.toString();
    }

    String fraction() {
        return fraction.toString();
    }

    String before() {
        return before.toString();
    }

    String behind() {
        return behind.toString();
    }

    @Nullable
    MinimalNumber minimal() {
        return minimal;
    }

    boolean hasDollar() {
        return dollar;
    }

    boolean isPercent() {
        return percent;
    }

    /** Whether a number without digits before its point fits. */
    boolean takesNoWhole() {
        return blankZero || whole.isEmpty();
    }

    boolean isHexadecimal() {
        return hexadecimal;
    }

    boolean hasExponent() {
        return exponent.isThere();
    }

    Sign sign() {
        return sign;
    }

    private void read() {
        int at = 0;
        while (at < written.length()) {
            at += element(written.substring(at).toUpperCase(Locale.ROOT), written.charAt(at));
        }
        boolean digits = !whole.isEmpty() || !fraction.isEmpty();
        if (digits == (minimal != null)) {
            throw ValueErrors.invalidFormat(written);
        }
    }

    /** Reads one element; returns its length. */
    private int element(String rest, char raw) {
        if (rest.startsWith("FX") || raw == '_') {
            throw Errors.notSupported("FX and _ in the number format '" + written + "'");
        }
        if (raw == '"' || LITERAL_SIGNS.indexOf(raw) >= 0) {
            return literal(rest.length());
        }
        if (rest.startsWith("FM")) {
            compact = !compact;
            return 2;
        }
        if (rest.startsWith("MI")) {
            sign = noDigitsYet() ? Sign.MI_BEFORE : Sign.MI_BEHIND;
            return 2;
        }
        if (rest.startsWith("TM")) {
            return minimal(rest, raw);
        }
        if (rest.startsWith("EE") && exponent == Exponent.NONE && !noDigitsYet()) {
            exponent = Exponent.of(written.substring(written.length() - rest.length()));
            return exponent.letters();
        }
        switch (rest.charAt(0)) {
            case 'S' -> sign = noDigitsYet() ? Sign.S_BEFORE : Sign.S_BEHIND;
            case '$' -> dollar = true;
            case 'B' -> blankZero = true;
            case '%' -> {
                percent = true;
                (noDigitsYet() ? before : behind).append('%');
            }
            default -> digit(rest.charAt(0), raw);
        }
        return 1;
    }

    private void digit(char element, char raw) {
        if (!behind.isEmpty()) {
            throw Errors.notSupported("text between the digits of the number format '" + written + "'");
        }
        switch (element) {
            case '.', 'D' -> point = true;
            case ',', 'G' -> part().append(',');
            case '0', '9' -> part().append(element);
            case 'X' -> {
                hexadecimal = true;
                lowerCase = raw == 'x';
                part().append('9');
            }
            default -> throw ValueErrors.invalidFormat(written);
        }
    }

    /** Text in double quotes, two of them for one, or a sign that stands for itself. */
    private int literal(int rest) {
        int start = written.length() - rest;
        var text = noDigitsYet() ? before : behind;
        if (written.charAt(start) != '"') {
            text.append(written.charAt(start));
            return 1;
        }
        for (int at = start + 1; at < written.length(); at++) {
            if (written.charAt(at) != '"') {
                text.append(written.charAt(at));
            } else if (written.startsWith("\"\"", at)) {
                text.append(written.charAt(at++));
            } else {
                return at + 1 - start;
            }
        }
        throw ValueErrors.invalidFormat(written);
    }

    private int minimal(String rest, char raw) {
        var found = MINIMAL.matcher(rest);
        if (minimal != null || !found.matches()) {
            throw ValueErrors.invalidFormat(written);
        }
        var kind = found.group(1);
        var places = found.group(2);
        if (places != null && !kind.equals("TM9") || blankZero) {
            throw Errors.notSupported("the number format '" + written + "'");
        }
        int most = places == null || places.equals("ALL") ? MinimalNumber.ALL : Integer.parseInt(places);
        int group = places == null ? 0 : Integer.parseInt(found.group(3));
        minimal = new MinimalNumber(MinimalNumber.Kind.valueOf(kind), most, group, raw == 't');
        return places == null ? kind.length() : found.end(3) + 1;
    }

    private boolean noDigitsYet() {
        return whole.isEmpty() && !point && minimal == null;
    }

    private StringBuilder part() {
        return point ? fraction : whole;
    }

    /** The number by this format. */
    String write(BigDecimal given) {
        var number = percent ? given.movePointRight(2) : given;
        return before + body(number) + behind;
    }

    private String body(BigDecimal number) {
        if (minimal != null) {
            var text = signed(minimal.write(number.abs()), number.signum() < 0);
            return sign == Sign.BEFORE_DIGITS ? text.stripLeading() : text;
        }
        return hexadecimal ? hexadecimal(number.toBigInteger()) : decimal(number);
    }

    private String decimal(BigDecimal given) {
        int power = exponent.isThere() ? power(given) : 0;
        var number = given.scaleByPowerOfTen(-power);
        var rounded = number.abs().setScale(fraction.length(), RoundingMode.HALF_UP);
        var digits = rounded.toBigInteger().toString();
        boolean negative = number.signum() < 0 && rounded.signum() != 0;
        var body = digits.length() > DigitPlaces.count(whole)
                ? (whole + (point ? "." + fraction : "")).replaceAll("[09]", "#")
                : digitPlaces().whole(digits) + (point ? digitPlaces().fraction(rounded, zeros()) : "");
        return signed(body + exponent.text(power), negative);
    }

    /** Without a sign of its own, a negative number has ones in its first bits. */
    private String hexadecimal(BigInteger number) {
        boolean signed = sign != Sign.BEFORE_DIGITS;
        var shown = signed ? number.abs() : number;
        var unsigned =
                shown.signum() < 0 ? shown.add(BigInteger.ONE.shiftLeft((int) DigitPlaces.count(whole) * 4)) : shown;
        var digits = unsigned.toString(16);
        if (unsigned.signum() < 0 || digits.length() > DigitPlaces.count(whole)) {
            return whole.toString().replaceAll("[09]", "#");
        }
        var body = digitPlaces().whole(lowerCase ? digits : digits.toUpperCase(Locale.ROOT));
        if (signed) {
            return signed(body, number.signum() < 0);
        }
        return compact ? body.stripLeading() : body;
    }

    private DigitPlaces digitPlaces() {
        return new DigitPlaces(whole.toString(), fraction.toString(), blankZero);
    }

    private DigitPlaces.Zeros zeros() {
        if (compact) {
            return DigitPlaces.Zeros.LEFT_OUT;
        }
        return exponent.isThere() ? DigitPlaces.Zeros.SHOWN : DigitPlaces.Zeros.BLANK;
    }

    /** By which power of ten it is divided so that its first digit, when it is rounded, stands in the first place. */
    private int power(BigDecimal number) {
        if (number.signum() == 0) {
            return 0;
        }
        int places = (int) DigitPlaces.count(whole);
        int power = number.precision() - number.scale() - places;
        var rounded = number.abs().scaleByPowerOfTen(-power).setScale(fraction.length(), RoundingMode.HALF_UP);
        return rounded.precision() - rounded.scale() > places ? power + 1 : power;
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
}
