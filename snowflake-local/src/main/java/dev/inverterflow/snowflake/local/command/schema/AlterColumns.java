package dev.inverterflow.snowflake.local.command.schema;

import static java.util.Objects.requireNonNull;

import dev.inverterflow.snowflake.local.analysis.Constant;
import dev.inverterflow.snowflake.local.ast.AlterAction;
import dev.inverterflow.snowflake.local.ast.AlterAction.ColumnChange;
import dev.inverterflow.snowflake.local.ast.ColumnDefinition;
import dev.inverterflow.snowflake.local.ast.Expression;
import dev.inverterflow.snowflake.local.ast.Identifier;
import dev.inverterflow.snowflake.local.catalog.Column;
import dev.inverterflow.snowflake.local.catalog.Constraint;
import dev.inverterflow.snowflake.local.catalog.Identifiers;
import dev.inverterflow.snowflake.local.catalog.Table;
import dev.inverterflow.snowflake.local.command.Shown;
import dev.inverterflow.snowflake.local.command.query.Expressions;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** ALTER TABLE … ADD, DROP, RENAME and ALTER COLUMN. */
final class AlterColumns {

    private final TablePlace place;
    private final SessionContext session;

    AlterColumns(TablePlace place, SessionContext session) {
        this.place = place;
        this.session = session;
    }

    void change(AlterAction action) throws SQLException {
        if (action instanceof AlterAction.AddColumns add) {
            addColumns(add);
        } else if (action instanceof AlterAction.DropColumns drop) {
            dropColumns(drop);
        } else if (action instanceof AlterAction.RenameColumn rename) {
            renameColumn(rename);
        } else if (action instanceof AlterAction.AlterColumns alter) {
            for (ColumnChange change : alter.changes()) {
                changeColumn(change);
            }
        } else {
            throw Errors.notSupported("ALTER TABLE … " + action.words());
        }
    }

    private void addColumns(AlterAction.AddColumns add) throws SQLException {
        if (add.ifNotExists()) {
            add.columns().forEach(AddedColumnRules::requirePlain);
        }
        for (ColumnDefinition definition : add.columns()) {
            Table table = place.require();
            if (table.column(definition.name().name()).isPresent()) {
                if (add.ifNotExists()) {
                    continue;
                }
                throw Errors.columnAlreadyExists(definition.name().name());
            }
            addColumn(definition, table);
        }
    }

    private void addColumn(ColumnDefinition definition, Table table) throws SQLException {
        Column column = TableColumns.of(definition, table.name().schemaName(), table.id(), session)
                .addedLater();
        AddedColumnRules.requireLiteral(column, session);
        boolean filled = EngineDdl.rows(place.engineName(), session) > 0;
        requireFillable(column, table, filled);
        List<Column> columns = new ArrayList<>(table.columns());
        columns.add(column);
        TableColumns.requireDistinct(columns);
        List<String> ddl = new ArrayList<>(TableColumns.sequences(List.of(column)));
        String add = alter() + " ADD COLUMN " + Identifiers.quote(column.name()) + " "
                + column.type().duckType();
        Expression defaultValue = column.defaultValue();
        if (defaultValue != null && filled) {
            // Only the rows that are there get it from the engine; later ones get it from us.
            ddl.add(add + " DEFAULT " + literal(Expressions.evaluate(defaultValue, session), column));
            ddl.add(alter() + " ALTER COLUMN " + Identifiers.quote(column.name()) + " DROP DEFAULT");
        } else {
            ddl.add(add);
        }
        if (!column.nullable()) {
            ddl.add(alter() + " ALTER COLUMN " + Identifiers.quote(column.name()) + " SET NOT NULL");
        }
        EngineDdl.run(session, ddl);
        List<Constraint> constraints = new ArrayList<>(table.constraints());
        constraints.addAll(TableConstraints.of(table.name().name(), List.of(definition), List.of(), columns, session));
        place.tables().put(table.withColumns(columns).withConstraints(constraints));
    }

    private static void requireFillable(Column column, Table table, boolean filled) {
        if (filled && column.identity() != null) {
            throw new SnowflakeException(
                    2262,
                    "42601",
                    "SQL compilation error:\nCannot add column '%s' with AUTOINCREMENT or IDENTITY to non-empty table '%s'."
                            .formatted(column.name(), table.name().name()));
        }
        if (filled && !column.nullable() && column.defaultValue() == null) {
            throw new SnowflakeException(
                    2123,
                    "42601",
                    "SQL compilation error:\nNon-nullable column '%s' cannot be added to non-empty table '%s' unless it has a non-null default value."
                            .formatted(column.name(), table.name().name()));
        }
    }

    private static String literal(Constant value, Column column) {
        String text = value.text() == null ? "NULL" : Identifiers.literal(value.text());
        return "CAST(" + text + " AS " + column.type().duckType() + ")";
    }

