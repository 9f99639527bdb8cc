package dev.inverterflow.snowflake.local.parser;

import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Cuts a text into tokens. Blanks and comments (two hyphens, two slashes, or slash and star) disappear; a character
 * that no token begins with is a syntax error at its place.
 */
final class Lexer {
    private static final String FLOW_OPERATOR = "->>";
    private static final List<String> TWO_CHARACTER_SYMBOLS =
            List.of("::", "<>", "!=", "<=", ">=", "||", "=>", "->", "**");
    private static final String ONE_CHARACTER_SYMBOLS = "()[]{},;.:+-*/%=<>!";

    private final String source;
    private final List<Token> tokens = new ArrayList<>();
    private int offset;
    private int line = 1;
    private int lineStart;
    private int tokenStart;
    private int tokenLine;
    private int tokenColumn;
    private int binds;
    private boolean transfersFiles;

    Lexer(String source) {
        this.source = source;
    }

    /** All tokens, an END last. */
    List<Token> tokens() {
        skipBlanks();
        while (offset < source.length()) {
            begin();
            scan();
            skipBlanks();
        }
        begin();
        add(TokenKind.END, "<EOF>");
        return tokens;
    }

    private void scan() {
        char c = source.charAt(offset);
        if (Characters.isNameStart(c)) {
            scanWord();
        } else if (Characters.isDigit(c) || c == '.' && Characters.isDigit(at(offset + 1)) && !followsName()) {
            scanNumber();
        } else {
            switch (c) {
                case '\'' -> scanString();
                case '"' -> scanQuotedName();
                case '$' -> scanDollar();
                case '@' -> scanStage();
                case '?' -> scanBind();
                default -> scanSymbol(c);
            }
        }
    }

    private void scanWord() {
        if (transfersFiles && source.regionMatches(true, offset, "file://", 0, 7)) {
            scanFileUrl();
            return;
        }
        boolean first = tokens.isEmpty() || tokens.get(tokens.size() - 1).isSymbol(";");
        offset = endOfName(offset);
        String word = source.substring(tokenStart, offset).toUpperCase(Locale.ROOT);
        if (first) {
            transfersFiles = word.equals("PUT") || word.equals("GET");
        }
        add(TokenKind.WORD, word);
    }

    // A path may hold "//" and "--", which are no comments here.
    private void scanFileUrl() {
        offset += "file://".length();
        int pathStart = offset;
        while (offset < source.length() && !Characters.isBlank(source.charAt(offset)) && source.charAt(offset) != ';') {
            offset++;
        }
        add(TokenKind.FILE_URL, source.substring(pathStart, offset));
    }

    private void scanNumber() {
        skipDigits();
        if (at(offset) == '.') {
            offset++;
            skipDigits();
        }
        if (at(offset) == 'e' || at(offset) == 'E') {
            int exponent = offset + (at(offset + 1) == '+' || at(offset + 1) == '-' ? 2 : 1);
            if (Characters.isDigit(at(exponent))) {
                offset = exponent;
                skipDigits();
            }
        }
        if (Characters.isNamePart(at(offset))) {
            offset = endOfName(offset);
            throw unexpected(source.substring(tokenStart, offset));
        }
        add(TokenKind.NUMBER, source.substring(tokenStart, offset));
    }

    private void scanString() {
        StringEscapes escapes = new StringEscapes(source, offset + 1);
        String value = escapes.read();
        if (value == null) {
            throw unexpected("'");
        }
        advanceTo(escapes.end());
        add(TokenKind.STRING, value);
    }

    private void scanQuotedName() {
        StringBuilder name = new StringBuilder();
        int next = offset + 1;
        while (true) {
            int quote = source.indexOf('"', next);
            if (quote < 0) {
                throw unexpected("\"");
            }
            name.append(source, next, quote);
            next = quote + 1;
            if (at(next) != '"') {
                break;
            }
            name.append('"');
            next++;
        }
        if (name.isEmpty()) {
            throw unexpected("\"\"");
        }
        if (name.indexOf("\0") >= 0) {
            throw Errors.notSupported("a NUL character in a name", tokenLine, tokenColumn);
        }
        advanceTo(next);
        add(TokenKind.QUOTED_NAME, name.toString());
    }

