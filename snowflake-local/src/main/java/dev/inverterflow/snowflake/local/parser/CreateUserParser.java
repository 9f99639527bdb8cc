package dev.inverterflow.snowflake.local.parser;

import dev.inverterflow.snowflake.local.ast.CreateAccountObject.CreateUser;
import dev.inverterflow.snowflake.local.ast.CreateMode;
import dev.inverterflow.snowflake.local.ast.CreateStatement;
import dev.inverterflow.snowflake.local.ast.Property.Properties;
import dev.inverterflow.snowflake.local.ast.QualifiedName;

/** CREATE USER. */
final class CreateUserParser implements CreateParser.KindParser {
    private final Grammar grammar;
    private final Tokens tokens;

    CreateUserParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens();
    }

    @Override
    public CreateStatement parse(CreateHeader header) {
        header.refuseModifiers(tokens);
        CreateMode mode = header.modeWithIfNotExists(tokens);
        QualifiedName name = grammar.names().accountName();
        Properties properties = grammar.properties().parse(PropertySets.USER);
        return new CreateUser(mode, name, properties, tokens.spanFrom(header.first()));
    }
}
