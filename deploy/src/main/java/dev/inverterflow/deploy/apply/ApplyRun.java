package dev.inverterflow.deploy.apply;

import dev.inverterflow.deploy.apply.Plan.PendingStep;
import dev.inverterflow.deploy.connection.SnowflakeSession;
import dev.inverterflow.deploy.connection.StatementFailure;
import dev.inverterflow.deploy.inventory.Inventory;
import dev.inverterflow.deploy.inventory.InventoryJson;
import dev.inverterflow.deploy.inventory.InventoryReader;
import dev.inverterflow.deploy.object.ObjectKind;
import dev.inverterflow.deploy.outcome.DeployException;
import dev.inverterflow.deploy.pipeline.Running;
import dev.inverterflow.deploy.target.Target;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Brings the schema to the state of the steps. DDL is not transactional in Snowflake, so every step is recorded by
 * itself, scripts can run again, and the next apply goes on with the step that did not finish.
 *
 * <p>History and lock have a session of their own: what a script does to its session (role, schema, an open transaction)
 * cannot reach them.
 */
public final class ApplyRun {
    /** The history's name for the definitions of all objects right after an apply. */
    static final String STATE_STEP = "(definitions)";

    private final SnowflakeSession books;
    private final Supplier<SnowflakeSession> workSessions;
    private final Target target;
    private final DeployHistory history;
    private final Progress progress;
    private final PrintWriter out;
    private final ApplyOptions options;
    private final String runId = UUID.randomUUID().toString();

    /**
     * An apply.
     *
     * @param books for history and lock; must have the owner's role
     * @param workSessions opens the session that runs the steps; asked once, and only when there is a step to run
     */
    public ApplyRun(
            SnowflakeSession books,
            Supplier<SnowflakeSession> workSessions,
            Target target,
            Progress progress,
            PrintWriter out,
            ApplyOptions options) {
        this.books = books;
        this.workSessions = workSessions;
        this.target = target;
        this.history = new DeployHistory(books, target);
        this.progress = progress;
        this.out = out;
        this.options = options;
    }

    /** Applies what is pending; nothing but one query when there is nothing to do. */
    public void apply(List<Step> steps) {
        Map<String, HistoryEntry> attempts = history.lastAttempts();
        Plan plan = Plan.of(steps, attempts);
        if (!plan.isEmpty() || leftSomething(attempts)) {
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
            Map<String, HistoryEntry> attempts = history.lastAttempts();
            plan = Plan.of(steps, attempts);
            if (!plan.isEmpty() || leftSomething(attempts)) {
                runAll(plan, leftBehind(attempts), work, lock);
            }
        } catch (RuntimeException | Error e) {
            releaseAfter(e, lock);
            throw e;
        }
        lock.release();
        return plan;
    }

    private void runAll(Plan plan, Running leftBehind, SnowflakeSession work, DeployLock lock) {
        StatementSender sender = new StatementSender(work, target, lock, options.stopRequested());
        sender.prepare();
        Preflight preflight = new Preflight(plan, before(work), target);
        preflight.check(options.allowed(), options.snowpark(), work, out);
        history.started(runId, STATE_STEP, StepKind.STATE, "", "");
        TaskGuard tasks = new TaskGuard(work, target, history, runId, out);
        try {
            if (!leftBehind.isEmpty() || preflight.touches(ObjectKind.TASK) || preflight.touches(ObjectKind.ALERT)) {
                tasks.engage(leftBehind);
                sender.leaveHome();
            }
            PipeGuard pipes = new PipeGuard(work, target, out);
            progress.total(plan.pending().size());
            for (PendingStep next : plan.pending()) {
                sender.prepare();
                pipes.before(next.step());
                runRecorded(next.step(), sender);
            }
        } catch (StatementFailure | DeployException e) {
            progress.done();
            tasks.restoreAfter(e);
            throw e;
        }
        progress.done();
        tasks.restore();
        keepDefinitions(work);
    }

    private Inventory before(SnowflakeSession work) {
        return new InventoryReader(work, target).objects();
    }

    /** What a deployer that was killed had stopped and did not start again. */
    private Running leftBehind(Map<String, HistoryEntry> attempts) {
        HistoryEntry last = attempts.get(TaskGuard.STEP);
        if (last == null || last.succeeded()) {
            return Running.NOTHING;
        }
        return history.lastKept(StepKind.TASKS, HistoryEntry.Outcome.STARTED)
                .map(kept -> Running.parse(kept.content()))
                .orElse(Running.NOTHING);
    }

    /** A killed deployer leaves tasks suspended, or definitions unrecorded, though every step is done. */
    private static boolean leftSomething(Map<String, HistoryEntry> attempts) {
        return attempts.values().stream().anyMatch(entry -> !entry.kind().isStep() && !entry.succeeded());
    }

    private void keepDefinitions(SnowflakeSession work) {
        target.enterAsOwner(work);
        history.keep(runId, STATE_STEP, InventoryJson.write(new InventoryReader(work, target).definitions()));
        history.succeeded(runId, STATE_STEP, 0);
    }

    private void runRecorded(Step step, StatementSender sender) {
        progress.begins(step.name(), step.size());
        long begun = System.nanoTime();
        history.started(runId, step);
        try {
            step.run(sender);
        } catch (StatementFailure | DeployException e) {
            progress.ended(options.stopRequested().getAsBoolean() ? "stopped" : "FAILED");
            recordFailure(step, millisecondsSince(begun), e);
            throw e;
        }
        history.succeeded(runId, step.name(), millisecondsSince(begun));
        progress.succeeded(millisecondsSince(begun));
    }

    private void recordFailure(Step step, long milliseconds, RuntimeException failure) {
        try {
            history.failed(runId, step, milliseconds, String.valueOf(failure.getMessage()));
        } catch (StatementFailure e) {
            // The network is gone, most likely: the row stays STARTED, which the next apply takes as unfinished too.
            suppress(e, failure);
        }
    }

    /** A lost connection gives one and the same failure to whoever asks it again. */
    static void suppress(RuntimeException later, Throwable first) {
        if (later != first && later.getCause() != first && first.getCause() != later) {
            first.addSuppressed(later);
        }
    }

    private static void releaseAfter(Throwable failure, DeployLock lock) {
        try {
            lock.release();
        } catch (StatementFailure e) {
            // The lease ends by itself.
            suppress(e, failure);
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
