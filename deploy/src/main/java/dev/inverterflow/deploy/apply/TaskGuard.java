package dev.inverterflow.deploy.apply;

import dev.inverterflow.deploy.connection.SnowflakeSession;
import dev.inverterflow.deploy.connection.StatementFailure;
import dev.inverterflow.deploy.pipeline.Pipeline;
import dev.inverterflow.deploy.pipeline.Running;
import dev.inverterflow.deploy.target.Target;
import java.io.PrintWriter;
import java.util.List;

/**
 * Keeps tasks and alerts still while their scripts run, and puts them back as they were: a graph can only be changed while
 * its root is suspended, and CREATE OR REPLACE leaves a task suspended whatever it was before. What ran is written into
 * the history before anything is stopped, so that a killed deployer's successor puts it back.
 */
final class TaskGuard {
    static final String STEP = "(running tasks)";

    private final SnowflakeSession session;
    private final Target target;
    private final DeployHistory history;
    private final String runId;
    private final PrintWriter out;
    private Running wanted = Running.NOTHING;
    private boolean engaged;

    TaskGuard(SnowflakeSession session, Target target, DeployHistory history, String runId, PrintWriter out) {
        this.session = session;
        this.target = target;
        this.history = history;
        this.runId = runId;
        this.out = out;
    }

    /**
     * Stops what runs.
     *
     * @param leftBehind what a killed deployer stopped before
     */
    void engage(Running leftBehind) {
        target.enterAsTasksOwner(session);
        Pipeline pipeline = pipeline();
        Running running = pipeline.running();
        wanted = running.and(leftBehind);
        history.started(runId, STEP, StepKind.TASKS, "", wanted.toJson());
        engaged = true;
        pipeline.suspend(running);
    }

    /** Starts again what ran, and names what stays suspended. */
    void restore() {
        if (!engaged) {
            return;
        }
        target.enterAsTasksOwner(session);
        List<String> suspended = pipeline().restore(wanted);
        history.succeeded(runId, STEP, 0);
        engaged = false;
        if (!suspended.isEmpty()) {
            out.println("note: suspended: " + String.join(", ", suspended) + "; 'resume' starts them");
        }
        out.flush();
    }

    /** The same when the apply has failed, whose message comes first; what cannot be put back is left to the next apply. */
    void restoreAfter(RuntimeException failure) {
        try {
            restore();
        } catch (StatementFailure e) {
            ApplyRun.suppress(e, failure);
        }
    }

    private Pipeline pipeline() {
        return new Pipeline(session, target, out);
    }
}
