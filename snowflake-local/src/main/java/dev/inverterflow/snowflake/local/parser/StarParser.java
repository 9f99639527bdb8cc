package dev.inverterflow.snowflake.local.parser;

import dev.inverterflow.snowflake.local.ast.Expression;
import dev.inverterflow.snowflake.local.ast.Identifier;
import dev.inverterflow.snowflake.local.ast.Literal.StringLiteral;
import dev.inverterflow.snowflake.local.ast.QualifiedName;
import dev.inverterflow.snowflake.local.ast.Reference.Renaming;
import dev.inverterflow.snowflake.local.ast.Reference.Replacement;
import dev.inverterflow.snowflake.local.ast.Reference.Star;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** {@code *} and {@code t.*} with ILIKE, EXCLUDE, REPLACE and RENAME. */
final class StarParser {
    private final Grammar grammar;
    private final Tokens tokens;

    StarParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens();
    }

    /** Whether a star comes next, qualified or not. */
    boolean follows() {
        int ahead = 0;
        while (NameParser.isName(tokens.peek(ahead)) && tokens.peek(ahead + 1).isSymbol(".")) {
            ahead += 2;
        }
        return tokens.peek(ahead).isSymbol("*");
    }

    /** The star. */
    Star parse() {
        Token first = tokens.peek();
        QualifiedName qualifier = qualifier(first);
        tokens.expectSymbol("*");
        StringLiteral like = like();
        if (like != null && tokens.atWord("EXCLUDE")) {
            throw tokens.unexpected();
        }
        List<Identifier> exclude = oneOrMany("EXCLUDE", grammar.names()::identifier);
        List<Replacement> replace = tokens.accept("REPLACE") ? tokens.parenthesised(this::replacement) : List.of();
        List<Renaming> rename = oneOrMany("RENAME", this::renaming);
        return new Star(qualifier, like, exclude, replace, rename, tokens.spanFrom(first));
    }

    private @Nullable QualifiedName qualifier(Token first) {
        if (tokens.atSymbol("*")) {
            return null;
        }
        List<Identifier> parts = new ArrayList<>();
        do {
            parts.add(grammar.names().identifier());
            tokens.expectSymbol(".");
        } while (!tokens.atSymbol("*"));
        if (parts.size() > 3) {
            throw tokens.unexpected(first);
        }
        return new QualifiedName(parts, tokens.spanFrom(first));
    }

    private @Nullable StringLiteral like() {
        if (!tokens.accept("ILIKE")) {
            return null;
        }
        Token pattern = tokens.expect(TokenKind.STRING);
        return new StringLiteral(pattern.text(), tokens.spanOf(pattern));
    }

    private <T> List<T> oneOrMany(String word, Supplier<T> item) {
        if (!tokens.accept(word)) {
            return List.of();
        }
        return tokens.atSymbol("(") ? tokens.parenthesised(item) : List.of(item.get());
    }

    private Replacement replacement() {
        Expression value = grammar.expressions().parse();
        tokens.expect("AS");
        return new Replacement(value, grammar.names().columnName());
    }

    private Renaming renaming() {
        Identifier from = grammar.names().identifier();
        tokens.expect("AS");
        return new Renaming(from, grammar.names().columnName());
    }
}
