package dev.inverterflow.snowflake.local.session;

import dev.inverterflow.snowflake.local.analysis.Constant;
import dev.inverterflow.snowflake.local.catalog.Access;
import dev.inverterflow.snowflake.local.catalog.AccountType;
import dev.inverterflow.snowflake.local.catalog.Role;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.execution.OpenTransaction;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.execution.SystemFunctionProvider;
import dev.inverterflow.snowflake.local.type.SnowflakeType;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The functions that stop queries, transactions and sessions.
 *
 * @see <a href="https://docs.snowflake.com/en/sql-reference/functions-system">System functions</a>
 */
final class StopFunctions implements SystemFunctionProvider {

    static final String CANCEL_ALL = "SYSTEM$CANCEL_ALL_QUERIES";
    static final String CANCEL_ONE = "SYSTEM$CANCEL_QUERY";
    private static final String ABORT_SESSION = "SYSTEM$ABORT_SESSION";
    private static final String ABORT_TRANSACTION = "SYSTEM$ABORT_TRANSACTION";

    private final Sessions sessions;

    StopFunctions(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public Set<String> names() {
        return Set.of(CANCEL_ALL, CANCEL_ONE, ABORT_SESSION, ABORT_TRANSACTION);
    }

    @Override
    public Optional<SnowflakeType> resultType(String name, int arguments) {
        return arguments == 1 && names().contains(name) ? Optional.of(SnowflakeType.VARCHAR) : Optional.empty();
    }

    @Override
    public Constant call(String name, List<Constant> arguments, SessionContext session) {
        String argument = Objects.requireNonNullElse(arguments.get(0).text(), "");
        if (!name.equals(CANCEL_ONE) && session.inOwnersRightsProcedure()) {
            throw Errors.sideEffectsInProcedure(name);
        }
        try {
            return Constant.text(
                    switch (name) {
                        case CANCEL_ALL -> cancelAll(number(argument, name), session);
                        case ABORT_SESSION -> abortSession(number(argument, name), session);
                        case ABORT_TRANSACTION -> abortTransaction(number(argument, name), session);
                        default -> cancel(argument, session);
                    });
        } catch (SQLException failure) {
            throw Errors.internal(name + " failed", failure);
        }
    }

    private static long number(String argument, String function) {
        if (!argument.matches("\\d{1,18}")) {
            throw Errors.invalidValue(argument, function);
        }
        return Long.parseLong(argument);
    }

    /** The query that asks goes on. */
    private String cancelAll(long id, SessionContext asking) {
        Optional<ServerSession> session = sessions.session(id).filter(found -> mayCancel(found, asking));
        return (session.isEmpty() ? 0 : session.get().cancelAllBut(asking.queryId())) + " cancelled.";
    }

    private String cancel(String queryId, SessionContext asking) throws SQLException {
        Optional<PendingQuery> query = sessions.find(queryId)
                .filter(found -> asking.access().includes(Role.ACCOUNTADMIN)
                        || sessions.session(found.sessionId())
                                .filter(session -> mayCancel(session, asking))
                                .isPresent());
        if (query.isEmpty() || query.get().answer().isPresent()) {
            return "Identified SQL statement is not currently executing.";
        }
        query.get().cancel();
        return "query [" + queryId + "] terminated.";
    }

    /** Whether what a session runs may be cancelled: by its user, an owner of that user, or who operates its warehouse. */
    private static boolean mayCancel(ServerSession session, SessionContext asking) {
        Access access = asking.access();
        return session.user().equals(asking.user())
                || asking.catalog()
                        .account(AccountType.USER)
                        .find(session.user())
                        .filter(access::owns)
                        .isPresent()
                || session.warehouse()
                        .flatMap(asking.catalog().account(AccountType.WAREHOUSE)::find)
                        .filter(access::operates)
                        .isPresent();
    }

    /** What asks goes on to its end, also in the session that it ends. */
    private String abortSession(long id, SessionContext asking) throws SQLException {
        ServerSession session = sessions.session(id)
                .filter(found -> isOwn(found.user(), asking))
                .orElseThrow(() -> Errors.objectDoesNotExist("Session", String.valueOf(id)));
        if (session.id() != asking.id()) {
            sessions.abort(session);
        } else if (asking.inProcedure()) {
            throw Errors.notSupported(ABORT_SESSION + " of its own session in a procedure");
        } else {
            Optional<PendingQuery> query = sessions.find(asking.queryId());
            asking.atEndOfQuery(() -> sessions.abortAfter(query, session));
        }
        return "session [" + id + "] terminated.";
    }

    private String abortTransaction(long id, SessionContext asking) throws SQLException {
        if (asking.transactions()
                .past(id)
                .filter(past -> isOwn(past.transaction().user(), asking))
                .isPresent()) {
            return "Transaction id: " + id + " is not running.";
        }
        OpenTransaction transaction = asking.transactions()
                .open(id)
                .filter(open -> isOwn(open.user(), asking))
                .orElseThrow(() -> Errors.objectDoesNotExist("Transaction", String.valueOf(id)));
        if (transaction.session() == asking.id()) {
            rollbackOwn(id, asking);
        } else {
            Optional<ServerSession> session = sessions.session(transaction.session());
            if (session.isPresent()) {
                session.get().abortTransaction(id);
            }
        }
        return "Aborted transaction id: " + id;
    }

    private static void rollbackOwn(long id, SessionContext asking) throws SQLException {
        asking.requireOwnTransaction();
        if (asking.transaction().info().filter(open -> open.id() == id).isEmpty()) {
            throw Errors.notSupported(ABORT_TRANSACTION + " of a transaction from within one that it encloses");
        }
        asking.transaction().rollback();
    }

    private static boolean isOwn(String user, SessionContext asking) {
        return user.equals(asking.user()) || asking.access().includes(Role.ACCOUNTADMIN);
    }
}
