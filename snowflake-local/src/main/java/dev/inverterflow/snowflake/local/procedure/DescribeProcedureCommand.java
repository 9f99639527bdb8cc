package dev.inverterflow.snowflake.local.procedure;

import dev.inverterflow.snowflake.local.ast.CreateRoutine.NullInput;
import dev.inverterflow.snowflake.local.ast.Inspection.Describe;
import dev.inverterflow.snowflake.local.execution.Result;
import dev.inverterflow.snowflake.local.execution.ResultColumn;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.execution.StatementCommand;
import dev.inverterflow.snowflake.local.execution.StatementType;
import dev.inverterflow.snowflake.local.procedure.Procedure.Import;
import java.util.List;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** DESCRIBE PROCEDURE name(types): one row for each property. */
final class DescribeProcedureCommand implements StatementCommand<Describe> {

    private static final List<ResultColumn> COLUMNS =
            List.of(ResultColumn.text("property"), ResultColumn.text("value"));

    @Override
    public Result run(Describe statement, SessionContext session) {
        Procedure procedure = ProcedureTarget.of(statement.object(), session).get(session);
        return Result.rows(StatementType.DESCRIBE, COLUMNS, rows(procedure));
    }

    @Override
    public Result describe(Describe statement, SessionContext session) {
        return Result.rows(StatementType.DESCRIBE, COLUMNS, List.of());
    }

    private static List<List<@Nullable String>> rows(Procedure procedure) {
        String nullHandling =
                procedure.nullInput() == NullInput.RETURNS_NULL ? "RETURNS NULL ON NULL INPUT" : "CALLED ON NULL INPUT";
        return List.of(
                Result.row("signature", signature(procedure)),
                Result.row("returns", procedure.returns().displayName() + (procedure.notNull() ? " NOT NULL" : "")),
                Result.row("language", "JAVA"),
                Result.row("null handling", nullHandling),
                Result.row("volatility", "VOLATILE"),
                Result.row("execute as", procedure.rights().name()),
                Result.row("body", null),
                Result.row(
                        "imports",
                        procedure.imports().stream().map(Import::text).collect(list())),
                Result.row("handler", procedure.handler()),
                Result.row("runtime_version", String.valueOf(procedure.runtimeVersion())),
                Result.row(
                        "packages",
                        procedure.packages().stream()
                                .map(one -> "'" + one + "'")
                                .collect(list())));
    }

    private static String signature(Procedure procedure) {
        return procedure.parameters().stream()
                .map(parameter -> parameter.name() + " " + Signatures.plain(parameter.type()))
                .collect(Collectors.joining(", ", "(", ")"));
    }

    private static Collector<CharSequence, ?, String> list() {
        return Collectors.joining(",", "[", "]");
    }
}
