package dev.inverterflow.snowflake.local.parser;

import dev.inverterflow.snowflake.local.ast.DmlStatement.Truncate;
import dev.inverterflow.snowflake.local.ast.Statement;

/** TRUNCATE. */
final class TruncateParser implements StatementParser {
    private final Grammar grammar;
    private final Tokens tokens;

    TruncateParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens();
    }

    @Override
    public Statement parse() {
        Token first = tokens.peek();
        tokens.expect("TRUNCATE");
        tokens.accept("TABLE");
        boolean ifExists = tokens.accept("IF", "EXISTS");
        return new Truncate(grammar.names().qualifiedName(), ifExists, tokens.spanFrom(first));
    }
}
