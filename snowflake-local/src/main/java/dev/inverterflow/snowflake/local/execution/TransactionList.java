package dev.inverterflow.snowflake.local.execution;

import java.util.List;

/** The transactions of all sessions. */
public interface TransactionList {

    /** Those that are open, in the order in which they began. */
    List<OpenTransaction> open();

    /** The locks they hold, then those they wait for, by table. */
    List<LockClaim> locks();
}
