package dev.inverterflow.snowflake.local.command.schema;

import dev.inverterflow.snowflake.local.ast.AlterAction;
import dev.inverterflow.snowflake.local.ast.DdlStatement.Alter;
import dev.inverterflow.snowflake.local.catalog.Identifiers;
import dev.inverterflow.snowflake.local.catalog.ObjectName;
import dev.inverterflow.snowflake.local.catalog.ObjectType;
import dev.inverterflow.snowflake.local.catalog.Table;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.execution.EngineNames;
import dev.inverterflow.snowflake.local.execution.Result;
import dev.inverterflow.snowflake.local.execution.SchemaObjects;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** ALTER TABLE: properties, comment, name, keys; columns are {@link AlterColumns}'s. */
final class AlterTable {

    Result run(Alter statement, SessionContext session) throws SQLException {
        TablePlace place = TablePlace.of(statement.object().requireName(), session);
        session.catalog().ddlLock().lock();
        try {
            if (place.find().isEmpty() && statement.ifExists()) {
                return SchemaObjects.altered();
            }
            change(statement.action(), place, session);
        } finally {
            session.catalog().ddlLock().unlock();
        }
        return SchemaObjects.altered();
    }

    private static void change(AlterAction action, TablePlace place, SessionContext session) throws SQLException {
        Table table = place.require();
        if (action instanceof AlterAction.SetProperties set) {
            place.tables().put(withProperties(table, set));
        } else if (action instanceof AlterAction.UnsetProperties unset) {
            place.tables().put(withoutProperties(table, unset));
        } else if (action instanceof AlterAction.RenameTo rename) {
            rename(rename, table, place, session);
        } else if (action instanceof AlterAction.SwapWith swap) {
            swap(table, place, TablePlace.of(swap.table(), session), session);
        } else if (action instanceof AlterAction.ClusterBy cluster) {
            place.tables().put(table.withClusterBy(ClusterKeys.checked(cluster.keys(), table.columns(), session)));
        } else if (action instanceof AlterAction.AddConstraint add) {
            place.tables().put(table.withConstraints(TableConstraints.added(table, add.constraint(), session)));
        } else if (action instanceof AlterAction.RenameConstraint rename) {
            place.tables().put(table.withConstraints(TableConstraints.renamed(table, rename)));
        } else if (action instanceof AlterAction.DropConstraint drop) {
            place.tables().put(table.withConstraints(TableConstraints.without(table, drop)));
        } else {
            new AlterColumns(place, session).change(action);
        }
    }

    private static Table withProperties(Table table, AlterAction.SetProperties set) {
        Map<String, String> properties = new HashMap<>(table.properties());
        properties.putAll(ContainerProperties.of(set.properties()));
        String comment = set.properties().text("COMMENT").orElse(table.comment());
        return table.withProperties(properties).withComment(comment);
    }

    private static Table withoutProperties(Table table, AlterAction.UnsetProperties unset) {
        Map<String, String> properties = new HashMap<>(table.properties());
        unset.names().forEach(properties::remove);
        String comment = unset.names().contains("COMMENT") ? "" : table.comment();
        return table.withProperties(properties).withComment(comment);
    }

    private static void rename(AlterAction.RenameTo rename, Table table, TablePlace place, SessionContext session)
            throws SQLException {
        ObjectName newName = session.resolve(rename.name());
        TablePlace newPlace = place.at(newName, session);
        if (session.catalog().schema(newName.schemaName()).isEmpty()) {
            throw Errors.objectDoesNotExist("Schema", newName.schemaName().toString());
        }
        if (newPlace.find().isPresent()
                || session.catalog().objects(ObjectType.VIEW).find(newName).isPresent()) {
            throw Errors.alreadyExists(newName.toString());
        }
        boolean stays = table.kind() == Table.Kind.TEMPORARY
                || newName.schemaName().equals(table.name().schemaName());
        EngineDdl.run(session, stays ? renamed(place, newPlace) : moved(table, place, newPlace));
        place.tables().remove(table);
        place.tables().put(table.withName(newName));
    }

    private static List<String> renamed(TablePlace from, TablePlace to) {
        return List.of("ALTER TABLE " + from.engineName() + " RENAME TO " + to.engineTable());
    }

    // The engine cannot move a table between its schemas; an identity's sequence would stay behind and could be
    // dropped.
    private static List<String> moved(Table table, TablePlace from, TablePlace to) {
        if (table.columns().stream().anyMatch(column -> column.identity() != null)) {
            throw Errors.notSupported("ALTER TABLE … RENAME of a table with an identity column into another schema");
        }
        return List.of(
                TableColumns.engineTable(to.engineName(), table.columns()),
                "INSERT INTO " + to.engineName() + " SELECT * FROM " + from.engineName(),
                "DROP TABLE " + from.engineName());
    }

    /** Both tables keep their content and take the other's name. */
    private static void swap(Table table, TablePlace place, TablePlace otherPlace, SessionContext session)
            throws SQLException {
        Table other = otherPlace.require();
        if (other.name().equals(table.name())) {
            throw Errors.notSupported("ALTER TABLE … SWAP WITH the table itself");
        }
        boolean temporary = table.kind() == Table.Kind.TEMPORARY || other.kind() == Table.Kind.TEMPORARY;
        if (temporary || !table.name().schemaName().equals(other.name().schemaName())) {
            throw Errors.notSupported("ALTER TABLE … SWAP WITH a temporary table or one of another schema");
        }
        String between = "#swap." + table.id();
        String schema = EngineNames.schema(table.name().schemaName());
        EngineDdl.run(
                session,
                List.of(
                        "ALTER TABLE " + place.engineName() + " RENAME TO " + Identifiers.quote(between),
                        "ALTER TABLE " + otherPlace.engineName() + " RENAME TO "
                                + Identifiers.quote(table.name().name()),
                        "ALTER TABLE " + schema + "." + Identifiers.quote(between) + " RENAME TO "
                                + Identifiers.quote(other.name().name())));
        place.tables().put(table.withName(other.name()));
        place.tables().put(other.withName(table.name()));
    }
}
