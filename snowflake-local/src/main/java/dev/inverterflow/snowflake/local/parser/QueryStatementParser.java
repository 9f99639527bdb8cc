package dev.inverterflow.snowflake.local.parser;

import dev.inverterflow.snowflake.local.ast.Query;
import dev.inverterflow.snowflake.local.ast.Statement;
import dev.inverterflow.snowflake.local.ast.Statement.QueryStatement;

/** A query as a statement. */
final class QueryStatementParser implements StatementParser {
    private final Grammar grammar;

    QueryStatementParser(Grammar grammar) {
        this.grammar = grammar;
    }

    @Override
    public Statement parse() {
        Query query = grammar.queries().parse();
        return new QueryStatement(query, query.span());
    }
}
