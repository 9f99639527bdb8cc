package dev.inverterflow.snowflake.local.function.runtime;

import java.util.regex.Pattern;

/**
 * The exponent of a numeric format: {@code EE} is as wide as the number needs, without a plus, and filled up with blanks;
 * {@code EEE} to {@code EEEEEEE} have a sign and as many digits as letters are left
 * (docs.snowflake.com/en/sql-reference/sql-format-models, "Fixed-position format elements").
 *
 * @param letters how many, 0 for no exponent
 * @param sign the letter that is printed
 */
record Exponent(int letters, char sign) {
    static final Exponent NONE = new Exponent(0, 'E');

    private static final int LONGEST = 7;
    private static final Pattern LETTERS = Pattern.compile("[eE]{2," + LONGEST + "}");

    /** The exponent that a rest of a format begins with. */
    static Exponent of(String rest) {
        var matcher = LETTERS.matcher(rest);
        return matcher.lookingAt() ? new Exponent(matcher.end(), rest.charAt(0)) : NONE;
    }

    boolean isThere() {
        return letters > 0;
    }

    /** The power of ten as it is printed; too many digits become signs of overflow. */
    String text(int power) {
        if (!isThere()) {
            return "";
        }
        if (letters == 2) {
            var text = sign + String.valueOf(power);
            return text + " ".repeat(Math.max(0, LONGEST - text.length()));
        }
        int width = letters - 2;
        var digits = String.valueOf(Math.abs(power));
        return sign
                + (power < 0 ? "-" : "+")
                + (digits.length() > width ? "#".repeat(width) : "0".repeat(width - digits.length()) + digits);
    }
}
