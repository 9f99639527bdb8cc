package dev.inverterflow.snowflake.local.catalog;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Delimiters, quotes and escapes of a file format, which may be written as octal ({@code \136}) or hex values
 * ({@code 0x5e}, {@code \x5e}, several of the latter for one character of several bytes).
 *
 * @see <a href="https://docs.snowflake.com/en/sql-reference/sql/copy-into-location#type-csv">TYPE = CSV</a>
 */
public final class DelimiterText {
    private static final Pattern HEX = Pattern.compile("0[xX]([0-9a-fA-F]{2})");
    private static final Pattern HEX_BYTES = Pattern.compile("(?:\\\\[xX][0-9a-fA-F]{2})+");
    private static final Pattern OCTAL = Pattern.compile("\\\\([0-3]?[0-7]{2})");

    private DelimiterText() {}

    /** The characters that are meant. */
    public static String decoded(String written) {
        Matcher hex = HEX.matcher(written);
        if (hex.matches()) {
            return String.valueOf((char) Integer.parseInt(hex.group(1), 16));
        }
        if (HEX_BYTES.matcher(written).matches()) {
            byte[] bytes = new byte[written.length() / 4];
            for (int index = 0; index < bytes.length; index++) {
                bytes[index] = (byte) Integer.parseInt(written.substring(index * 4 + 2, index * 4 + 4), 16);
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }
        Matcher octal = OCTAL.matcher(written);
        return octal.matches() ? String.valueOf((char) Integer.parseInt(octal.group(1), 8)) : written;
    }
}
