package dev.inverterflow.snowflake.local.parser;

import dev.inverterflow.snowflake.local.ast.DmlStatement.Assignment;
import dev.inverterflow.snowflake.local.ast.Identifier;
import dev.inverterflow.snowflake.local.ast.Reference.ColumnReference;
import java.util.ArrayList;
import java.util.List;

/** {@code column = value, …} after SET. */
final class AssignmentParser {
    private final Grammar grammar;
    private final Tokens tokens;

    AssignmentParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens();
    }

    List<Assignment> parse() {
        return tokens.commaSeparated(this::assignment);
    }

    private Assignment assignment() {
        Token first = tokens.peek();
        List<Identifier> parts = new ArrayList<>(2);
        do {
            parts.add(grammar.names().identifier());
        } while (parts.size() < 4 && tokens.acceptSymbol("."));
        ColumnReference column = new ColumnReference(parts, tokens.spanFrom(first));
        tokens.expectSymbol("=");
        return new Assignment(column, grammar.expressions().valueOrDefault());
    }
}
