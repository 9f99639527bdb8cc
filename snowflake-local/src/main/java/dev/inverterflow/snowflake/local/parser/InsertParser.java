package dev.inverterflow.snowflake.local.parser;

import dev.inverterflow.snowflake.local.ast.DmlStatement.Insert;
import dev.inverterflow.snowflake.local.ast.DmlStatement.InsertBranch;
import dev.inverterflow.snowflake.local.ast.DmlStatement.InsertTarget;
import dev.inverterflow.snowflake.local.ast.DmlStatement.MultiTableInsert;
import dev.inverterflow.snowflake.local.ast.Expression;
import dev.inverterflow.snowflake.local.ast.Identifier;
import dev.inverterflow.snowflake.local.ast.InsertSource;
import dev.inverterflow.snowflake.local.ast.QualifiedName;
import dev.inverterflow.snowflake.local.ast.Query;
import dev.inverterflow.snowflake.local.ast.Statement;
import java.util.ArrayList;
import java.util.List;

/** INSERT into one table or several. */
final class InsertParser implements StatementParser {
    private final Grammar grammar;
    private final Tokens tokens;

    InsertParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens();
    }

    @Override
    public Statement parse() {
        Token first = tokens.peek();
        tokens.expect("INSERT");
        boolean overwrite = tokens.accept("OVERWRITE");
        if (tokens.accept("ALL")) {
            return tokens.atWord("INTO") ? unconditional(first, overwrite) : conditional(first, overwrite, false);
        }
        if (tokens.accept("FIRST")) {
            return conditional(first, overwrite, true);
        }
        tokens.expect("INTO");
        QualifiedName target = grammar.names().qualifiedName();
        List<Identifier> columns = columns();
        return new Insert(target, overwrite, columns, source(), tokens.spanFrom(first));
    }

    private List<Identifier> columns() {
        return tokens.atSymbol("(") && !grammar.queries().queryFollows(0)
                ? grammar.names().columnList()
                : List.of();
    }

    private InsertSource source() {
        if (tokens.accept("VALUES")) {
            return new InsertSource.Rows(tokens.commaSeparated(this::row));
        }
        if (!tokens.atWord("SELECT") && !tokens.atWord("WITH") && !tokens.atSymbol("(")) {
            throw tokens.unexpected();
        }
        return new InsertSource.FromQuery(grammar.queries().parse());
    }

    private List<Expression> row() {
        return tokens.parenthesised(() -> grammar.expressions().valueOrDefault());
    }

    private Statement unconditional(Token first, boolean overwrite) {
        List<InsertBranch> branches = List.of(new InsertBranch(null, targets()));
        Query query = grammar.queries().parse();
        return new MultiTableInsert(overwrite, false, branches, List.of(), query, tokens.spanFrom(first));
    }

    private Statement conditional(Token first, boolean overwrite, boolean firstOnly) {
        List<InsertBranch> branches = new ArrayList<>();
        do {
            tokens.expect("WHEN");
            Expression condition = grammar.expressions().parse();
            tokens.expect("THEN");
            branches.add(new InsertBranch(condition, targets()));
        } while (tokens.atWord("WHEN"));
        List<InsertTarget> otherwise = tokens.accept("ELSE") ? targets() : List.of();
        Query query = grammar.queries().parse();
        return new MultiTableInsert(overwrite, firstOnly, branches, otherwise, query, tokens.spanFrom(first));
    }

    private List<InsertTarget> targets() {
        List<InsertTarget> targets = new ArrayList<>();
        do {
            tokens.expect("INTO");
            QualifiedName table = grammar.names().qualifiedName();
            List<Identifier> columns = columns();
            targets.add(new InsertTarget(table, columns, tokens.accept("VALUES") ? row() : List.of()));
        } while (tokens.atWord("INTO"));
        return targets;
    }
}
