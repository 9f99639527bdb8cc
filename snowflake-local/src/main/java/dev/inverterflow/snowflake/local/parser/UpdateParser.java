package dev.inverterflow.snowflake.local.parser;

import dev.inverterflow.snowflake.local.ast.DmlStatement.Assignment;
import dev.inverterflow.snowflake.local.ast.DmlStatement.Update;
import dev.inverterflow.snowflake.local.ast.Expression;
import dev.inverterflow.snowflake.local.ast.Relation;
import dev.inverterflow.snowflake.local.ast.Relation.TableReference;
import dev.inverterflow.snowflake.local.ast.Statement;
import java.util.List;

/** UPDATE. */
final class UpdateParser implements StatementParser {
    private final Grammar grammar;
    private final Tokens tokens;

    UpdateParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens();
    }

    @Override
    public Statement parse() {
        Token first = tokens.peek();
        tokens.expect("UPDATE");
        TableReference target = grammar.relations().target();
        tokens.expect("SET");
        List<Assignment> assignments = new AssignmentParser(grammar).parse();
        Relation from = tokens.accept("FROM") ? grammar.relations().parse() : null;
        Expression where = tokens.accept("WHERE") ? grammar.expressions().parse() : null;
        return new Update(target, assignments, from, where, tokens.spanFrom(first));
    }
}
