package dev.inverterflow.procs.run;

import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The transaction of a writing procedure. On an error everything is rolled back, one row goes to PIPELINE_ERRORS in a
 * transaction of its own, and the error goes on to the caller, so that a task fails.
 *
 * <p>BEGIN and COMMIT stand here because AUTOCOMMIT is the caller's; a transaction must end in the procedure that began
 * it (Snowflake: Transactions, "Transactions and stored procedures").
 */
public final class Transaction {

    private static final Logger LOG = LoggerFactory.getLogger(Transaction.class);

    private Transaction() {}

    /** Runs {@code work} in one transaction. */
    public static <T> T run(Database database, Run run, Supplier<T> work) {
        database.execute("BEGIN TRANSACTION");
        try {
            T result = work.get();
            database.execute("COMMIT");
            return result;
        } catch (RuntimeException | Error failure) {
            undo(database, run, failure);
            throw failure;
        }
    }

    private static void undo(Database database, Run run, Throwable failure) {
        LOG.error("run {}: {} failed, rolling back", run.id(), run.procedure(), failure);
        try {
            database.execute("ROLLBACK");
            record(database, run, failure);
        } catch (RuntimeException secondary) {
            failure.addSuppressed(secondary);
        }
    }

    private static void record(Database database, Run run, Throwable failure) {
        String kind = failure instanceof ProcedureException known ? known.code() : "PROCEDURE_FAILED";
        database.execute("BEGIN TRANSACTION");
        database.execute(
                """
                INSERT INTO PIPELINE_ERRORS (ERROR_ID, OCCURRED_AT, SOURCE, KIND, MESSAGE, RUN_ID)
                SELECT ?, SYSDATE(), ?, ?, ?, ?""",
                UUID.randomUUID().toString(),
                run.procedure(),
                kind,
                String.valueOf(failure.getMessage()),
                run.id());
        database.execute("COMMIT");
    }
}
