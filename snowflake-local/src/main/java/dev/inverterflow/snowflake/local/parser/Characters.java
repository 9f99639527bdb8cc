package dev.inverterflow.snowflake.local.parser;

/** What a character may be part of. Names outside ASCII need quotes. */
final class Characters {
    private Characters() {}

    static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\u000B';
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isNameStart(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
    }

    static boolean isNamePart(char c) {
        return isNameStart(c) || isDigit(c) || c == '$';
    }

    static boolean endsStage(char c) {
        return isBlank(c) || c == '(' || c == ')' || c == ',' || c == ';' || c == '\'';
    }
}
