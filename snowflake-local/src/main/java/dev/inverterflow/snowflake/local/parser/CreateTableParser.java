package dev.inverterflow.snowflake.local.parser;

import dev.inverterflow.snowflake.local.ast.ColumnDefinition;
import dev.inverterflow.snowflake.local.ast.CreateMode;
import dev.inverterflow.snowflake.local.ast.CreateStatement;
import dev.inverterflow.snowflake.local.ast.CreateStatement.CreateTable;
import dev.inverterflow.snowflake.local.ast.Expression;
import dev.inverterflow.snowflake.local.ast.Property;
import dev.inverterflow.snowflake.local.ast.Property.Properties;
import dev.inverterflow.snowflake.local.ast.QualifiedName;
import dev.inverterflow.snowflake.local.ast.TableConstraint;
import dev.inverterflow.snowflake.local.ast.TableSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** CREATE TABLE with columns, AS, LIKE or CLONE. */
final class CreateTableParser implements CreateParser.KindParser {
    private final Grammar grammar;
    private final Tokens tokens;
    private final ColumnDefinitionParser definitions;

    CreateTableParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens();
        this.definitions = new ColumnDefinitionParser(grammar);
    }

    @Override
    public CreateStatement parse(CreateHeader header) {
        header.refuseSecure(tokens);
        CreateMode mode = header.modeWithIfNotExists(tokens);
        QualifiedName name = grammar.names().qualifiedName();
        if (mode == CreateMode.CREATE) {
            // Snowpark writes IF NOT EXISTS behind the name.
            mode = header.modeWithIfNotExists(tokens);
        }
        TableSource source = copied();
        List<ColumnDefinition> columns = new ArrayList<>();
        List<TableConstraint> constraints = new ArrayList<>();
        Clauses clauses = new Clauses();
        if (source == null) {
            // GET_DDL writes the clustering key before the columns.
            clauses.readClusterKey();
        }
        if (source == null && tokens.atSymbol("(")) {
            tokens.parenthesised(() -> element(columns, constraints));
        }
        clauses.read();
        if (source == null) {
            source = query(columns);
        }
        return new CreateTable(
                mode,
                header.persistence(),
                name,
                columns,
                constraints,
                clauses.clusterBy,
                clauses.copyGrants,
                new Properties(clauses.properties),
                source,
                tokens.spanFrom(header.first()));
    }

    private @Nullable TableSource copied() {
        if (tokens.accept("LIKE")) {
            return new TableSource.Like(grammar.names().qualifiedName());
        }
        if (tokens.accept("CLONE")) {
            QualifiedName table = grammar.names().qualifiedName();
            return new TableSource.Clone(table, new TimeTravelParser(grammar).optional());
        }
        if (tokens.atWords("USING", "TEMPLATE")) {
            throw tokens.notSupported("CREATE TABLE … USING TEMPLATE");
        }
        return null;
    }

    private boolean element(List<ColumnDefinition> columns, List<TableConstraint> constraints) {
        return definitions.constraintFollows()
                ? constraints.add(definitions.constraint())
                : columns.add(definitions.column());
    }

    // Columns without types, and a table without columns, need a query to take them from.
    private @Nullable TableSource query(List<ColumnDefinition> columns) {
        boolean complete = !columns.isEmpty() && columns.stream().noneMatch(column -> column.type() == null);
        if (!tokens.atWord("AS")) {
            if (!complete) {
                throw tokens.unexpected();
            }
            return null;
        }
        tokens.next();
        return new TableSource.AsQuery(grammar.queries().parse());
    }

    /** What may follow the columns, in any order. */
    private final class Clauses {
        private final List<Property> properties = new ArrayList<>();
        private final Set<String> seen = new HashSet<>();
        private List<Expression> clusterBy = List.of();
        private boolean copyGrants;

        /** {@code CLUSTER BY (…)} or, as SHOW TABLES prints it, {@code CLUSTER BY LINEAR(…)}. */
        boolean readClusterKey() {
            if (!clusterBy.isEmpty() || !tokens.accept("CLUSTER", "BY")) {
                return false;
            }
            tokens.accept("LINEAR");
            clusterBy = grammar.expressions().parenthesisedList();
            return true;
        }

        void read() {
            while (true) {
                if (readClusterKey()) {
                    continue;
                }
                if (!copyGrants && tokens.accept("COPY", "GRANTS")) {
                    copyGrants = true;
                } else if (grammar.properties().follows()) {
                    grammar.properties().parseInto(PropertySets.TABLE, properties, seen);
                } else {
                    CreateHeader.refuseGovernance(tokens, "CREATE TABLE");
                    return;
                }
            }
        }
    }
}
