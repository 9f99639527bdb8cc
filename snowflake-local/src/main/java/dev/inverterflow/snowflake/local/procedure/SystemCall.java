package dev.inverterflow.snowflake.local.procedure;

import dev.inverterflow.snowflake.local.ast.Call.FunctionCall;
import dev.inverterflow.snowflake.local.ast.Command.CallProcedure;
import dev.inverterflow.snowflake.local.execution.Result;
import dev.inverterflow.snowflake.local.execution.ResultColumn;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.execution.StatementType;
import dev.inverterflow.snowflake.local.type.SnowflakeType;
import java.util.List;

/** CALL of one of Snowflake's own, such as SYSTEM$SET_RETURN_VALUE and SYSTEM$SEND_EMAIL: the same as to SELECT it. */
final class SystemCall {
    private static final String PREFIX = "SYSTEM$";

    private SystemCall() {}

    static boolean isOne(CallProcedure call) {
        return call.procedure().size() == 1 && call.procedure().last().name().startsWith(PREFIX);
    }

    static Result run(CallProcedure call, SessionContext session) {
        var function = new FunctionCall(call.procedure(), call.arguments(), false, List.of(), null, null, call.span());
        var answer = Evaluation.of(List.of(function), session.binds(), session);
        var column = answer.columns().get(0);
        return Result.rows(StatementType.SELECT, List.of(named(call, column.type())), answer.rows());
    }

    static Result describe(CallProcedure call) {
        return Result.rows(StatementType.SELECT, List.of(named(call, SnowflakeType.VARCHAR)), List.of());
    }

    private static ResultColumn named(CallProcedure call, SnowflakeType type) {
        return new ResultColumn(call.procedure().last().name(), type, true, null);
    }
}
