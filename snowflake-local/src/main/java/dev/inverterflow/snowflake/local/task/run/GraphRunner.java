package dev.inverterflow.snowflake.local.task.run;

import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.execution.StatementThreads;
import dev.inverterflow.snowflake.local.task.model.Task;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs graphs: each task on a thread of its own as soon as those before it have ended, a failed graph again at once. */
public final class GraphRunner implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(GraphRunner.class);
    private static final long CLOSE_SECONDS = 3;

    private final TaskRunner tasks;
    private final Clock clock;
    private final ExecutorService threads = Executors.newCachedThreadPool(GraphRunner::runThread);

    public GraphRunner(TaskRunner tasks, Clock clock) {
        this.tasks = tasks;
        this.clock = clock;
    }

    /** What is told about a run, on the thread of its last task. */
    interface Listener {
        /** The root has ended, others may go on. */
        void rootEnded(GraphRun run);

        /** What failed in it is run again; this is the new attempt. */
        void retried(GraphRun run);

        /** All of it has ended, retries included; it is the last attempt. */
        void ended(GraphRun run);
    }

    /** Runs a graph, from the tasks that are ready. */
    void start(GraphRun run, Listener listener) {
        advance(run, listener);
    }

    /** Does something on one of its threads; not at all if it is being closed. */
    void later(Runnable work) {
        try {
            threads.execute(work);
        } catch (RejectedExecutionException closing) {
            LOG.debug("a task does not run: the server stops");
        }
    }

    private void advance(GraphRun run, Listener listener) {
        for (var task : run.takeReady()) {
            later(() -> runTask(task, run, listener));
        }
        if (run.takeEnd()) {
            end(run, listener);
        }
    }

    private void runTask(Task task, GraphRun run, Listener listener) {
        var due = task.root() ? run.origin().scheduledTime() : clock.instant();
        run.ended(task, outcome(task, run, due));
        if (task.root()) {
            listener.rootEnded(run);
        }
        advance(run, listener);
    }

    private TaskRun.Outcome outcome(Task task, GraphRun run, Instant due) {
        try {
            return tasks.run(task, run, due);
        } catch (RuntimeException broken) {
            LOG.error("task {} could not be run", task.name(), broken);
            return TaskRun.Outcome.of(
                    TaskRun.State.FAILED,
                    clock.instant(),
                    null,
                    Errors.internal("task " + task.name() + " could not be run", broken));
        }
    }

    private void end(GraphRun run, Listener listener) {
        int retries = run.root().definition().retries();
        if (run.state() == TaskRun.State.FAILED && run.origin().attempt() <= retries) {
            var attempt = run.again(run.origin().again(clock.instant(), RunOrigin.Cause.AUTOMATIC_RETRY));
            listener.retried(attempt);
            advance(attempt, listener);
        } else {
            listener.ended(run);
        }
    }

    /** Starts nothing more, waits a little for the runs that are going on, then stops them. */
    @Override
    public void close() throws InterruptedException {
        threads.shutdown();
        if (!threads.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
            LOG.warn("task runs are still going on after {} s and are stopped", CLOSE_SECONDS);
            tasks.cancelAll();
            threads.shutdownNow();
            if (!threads.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("task runs do not stop, and their ends are not written down");
            }
        }
    }

    private static Thread runThread(Runnable run) {
        return StatementThreads.daemon(run, "snowflake-local-task-run");
    }
}
