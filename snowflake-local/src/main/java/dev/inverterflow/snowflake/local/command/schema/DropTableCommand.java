package dev.inverterflow.snowflake.local.command.schema;

import dev.inverterflow.snowflake.local.ast.DdlStatement.Drop;
import dev.inverterflow.snowflake.local.ast.DdlStatement.DropBehavior;
import dev.inverterflow.snowflake.local.catalog.Constraint;
import dev.inverterflow.snowflake.local.catalog.ObjectType;
import dev.inverterflow.snowflake.local.catalog.SchemaRegistry;
import dev.inverterflow.snowflake.local.catalog.Table;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.execution.Result;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.execution.StatementCommand;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** DROP TABLE. */
final class DropTableCommand implements StatementCommand<Drop> {

    @Override
    public Effect effect(Drop statement) {
        return Effect.COMMITS_FIRST;
    }

    /** Preparing a DROP of a table that is not there fails, as running it does. */
    @Override
    public Result describe(Drop statement, SessionContext session) throws SQLException {
        found(TablePlace.of(statement.object().requireName(), session), statement, session);
        return StatementCommand.super.describe(statement, session);
    }

    @Override
    public Result run(Drop statement, SessionContext session) throws SQLException {
        TablePlace place = TablePlace.of(statement.object().requireName(), session);
        session.catalog().ddlLock().lock();
        try {
            Optional<Table> table = found(place, statement, session);
            if (table.isEmpty()) {
                return Result.status(
                        "Drop statement executed successfully (" + place.name().name() + " already dropped).");
            }
            List<Table> referring = referring(place, session);
            if (statement.behavior() == DropBehavior.RESTRICT && !referring.isEmpty()) {
                throw new SnowflakeException(
                        2, "0A000", "SQL compilation error:\nCannot drop the table because of dependencies");
            }
            place.beforeDrop(session);
            List<String> ddl = new ArrayList<>();
            ddl.add("DROP TABLE " + place.engineName());
            ddl.addAll(TableColumns.droppedSequences(table.get().columns()));
            EngineDdl.run(session, ddl);
            place.tables().remove(table.get());
            referring.forEach(other -> forget(place, other, session));
        } finally {
            session.catalog().ddlLock().unlock();
        }
        return Result.status(place.name().name() + " successfully dropped.");
    }

    /** The table to be dropped; empty if it is not there and need not be. */
    private static Optional<Table> found(TablePlace place, Drop statement, SessionContext session) {
        Optional<Table> table = place.find();
        if (table.isPresent()) {
            return table;
        }
        if (session.find(ObjectType.VIEW, place.name()).isPresent()) {
            throw Errors.otherType("VIEW", "TABLE");
        }
        if (!statement.ifExists()) {
            throw Errors.objectDoesNotExist("Table", place.name().toString());
        }
        return table;
    }

    /** The other tables with a foreign key of the table there. */
    private static List<Table> referring(TablePlace place, SessionContext session) {
        SchemaRegistry<Table> tables = session.catalog().objects(ObjectType.TABLE);
        if (place.tables() != tables) {
            return List.of();
        }
        return tables.all().stream()
                .filter(other -> !other.name().equals(place.name()))
                .filter(other -> other.constraints().stream().anyMatch(one -> refers(one, place)))
                .toList();
    }

    /** CASCADE, which is the default, drops the foreign keys, too. */
    private static void forget(TablePlace place, Table other, SessionContext session) {
        session.catalog()
                .objects(ObjectType.TABLE)
                .put(other.withConstraints(other.constraints().stream()
                        .filter(constraint -> !refers(constraint, place))
                        .toList()));
    }

    private static boolean refers(Constraint constraint, TablePlace place) {
        return place.name().equals(constraint.references());
    }
}
