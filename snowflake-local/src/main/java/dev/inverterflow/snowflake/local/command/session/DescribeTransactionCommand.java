package dev.inverterflow.snowflake.local.command.session;

import dev.inverterflow.snowflake.local.ast.Inspection.DescribeTransaction;
import dev.inverterflow.snowflake.local.catalog.Role;
import dev.inverterflow.snowflake.local.command.Shown;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.execution.OpenTransaction;
import dev.inverterflow.snowflake.local.execution.PastTransaction;
import dev.inverterflow.snowflake.local.execution.Result;
import dev.inverterflow.snowflake.local.execution.ResultColumn;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.execution.StatementCommand;
import dev.inverterflow.snowflake.local.execution.StatementType;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * DESCRIBE TRANSACTION: one that is open, or one of the latest that have ended; another user's for account administrators only.
 *
 * @see <a href="https://docs.snowflake.com/en/sql-reference/sql/desc-transaction">DESCRIBE TRANSACTION</a>
 */
final class DescribeTransactionCommand implements StatementCommand<DescribeTransaction> {

    private static final List<ResultColumn> COLUMNS = List.of(
            ResultColumn.number("id"),
            ResultColumn.text("user"),
            ResultColumn.number("session"),
            ResultColumn.text("name"),
            Shown.time("started_on"),
            ResultColumn.text("state"),
            Shown.time("ended_on"));

    @Override
    public Result run(DescribeTransaction statement, SessionContext session) {
        long id = statement.id();
        Optional<PastTransaction> past = session.transactions().past(id);
        List<@Nullable String> row = past.map(PastTransaction::transaction)
                .or(() -> session.transactions().open(id))
                .filter(found -> isShown(found, session))
                .map(found -> row(found, past.orElse(null)))
                .orElseThrow(() -> Errors.objectDoesNotExist("Transaction", String.valueOf(id)));
        return Result.rows(StatementType.DESCRIBE, COLUMNS, List.of(row));
    }

    @Override
    public Result describe(DescribeTransaction statement, SessionContext session) {
        return Result.rows(StatementType.DESCRIBE, COLUMNS, List.of());
    }

    private static boolean isShown(OpenTransaction transaction, SessionContext session) {
        return transaction.user().equals(session.user()) || session.access().includes(Role.ACCOUNTADMIN);
    }

    private static List<@Nullable String> row(OpenTransaction transaction, @Nullable PastTransaction past) {
        return Result.row(
                String.valueOf(transaction.id()),
                transaction.user(),
                String.valueOf(transaction.session()),
                transaction.name(),
                Shown.time(transaction.startedOn()),
                past == null ? "running" : past.outcome().label(),
                past == null ? null : Shown.time(past.endedOn()));
    }
}
