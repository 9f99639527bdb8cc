package dev.inverterflow.snowflake.local.command.schema;

import dev.inverterflow.snowflake.local.ast.DdlStatement.Drop;
import dev.inverterflow.snowflake.local.catalog.ObjectType;
import dev.inverterflow.snowflake.local.catalog.Table;
import dev.inverterflow.snowflake.local.error.Errors;
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

    @Override
    public Result run(Drop statement, SessionContext session) throws SQLException {
        TablePlace place = TablePlace.of(statement.object().requireName(), session);
        session.catalog().ddlLock().lock();
        try {
            Optional<Table> table = place.find();
            if (table.isEmpty()) {
                if (session.find(ObjectType.VIEW, place.name()).isPresent()) {
                    throw Errors.otherType("VIEW", "TABLE");
                }
                if (statement.ifExists()) {
                    return Result.status("Drop statement executed successfully ("
                            + place.name().name() + " already dropped).");
                }
                throw Errors.objectDoesNotExist("Table", place.name().toString());
            }
            place.beforeDrop(session);
            List<String> ddl = new ArrayList<>();
            ddl.add("DROP TABLE " + place.engineName());
            ddl.addAll(TableColumns.droppedSequences(table.get().columns()));
            EngineDdl.run(session, ddl);
            place.tables().remove(table.get());
        } finally {
            session.catalog().ddlLock().unlock();
        }
        return Result.status(place.name().name() + " successfully dropped.");
    }
}
