package dev.inverterflow.snowflake.local.procedure;

import dev.inverterflow.snowflake.local.ast.AlterAction;
import dev.inverterflow.snowflake.local.ast.CreateRoutine.ExecuteAs;
import dev.inverterflow.snowflake.local.ast.DdlStatement.Alter;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.execution.CallFrame.Rights;
import dev.inverterflow.snowflake.local.execution.Result;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.execution.StatementCommand;

/**
 * ALTER PROCEDURE: another name, comment or level of its log, or other rights to run with.
 *
 * @see <a href="https://docs.snowflake.com/en/sql-reference/sql/alter-procedure">ALTER PROCEDURE</a>
 */
final class AlterProcedureCommand implements StatementCommand<Alter> {

    @Override
    public Result run(Alter statement, SessionContext session) {
        return RoutineChanges.alter(
                statement,
                Procedure.KIND,
                "Procedure",
                session,
                procedure -> changed(procedure, statement.action(), session));
    }

    @Override
    public Effect effect(Alter statement) {
        return Effect.COMMITS_FIRST;
    }

    private static Procedure changed(Procedure procedure, AlterAction action, SessionContext session) {
        if (action instanceof AlterAction.SetExecuteAs set) {
            return procedure.withRights(rights(set.executeAs()));
        }
        Procedure changed = RoutineChanges.common(procedure, action, session);
        if (action instanceof AlterAction.RenameTo) {
            Overloads.refuseAmbiguity(
                    changed,
                    session.catalog().objects(Procedure.KIND).in(changed.name().schemaName()));
        }
        return changed;
    }

    private static Rights rights(ExecuteAs executeAs) {
        return switch (executeAs) {
            case OWNER -> Rights.OWNER;
            case CALLER -> Rights.CALLER;
            case RESTRICTED_CALLER -> throw Errors.notSupported("EXECUTE AS RESTRICTED CALLER");
        };
    }
}
