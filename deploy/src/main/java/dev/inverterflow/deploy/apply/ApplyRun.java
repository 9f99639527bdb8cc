package dev.inverterflow.deploy.apply;

import dev.inverterflow.deploy.apply.Plan.PendingStep;
import dev.inverterflow.deploy.connection.SnowflakeSession;
import dev.inverterflow.deploy.connection.StatementFailure;
import dev.inverterflow.deploy.outcome.DeployException;
import dev.inverterflow.deploy.target.Target;
import java.io.PrintWriter;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Brings the schema to the state of the steps. DDL is not transactional in Snowflake, so every step is recorded by
 * itself, scripts can run again, and the next apply goes on with the step that did not finish.
 *
 * <p>History and lock have a session of their own: what a script does to its session (role, schema, an open transaction)
 * cannot reach them.
 */
public final class ApplyRun {
    private final SnowflakeSession books;
    private final Supplier<SnowflakeSession> workSessions;
    private final Target target;
    private final DeployHistory history;
    private final PrintWriter out;
    private final BooleanSupplier stopRequested;
    private final String runId = UUID.randomUUID().toString();

    /**
     * An apply.
     *
     * @param books for history and lock; must have the owner's role
     * @param workSessions opens the session that runs the steps; asked once, and only when there is a step to run
     * @param stopRequested asked between statements; true ends the run in order
     */
    public ApplyRun(
            SnowflakeSession books,
            Supplier<SnowflakeSession> workSessions,
            Target target,
            PrintWriter out,
            BooleanSupplier stopRequested) {
        this.books = books;
        this.workSessions = workSessions;
        this.target = target;
        this.history = new DeployHistory(books, target);
        this.out = out;
        this.stopRequested = stopRequested;
    }

    /** Applies what is pending; nothing but one query when there is nothing to do. */
    public void apply(List<Step> steps) {
        Plan plan = Plan.of(steps, history.lastAttempts());
        if (!plan.isEmpty()) {
            plan = applyLocked(steps);
        }
        for (String note : plan.notes()) {
            out.println("note: " + note);
        }
        out.println(summary(plan));
        out.flush();
    }

    private Plan applyLocked(List<Step> steps) {
        target.enterSchema(books);
        history.createIfMissing();
        DeployLock lock = DeployLock.acquire(books, target, runId);
        Plan plan;
        try (SnowflakeSession work = workSessions.get()) {
            // Again: somebody else may have applied between the first look and the lock.
            plan = Plan.of(steps, history.lastAttempts());
            runAll(plan, work, new StatementSender(work, target, lock, stopRequested));
        } catch (RuntimeException | Error e) {
            releaseAfter(e, lock);
            throw e;
        }
        lock.release();
        return plan;
    }

    private void runAll(Plan plan, SnowflakeSession work, StatementSender sender) {
        Progress progress = new Progress(out, plan.pending().size());
        RunningTasks tasks = RunningTasks.before(plan, work, target, out);
        try {
            for (PendingStep next : plan.pending()) {
                sender.prepare();
                runRecorded(next.step(), sender, progress);
            }
        } catch (StatementFailure | DeployException e) {
            tasks.restoreAfter(e);
            throw e;
        }
        tasks.restore();
    }

    private void runRecorded(Step step, StatementSender sender, Progress progress) {
        progress.begins(step.name(), step.size());
        long begun = System.nanoTime();
        history.started(runId, step);
        try {
            step.run(sender);
        } catch (StatementFailure | DeployException e) {
            progress.ended(stopRequested.getAsBoolean() ? "stopped" : "FAILED");
            recordFailure(step, millisecondsSince(begun), e);
            throw e;
        }
        history.succeeded(runId, step, millisecondsSince(begun));
        progress.succeeded(millisecondsSince(begun));
    }

    private void recordFailure(Step step, long milliseconds, RuntimeException failure) {
        try {
            history.failed(runId, step, milliseconds, String.valueOf(failure.getMessage()));
        } catch (StatementFailure e) {
            // The network is gone, most likely: the row stays STARTED, which the next apply takes as unfinished too.
            failure.addSuppressed(e);
        }
    }

    private static void releaseAfter(Throwable failure, DeployLock lock) {
        try {
            lock.release();
        } catch (StatementFailure e) {
            // The lease ends by itself.
            failure.addSuppressed(e);
        }
    }

    private String summary(Plan plan) {
        int applied = plan.pending().size();
        int unchanged = plan.unchanged().size();
        return applied == 0
                ? target.schemaName() + " is up to date: nothing to do (" + unchanged + " steps applied before)"
                : target.schemaName() + ": " + applied + " applied, " + unchanged + " unchanged";
    }

    private static long millisecondsSince(long nanoTime) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - nanoTime);
    }
}
