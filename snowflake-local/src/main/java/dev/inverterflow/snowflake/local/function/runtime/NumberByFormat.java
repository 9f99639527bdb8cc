package dev.inverterflow.snowflake.local.function.runtime;

import dev.inverterflow.snowflake.local.error.Errors;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Numbers written and read by formats, of which a text to be read may have several: {@code MI999|999MI}
 * (docs.snowflake.com/en/sql-reference/sql-format-models, "Parsing numbers using fixed-position formats").
 */
final class NumberByFormat {
    private static final Pattern EXPONENT = Pattern.compile("[eE]([+-]?\\d{1,3})$");
    private static final Pattern HEXADECIMAL = Pattern.compile("[0-9a-fA-F]+");
    private static final Pattern DECIMAL = Pattern.compile("([0-9,]*)(?:\\.([0-9]*))?");
    private static final String AUTO = "TM9";

    private final NumberFormat format;
    private String rest;
    private boolean negative;

    private NumberByFormat(NumberFormat format, String text) {
        this.format = format;
        this.rest = text.strip();
    }

    /** The number by a format. */
    static String write(BigDecimal number, String format) {
        var alternatives = alternatives(format);
        if (alternatives.size() != 1) {
            throw Errors.notSupported("alternatives in a format to write numbers by: '" + format + "'");
        }
        return new NumberFormat(alternatives.get(0)).write(number);
    }

    /**
     * The number that a text says by a format, in plain notation.
     *
     * @throws dev.inverterflow.snowflake.local.error.SnowflakeException 100140 if it does not fit
     */
    static String parse(String text, String format) {
        for (var alternative : alternatives(format)) {
            var number = new NumberByFormat(new NumberFormat(alternative), text).number();
            if (number.isPresent()) {
                return number.get().toPlainString();
            }
        }
        throw ValueErrors.numberByFormat(text, format);
    }

    private static List<String> alternatives(String format) {
        List<String> alternatives = new ArrayList<>();
        boolean quoted = false;
        int start = 0;
        for (int at = 0; at < format.length(); at++) {
            quoted ^= format.charAt(at) == '"';
            if (format.charAt(at) == '|' && !quoted) {
                alternatives.add(format.substring(start, at));
                start = at + 1;
            }
        }
        alternatives.add(format.substring(start));
        return alternatives.stream()
                .map(alternative -> alternative.equalsIgnoreCase("AUTO") ? AUTO : alternative)
                .toList();
    }

    private Optional<BigDecimal> number() {
        if (!takeLiterals()) {
            return Optional.empty();
        }
        takeSign();
        if (format.hasDollar() && rest.startsWith("$")) {
            rest = rest.substring(1);
        }
        return digits().map(number -> format.isPercent() ? number.movePointLeft(2) : number)
                .map(number -> negative ? number.negate() : number);
    }

    private boolean takeLiterals() {
        var before = format.before();
        var behind = format.behind();
        boolean there = rest.length() >= before.length() + behind.length()
                && rest.regionMatches(true, 0, before, 0, before.length())
                && rest.regionMatches(true, rest.length() - behind.length(), behind, 0, behind.length());
        if (there) {
            rest = rest.substring(before.length(), rest.length() - behind.length())
                    .strip();
        }
        return there;
    }

    /** Blanks may stand between a sign and the digits. */
    private void takeSign() {
        int at = format.sign().isBehind() ? rest.length() - 1 : 0;
        if (rest.isEmpty() || "+-".indexOf(rest.charAt(at)) < 0) {
            return;
        }
        negative = rest.charAt(at) == '-';
        rest = (rest.substring(0, at) + rest.substring(at + 1)).strip();
    }

    private Optional<BigDecimal> digits() {
        var minimal = format.minimal();
        if (minimal != null) {
            return minimal.kind().reads(rest) ? Optional.of(NumberText.parse(rest)) : Optional.empty();
        }
        if (format.isHexadecimal()) {
            return HEXADECIMAL.matcher(rest).matches() && fits(rest)
                    ? Optional.of(new BigDecimal(new BigInteger(rest, 16)))
                    : Optional.empty();
        }
        var exponent = EXPONENT.matcher(rest);
        if (exponent.find() != format.hasExponent()) {
            return Optional.empty();
        }
        int power = format.hasExponent() ? Integer.parseInt(exponent.group(1)) : 0;
        return decimal(format.hasExponent() ? rest.substring(0, exponent.start()) : rest)
                .map(number -> number.scaleByPowerOfTen(power));
    }

    private Optional<BigDecimal> decimal(String text) {
        var parts = DECIMAL.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        var whole = parts.group(1);
        var fraction = parts.group(2) == null ? "" : parts.group(2);
        boolean wholeFits = whole.isEmpty() ? format.takesNoWhole() && !fraction.isEmpty() : fits(whole);
        boolean fractionFits = fraction.length() <= format.fraction().length()
                && fraction.length() > format.fraction().lastIndexOf('0');
        return wholeFits && fractionFits
                ? Optional.of(new BigDecimal("0" + whole.replace(",", "") + "." + fraction + "0"))
                : Optional.empty();
    }

    /** From the right, each digit has its place, commas stand where the format has them or not at all, and each 0 is there. */
    private boolean fits(String whole) {
        var places = format.whole();
        int at = whole.length() - 1;
        for (int place = places.length() - 1; place >= 0; place--) {
            boolean comma = at >= 0 && whole.charAt(at) == ',';
            if (places.charAt(place) == ',') {
                at -= comma ? 1 : 0;
                continue;
            }
            if (comma || at < 0 && places.charAt(place) == '0') {
                return false;
            }
            at--;
        }
        return at < 0;
    }
}
