package dev.inverterflow.snowflake.local.command.schema;

import dev.inverterflow.snowflake.local.ast.AlterAction.DropConstraint;
import dev.inverterflow.snowflake.local.ast.AlterAction.RenameConstraint;
import dev.inverterflow.snowflake.local.ast.ColumnDefinition;
import dev.inverterflow.snowflake.local.ast.Identifier;
import dev.inverterflow.snowflake.local.ast.QualifiedName;
import dev.inverterflow.snowflake.local.ast.TableConstraint;
import dev.inverterflow.snowflake.local.catalog.Column;
import dev.inverterflow.snowflake.local.catalog.Constraint;
import dev.inverterflow.snowflake.local.catalog.Table;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** From constraints as written to the catalog's. */
final class TableConstraints {

    private TableConstraints() {}

    /** Those of a new table, whether written at a column or at the table. */
    static List<Constraint> of(
            String table,
            List<ColumnDefinition> definitions,
            List<TableConstraint> ofTable,
            List<Column> columns,
            SessionContext session) {
        List<Constraint> constraints = new ArrayList<>();
        Stream.concat(definitions.stream().flatMap(column -> column.constraints().stream()), ofTable.stream())
                .forEach(written -> add(table, of(written, columns, session), constraints));
        return constraints;
    }

    /** Those of a table with one more. */
    static List<Constraint> added(Table table, TableConstraint written, SessionContext session) {
        List<Constraint> constraints = new ArrayList<>(table.constraints());
        add(table.name().name(), of(written, table.columns(), session), constraints);
        return constraints;
    }

    /** Those of a table without the ones of that kind and, unless null, that name or those columns. */
    static List<Constraint> without(Table table, DropConstraint drop) {
        List<Constraint> kept = table.constraints().stream()
                .filter(constraint -> !isMeant(constraint, drop))
                .toList();
        if (kept.size() == table.constraints().size()) {
            Identifier name = drop.name();
            throw Errors.objectDoesNotExist("Constraint", name == null ? String.valueOf(drop.kind()) : name.display());
        }
        return kept;
    }

    /** Those of a table after one of them got another name. */
    static List<Constraint> renamed(Table table, RenameConstraint rename) {
        String from = rename.from().name();
        if (table.constraints().stream()
                .noneMatch(constraint -> constraint.name().equals(from))) {
            throw Errors.objectDoesNotExist("Constraint", rename.from().display());
        }
        return table.constraints().stream()
                .map(constraint -> constraint.name().equals(from)
                        ? constraint.withName(rename.to().name())
                        : constraint)
                .toList();
    }

    private static boolean isMeant(Constraint constraint, DropConstraint drop) {
        Identifier name = drop.name();
        if (name != null) {
            return constraint.name().equals(name.name());
        }
        List<String> columns = drop.columns().stream().map(Identifier::name).toList();
        return drop.kind() != null
                && constraint.kind().name().equals(drop.kind().name())
                && (columns.isEmpty() || constraint.columns().equals(columns));
    }

    private static void add(String table, Constraint constraint, List<Constraint> to) {
        boolean second = constraint.kind() == Constraint.Kind.PRIMARY_KEY
                && to.stream().anyMatch(other -> other.kind() == Constraint.Kind.PRIMARY_KEY);
        if (second) {
            throw new SnowflakeException(
                    2200, "42601", "SQL compilation error:\nprimary key already exists for table '" + table + "'");
        }
        to.add(constraint);
    }

    private static Constraint of(TableConstraint written, List<Column> columns, SessionContext session) {
        for (Identifier column : written.columns()) {
            if (columns.stream().noneMatch(one -> one.name().equals(column.name()))) {
                throw Errors.invalidIdentifier(
                        column.display(),
                        column.span().position().line(),
                        column.span().position().column());
            }
        }
        Identifier name = written.name();
        QualifiedName references = written.references();
        Table other =
                references == null ? null : TablePlace.of(references, session).require();
        return new Constraint(
                name == null ? "SYS_CONSTRAINT_" + UUID.randomUUID() : name.name(),
                Constraint.Kind.valueOf(written.kind().name()),
                names(written.columns()),
                other == null ? null : other.name(),
                other == null || !written.referencedColumns().isEmpty()
                        ? names(written.referencedColumns())
                        : other.primaryKey());
    }

    private static List<String> names(List<Identifier> columns) {
        return columns.stream().map(Identifier::name).toList();
    }
}
