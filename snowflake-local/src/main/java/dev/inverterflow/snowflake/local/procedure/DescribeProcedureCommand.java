package dev.inverterflow.snowflake.local.procedure;

import dev.inverterflow.snowflake.local.ast.Inspection.Describe;
import dev.inverterflow.snowflake.local.execution.Result;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.execution.StatementCommand;
import dev.inverterflow.snowflake.local.execution.StatementType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** DESCRIBE PROCEDURE name(types): one row for each property. */
final class DescribeProcedureCommand implements StatementCommand<Describe> {

    @Override
    public Result run(Describe statement, SessionContext session) {
        Procedure procedure = ProcedureTarget.of(statement.object(), session).get(Procedure.KIND, session);
        return Result.rows(StatementType.DESCRIBE, RoutineRows.COLUMNS, rows(procedure));
    }

    @Override
    public Result describe(Describe statement, SessionContext session) {
        return Result.rows(StatementType.DESCRIBE, RoutineRows.COLUMNS, List.of());
    }

    private static List<List<@Nullable String>> rows(Procedure procedure) {
        return List.of(
                Result.row("signature", RoutineRows.signature(procedure)),
                Result.row("returns", procedure.returns().displayName() + (procedure.notNull() ? " NOT NULL" : "")),
                Result.row("language", "JAVA"),
                Result.row("null handling", RoutineRows.nullHandling(procedure.nullInput())),
                Result.row("volatility", "VOLATILE"),
                Result.row("execute as", procedure.rights().name()),
                Result.row("body", null),
                Result.row("imports", RoutineRows.imports(procedure.imports())),
                Result.row("handler", procedure.handler()),
                Result.row("runtime_version", String.valueOf(procedure.runtimeVersion())),
                Result.row("packages", RoutineRows.packages(procedure.packages())));
    }
}
