package dev.inverterflow.snowflake.local.parser;

import dev.inverterflow.snowflake.local.ast.CreateAccountObject.CreateWarehouse;
import dev.inverterflow.snowflake.local.ast.CreateMode;
import dev.inverterflow.snowflake.local.ast.CreateStatement;
import dev.inverterflow.snowflake.local.ast.Property.Properties;
import dev.inverterflow.snowflake.local.ast.QualifiedName;

/** CREATE WAREHOUSE. */
final class CreateWarehouseParser implements CreateParser.KindParser {
    private final Grammar grammar;
    private final Tokens tokens;

    CreateWarehouseParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens();
    }

    @Override
    public CreateStatement parse(CreateHeader header) {
        header.refuseModifiers(tokens);
        CreateMode mode = header.modeWithIfNotExists(tokens);
        QualifiedName name = grammar.names().accountName();
        tokens.accept("WITH");
        Properties properties = grammar.properties().parse(PropertySets.WAREHOUSE);
        return new CreateWarehouse(mode, name, properties, tokens.spanFrom(header.first()));
    }
}
