package dev.inverterflow.snowflake.local.transaction;

import dev.inverterflow.snowflake.local.execution.PastTransaction;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Predicate;

/** The latest transactions that have ended, those of all sessions. */
final class PastTransactions {

    private static final int KEPT = 10_000;

    /** The latest first. */
    private final Deque<PastTransaction> latest = new ArrayDeque<>();

    synchronized void add(PastTransaction transaction) {
        latest.addFirst(transaction);
        if (latest.size() > KEPT) {
            latest.removeLast();
        }
    }

    /** The latest of those. */
    synchronized Optional<PastTransaction> find(Predicate<PastTransaction> wanted) {
        return latest.stream().filter(wanted).findFirst();
    }
}
