package dev.inverterflow.snowflake.local.command.schema;

import dev.inverterflow.snowflake.local.analysis.Constant;
import dev.inverterflow.snowflake.local.ast.AlterAction;
import dev.inverterflow.snowflake.local.ast.AlterAction.ColumnChange;
import dev.inverterflow.snowflake.local.ast.ColumnDefinition;
import dev.inverterflow.snowflake.local.ast.DdlStatement.Alter;
import dev.inverterflow.snowflake.local.ast.Expression;
import dev.inverterflow.snowflake.local.ast.Identifier;
import dev.inverterflow.snowflake.local.ast.TypeName;
import dev.inverterflow.snowflake.local.catalog.Column;
import dev.inverterflow.snowflake.local.catalog.Identifiers;
import dev.inverterflow.snowflake.local.catalog.ObjectName;
import dev.inverterflow.snowflake.local.catalog.Table;
import dev.inverterflow.snowflake.local.command.PropertyTexts;
import dev.inverterflow.snowflake.local.command.Shown;
import dev.inverterflow.snowflake.local.command.query.Expressions;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.execution.Result;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** ALTER TABLE: properties, comment, name, columns. */
final class AlterTable {

    Result run(Alter statement, SessionContext session) throws SQLException {
        TablePlace place = TablePlace.of(statement.object().requireName(), session);
        session.catalog().ddlLock().lock();
        try {
            if (place.find().isEmpty() && statement.ifExists()) {
                return done();
            }
            change(statement.action(), place, session);
        } finally {
            session.catalog().ddlLock().unlock();
        }
        return done();
    }

    private static void change(AlterAction action, TablePlace place, SessionContext session) throws SQLException {
        if (action instanceof AlterAction.SetProperties set) {
            setProperties(set, place);
        } else if (action instanceof AlterAction.UnsetProperties unset) {
            unsetProperties(unset, place);
        } else if (action instanceof AlterAction.RenameTo rename) {
            rename(rename, place, session);
        } else if (action instanceof AlterAction.AddColumns add) {
            addColumns(add, place, session);
        } else if (action instanceof AlterAction.DropColumns drop) {
            dropColumns(drop, place, session);
        } else if (action instanceof AlterAction.RenameColumn rename) {
            renameColumn(rename, place, session);
        } else if (action instanceof AlterAction.AlterColumns alter) {
            for (ColumnChange change : alter.changes()) {
                changeColumn(change, place, session);
            }
        } else {
            throw Errors.notSupported("this ALTER TABLE");
        }
    }

    private static void setProperties(AlterAction.SetProperties set, TablePlace place) {
        Table table = place.require();
        Map<String, String> properties = new HashMap<>(table.properties());
        properties.putAll(PropertyTexts.of(set.properties(), Set.of()));
        String comment = set.properties().text("COMMENT").orElse(table.comment());
        place.tables().put(table.withProperties(properties).withComment(comment));
    }

    private static void unsetProperties(AlterAction.UnsetProperties unset, TablePlace place) {
        Table table = place.require();
        Map<String, String> properties = new HashMap<>(table.properties());
        unset.names().forEach(properties::remove);
        String comment = unset.names().contains("COMMENT") ? "" : table.comment();
        place.tables().put(table.withProperties(properties).withComment(comment));
    }

    private static void rename(AlterAction.RenameTo rename, TablePlace place, SessionContext session)
            throws SQLException {
        Table table = place.require();
        ObjectName newName = session.resolve(rename.name());
        if (!newName.schemaName().equals(table.name().schemaName()) || table.kind() == Table.Kind.TEMPORARY) {
            throw Errors.notSupported("ALTER TABLE … RENAME into another schema or of a temporary table");
        }
        if (place.tables().find(newName).isPresent()) {
            throw Errors.alreadyExists(newName.toString());
        }
        EngineDdl.run(
                session,
                List.of("ALTER TABLE " + place.engineName() + " RENAME TO " + Identifiers.quote(newName.name())));
        place.tables().remove(table);
        place.tables().put(table.withName(newName));
    }

    private static void addColumns(AlterAction.AddColumns add, TablePlace place, SessionContext session)
            throws SQLException {
        for (ColumnDefinition definition : add.columns()) {
            Table table = place.require();
            if (table.column(definition.name().name()).isPresent()) {
                if (add.ifNotExists()) {
                    continue;
                }
                throw Errors.columnAlreadyExists(definition.name().name());
            }
            addColumn(definition, table, place, session);
        }
    }

