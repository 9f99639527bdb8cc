package dev.inverterflow.snowflake.local.command.query;

import dev.inverterflow.snowflake.local.analysis.Origin;
import dev.inverterflow.snowflake.local.analysis.TargetTable;
import dev.inverterflow.snowflake.local.ast.DmlStatement.Truncate;
import dev.inverterflow.snowflake.local.catalog.ObjectName;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.execution.Result;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.execution.StatementCommand;
import dev.inverterflow.snowflake.local.execution.TransactionParticipant;
import java.sql.SQLException;

/** TRUNCATE TABLE. */
final class TruncateCommand implements StatementCommand<Truncate> {

    private static final int NOT_THERE = 2003;

    @Override
    public Effect effect(Truncate statement) {
        return Effect.WRITES;
    }

    @Override
    public Result run(Truncate statement, SessionContext session) throws SQLException {
        TargetTable table;
        try {
            table = session.relations().target(statement.table());
        } catch (SnowflakeException missing) {
            if (statement.ifExists() && missing.code() == NOT_THERE) {
                return Result.status("Statement executed successfully.");
            }
            throw missing;
        }
        Origin origin = table.origin();
        ObjectName name = new ObjectName(origin.database(), origin.schema(), origin.name());
        TransactionNotes.changes(name, session);
        TransactionNotes.beforeChange(name, TransactionParticipant.Change.TRUNCATION, session);
        long rows = EngineQueries.update("DELETE FROM " + table.duckName(), session);
        TransactionNotes.removed(origin, rows, session);
        return Result.status("Statement executed successfully.");
    }
}
