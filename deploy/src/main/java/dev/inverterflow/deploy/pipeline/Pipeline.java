package dev.inverterflow.deploy.pipeline;

import dev.inverterflow.deploy.connection.SnowflakeSession;
import dev.inverterflow.deploy.outcome.DeployException;
import dev.inverterflow.deploy.outcome.ExitCode;
import dev.inverterflow.deploy.target.Target;
import java.io.PrintWriter;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The moving parts of the schema: its pipes and tasks. */
public final class Pipeline {
    private final SnowflakeSession session;
    private final Target target;
    private final PrintWriter out;

    public Pipeline(SnowflakeSession session, Target target, PrintWriter out) {
        this.session = session;
        this.target = target;
        this.out = out;
    }

    /** The started tasks, by name. The session must have the role that owns them. */
    public Set<String> startedTasks() {
        return tasks().stream().filter(Task::started).map(Task::name).collect(Collectors.toSet());
    }

    /**
     * Starts the named tasks where they stand still: a replaced task is suspended, whatever it was before.
     *
     * @return the names of the tasks that stand still all the same, since they are not among the named
     */
    public List<String> restore(Set<String> started) {
        List<Task> still = TaskOrder.childrenFirst(tasks()).stream()
                .filter(task -> !task.started())
                .toList();
        still.stream()
                .filter(task -> started.contains(task.name()))
                .forEach(task -> alter(task, "resume", "resumed, as it was before"));
        return still.stream()
                .map(Task::name)
                .filter(name -> !started.contains(name))
                .toList();
    }

    /** Starts what stands still: pipes, then tasks, children before the roots that would run them. */
    public void resume() {
        target.enterAsOwner(session);
        List<Pipe> pipes = pipes();
        pipes.stream().filter(Pipe::paused).forEach(pipe -> setPaused(pipe, "false", "resumed"));
        target.enterAsTasksOwner(session);
        List<Task> tasks = tasks();
        TaskOrder.childrenFirst(tasks).stream()
                .filter(task -> !task.started())
                .forEach(task -> alter(task, "resume", "resumed"));
        refuseEmpty(pipes, tasks);
        out.println(target.schemaName() + ": every pipe and task is started");
        out.flush();
    }

    /** Stops what runs: roots before the children they would run, then pipes. A file arriving meanwhile waits in the queue. */
    public void pause() {
        target.enterAsTasksOwner(session);
        List<Task> tasks = tasks();
        TaskOrder.rootsFirst(tasks).stream().filter(Task::started).forEach(task -> alter(task, "suspend", "suspended"));
        target.enterAsOwner(session);
        List<Pipe> pipes = pipes();
        pipes.stream().filter(pipe -> !pipe.paused()).forEach(pipe -> setPaused(pipe, "true", "paused"));
        refuseEmpty(pipes, tasks);
        out.println(
                target.schemaName() + ": every pipe and task is stopped; a pipe paused for more than 14 days is stale");
        out.flush();
    }

    /** The tasks that this session's role sees, each after those it depends on. */
    public List<Task> tasks() {
        return TaskOrder.rootsFirst(session.show("show tasks in schema " + target.schemaName()).stream()
                .map(Task::of)
                .toList());
    }

    /** The pipes that this session's role sees. */
    public List<Pipe> pipes() {
        return session.show("show pipes in schema " + target.schemaName()).stream()
                .map(row -> row.text("name"))
                .map(name -> Pipe.of(name, status(name)))
                .toList();
    }

    private String status(String pipe) {
        return session.show("select system$pipe_status('" + literal(target.object(quoted(pipe))) + "')").stream()
                .findFirst()
                .flatMap(row -> row.first())
                .orElse("{}");
    }

    private void alter(Task task, String action, String done) {
        session.execute("alter task " + target.object(quoted(task.name())) + " " + action);
        report("task", task.name(), done);
    }

    private void setPaused(Pipe pipe, String paused, String done) {
        session.execute("alter pipe " + target.object(quoted(pipe.name())) + " set pipe_execution_paused = " + paused);
        report("pipe", pipe.name(), done);
    }

    private void report(String kind, String name, String done) {
        out.println("  " + kind + " " + name + " " + done);
        out.flush();
    }

    private void refuseEmpty(List<Pipe> pipes, List<Task> tasks) {
        if (pipes.isEmpty() && tasks.isEmpty()) {
            throw new DeployException(
                    ExitCode.FAILED, target.schemaName() + " has no pipe and no task that this role sees; apply first");
        }
    }

    /** System functions take constants. */
    private static String literal(String text) {
        return text.replace("\\", "\\\\").replace("'", "''");
    }

    /** Names from SHOW are exact, so they are quoted. */
    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
