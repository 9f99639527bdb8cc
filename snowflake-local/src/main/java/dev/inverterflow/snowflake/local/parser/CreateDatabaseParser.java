package dev.inverterflow.snowflake.local.parser;

import dev.inverterflow.snowflake.local.ast.CreateMode;
import dev.inverterflow.snowflake.local.ast.CreateStatement;
import dev.inverterflow.snowflake.local.ast.CreateStatement.CreateDatabase;
import dev.inverterflow.snowflake.local.ast.Property.Properties;
import dev.inverterflow.snowflake.local.ast.QualifiedName;

/** CREATE DATABASE. */
final class CreateDatabaseParser implements CreateParser.KindParser {
    private final Grammar grammar;
    private final Tokens tokens;

    CreateDatabaseParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens();
    }

    @Override
    public CreateStatement parse(CreateHeader header) {
        header.refuseSecure(tokens);
        header.refuseTemporary(tokens);
        CreateMode mode = header.modeWithIfNotExists(tokens);
        QualifiedName name = grammar.names().accountName();
        CreateHeader.refuseBehindName(tokens, "DATABASE");
        if (tokens.atWord("FROM") || tokens.atWords("AS", "REPLICA")) {
            throw tokens.notSupported("CREATE DATABASE … " + tokens.peek().text());
        }
        Properties properties = grammar.properties().parse(PropertySets.DATABASE);
        return new CreateDatabase(mode, header.persistence(), name, properties, tokens.spanFrom(header.first()));
    }
}
