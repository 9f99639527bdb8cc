package dev.inverterflow.snowflake.local.execution;

import java.util.List;
import java.util.Optional;

/** The transactions of all sessions. */
public interface TransactionList {

    /** Those that are open, in the order in which they began. */
    List<OpenTransaction> open();

    /** An open one. */
    Optional<OpenTransaction> open(long id);

    /** One of several statements that has ended; empty if it is no such one, or too old. */
    Optional<PastTransaction> past(long id);

    /** The last one of several statements that has ended in a session; empty if there is none. */
    Optional<PastTransaction> lastOf(long session);

    /** The locks they hold, then those they wait for, by table. */
    List<LockClaim> locks();
}
