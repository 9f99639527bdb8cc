package dev.inverterflow.snowflake.local.procedure;

import dev.inverterflow.snowflake.local.ast.DdlStatement.Drop;
import dev.inverterflow.snowflake.local.catalog.SchemaRegistry;
import dev.inverterflow.snowflake.local.execution.Result;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.execution.StatementCommand;
import java.util.Optional;

/** DROP FUNCTION name(types). */
final class DropFunctionCommand implements StatementCommand<Drop> {

    @Override
    public Result run(Drop statement, SessionContext session) {
        ProcedureTarget target = ProcedureTarget.of(statement.object(), session);
        var schema = target.name().schemaName();
        SchemaRegistry<JavaFunction> temporary = session.temporary(JavaFunction.KIND);
        SchemaRegistry<JavaFunction> registry =
                temporary.find(schema, target.key()).isPresent()
                        ? temporary
                        : session.catalog().objects(JavaFunction.KIND);
        Optional<JavaFunction> function = registry.find(schema, target.key());
        if (function.isEmpty() && !statement.ifExists()) {
            throw target.doesNotExist(JavaFunction.KIND);
        }
        function.ifPresent(registry::remove);
        return Result.status(
                function.isPresent()
                        ? target.name().name() + " successfully dropped."
                        : "Drop statement executed successfully ("
                                + target.name().name() + " already dropped).");
    }

    @Override
    public Effect effect(Drop statement) {
        return Effect.COMMITS_FIRST;
    }
}
