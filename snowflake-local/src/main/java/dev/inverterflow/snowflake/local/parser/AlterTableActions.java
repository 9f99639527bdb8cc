package dev.inverterflow.snowflake.local.parser;

import dev.inverterflow.snowflake.local.ast.AlterAction;
import dev.inverterflow.snowflake.local.ast.AlterAction.ColumnChange;
import dev.inverterflow.snowflake.local.ast.AlterAction.ColumnChangeKind;
import dev.inverterflow.snowflake.local.ast.ColumnDefinition;
import dev.inverterflow.snowflake.local.ast.Identifier;
import dev.inverterflow.snowflake.local.ast.TableConstraint.ConstraintKind;
import java.util.List;

/** What ALTER TABLE does. */
final class AlterTableActions implements AlterParser.AlterActionParser {
    private static final PhraseTable POLICIES =
            new PhraseTable("ALL ROW ACCESS POLICIES", "ROW ACCESS", "SEARCH OPTIMIZATION", "STORAGE LIFECYCLE POLICY");

    private static final PhraseTable OF_COLUMN = new PhraseTable(
            "SET MASKING", "UNSET MASKING", "SET PROJECTION", "UNSET PROJECTION", "SET TAG", "UNSET TAG");

    private final Grammar grammar;
    private final Tokens tokens;
    private final ColumnDefinitionParser definitions;

    AlterTableActions(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens();
        this.definitions = new ColumnDefinitionParser(grammar);
    }

    @Override
    public AlterAction parse() {
        if (tokens.accept("SWAP", "WITH")) {
            return new AlterAction.SwapWith(grammar.names().qualifiedName());
        }
        if (tokens.accept("RENAME", "COLUMN")) {
            Identifier from = grammar.names().identifier();
            tokens.expect("TO");
            return new AlterAction.RenameColumn(from, grammar.names().columnName());
        }
        if (tokens.accept("RENAME", "CONSTRAINT")) {
            Identifier from = grammar.names().identifier();
            tokens.expect("TO");
            return new AlterAction.RenameConstraint(from, grammar.names().identifier());
        }
        refuseReclustering();
        if (tokens.accept("CLUSTER", "BY")) {
            return new AlterAction.ClusterBy(grammar.expressions().parenthesisedList());
        }
        if (tokens.accept("ADD")) {
            return add();
        }
        if (tokens.accept("DROP")) {
            return drop();
        }
        if (tokens.accept("ALTER") || tokens.accept("MODIFY")) {
            return alterColumns();
        }
        return new AlterObjectActions(grammar, PropertySets.TABLE).withRename().parse();
    }

    private void refuseReclustering() {
        boolean automatic = tokens.atWords("SUSPEND", "RECLUSTER") || tokens.atWords("RESUME", "RECLUSTER");
        if (automatic || tokens.atWord("RECLUSTER")) {
            throw tokens.notSupported("ALTER TABLE … " + (automatic ? "SUSPEND or RESUME RECLUSTER" : "RECLUSTER"));
        }
    }

    private AlterAction add() {
        if (definitions.constraintFollows()) {
            return new AlterAction.AddConstraint(definitions.constraint());
        }
        refusePolicies();
        tokens.accept("COLUMN");
        boolean ifNotExists = tokens.accept("IF", "NOT", "EXISTS");
        List<ColumnDefinition> columns = tokens.commaSeparated(() -> addedColumn(ifNotExists));
        return new AlterAction.AddColumns(columns, ifNotExists);
    }

    /** Behind the first column the words may be repeated before each. */
    private ColumnDefinition addedColumn(boolean ifNotExists) {
        if (tokens.atWords("IF", "NOT", "EXISTS") && !ifNotExists) {
            throw tokens.notSupported("ADD COLUMN of which only some say IF NOT EXISTS");
        }
        tokens.accept("IF", "NOT", "EXISTS");
        ColumnDefinition column = definitions.column();
        if (column.type() == null) {
            throw tokens.unexpected();
        }
        return column;
    }

    private AlterAction drop() {
        if (tokens.accept("CLUSTERING", "KEY")) {
            return new AlterAction.ClusterBy(List.of());
        }
        if (definitions.constraintFollows()) {
            return dropConstraint();
        }
        refusePolicies();
        tokens.accept("COLUMN");
        boolean ifExists = tokens.accept("IF", "EXISTS");
        List<Identifier> columns = tokens.commaSeparated(() -> droppedColumn(ifExists));
        DropParser.behavior(tokens);
        return new AlterAction.DropColumns(columns, ifExists);
    }

    private Identifier droppedColumn(boolean ifExists) {
        if (tokens.atWords("IF", "EXISTS") && !ifExists) {
            throw tokens.notSupported("DROP COLUMN of which only some say IF EXISTS");
        }
        tokens.accept("IF", "EXISTS");
        return grammar.names().identifier();
    }

    private AlterAction dropConstraint() {
        AlterAction drop;
        if (tokens.accept("CONSTRAINT")) {
            drop = new AlterAction.DropConstraint(grammar.names().identifier(), null, List.of());
        } else {
            ConstraintKind kind = definitions.kind();
            drop = new AlterAction.DropConstraint(null, kind, grammar.names().optionalColumnList());
        }
        DropParser.behavior(tokens);
        return drop;
    }

    private void refusePolicies() {
        POLICIES.refuse(tokens, "ALTER TABLE with ");
    }

    private AlterAction alterColumns() {
        if (definitions.constraintFollows()) {
            throw tokens.notSupported("ALTER TABLE … ALTER of a constraint");
        }
        boolean parenthesised = tokens.acceptSymbol("(");
        List<ColumnChange> changes = tokens.commaSeparated(this::change);
        if (parenthesised) {
            tokens.expectSymbol(")");
        }
        return new AlterAction.AlterColumns(changes);
    }

    private ColumnChange change() {
        tokens.accept("COLUMN");
        Identifier column = grammar.names().identifier();
        if (tokens.accept("DROP", "NOT", "NULL")) {
            return new ColumnChange(column, ColumnChangeKind.DROP_NOT_NULL, null, null, null);
        }
        if (tokens.accept("DROP", "DEFAULT")) {
            return new ColumnChange(column, ColumnChangeKind.DROP_DEFAULT, null, null, null);
        }
        if (tokens.accept("UNSET", "COMMENT")) {
            return new ColumnChange(column, ColumnChangeKind.UNSET_COMMENT, null, null, null);
        }
        if (tokens.accept("SET", "NOT", "NULL") || tokens.accept("NOT", "NULL")) {
            return new ColumnChange(column, ColumnChangeKind.SET_NOT_NULL, null, null, null);
        }
        if (tokens.accept("COMMENT")) {
            return new ColumnChange(column, ColumnChangeKind.SET_COMMENT, null, tokens.expectString(), null);
        }
        if (tokens.accept("SET", "DEFAULT")) {
            return new ColumnChange(
                    column,
                    ColumnChangeKind.SET_DEFAULT,
                    null,
                    null,
                    grammar.expressions().parse());
        }
        OF_COLUMN.refuse(tokens, "ALTER COLUMN … ");
        if (!tokens.accept("SET", "DATA", "TYPE")) {
            tokens.accept("TYPE");
        }
        return new ColumnChange(
                column, ColumnChangeKind.SET_TYPE, grammar.types().parse(), null, null);
    }
}
