package dev.inverterflow.snowflake.local.parser;

import dev.inverterflow.snowflake.local.ast.CreateAccountObject.CreateRole;
import dev.inverterflow.snowflake.local.ast.CreateMode;
import dev.inverterflow.snowflake.local.ast.CreateStatement;
import dev.inverterflow.snowflake.local.ast.ObjectKind;
import dev.inverterflow.snowflake.local.ast.Property.Properties;
import dev.inverterflow.snowflake.local.ast.QualifiedName;

/** CREATE ROLE and CREATE DATABASE ROLE. */
final class CreateRoleParser implements CreateParser.KindParser {
    private final Grammar grammar;
    private final Tokens tokens;
    private final ObjectKind kind;

    private CreateRoleParser(Grammar grammar, ObjectKind kind) {
        this.grammar = grammar;
        this.tokens = grammar.tokens();
        this.kind = kind;
    }

    static CreateRoleParser forAccount(Grammar grammar) {
        return new CreateRoleParser(grammar, ObjectKind.ROLE);
    }

    static CreateRoleParser forDatabase(Grammar grammar) {
        return new CreateRoleParser(grammar, ObjectKind.DATABASE_ROLE);
    }

    @Override
    public CreateStatement parse(CreateHeader header) {
        header.refuseModifiers(tokens);
        CreateMode mode = header.modeWithIfNotExists(tokens);
        QualifiedName name = kind == ObjectKind.ROLE
                ? grammar.names().accountName()
                : grammar.names().qualifiedName();
        Properties properties = grammar.properties().parse(PropertySets.ROLE);
        return new CreateRole(mode, kind, name, properties, tokens.spanFrom(header.first()));
    }
}
