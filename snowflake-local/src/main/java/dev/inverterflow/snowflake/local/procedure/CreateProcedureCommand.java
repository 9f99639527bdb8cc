package dev.inverterflow.snowflake.local.procedure;

import dev.inverterflow.snowflake.local.ast.CreateMode;
import dev.inverterflow.snowflake.local.ast.CreateRoutine.CreateProcedure;
import dev.inverterflow.snowflake.local.catalog.Catalog;
import dev.inverterflow.snowflake.local.catalog.ObjectName;
import dev.inverterflow.snowflake.local.catalog.SchemaRegistry;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.execution.Result;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.execution.StatementCommand;
import dev.inverterflow.snowflake.local.execution.TemporaryObjects;
import java.util.Optional;

/** CREATE PROCEDURE. What the handler is and does is looked at when it is called, as in Snowflake. */
final class CreateProcedureCommand implements StatementCommand<CreateProcedure> {

    private final ProcedureDefinition definition;

    CreateProcedureCommand(ProcedureDefinition definition) {
        this.definition = definition;
    }

    @Override
    public Result run(CreateProcedure statement, SessionContext session) {
        ObjectName name = session.resolve(statement.name());
        TemporaryObjects.requireAllowed(statement.persistence(), "PROCEDURE", name, session);
        Catalog catalog = session.catalog();
        if (catalog.schema(name.schemaName()).isEmpty()) {
            throw Errors.objectDoesNotExist("Schema", name.schemaName().toString());
        }
        Procedure procedure = definition.of(statement, name, session);
        catalog.ddlLock().lock();
        try {
            return create(statement, procedure, session);
        } finally {
            catalog.ddlLock().unlock();
        }
    }

    @Override
    public Effect effect(CreateProcedure statement) {
        return Effect.COMMITS_FIRST;
    }

    private static Result create(CreateProcedure statement, Procedure procedure, SessionContext session) {
        Catalog catalog = session.catalog();
        SchemaRegistry<Procedure> procedures = statement.persistence().isTemporary()
                ? session.temporary(Procedure.KIND)
                : catalog.objects(Procedure.KIND);
        Optional<Procedure> existing = procedures.find(procedure.name().schemaName(), procedure.key());
        if (existing.isPresent() && statement.mode() == CreateMode.CREATE) {
            throw Errors.alreadyExists(procedure.name().name());
        }
        if (existing.isPresent() && statement.mode() == CreateMode.IF_NOT_EXISTS) {
            return Result.status(procedure.name().name() + " already exists, statement succeeded.");
        }
        Overloads.refuseAmbiguity(procedure, procedures.in(procedure.name().schemaName()));
        if (!statement.copyGrants()) {
            existing.ifPresent(replaced -> ProcedureGrants.remove(catalog, replaced));
        }
        procedures.put(procedure);
        return Result.status("Function " + procedure.name().name() + " successfully created.");
    }
}
