package dev.inverterflow.procs.run;

import java.util.Map;
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

    /** Runs {@code work} in one transaction and notes the run, without counts, in PIPELINE_RUNS. */
    public static <T> T noted(Database database, Run run, Supplier<T> work) {
        return run(database, run, () -> {
            T result = work.get();
            database.execute(
                    "INSERT INTO PIPELINE_RUNS (RUN_ID, PROCEDURE_NAME, STARTED_AT, FINISHED_AT) SELECT %s, %s, %s, SYSDATE()"
                            .formatted(Sql.text(run.id()), Sql.text(run.procedure()), Sql.timestamp(run.startedAt())));
            return result;
        });
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
        PipelineErrors.report(
                database,
                run,
                run.procedure(),
                new PipelineErrors.Report(
                        run.procedure() + "|" + kind, kind, String.valueOf(failure.getMessage()), Map.of()));
        database.execute("COMMIT");
    }
}
