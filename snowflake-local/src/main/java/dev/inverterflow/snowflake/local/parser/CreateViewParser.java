package dev.inverterflow.snowflake.local.parser;

import dev.inverterflow.snowflake.local.ast.CreateMode;
import dev.inverterflow.snowflake.local.ast.CreateStatement;
import dev.inverterflow.snowflake.local.ast.CreateStatement.CreateView;
import dev.inverterflow.snowflake.local.ast.CreateStatement.ViewColumn;
import dev.inverterflow.snowflake.local.ast.Identifier;
import dev.inverterflow.snowflake.local.ast.Property;
import dev.inverterflow.snowflake.local.ast.Property.Properties;
import dev.inverterflow.snowflake.local.ast.QualifiedName;
import dev.inverterflow.snowflake.local.ast.Query;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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
        List<Property> properties = new ArrayList<>();
        boolean copyGrants = readClauses(properties);
        tokens.expect("AS");
        Query query = grammar.queries().parse();
        return new CreateView(
                mode,
                header.persistence(),
                header.secure(),
                name,
                columns,
                copyGrants,
                new Properties(properties),
                query,
                tokens.spanFrom(header.first()));
    }

    private boolean readClauses(List<Property> properties) {
        Set<String> seen = new HashSet<>();
        boolean copyGrants = false;
        while (true) {
            if (grammar.properties().follows()) {
                grammar.properties().parseInto(PropertySets.VIEW, properties, seen);
            } else if (!copyGrants && tokens.accept("COPY", "GRANTS")) {
                copyGrants = true;
            } else {
                CreateHeader.refuseGovernance(tokens, "CREATE VIEW");
                return copyGrants;
            }
        }
    }

    private ViewColumn column() {
        Identifier name = grammar.names().columnName();
        CreateHeader.refuseGovernance(tokens, "a column");
        return new ViewColumn(name, tokens.accept("COMMENT") ? tokens.expectString() : null);
    }
}
