package dev.inverterflow.deploy.apply;

import dev.inverterflow.deploy.apply.Plan.PendingStep;
import dev.inverterflow.deploy.apply.Plan.Reason;
import dev.inverterflow.deploy.connection.SnowflakeSession;
import dev.inverterflow.deploy.connection.StatementFailure;
import dev.inverterflow.deploy.pipeline.Pipeline;
import dev.inverterflow.deploy.target.Target;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** CREATE OR REPLACE leaves a task suspended; what ran before an apply runs after it. */
final class RunningTasks {
    private final SnowflakeSession session;
    private final Target target;
    private final PrintWriter out;
    /** Empty when the plan replaces nothing, so that there is nothing to ask or to restore. */
    private final Optional<Set<String>> started;

    private RunningTasks(SnowflakeSession session, Target target, PrintWriter out, Optional<Set<String>> started) {
        this.session = session;
        this.target = target;
        this.out = out;
        this.started = started;
    }

    /** Remembers what runs, if the plan replaces anything; a first apply asks nothing. */
    static RunningTasks before(Plan plan, SnowflakeSession session, Target target, PrintWriter out) {
        boolean replaces = plan.pending().stream().anyMatch(RunningTasks::replaces);
        if (!replaces) {
            return new RunningTasks(session, target, out, Optional.empty());
        }
        target.enterAsTasksOwner(session);
        Set<String> started = new Pipeline(session, target, out).startedTasks();
        return new RunningTasks(session, target, out, Optional.of(started));
    }

    /** Names what stays suspended too: an apply that was killed before this one may have left it so, and nothing else would tell. */
    void restore() {
        if (started.isPresent()) {
            target.enterAsTasksOwner(session);
            List<String> suspended = new Pipeline(session, target, out).restore(started.get());
            suspended.forEach(task -> out.println("note: task " + task + " is suspended; 'resume' starts it"));
            out.flush();
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
