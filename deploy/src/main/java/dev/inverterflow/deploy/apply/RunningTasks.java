package dev.inverterflow.deploy.apply;

import dev.inverterflow.deploy.apply.Plan.PendingStep;
import dev.inverterflow.deploy.apply.Plan.Reason;
import dev.inverterflow.deploy.connection.SnowflakeSession;
import dev.inverterflow.deploy.connection.StatementFailure;
import dev.inverterflow.deploy.pipeline.Pipeline;
import dev.inverterflow.deploy.target.Target;
import java.io.PrintWriter;
import java.util.Set;

/** CREATE OR REPLACE leaves a task suspended; what ran before an apply runs after it. */
final class RunningTasks {
    private final SnowflakeSession session;
    private final Target target;
    private final Pipeline pipeline;
    private final Set<String> started;

    private RunningTasks(SnowflakeSession session, Target target, Pipeline pipeline, Set<String> started) {
        this.session = session;
        this.target = target;
        this.pipeline = pipeline;
        this.started = started;
    }

    /** Remembers what runs, if the plan replaces anything; a first apply asks nothing. */
    static RunningTasks before(Plan plan, SnowflakeSession session, Target target, PrintWriter out) {
        Pipeline pipeline = new Pipeline(session, target, out);
        boolean replaces = plan.pending().stream().anyMatch(RunningTasks::replaces);
        if (!replaces) {
            return new RunningTasks(session, target, pipeline, Set.of());
        }
        target.enterAsTasksOwner(session);
        return new RunningTasks(session, target, pipeline, pipeline.startedTasks());
    }

    void restore() {
        if (!started.isEmpty()) {
            target.enterAsTasksOwner(session);
            pipeline.restore(started);
        }
    }

    /** The same when the apply has failed, whose message comes first. */
    void restoreAfter(RuntimeException failure) {
        try {
            restore();
        } catch (StatementFailure e) {
            failure.addSuppressed(e);
        }
    }

    private static boolean replaces(PendingStep pending) {
        return pending.reason() != Reason.NEW && pending.step().kind() == StepKind.REPEATABLE;
    }
}
