package dev.inverterflow.snowflake.local.transaction;

import java.time.Duration;

/** What a transaction asks the session it is in. */
public interface TransactionOwner {

    long sessionId();

    String user();

    /** The id of the statement now running. */
    String queryId();

    /** The number of the CALL in whose body it is now; 0 outside of all. */
    long scope();

    /** LOCK_TIMEOUT. */
    Duration lockTimeout();

    /** TRANSACTION_ABORT_ON_ERROR: whether an error ends the whole transaction. */
    boolean abortsOnError();

    /** Throws if the statement now running was cancelled. */
    void requireNotCanceled();
}
