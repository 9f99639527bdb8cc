package dev.inverterflow.snowflake.local.parser;

import dev.inverterflow.snowflake.local.ast.Numbering;
import org.jspecify.annotations.Nullable;

/** START and INCREMENT of sequences and identity columns. */
final class NumberingParser {
    private final Tokens tokens;

    NumberingParser(Tokens tokens) {
        this.tokens = tokens;
    }

    /** {@code [START [WITH] [=] n] [INCREMENT [BY] [=] n] [ORDER | NOORDER]}. */
    Numbering ofSequence() {
        long start = 1;
        if (tokens.accept("START")) {
            tokens.accept("WITH");
            tokens.acceptSymbol("=");
            start = number();
        }
        Long increment = optionalIncrement();
        return new Numbering(start, increment == null ? 1 : increment, ordered());
    }

    /** {@code [(start, increment) | START n INCREMENT n] [ORDER | NOORDER]} behind AUTOINCREMENT or IDENTITY. */
    Numbering ofColumn() {
        if (!tokens.acceptSymbol("(")) {
            return ofSequence();
        }
        long start = number();
        tokens.expectSymbol(",");
        long increment = number();
        tokens.expectSymbol(")");
        return new Numbering(start, increment, ordered());
    }

    /** {@code [INCREMENT [BY] [=] n]}. */
    @Nullable
    Long optionalIncrement() {
        if (!tokens.accept("INCREMENT")) {
            return null;
        }
        tokens.accept("BY");
        tokens.acceptSymbol("=");
        return number();
    }

    /** {@code [ORDER | NOORDER]}. */
    @Nullable
    Boolean ordered() {
        if (tokens.accept("ORDER")) {
            return true;
        }
        return tokens.accept("NOORDER") ? false : null;
    }

    private long number() {
        boolean negative = tokens.acceptSymbol("-");
        Token token = tokens.expect(TokenKind.NUMBER);
        if (!token.text().matches("\\d{1,18}")) {
            throw tokens.unexpected(token);
        }
        long value = Long.parseLong(token.text());
        return negative ? -value : value;
    }
}
