package dev.inverterflow.snowflake.local.parser;

import dev.inverterflow.snowflake.local.ast.CreateMode;
import dev.inverterflow.snowflake.local.ast.CreateStatement;
import dev.inverterflow.snowflake.local.ast.CreateStatement.CreatePipe;
import dev.inverterflow.snowflake.local.ast.DmlStatement.CopyIntoTable;
import dev.inverterflow.snowflake.local.ast.Property.Properties;
import dev.inverterflow.snowflake.local.ast.QualifiedName;

/** CREATE PIPE. */
final class CreatePipeParser implements CreateParser.KindParser {
    private final Grammar grammar;
    private final Tokens tokens;

    CreatePipeParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens();
    }

    @Override
    public CreateStatement parse(CreateHeader header) {
        header.refuseModifiers(tokens);
        CreateMode mode = header.modeWithIfNotExists(tokens);
        QualifiedName name = grammar.names().qualifiedName();
        CreateHeader.refuseBehindName(tokens, "PIPE");
        Properties properties = grammar.properties().parse(PropertySets.PIPE);
        tokens.expect("AS");
        CopyIntoTable copy = copy();
        return new CreatePipe(mode, name, properties, copy, tokens.spanFrom(header.first()));
    }

    /** An example of the page has parentheses around it. */
    private CopyIntoTable copy() {
        if (!tokens.acceptSymbol("(")) {
            return new CopyParser(grammar).intoTable();
        }
        CopyIntoTable copy = new CopyParser(grammar).intoTable();
        tokens.expectSymbol(")");
        return copy;
    }
}
