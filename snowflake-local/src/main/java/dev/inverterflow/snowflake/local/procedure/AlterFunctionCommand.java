package dev.inverterflow.snowflake.local.procedure;

import dev.inverterflow.snowflake.local.ast.AlterAction;
import dev.inverterflow.snowflake.local.ast.DdlStatement.Alter;
import dev.inverterflow.snowflake.local.execution.Result;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.execution.StatementCommand;

/**
 * ALTER FUNCTION: another name, comment or level of its log, SECURE or not.
 *
 * @see <a href="https://docs.snowflake.com/en/sql-reference/sql/alter-function">ALTER FUNCTION</a>
 */
final class AlterFunctionCommand implements StatementCommand<Alter> {

    @Override
    public Result run(Alter statement, SessionContext session) {
        AlterAction action = statement.action();
        return RoutineChanges.alter(
                statement,
                JavaFunction.KIND,
                "Function",
                session,
                function -> action instanceof AlterAction.SetSecure set
                        ? function.withSecure(set.secure())
                        : RoutineChanges.common(function, action, session));
    }

    @Override
    public Effect effect(Alter statement) {
        return Effect.COMMITS_FIRST;
    }
}
