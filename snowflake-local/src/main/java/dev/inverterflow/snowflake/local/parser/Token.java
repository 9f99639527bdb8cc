package dev.inverterflow.snowflake.local.parser;

/**
 * A token.
 *
 * @param text a word in upper case; a quoted name or string with quotes and escapes resolved; the digits of a
 *     position, the ordinal of a bind; the upper-case name of a variable; what follows {@code @} or {@code file://};
 *     else as written
 * @param start offset of the first character
 * @param end offset behind the last character
 * @param line 1-based
 * @param column 0-based
 */
record Token(TokenKind kind, String text, int start, int end, int line, int column) {
    boolean isWord(String word) {
        return kind == TokenKind.WORD && text.equals(word);
    }

    boolean isSymbol(String symbol) {
        return kind == TokenKind.SYMBOL && text.equals(symbol);
    }
}
