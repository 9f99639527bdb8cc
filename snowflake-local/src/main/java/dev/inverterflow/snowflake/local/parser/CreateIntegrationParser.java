package dev.inverterflow.snowflake.local.parser;

import dev.inverterflow.snowflake.local.ast.CreateAccountObject.CreateIntegration;
import dev.inverterflow.snowflake.local.ast.CreateAccountObject.IntegrationKind;
import dev.inverterflow.snowflake.local.ast.CreateMode;
import dev.inverterflow.snowflake.local.ast.CreateStatement;
import dev.inverterflow.snowflake.local.ast.Property.Properties;
import dev.inverterflow.snowflake.local.ast.QualifiedName;

/** CREATE STORAGE INTEGRATION and CREATE NOTIFICATION INTEGRATION. */
final class CreateIntegrationParser implements CreateParser.KindParser {
    private final Grammar grammar;
    private final Tokens tokens;
    private final IntegrationKind kind;
    private final PropertySet properties;

    private CreateIntegrationParser(Grammar grammar, IntegrationKind kind, PropertySet properties) {
        this.grammar = grammar;
        this.tokens = grammar.tokens();
        this.kind = kind;
        this.properties = properties;
    }

    static CreateIntegrationParser forStorage(Grammar grammar) {
        return new CreateIntegrationParser(grammar, IntegrationKind.STORAGE, PropertySets.STORAGE_INTEGRATION);
    }

    static CreateIntegrationParser forNotification(Grammar grammar) {
        return new CreateIntegrationParser(
                grammar, IntegrationKind.NOTIFICATION, PropertySets.NOTIFICATION_INTEGRATION);
    }

    @Override
    public CreateStatement parse(CreateHeader header) {
        header.refuseModifiers(tokens);
        CreateMode mode = header.modeWithIfNotExists(tokens);
        QualifiedName name = grammar.names().accountName();
        Properties values = grammar.properties().parse(properties);
        return new CreateIntegration(mode, kind, name, values, tokens.spanFrom(header.first()));
    }
}
