package dev.inverterflow.snowflake.local.parser;

import dev.inverterflow.snowflake.local.ast.CreateMode;
import dev.inverterflow.snowflake.local.ast.CreateStatement;
import dev.inverterflow.snowflake.local.ast.CreateStatement.CreateStream;
import dev.inverterflow.snowflake.local.ast.ObjectKind;
import dev.inverterflow.snowflake.local.ast.ObjectTarget;
import dev.inverterflow.snowflake.local.ast.Property.Properties;
import dev.inverterflow.snowflake.local.ast.QualifiedName;
import dev.inverterflow.snowflake.local.ast.TimeTravel;

/** CREATE STREAM. */
final class CreateStreamParser implements CreateParser.KindParser {
    private final Grammar grammar;
    private final Tokens tokens;

    CreateStreamParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens();
    }

    @Override
    public CreateStatement parse(CreateHeader header) {
        header.refuseModifiers(tokens);
        CreateMode mode = header.modeWithIfNotExists(tokens);
        QualifiedName name = grammar.names().qualifiedName();
        CreateHeader.refuseBehindName(tokens, "STREAM");
        boolean copyGrants = tokens.accept("COPY", "GRANTS");
        tokens.expect("ON");
        ObjectTarget source = ObjectTarget.of(sourceKind(), grammar.names().qualifiedName());
        TimeTravel at = new TimeTravelParser(grammar).optional();
        Properties properties = grammar.properties().parse(PropertySets.STREAM);
        return new CreateStream(mode, name, copyGrants, source, at, properties, tokens.spanFrom(header.first()));
    }

    private ObjectKind sourceKind() {
        if (tokens.accept("TABLE")) {
            return ObjectKind.TABLE;
        }
        if (tokens.accept("VIEW")) {
            return ObjectKind.VIEW;
        }
        throw tokens.atWord("STAGE") || tokens.atWord("EXTERNAL") || tokens.atWord("DYNAMIC") || tokens.atWord("EVENT")
                ? tokens.notSupported("CREATE STREAM … ON " + tokens.peek().text())
                : tokens.unexpected();
    }
}
