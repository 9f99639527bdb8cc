package dev.inverterflow.snowflake.local.function.runtime;

import java.util.Map;

/**
 * Snowflake's regular expressions in Java's words. Outside of brackets both mean the same; inside, POSIX knows named classes
 * ({@code [[:digit:]]}) and takes {@code [} and {@code &&} as they are, which Java does not.
 *
 * @see <a href="https://docs.snowflake.com/en/sql-reference/functions-regexp">String functions (regular expressions)</a>
 */
final class PosixPattern {
    private static final Map<String, String> CLASSES = Map.ofEntries(
            Map.entry("alnum", "\\p{Alnum}"),
            Map.entry("alpha", "\\p{Alpha}"),
            Map.entry("ascii", "\\p{ASCII}"),
            Map.entry("blank", "\\p{Blank}"),
            Map.entry("cntrl", "\\p{Cntrl}"),
            Map.entry("digit", "\\p{Digit}"),
            Map.entry("graph", "\\p{Graph}"),
            Map.entry("lower", "\\p{Lower}"),
            Map.entry("print", "\\p{Print}"),
            Map.entry("punct", "\\p{Punct}"),
            Map.entry("space", "\\p{Space}"),
            Map.entry("upper", "\\p{Upper}"),
            Map.entry("word", "\\w"),
            Map.entry("xdigit", "\\p{XDigit}"));

    private final String pattern;
    private final StringBuilder java = new StringBuilder();
    private int at;

    private PosixPattern(String pattern) {
        this.pattern = pattern;
    }

    /** The pattern for {@link java.util.regex.Pattern}. */
    static String toJava(String pattern) {
        return pattern.indexOf('[') < 0 ? pattern : new PosixPattern(pattern).translated();
    }

    private String translated() {
        while (at < pattern.length()) {
            char character = pattern.charAt(at);
            if (character == '\\') {
                copyEscaped();
            } else if (character == '[') {
                copyBrackets();
            } else {
                java.append(character);
                at++;
            }
        }
        return java.toString();
    }

    private void copyEscaped() {
        int end = Math.min(at + 2, pattern.length());
        java.append(pattern, at, end);
        at = end;
    }

    /** A closing bracket right behind the opening one is one of the characters. */
    private void copyBrackets() {
        java.append('[');
        at++;
        if (pattern.startsWith("^", at)) {
            java.append('^');
            at++;
        }
        if (pattern.startsWith("]", at)) {
            java.append("\\]");
            at++;
        }
        while (at < pattern.length() && pattern.charAt(at) != ']') {
            copyMember();
        }
    }

    private void copyMember() {
        char character = pattern.charAt(at);
        if (pattern.startsWith("[:", at)) {
            copyClass();
        } else if (character == '\\') {
            copyEscaped();
        } else {
            java.append(character == '[' || character == '&' ? "\\" : "").append(character);
            at++;
        }
    }

    private void copyClass() {
        int end = pattern.indexOf(":]", at + 2);
        String name = end < 0 ? "" : pattern.substring(at + 2, end);
        String known = CLASSES.get(name);
        if (known == null) {
            throw ValueErrors.invalidRegularExpression(pattern, "invalid character class range");
        }
        java.append(known);
        at = end + 2;
    }
}
