package dev.inverterflow.snowflake.local.session;

import dev.inverterflow.snowflake.local.transaction.TransactionOwner;
import java.time.Duration;

/** What the transactions of a session ask it. */
final class OwnTransactions implements TransactionOwner {

    private final ServerSession session;

    OwnTransactions(ServerSession session) {
        this.session = session;
    }

    @Override
    public long sessionId() {
        return session.id();
    }

    @Override
    public String user() {
        return session.user();
    }

    @Override
    public String queryId() {
        return session.queryId();
    }

    @Override
    public long scope() {
        return session.innermost().scope();
    }

    @Override
    public Duration lockTimeout() {
        return Duration.ofSeconds(Long.parseLong(session.parameters().get("LOCK_TIMEOUT")));
    }

    @Override
    public boolean abortsOnError() {
        return session.parameters().flag("TRANSACTION_ABORT_ON_ERROR");
    }

    @Override
    public void requireNotCanceled() {
        session.executions().requireNotCanceled();
    }
}
