package dev.inverterflow.snowflake.local.command.session;

import dev.inverterflow.snowflake.local.ast.Inspection.Show;
import dev.inverterflow.snowflake.local.catalog.Role;
import dev.inverterflow.snowflake.local.execution.Result;
import dev.inverterflow.snowflake.local.execution.ResultColumn;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.execution.StatementCommand;
import dev.inverterflow.snowflake.local.execution.StatementType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * SHOW LOCKS; the last column, the session, is for account administrators only.
 *
 * @see <a href="https://docs.snowflake.com/en/sql-reference/sql/show-locks">SHOW LOCKS</a>
 */
final class ShowLocks implements StatementCommand<Show> {

    @Override
    public Result run(Show statement, SessionContext session) {
        List<ResultColumn> columns = columns(session);
        List<List<@Nullable String>> rows = TransactionListing.locks(statement, session).stream()
                .map(row -> row.subList(0, columns.size()))
                .toList();
        return Result.rows(StatementType.SHOW, columns, rows);
    }

    @Override
    public Result describe(Show statement, SessionContext session) {
        return Result.rows(StatementType.SHOW, columns(session), List.of());
    }

    private static List<ResultColumn> columns(SessionContext session) {
        List<ResultColumn> all = TransactionListing.LOCKS;
        return session.access().includes(Role.ACCOUNTADMIN) ? all : all.subList(0, all.size() - 1);
    }
}