    private static void addColumn(ColumnDefinition definition, Table table, TablePlace place, SessionContext session)
            throws SQLException {
        if (definition.identity() != null) {
            throw Errors.notSupported("ALTER TABLE … ADD COLUMN … AUTOINCREMENT");
        }
        Column column = TableColumns.of(definition, table.name().schemaName(), table.id(), session);
        List<Column> columns = new ArrayList<>(table.columns());
        columns.add(column);
        TableColumns.requireDistinct(columns);
        List<String> ddl = new ArrayList<>();
        String alter = "ALTER TABLE " + place.engineName();
        ddl.add(alter + " ADD COLUMN " + Identifiers.quote(column.name()) + " "
                + column.type().duckType());
        Expression defaultValue = column.defaultValue();
        if (defaultValue != null) {
            Constant value = Expressions.evaluate(defaultValue, session);
            String literal = value.text() == null ? "NULL" : Identifiers.literal(value.text());
            ddl.add("UPDATE " + place.engineName() + " SET " + Identifiers.quote(column.name()) + " = CAST(" + literal
                    + " AS " + column.type().duckType() + ")");
        }
        if (!column.nullable()) {
            ddl.add(alter + " ALTER COLUMN " + Identifiers.quote(column.name()) + " SET NOT NULL");
        }
        EngineDdl.run(session, ddl);
        place.tables().put(table.withColumns(columns));
    }

    private static void dropColumns(AlterAction.DropColumns drop, TablePlace place, SessionContext session)
            throws SQLException {
        for (Identifier name : drop.columns()) {
            Table table = place.require();
            if (table.column(name.name()).isEmpty()) {
                if (drop.ifExists()) {
                    continue;
                }
                throw missing(name);
            }
            EngineDdl.run(
                    session,
                    List.of("ALTER TABLE " + place.engineName() + " DROP COLUMN " + Identifiers.quote(name.name())));
            place.tables()
                    .put(table.withColumns(table.columns().stream()
                            .filter(column -> !column.name().equals(name.name()))
                            .toList()));
        }
    }

    private static void renameColumn(AlterAction.RenameColumn rename, TablePlace place, SessionContext session)
            throws SQLException {
        Table table = place.require();
        String newName = rename.to().name();
        requireColumn(rename.from(), table);
        List<Column> columns = table.columns().stream()
                .map(column -> column.name().equals(rename.from().name()) ? column.withName(newName) : column)
                .toList();
        TableColumns.requireDistinct(columns);
        EngineDdl.run(
                session,
                List.of("ALTER TABLE " + place.engineName() + " RENAME COLUMN "
                        + Identifiers.quote(rename.from().name()) + " TO " + Identifiers.quote(newName)));
        place.tables().put(table.withColumns(columns));
    }

    private static void changeColumn(ColumnChange change, TablePlace place, SessionContext session)
            throws SQLException {
        Table table = place.require();
        Column column = requireColumn(change.column(), table);
        Column changed = changed(change, column);
        String alter = "ALTER TABLE " + place.engineName() + " ALTER COLUMN " + Identifiers.quote(column.name());
        List<String> ddl = new ArrayList<>();
        if (!changed.type().equals(column.type())) {
            ddl.add(alter + " SET DATA TYPE " + changed.type().duckType());
        }
        if (changed.nullable() != column.nullable()) {
            ddl.add(alter + (changed.nullable() ? " DROP NOT NULL" : " SET NOT NULL"));
        }
        EngineDdl.run(session, ddl);
        place.tables()
                .put(table.withColumns(table.columns().stream()
                        .map(one -> one.name().equals(column.name()) ? changed : one)
                        .toList()));
    }

    private static Column changed(ColumnChange change, Column column) {
        return switch (change.kind()) {
            case SET_TYPE -> column.withType(Shown.type(requireType(change)));
            case SET_NOT_NULL -> column.withNullable(false);
            case DROP_NOT_NULL -> column.withNullable(true);
            case DROP_DEFAULT -> column.withoutDefault();
            case SET_COMMENT -> column.withComment(change.comment() == null ? "" : change.comment());
            case UNSET_COMMENT -> column.withComment("");
        };
    }

    private static TypeName requireType(ColumnChange change) {
        TypeName type = change.type();
        if (type == null) {
            throw new IllegalArgumentException("SET DATA TYPE without a type");
        }
        return type;
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

    private static Result done() {
        return Result.status("Statement executed successfully.");
    }
}
