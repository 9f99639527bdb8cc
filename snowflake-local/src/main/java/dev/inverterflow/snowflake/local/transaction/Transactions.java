package dev.inverterflow.snowflake.local.transaction;

import dev.inverterflow.snowflake.local.engine.DuckDb;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.execution.LockClaim;
import dev.inverterflow.snowflake.local.execution.OpenTransaction;
import dev.inverterflow.snowflake.local.execution.PastTransaction;
import dev.inverterflow.snowflake.local.execution.TransactionList;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What the transactions of all sessions share. */
public final class Transactions implements TransactionList {

    private final DuckDb engine;
    private final CommitCoordinator commits;
    private final Locks locks;
    private final Clock clock;
    private final Map<Long, OpenTransaction> open = new ConcurrentHashMap<>();
    private final PastTransactions past = new PastTransactions();

    public Transactions(DuckDb engine, CommitCoordinator commits, Clock clock) {
        this.engine = engine;
        this.commits = commits;
        this.locks = new Locks(clock);
        this.clock = clock;
    }

    @Override
    public List<OpenTransaction> open() {
        return open.values().stream()
                .sorted(Comparator.comparing(OpenTransaction::id))
                .toList();
    }

    @Override
    public Optional<OpenTransaction> open(long id) {
        return Optional.ofNullable(open.get(id));
    }

    @Override
    public Optional<PastTransaction> past(long id) {
        return past.find(one -> one.transaction().id() == id);
    }

    @Override
    public Optional<PastTransaction> lastOf(long session) {
        return past.find(one -> one.transaction().session() == session);
    }

    @Override
    public List<LockClaim> locks() {
        return locks.claims();
    }

    /** Notes that a DDL statement changed the definition of some object. */
    public void definitionsChanged() {
        try {
            commits.definitionsChanged();
        } catch (SQLException failure) {
            throw Errors.internal("what follows a definition failed", failure);
        }
    }

    /**
     * @param name what it is called, empty for a made-up name
     * @param enclosing the open transaction that waits for its end; null for none
     */
    OpenTransaction begun(TransactionOwner owner, String name, @Nullable OpenTransaction enclosing) {
        long id = commits.newTransactionId();
        OpenTransaction begun = new OpenTransaction(
                id,
                owner.sessionId(),
                owner.user(),
                name.isEmpty() ? "T" + id : name,
                clock.instant(),
                owner.scope(),
                enclosing == null ? null : enclosing.id());
        open.put(id, begun);
        locks.begun(begun);
        return begun;
    }

    /** To be called when one of several statements has ended. */
    void ended(OpenTransaction transaction, PastTransaction.Outcome outcome) {
        past.add(new PastTransaction(transaction, outcome, clock.instant()));
        ended(transaction);
    }

    /** To be called when one of a single statement has ended. */
    void ended(OpenTransaction transaction) {
        open.remove(transaction.id());
        locks.release(transaction.id());
    }

    DuckDb engine() {
        return engine;
    }

    CommitCoordinator commits() {
        return commits;
    }

    Locks lockTable() {
        return locks;
    }
}