    private void dropColumns(AlterAction.DropColumns drop) throws SQLException {
        for (Identifier name : drop.columns()) {
            Table table = place.require();
            Optional<Column> column = table.column(name.name());
            if (column.isEmpty()) {
                if (drop.ifExists()) {
                    continue;
                }
                throw missing(name);
            }
            requireDroppable(table);
            requireOutsideOfKey(column.get(), table, "drop");
            List<String> ddl = new ArrayList<>(
                    alterWithCopies(table, name.name(), " DROP COLUMN " + Identifiers.quote(name.name())));
            ddl.addAll(TableColumns.droppedSequences(List.of(column.get())));
            EngineDdl.run(session, ddl);
            place.tables()
                    .put(table.withColumns(table.columns().stream()
                                    .filter(one -> !one.name().equals(name.name()))
                                    .toList())
                            .withConstraints(table.constraints().stream()
                                    .filter(constraint -> !constraint.columns().contains(name.name()))
                                    .toList()));
        }
    }

    private static void requireDroppable(Table table) {
        if (table.columns().size() == 1) {
            throw new SnowflakeException(
                    2111,
                    "42601",
                    "SQL compilation error:\nCannot drop the only column of table '%s'."
                            .formatted(table.name().name()));
        }
    }

    /** A clustering key is kept as it was written: the names in it stay what they are. */
    private static void requireOutsideOfKey(Column column, Table table, String action) {
        if (ClusterKeys.names(table.clusterBy(), column.name())) {
            throw new SnowflakeException(
                    2,
                    "0A000",
                    "SQL compilation error:\nCannot %s column '%s' which is part of the clustering key of table '%s'."
                            .formatted(action, column.name(), table.name().name()));
        }
    }

    private void renameColumn(AlterAction.RenameColumn rename) throws SQLException {
        Table table = place.require();
        String newName = rename.to().name();
        String oldName = requireColumn(rename.from(), table).name();
        if (table.column(newName).isPresent()) {
            throw Errors.columnAlreadyExists(newName);
        }
        requireOutsideOfKey(requireColumn(rename.from(), table), table, "rename");
        Table changed = table.withRenamedColumn(oldName, newName);
        TableColumns.requireDistinct(changed.columns());
        EngineDdl.run(
                session,
                alterWithCopies(
                        table,
                        oldName,
                        " RENAME COLUMN " + Identifiers.quote(oldName) + " TO " + Identifiers.quote(newName)));
        place.tables().put(changed);
    }

    private void changeColumn(ColumnChange change) throws SQLException {
        Table table = place.require();
        Column column = requireColumn(change.column(), table);
        Column changed = changed(change, column);
        String alter = " ALTER COLUMN " + Identifiers.quote(column.name());
        List<String> ddl = new ArrayList<>();
        AddedColumnRules.requireChangeable(change, column, EngineDdl.rows(place.engineName(), session) > 0);
        if (!changed.type().equals(column.type())) {
            TypeChanges.check(column, changed.type());
            TypeChanges.checkValues(column, changed.type(), place.engineName(), session);
            ddl.addAll(alterWithCopies(
                    table,
                    column.name(),
                    alter + " SET DATA TYPE " + changed.type().duckType()));
        }
        if (column.nullable() && !changed.nullable()) {
            requireNoNulls(column);
        }
        if (changed.nullable() != column.nullable()) {
            ddl.add(alter() + alter + (changed.nullable() ? " DROP NOT NULL" : " SET NOT NULL"));
        }
        EngineDdl.run(session, ddl);
        place.tables()
                .put(table.withColumns(table.columns().stream()
                        .map(one -> one.name().equals(column.name()) ? changed : one)
                        .toList()));
    }

    /** docs.snowflake.com/en/sql-reference/sql/create-table, "CREATE OR ALTER TABLE examples", has the words. */
    private void requireNoNulls(Column column) throws SQLException {
        String nulls = place.engineName() + " WHERE " + Identifiers.quote(column.name()) + " IS NULL";
        if (EngineDdl.rows(nulls, session) > 0) {
            throw new SnowflakeException(
                    1471,
                    "42601",
                    "SQL compilation error:\nColumn '%s' contains null values. Not null constraint cannot be added."
                            .formatted(column.name()));
        }
    }

    private Column changed(ColumnChange change, Column column) {
        return switch (change.kind()) {
            case SET_TYPE ->
                column.withType(Shown.type(requireNonNull(change.type(), "type"))
                        .withCollation(column.type().collation()));
            case SET_NOT_NULL -> column.withNullable(false);
            case DROP_NOT_NULL -> column.withNullable(true);
            case SET_DEFAULT ->
                column.withDefault(TableColumns.sequenceDefault(
                        column, requireNonNull(change.defaultValue(), "default"), session));
            case DROP_DEFAULT -> column.withDefault(null);
            case SET_COMMENT -> column.withComment(change.comment() == null ? "" : change.comment());
            case UNSET_COMMENT -> column.withComment("");
        };
    }

    /** What changes a column of a table, and of what holds rows of it for streams. */
    private List<String> alterWithCopies(Table table, String column, String change) throws SQLException {
        List<String> ddl = new ArrayList<>();
        ddl.add(alter() + change);
        if (table.kind() != Table.Kind.TEMPORARY) {
            session.transaction().copiesOf(table, column).forEach(copy -> ddl.add("ALTER TABLE " + copy + change));
        }
        return ddl;
    }

    private String alter() {
        return "ALTER TABLE " + place.engineName();
    }

    private static Column requireColumn(Identifier name, Table table) {
        return table.column(name.name()).orElseThrow(() -> missing(name));
    }

    private static SnowflakeException missing(Identifier name) {
        return Errors.invalidIdentifier(
                name.display(),
                name.span().position().line(),
                name.span().position().column());
    }
}
