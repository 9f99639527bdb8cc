package dev.inverterflow.snowflake.local.parser;

import dev.inverterflow.snowflake.local.ast.ColumnDefinition;
import dev.inverterflow.snowflake.local.ast.Expression;
import dev.inverterflow.snowflake.local.ast.Identifier;
import dev.inverterflow.snowflake.local.ast.Numbering;
import dev.inverterflow.snowflake.local.ast.QualifiedName;
import dev.inverterflow.snowflake.local.ast.TableConstraint;
import dev.inverterflow.snowflake.local.ast.TableConstraint.ConstraintKind;
import dev.inverterflow.snowflake.local.ast.TypeName;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Columns and constraints of CREATE TABLE and ALTER TABLE. */
final class ColumnDefinitionParser {
    // Constraints are recorded and not enforced, so that these change nothing
    // (docs.snowflake.com/en/sql-reference/constraints-properties).
    private static final PhraseTable CONSTRAINT_PROPERTIES = new PhraseTable(
            "NOT ENFORCED",
            "ENFORCED",
            "NOT DEFERRABLE",
            "DEFERRABLE",
            "INITIALLY DEFERRED",
            "INITIALLY IMMEDIATE",
            "ENABLE",
            "DISABLE",
            "VALIDATE",
            "NOVALIDATE",
            "RELY",
            "NORELY");

    private final Grammar grammar;
    private final Tokens tokens;

    ColumnDefinitionParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens();
    }

    /** Whether a constraint of the table comes next, not a column. */
    boolean constraintFollows() {
        return tokens.atWord("CONSTRAINT")
                || tokens.atWords("PRIMARY", "KEY")
                || tokens.atWord("UNIQUE")
                || tokens.atWords("FOREIGN", "KEY")
                || checkFollows();
    }

    private boolean checkFollows() {
        return tokens.atWord("CHECK") && tokens.peek(1).isSymbol("(");
    }

    /** A constraint with its own list of columns. */
    TableConstraint constraint() {
        Identifier name = tokens.accept("CONSTRAINT") ? grammar.names().identifier() : null;
        ConstraintKind kind = kind();
        List<Identifier> columns = grammar.names().columnList();
        return kind == ConstraintKind.FOREIGN_KEY
                ? references(name, columns)
                : finished(new TableConstraint(name, kind, columns, null, List.of()));
    }

    /** A column with all that follows its name. */
    ColumnDefinition column() {
        Identifier name = grammar.names().columnName();
        TypeName type = tokens.atSymbol(",") || tokens.atSymbol(")")
                ? null
                : grammar.types().withoutCollation();
        String collation = type != null && tokens.accept("COLLATE") ? tokens.expectString() : null;
        Clauses clauses = new Clauses(name);
        while (clauses.readOne()) {}
        return new ColumnDefinition(
                name,
                type,
                collation,
                clauses.notNull,
                clauses.defaultValue,
                clauses.identity,
                clauses.comment,
                clauses.constraints);
    }

    /** PRIMARY KEY, FOREIGN KEY or UNIQUE. */
    ConstraintKind kind() {
        if (checkFollows()) {
            throw tokens.notSupported("CHECK constraints");
        }
        if (tokens.accept("PRIMARY", "KEY")) {
            return ConstraintKind.PRIMARY_KEY;
        }
        if (tokens.accept("FOREIGN", "KEY")) {
            return ConstraintKind.FOREIGN_KEY;
        }
        tokens.expect("UNIQUE");
        return ConstraintKind.UNIQUE;
    }

    private TableConstraint references(@Nullable Identifier name, List<Identifier> columns) {
        tokens.expect("REFERENCES");
        QualifiedName table = grammar.names().qualifiedName();
        List<Identifier> referenced = grammar.names().optionalColumnList();
        if (tokens.atWord("MATCH") || tokens.atWords("ON", "UPDATE") || tokens.atWords("ON", "DELETE")) {
            throw tokens.notSupported("actions of a FOREIGN KEY");
        }
        return finished(new TableConstraint(name, ConstraintKind.FOREIGN_KEY, columns, table, referenced));
    }

    private TableConstraint finished(TableConstraint constraint) {
        while (CONSTRAINT_PROPERTIES.read(tokens).isPresent()) {}
        return constraint;
    }

    /** What may follow a column's type, in any order. */
    private final class Clauses {
        private final Identifier column;
        private final List<TableConstraint> constraints = new ArrayList<>();
        private boolean notNull;
        private @Nullable Expression defaultValue;
        private @Nullable Numbering identity;
        private @Nullable String comment;

        Clauses(Identifier column) {
            this.column = column;
        }

        boolean readOne() {
            if (tokens.accept("NOT", "NULL")) {
                notNull = true;
                return true;
            }
            if (tokens.accept("NULL")) {
                return true;
            }
            if (defaultValue == null && identity == null && tokens.accept("DEFAULT")) {
                defaultValue = grammar.expressions().parse();
                return true;
            }
            if (defaultValue == null
                    && identity == null
                    && (tokens.accept("AUTOINCREMENT") || tokens.accept("IDENTITY"))) {
                identity = new NumberingParser(tokens).ofColumn();
                return true;
            }
            if (comment == null && tokens.accept("COMMENT")) {
                comment = tokens.expectString();
                return true;
            }
            return readConstraint() || refuseUnsupported();
        }

        private boolean readConstraint() {
            boolean named = tokens.atWord("CONSTRAINT");
            Identifier name = tokens.accept("CONSTRAINT") ? grammar.names().identifier() : null;
            List<Identifier> columns = List.of(column);
            if (tokens.atWord("REFERENCES") || tokens.accept("FOREIGN", "KEY")) {
                constraints.add(references(name, columns));
            } else if (tokens.atWords("PRIMARY", "KEY") || tokens.atWord("UNIQUE")) {
                ConstraintKind kind = kind();
                notNull |= kind == ConstraintKind.PRIMARY_KEY;
                constraints.add(finished(new TableConstraint(name, kind, columns, null, List.of())));
            } else if (named) {
                throw tokens.unexpected();
            } else {
                return false;
            }
            return true;
        }

        private boolean refuseUnsupported() {
            CreateHeader.refuseGovernance(tokens, "a column");
            if (tokens.atWord("AS") && tokens.peek(1).isSymbol("(") || tokens.atWords("GENERATED", "ALWAYS")) {
                throw tokens.notSupported("virtual columns");
            }
            if (checkFollows()) {
                throw tokens.notSupported("CHECK constraints");
            }
            return false;
        }
    }
}
