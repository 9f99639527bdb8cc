package dev.inverterflow.snowflake.local.command.session;

import dev.inverterflow.snowflake.local.ast.Inspection.Show;
import dev.inverterflow.snowflake.local.ast.Inspection.ShowScope;
import dev.inverterflow.snowflake.local.catalog.Role;
import dev.inverterflow.snowflake.local.command.Shown;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.execution.LockClaim;
import dev.inverterflow.snowflake.local.execution.OpenTransaction;
import dev.inverterflow.snowflake.local.execution.Result;
import dev.inverterflow.snowflake.local.execution.ResultColumn;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * SHOW LOCKS and SHOW TRANSACTIONS: those of the user's sessions, with IN ACCOUNT those of all, which account administrators
 * see only.
 *
 * @see <a href="https://docs.snowflake.com/en/sql-reference/sql/show-locks">SHOW LOCKS</a>
 * @see <a href="https://docs.snowflake.com/en/sql-reference/sql/show-transactions">SHOW TRANSACTIONS</a>
 */
final class TransactionListing {

    static final List<ResultColumn> LOCKS = List.of(
            ResultColumn.text("resource"),
            ResultColumn.text("type"),
            ResultColumn.number("transaction"),
            Shown.time("transaction_started_on"),
            ResultColumn.text("status"),
            Shown.time("acquired_on"),
            ResultColumn.text("query_id"),
            ResultColumn.number("session"));

    static final List<ResultColumn> TRANSACTIONS = List.of(
            ResultColumn.number("id"),
            ResultColumn.text("user"),
            ResultColumn.number("session"),
            ResultColumn.text("name"),
            Shown.time("started_on"),
            ResultColumn.text("state"),
            ResultColumn.number("scope"));

    private TransactionListing() {}

    static List<List<@Nullable String>> locks(Show show, SessionContext session) {
        refuseInOwnersRights(show, session);
        return session.transactions().locks().stream()
                .filter(claim -> isShown(claim.transaction(), show, session))
                .map(TransactionListing::row)
                .toList();
    }

    static List<List<@Nullable String>> transactions(Show show, SessionContext session) {
        refuseInOwnersRights(show, session);
        if (show.scope() != null && !isAdministrator(session)) {
            throw Errors.insufficientPrivileges("account", session.facts().account());
        }
        return session.transactions().open().stream()
                .filter(open -> isShown(open, show, session))
                .map(TransactionListing::row)
                .toList();
    }

    private static void refuseInOwnersRights(Show show, SessionContext session) {
        if (session.inOwnersRightsProcedure()) {
            throw Errors.unsupportedInProcedure("SHOW " + show.kind().sql());
        }
    }

    private static boolean isShown(OpenTransaction transaction, Show show, SessionContext session) {
        @Nullable ShowScope scope = show.scope();
        return scope != null && isAdministrator(session) || transaction.user().equals(session.user());
    }

    private static boolean isAdministrator(SessionContext session) {
        return session.access().includes(Role.ACCOUNTADMIN);
    }

    private static List<@Nullable String> row(LockClaim claim) {
        @Nullable Instant acquired = claim.acquiredOn();
        return Result.row(
                claim.table().toString(),
                "PARTITIONS",
                String.valueOf(claim.transaction().id()),
                Shown.time(claim.transaction().startedOn()),
                acquired == null ? "WAITING" : "HOLDING",
                acquired == null ? null : Shown.time(acquired),
                claim.queryId(),
                String.valueOf(claim.transaction().session()));
    }

    private static List<@Nullable String> row(OpenTransaction open) {
        return Result.row(
                String.valueOf(open.id()),
                open.user(),
                String.valueOf(open.session()),
                open.name(),
                Shown.time(open.startedOn()),
                "running",
                String.valueOf(open.scope()));
    }
}
