package dev.inverterflow.snowflake.local.parser;

import dev.inverterflow.snowflake.local.ast.DmlStatement.Delete;
import dev.inverterflow.snowflake.local.ast.Expression;
import dev.inverterflow.snowflake.local.ast.Relation;
import dev.inverterflow.snowflake.local.ast.Relation.TableReference;
import dev.inverterflow.snowflake.local.ast.Statement;

/** DELETE. */
final class DeleteParser implements StatementParser {
    private final Grammar grammar;
    private final Tokens tokens;

    DeleteParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens();
    }

    @Override
    public Statement parse() {
        Token first = tokens.peek();
        tokens.expect("DELETE", "FROM");
        TableReference target = grammar.relations().target();
        Relation using = tokens.accept("USING") ? grammar.relations().parse() : null;
        Expression where = tokens.accept("WHERE") ? grammar.expressions().parse() : null;
        return new Delete(target, using, where, tokens.spanFrom(first));
    }
}
