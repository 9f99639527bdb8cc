package dev.inverterflow.snowflake.local.parser;

import dev.inverterflow.snowflake.local.ast.DmlStatement.Merge;
import dev.inverterflow.snowflake.local.ast.Expression;
import dev.inverterflow.snowflake.local.ast.Identifier;
import dev.inverterflow.snowflake.local.ast.MergeClause;
import dev.inverterflow.snowflake.local.ast.MergeClause.MatchedDelete;
import dev.inverterflow.snowflake.local.ast.MergeClause.MatchedUpdate;
import dev.inverterflow.snowflake.local.ast.MergeClause.MatchedUpdateByName;
import dev.inverterflow.snowflake.local.ast.MergeClause.NotMatchedInsert;
import dev.inverterflow.snowflake.local.ast.MergeClause.NotMatchedInsertByName;
import dev.inverterflow.snowflake.local.ast.Relation;
import dev.inverterflow.snowflake.local.ast.Relation.TableReference;
import dev.inverterflow.snowflake.local.ast.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** MERGE. */
final class MergeParser implements StatementParser {
    private final Grammar grammar;
    private final Tokens tokens;

    MergeParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens();
    }

    @Override
    public Statement parse() {
        Token first = tokens.peek();
        tokens.expect("MERGE", "INTO");
        TableReference target = grammar.relations().target();
        tokens.expect("USING");
        Relation source = grammar.relations().single();
        tokens.expect("ON");
        Expression condition = grammar.expressions().parse();
        List<MergeClause> clauses = new ArrayList<>();
        do {
            clauses.add(clause());
        } while (tokens.atWord("WHEN"));
        return new Merge(target, source, condition, clauses, tokens.spanFrom(first));
    }

    private MergeClause clause() {
        tokens.expect("WHEN");
        if (tokens.accept("NOT")) {
            return notMatched();
        }
        tokens.expect("MATCHED");
        Expression condition = condition();
        if (tokens.accept("DELETE")) {
            return new MatchedDelete(condition);
        }
        tokens.expect("UPDATE");
        if (tokens.accept("ALL", "BY", "NAME")) {
            return new MatchedUpdateByName(condition);
        }
        tokens.expect("SET");
        return new MatchedUpdate(condition, new AssignmentParser(grammar).parse());
    }

    private MergeClause notMatched() {
        tokens.expect("MATCHED");
        Expression condition = condition();
        tokens.expect("INSERT");
        if (tokens.accept("ALL", "BY", "NAME")) {
            return new NotMatchedInsertByName(condition);
        }
        List<Identifier> columns = grammar.names().optionalColumnList();
        tokens.expect("VALUES");
        List<Expression> values =
                tokens.parenthesised(() -> grammar.expressions().valueOrDefault());
        return new NotMatchedInsert(condition, columns, values);
    }

    private @Nullable Expression condition() {
        Expression condition = tokens.accept("AND") ? grammar.expressions().parse() : null;
        tokens.expect("THEN");
        return condition;
    }
}
