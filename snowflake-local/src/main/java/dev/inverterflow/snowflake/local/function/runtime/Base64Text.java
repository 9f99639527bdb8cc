package dev.inverterflow.snowflake.local.function.runtime;

import dev.inverterflow.snowflake.local.error.Errors;
import java.util.Base64;
import java.util.HexFormat;

/**
 * Base64 in lines and with other signs than {@code +}, {@code /} and {@code =}
 * (docs.snowflake.com/en/sql-reference/functions/base64_encode, "Arguments").
 */
final class Base64Text {
    private static final String SIGNS = "+/=";

    private Base64Text() {}

    /**
     * Bytes, given as hexadecimal digits, in Base64.
     *
     * @param lineLength most characters in a line; 0 for one line
     * @param alphabet what stands for {@code +}, {@code /} and {@code =}, at most one character each
     */
    static String encode(String digits, long lineLength, String alphabet) {
        if (lineLength < 0) {
            throw Errors.notSupported("a line of " + lineLength + " characters");
        }
        var text = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(digits));
        return lines(exchanged(text, SIGNS, completed(alphabet)), lineLength);
    }

    /** Base64 with other signs, as it is with the common ones. */
    static String plain(String text, String alphabet) {
        return exchanged(text, completed(alphabet), SIGNS);
    }

    private static String completed(String alphabet) {
        if (alphabet.length() > SIGNS.length() || alphabet.chars().anyMatch(sign -> sign > 127)) {
            throw Errors.notSupported("the alphabet '" + alphabet + "'");
        }
        return alphabet + SIGNS.substring(alphabet.length());
    }

    private static String exchanged(String text, String from, String to) {
        var result = new StringBuilder(text);
        for (int i = 0; i < result.length(); i++) {
            int sign = from.indexOf(result.charAt(i));
            if (sign >= 0) {
                result.setCharAt(i, to.charAt(sign));
            }
        }
        return result.toString();
    }

    private static String lines(String text, long length) {
        if (length == 0 || text.length() <= length) {
            return text;
        }
        var result = new StringBuilder();
        for (int start = 0; start < text.length(); start += (int) length) {
            result.append(start == 0 ? "" : "\n").append(text, start, (int) Math.min(text.length(), start + length));
        }
        return result.toString();
    }
}
