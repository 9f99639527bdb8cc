package dev.inverterflow.snowflake.local.parser;

import dev.inverterflow.snowflake.local.ast.DdlStatement.Comment;
import dev.inverterflow.snowflake.local.ast.Identifier;
import dev.inverterflow.snowflake.local.ast.ObjectKind;
import dev.inverterflow.snowflake.local.ast.ObjectTarget;
import dev.inverterflow.snowflake.local.ast.QualifiedName;
import dev.inverterflow.snowflake.local.ast.Statement;
import java.util.ArrayList;
import java.util.List;

/** COMMENT ON. */
final class CommentParser implements StatementParser {
    private final Grammar grammar;
    private final Tokens tokens;

    CommentParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens();
    }

    @Override
    public Statement parse() {
        Token first = tokens.peek();
        tokens.expect("COMMENT");
        boolean ifExists = tokens.accept("IF", "EXISTS");
        tokens.expect("ON");
        if (tokens.accept("COLUMN")) {
            return onColumn(first, ifExists);
        }
        ObjectTargetParser objects = new ObjectTargetParser(grammar);
        ObjectTarget object = objects.target(objects.kind("COMMENT ON"));
        return new Comment(object, null, ifExists, text(), tokens.spanFrom(first));
    }

    private Statement onColumn(Token first, boolean ifExists) {
        Token start = tokens.peek();
        List<Identifier> parts = new ArrayList<>();
        do {
            parts.add(grammar.names().identifier());
        } while (parts.size() < 4 && tokens.acceptSymbol("."));
        if (parts.size() == 1) {
            throw tokens.unexpected();
        }
        Identifier column = parts.remove(parts.size() - 1);
        ObjectTarget table = ObjectTarget.of(ObjectKind.TABLE, new QualifiedName(parts, tokens.spanFrom(start)));
        return new Comment(table, column, ifExists, text(), tokens.spanFrom(first));
    }

    private String text() {
        tokens.expect("IS");
        return tokens.expectString();
    }
}
