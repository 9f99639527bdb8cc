package dev.inverterflow.snowflake.local.procedure;

import dev.inverterflow.snowflake.local.ast.DdlStatement.Drop;
import dev.inverterflow.snowflake.local.catalog.Catalog;
import dev.inverterflow.snowflake.local.execution.Result;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.execution.StatementCommand;
import java.util.Optional;

/** DROP PROCEDURE name(types). */
final class DropProcedureCommand implements StatementCommand<Drop> {

    @Override
    public Result run(Drop statement, SessionContext session) {
        ProcedureTarget target = ProcedureTarget.of(statement.object(), session);
        Catalog catalog = session.catalog();
        catalog.ddlLock().lock();
        try {
            Optional<Procedure> procedure = target.find(Procedure.KIND, session);
            if (procedure.isEmpty() && !statement.ifExists()) {
                throw target.doesNotExist(Procedure.KIND);
            }
            procedure.ifPresent(dropped -> {
                boolean temporary =
                        session.temporary(Procedure.KIND).remove(dropped).isPresent();
                if (!temporary) {
                    catalog.objects(Procedure.KIND).remove(dropped);
                }
                ProcedureGrants.remove(catalog, dropped);
            });
            return Result.status(
                    procedure.isPresent()
                            ? target.name().name() + " successfully dropped."
                            : "Drop statement executed successfully ("
                                    + target.name().name() + " already dropped).");
        } finally {
            catalog.ddlLock().unlock();
        }
    }

    @Override
    public Effect effect(Drop statement) {
        return Effect.COMMITS_FIRST;
    }
}
