package dev.inverterflow.snowflake.local.parser;

import dev.inverterflow.snowflake.local.ast.CreateMode;
import dev.inverterflow.snowflake.local.ast.CreateStatement;
import dev.inverterflow.snowflake.local.ast.CreateStatement.CreateAlert;
import dev.inverterflow.snowflake.local.ast.Property.Properties;
import dev.inverterflow.snowflake.local.ast.QualifiedName;
import dev.inverterflow.snowflake.local.ast.Statement;
import java.util.Set;

/** CREATE ALERT. */
final class CreateAlertParser implements CreateParser.KindParser {
    private static final Set<String> CONDITIONS = Set.of("SELECT", "WITH", "SHOW", "CALL");

    private final Grammar grammar;
    private final Tokens tokens;

    CreateAlertParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens();
    }

    @Override
    public CreateStatement parse(CreateHeader header) {
        header.refuseModifiers(tokens);
        CreateMode mode = header.modeWithIfNotExists(tokens);
        QualifiedName name = grammar.names().qualifiedName();
        CreateHeader.refuseBehindName(tokens, "ALERT");
        Properties properties = grammar.properties().parse(PropertySets.ALERT);
        tokens.expect("IF");
        tokens.expectSymbol("(");
        tokens.expect("EXISTS");
        tokens.expectSymbol("(");
        Statement condition = condition(grammar);
        tokens.expectSymbol(")");
        tokens.expectSymbol(")");
        tokens.expect("THEN");
        Statement action = grammar.statements().statement();
        return new CreateAlert(mode, name, properties, condition, action, tokens.spanFrom(header.first()));
    }

    /** A query, a SHOW or a CALL (docs.snowflake.com/en/sql-reference/sql/create-alert, "condition"). */
    static Statement condition(Grammar grammar) {
        Token first = grammar.tokens().peek();
        boolean allowed = first.isSymbol("(") || first.kind() == TokenKind.WORD && CONDITIONS.contains(first.text());
        if (!allowed) {
            throw grammar.tokens().unexpected();
        }
        return grammar.statements().statement();
    }
}
