package dev.inverterflow.snowflake.local.parser;

import dev.inverterflow.snowflake.local.ast.CreateMode;
import dev.inverterflow.snowflake.local.ast.CreateStatement;
import dev.inverterflow.snowflake.local.ast.CreateStatement.CreateView;
import dev.inverterflow.snowflake.local.ast.CreateStatement.ViewColumn;
import dev.inverterflow.snowflake.local.ast.Identifier;
import dev.inverterflow.snowflake.local.ast.Property.Properties;
import dev.inverterflow.snowflake.local.ast.QualifiedName;
import dev.inverterflow.snowflake.local.ast.Query;
import java.util.List;

/** CREATE VIEW. */
final class CreateViewParser implements CreateParser.KindParser {
    private final Grammar grammar;
    private final Tokens tokens;

    CreateViewParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens();
    }

    @Override
    public CreateStatement parse(CreateHeader header) {
        header.refuseTransient(tokens);
        CreateMode mode = header.modeWithIfNotExists(tokens);
        QualifiedName name = grammar.names().qualifiedName();
        List<ViewColumn> columns = tokens.atSymbol("(") ? tokens.parenthesised(this::column) : List.of();
        boolean copyGrants = tokens.accept("COPY", "GRANTS");
        Properties properties = grammar.properties().parse(PropertySets.VIEW);
        tokens.expect("AS");
        Query query = grammar.queries().parse();
        return new CreateView(
                mode,
                header.persistence(),
                header.secure(),
                name,
                columns,
                copyGrants,
                properties,
                query,
                tokens.spanFrom(header.first()));
    }

    private ViewColumn column() {
        Identifier name = grammar.names().columnName();
        return new ViewColumn(name, tokens.accept("COMMENT") ? tokens.expectString() : null);
    }
}
