package dev.inverterflow.snowflake.local.parser;

import dev.inverterflow.snowflake.local.ast.CreateMode;
import dev.inverterflow.snowflake.local.ast.CreateStatement;
import dev.inverterflow.snowflake.local.ast.CreateStatement.CreateSequence;
import dev.inverterflow.snowflake.local.ast.Numbering;
import dev.inverterflow.snowflake.local.ast.Property.Properties;
import dev.inverterflow.snowflake.local.ast.QualifiedName;

/** CREATE SEQUENCE. */
final class CreateSequenceParser implements CreateParser.KindParser {
    private final Grammar grammar;
    private final Tokens tokens;

    CreateSequenceParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens();
    }

    @Override
    public CreateStatement parse(CreateHeader header) {
        header.refuseModifiers(tokens);
        CreateMode mode = header.modeWithIfNotExists(tokens);
        QualifiedName name = grammar.names().qualifiedName();
        if (tokens.atWord("CLONE")) {
            throw tokens.notSupported("CREATE SEQUENCE … CLONE");
        }
        tokens.accept("WITH");
        Numbering numbering = new NumberingParser(tokens).ofSequence();
        Properties properties = grammar.properties().parse(PropertySets.SEQUENCE);
        return new CreateSequence(mode, name, numbering, properties, tokens.spanFrom(header.first()));
    }
}
