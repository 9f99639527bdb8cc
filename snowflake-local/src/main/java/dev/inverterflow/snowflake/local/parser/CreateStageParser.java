package dev.inverterflow.snowflake.local.parser;

import dev.inverterflow.snowflake.local.ast.CreateMode;
import dev.inverterflow.snowflake.local.ast.CreateStatement;
import dev.inverterflow.snowflake.local.ast.CreateStatement.CreateStage;
import dev.inverterflow.snowflake.local.ast.Property.Properties;
import dev.inverterflow.snowflake.local.ast.QualifiedName;

/** CREATE STAGE. */
final class CreateStageParser implements CreateParser.KindParser {
    private final Grammar grammar;
    private final Tokens tokens;

    CreateStageParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens();
    }

    @Override
    public CreateStatement parse(CreateHeader header) {
        header.refuseSecure(tokens);
        header.refuseTransient(tokens);
        CreateMode mode = header.modeWithIfNotExists(tokens);
        QualifiedName name = grammar.names().qualifiedName();
        Properties properties = grammar.properties().parse(PropertySets.STAGE);
        return new CreateStage(mode, header.persistence(), name, properties, tokens.spanFrom(header.first()));
    }
}
