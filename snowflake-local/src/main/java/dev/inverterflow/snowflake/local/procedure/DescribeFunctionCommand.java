package dev.inverterflow.snowflake.local.procedure;

import dev.inverterflow.snowflake.local.ast.Inspection.Describe;
import dev.inverterflow.snowflake.local.execution.Result;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.execution.StatementCommand;
import dev.inverterflow.snowflake.local.execution.StatementType;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * DESCRIBE FUNCTION name(types): one row for each property. Of a secure function only its owner sees the source.
 *
 * @see <a href="https://docs.snowflake.com/en/sql-reference/sql/desc-function">DESCRIBE FUNCTION</a>
 */
final class DescribeFunctionCommand implements StatementCommand<Describe> {

    @Override
    public Result run(Describe statement, SessionContext session) {
        JavaFunction function = ProcedureTarget.of(statement.object(), session).get(JavaFunction.KIND, session);
        boolean told = !function.secure() || session.access().owns(function);
        return Result.rows(
                StatementType.DESCRIBE, RoutineRows.COLUMNS, rows(function, told ? function.source() : null));
    }

    @Override
    public Result describe(Describe statement, SessionContext session) {
        return Result.rows(StatementType.DESCRIBE, RoutineRows.COLUMNS, List.of());
    }

    private static List<List<@Nullable String>> rows(JavaFunction function, @Nullable String source) {
        return List.of(
                Result.row("signature", RoutineRows.signature(function)),
                Result.row("returns", returns(function)),
                Result.row("language", "JAVA"),
                Result.row("null handling", RoutineRows.nullHandling(function.nullInput())),
                Result.row("volatility", function.volatility().name()),
                Result.row("body", source),
                Result.row("imports", RoutineRows.imports(function.imports())),
                Result.row("handler", function.handler()),
                Result.row("runtime_version", String.valueOf(function.runtimeVersion())),
                Result.row("packages", RoutineRows.packages(function.packages())));
    }

    private static String returns(JavaFunction function) {
        return function.isTable()
                ? function.columns().stream()
                        .map(column -> column.name() + " " + Signatures.plain(column.type()))
                        .collect(Collectors.joining(", ", "TABLE (", ")"))
                : function.returns().displayName();
    }
}
