package dev.inverterflow.snowflake.local.procedure;

import dev.inverterflow.snowflake.local.ast.Command.CallProcedure;
import dev.inverterflow.snowflake.local.ast.CreateRoutine.NullInput;
import dev.inverterflow.snowflake.local.execution.Result;
import dev.inverterflow.snowflake.local.execution.ResultColumn;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.execution.StatementCommand;
import dev.inverterflow.snowflake.local.execution.StatementType;
import dev.inverterflow.snowflake.local.spi.HandlerArgument;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** CALL: one row, one column, named as the procedure and of the type it RETURNS. */
final class CallCommand implements StatementCommand<CallProcedure> {

    private final ProcedureCalls calls;

    CallCommand(ProcedureCalls calls) {
        this.calls = calls;
    }

    @Override
    public Result run(CallProcedure call, SessionContext session) throws SQLException {
        if (SystemCall.isOne(call)) {
            return SystemCall.run(call, session);
        }
        CallArguments arguments = new CallArguments(call, session);
        Procedure procedure = Overloads.choose(call, arguments, session);
        List<HandlerArgument> values = arguments.values(procedure);
        @Nullable String value = isAnsweredByNull(procedure, values) ? null : calls.call(procedure, values, session);
        return Result.rows(StatementType.SELECT, columns(procedure), List.of(Result.row(value)));
    }

    @Override
    public Result describe(CallProcedure call, SessionContext session) {
        if (SystemCall.isOne(call)) {
            return SystemCall.describe(call);
        }
        Procedure procedure = Overloads.choose(call, new CallArguments(call, session), session);
        return Result.rows(StatementType.SELECT, columns(procedure), List.of());
    }

    private static boolean isAnsweredByNull(Procedure procedure, List<HandlerArgument> values) {
        return procedure.nullInput() == NullInput.RETURNS_NULL
                && values.stream().anyMatch(value -> value.value() == null);
    }

    private static List<ResultColumn> columns(Procedure procedure) {
        return List.of(new ResultColumn(procedure.name().name(), procedure.returns(), !procedure.notNull(), null));
    }
}
