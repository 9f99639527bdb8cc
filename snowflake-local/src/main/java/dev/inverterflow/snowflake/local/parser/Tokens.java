package dev.inverterflow.snowflake.local.parser;

import dev.inverterflow.snowflake.local.ast.Position;
import dev.inverterflow.snowflake.local.ast.Span;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;

/**
 * The tokens of a text and a place among them. Every parser of the package moves this one cursor; nothing is read
 * twice, looking ahead is by {@link #peek(int)} and {@link #afterClosing(int)}.
 */
final class Tokens {
    private final String source;
    private final List<Token> tokens;
    private final int[] closings;
    private final Nesting nesting;
    private int index;
    private int highestBind;

    Tokens(String source) {
        this.source = source;
        this.tokens = new Lexer(source).tokens();
        this.closings = closings(tokens);
        this.nesting =
                new Nesting(() -> notSupported("nesting of more than %d levels, or more than %d operators in a row"
                        .formatted(Nesting.MAX_DEPTH, Nesting.MAX_HEIGHT)));
    }

    /** The limits of nesting, one measure for the whole text. */
    Nesting nesting() {
        return nesting;
    }

    /** The next token. */
    Token peek() {
        return tokens.get(index);
    }

    /** The token {@code ahead} places behind the next one; END beyond the end. */
    Token peek(int ahead) {
        return tokens.get(Math.min(index + ahead, tokens.size() - 1));
    }

    /** The token read last. */
    Token last() {
        return tokens.get(index - 1);
    }

    Token next() {
        Token token = peek();
        if (token.kind() != TokenKind.END) {
            index++;
        }
        return token;
    }

    boolean atEnd() {
        return at(TokenKind.END);
    }

    boolean at(TokenKind kind) {
        return peek().kind() == kind;
    }

    boolean atWord(String word) {
        return peek().isWord(word);
    }

    /** Whether these words come next. */
    boolean atWords(String... words) {
        for (int i = 0; i < words.length; i++) {
            if (!peek(i).isWord(words[i])) {
                return false;
            }
        }
        return true;
    }

    boolean atSymbol(String symbol) {
        return peek().isSymbol(symbol);
    }

    /** Reads these words if all of them come next. */
    boolean accept(String... words) {
        if (!atWords(words)) {
            return false;
        }
        index += words.length;
        return true;
    }

    boolean acceptSymbol(String symbol) {
        if (!atSymbol(symbol)) {
            return false;
        }
        index++;
        return true;
    }

    /** Reads these words, or fails at the first that is not there. */
    void expect(String... words) {
        for (String word : words) {
            if (!accept(word)) {
                throw unexpected();
            }
        }
    }

    void expectSymbol(String symbol) {
        if (!acceptSymbol(symbol)) {
            throw unexpected();
        }
    }

    Token expect(TokenKind kind) {
        if (!at(kind)) {
            throw unexpected();
        }
        return next();
    }

    /** The value of a string, or a failure. */
    String expectString() {
        return expect(TokenKind.STRING).text();
    }

    /** A whole number without sign that fits an int, or a failure. */
    int expectInt() {
        Token token = expect(TokenKind.NUMBER);
        try {
            return Integer.parseInt(token.text());
        } catch (NumberFormatException e) {
            throw unexpected(token);
        }
    }

    /** {@code item, item, …}. */
    <T> List<T> commaSeparated(Supplier<T> item) {
        List<T> items = new ArrayList<>();
        do {
            items.add(item.get());
        } while (acceptSymbol(","));
        return items;
    }

    /** {@code (item, item, …)}. */
    <T> List<T> parenthesised(Supplier<T> item) {
        expectSymbol("(");
        List<T> items = commaSeparated(item);
        expectSymbol(")");
        return items;
    }

    /** For an opening parenthesis {@code ahead} places on: the token behind its closing one; END if none closes it. */
    Token afterClosing(int ahead) {
        int closing = closings[Math.min(index + ahead, tokens.size() - 1)];
        return closing == 0 ? tokens.get(tokens.size() - 1) : tokens.get(closing + 1);
    }

    /** From a token to the one read last. */
    Span spanFrom(Token first) {
        return new Span(source, first.start(), last().end(), positionOf(first));
    }

    /** From the start of an earlier node to the token read last. */
    Span spanFrom(Span first) {
        return new Span(source, first.start(), last().end(), first.position());
    }

    /** A token's characters as written. */
    String raw(Token token) {
        return source.substring(token.start(), token.end());
    }

    /** The token alone. */
    Span spanOf(Token token) {
        return new Span(source, token.start(), token.end(), positionOf(token));
    }

    /** Notes a bind that is written with its number. */
    void noteBind(int number) {
        highestBind = Math.max(highestBind, number);
    }

    /** How many values the text wants, as far as it has been read. */
    int highestBind() {
        return highestBind;
    }

    /** The error that the next token does not fit here. */
    SnowflakeException unexpected() {
        return unexpected(peek());
    }

    /** The error that a token does not fit where it stands. */
    SnowflakeException unexpected(Token token) {
        String text = token.kind() == TokenKind.END ? token.text() : raw(token);
        return Errors.syntaxError(token.line(), token.column(), text);
    }

    /** The error that what begins with the next token is Snowflake's, but not ours. */
    SnowflakeException notSupported(String what) {
        return Errors.notSupported(what, peek().line(), peek().column());
    }

    private static Position positionOf(Token token) {
        return new Position(token.line(), token.column());
    }

    // closings[i] is the index of the parenthesis that closes token i; 0 if token i opens none.
    private static int[] closings(List<Token> tokens) {
        int[] closings = new int[tokens.size()];
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < closings.length; i++) {
            Token token = tokens.get(i);
            if (token.isSymbol("(")) {
                open.push(i);
            } else if (token.isSymbol(")") && !open.isEmpty()) {
                closings[open.pop()] = i;
            } else if (token.isSymbol(";")) {
                open.clear();
            }
        }
        return closings;
    }
}