    private void scanDollar() {
        char next = at(offset + 1);
        if (next == '$') {
            int end = source.indexOf("$$", offset + 2);
            if (end < 0) {
                throw unexpected("$$");
            }
            String text = source.substring(offset + 2, end);
            advanceTo(end + 2);
            add(TokenKind.STRING, text);
        } else if (Characters.isDigit(next)) {
            offset++;
            skipDigits();
            add(TokenKind.POSITION, source.substring(tokenStart + 1, offset));
        } else if (Characters.isNameStart(next)) {
            offset = endOfName(offset + 1);
            add(TokenKind.VARIABLE, source.substring(tokenStart + 1, offset).toUpperCase(Locale.ROOT));
        } else {
            throw unexpected("$");
        }
    }

    // A stage's path goes on to the next blank, comma, semicolon or parenthesis; quotes keep what is between them
    // together.
    private void scanStage() {
        int end = offset + 1;
        while (end < source.length() && !Characters.endsStage(source.charAt(end))) {
            if (source.charAt(end) == '"') {
                end = source.indexOf('"', end + 1);
                if (end < 0) {
                    throw unexpected("@");
                }
            }
            end++;
        }
        advanceTo(end);
        add(TokenKind.STAGE, source.substring(tokenStart + 1, end));
    }

    private void scanBind() {
        offset++;
        binds++;
        add(TokenKind.BIND, String.valueOf(binds));
    }

    private void scanSymbol(char c) {
        if (source.startsWith(FLOW_OPERATOR, offset)) {
            throw Errors.notSupported("the flow operator " + FLOW_OPERATOR, tokenLine, tokenColumn);
        }
        for (String symbol : TWO_CHARACTER_SYMBOLS) {
            if (source.startsWith(symbol, offset)) {
                offset += 2;
                add(TokenKind.SYMBOL, symbol);
                return;
            }
        }
        if (ONE_CHARACTER_SYMBOLS.indexOf(c) < 0) {
            throw unexpected(Character.toString(source.codePointAt(offset)));
        }
        offset++;
        add(TokenKind.SYMBOL, String.valueOf(c));
        if (c == ';') {
            transfersFiles = false;
        }
    }

    private void skipBlanks() {
        while (offset < source.length()) {
            if (Characters.isBlank(source.charAt(offset))) {
                advanceTo(offset + 1);
            } else if (source.startsWith("--", offset) || source.startsWith("//", offset)) {
                int end = source.indexOf('\n', offset);
                offset = end < 0 ? source.length() : end;
            } else if (source.startsWith("/*", offset)) {
                int end = source.indexOf("*/", offset + 2);
                if (end < 0) {
                    begin();
                    throw unexpected("/*");
                }
                advanceTo(end + 2);
            } else {
                return;
            }
        }
    }

    private void begin() {
        tokenStart = offset;
        tokenLine = line;
        tokenColumn = offset - lineStart;
    }

    private void add(TokenKind kind, String text) {
        tokens.add(new Token(kind, text, tokenStart, offset, tokenLine, tokenColumn));
    }

    private void advanceTo(int end) {
        for (int i = offset; i < end; i++) {
            if (source.charAt(i) == '\n') {
                line++;
                lineStart = i + 1;
            }
        }
        offset = end;
    }

    private SnowflakeException unexpected(String text) {
        return Errors.syntaxError(tokenLine, tokenColumn, text);
    }

    private void skipDigits() {
        while (Characters.isDigit(at(offset))) {
            offset++;
        }
    }

    // In "t.5" the dot belongs to the name and is refused there; no number begins with it.
    private boolean followsName() {
        if (tokens.isEmpty()) {
            return false;
        }
        Token last = tokens.get(tokens.size() - 1);
        return last.end() == offset
                && switch (last.kind()) {
                    case WORD, QUOTED_NAME, POSITION -> true;
                    default -> last.isSymbol("]");
                };
    }

    private int endOfName(int from) {
        int end = from;
        while (Characters.isNamePart(at(end))) {
            end++;
        }
        return end;
    }

    private char at(int index) {
        return index < source.length() ? source.charAt(index) : '\0';
    }
}
