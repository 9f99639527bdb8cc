package dev.inverterflow.snowflake.local.parser;

import dev.inverterflow.snowflake.local.ast.CreateMode;
import dev.inverterflow.snowflake.local.ast.CreateStatement;
import dev.inverterflow.snowflake.local.ast.CreateStatement.CreateSchema;
import dev.inverterflow.snowflake.local.ast.Property.Properties;
import dev.inverterflow.snowflake.local.ast.QualifiedName;

/** CREATE SCHEMA. */
final class CreateSchemaParser implements CreateParser.KindParser {
    private final Grammar grammar;
    private final Tokens tokens;

    CreateSchemaParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens();
    }

    @Override
    public CreateStatement parse(CreateHeader header) {
        header.refuseSecure(tokens);
        header.refuseTemporary(tokens);
        CreateMode mode = header.modeWithIfNotExists(tokens);
        QualifiedName name = grammar.names().qualifiedName();
        if (tokens.atWord("CLONE")) {
            throw tokens.notSupported("CREATE SCHEMA … CLONE");
        }
        boolean managed = tokens.accept("WITH", "MANAGED", "ACCESS");
        CreateHeader.refuseBehindName(tokens, "SCHEMA");
        Properties properties = grammar.properties().parse(PropertySets.SCHEMA);
        return new CreateSchema(mode, header.persistence(), name, managed, properties, tokens.spanFrom(header.first()));
    }
}
