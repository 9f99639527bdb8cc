package dev.inverterflow.deploy.pipeline;

import dev.inverterflow.deploy.connection.SnowflakeSession;
import dev.inverterflow.deploy.outcome.DeployException;
import dev.inverterflow.deploy.outcome.ExitCode;
import dev.inverterflow.deploy.target.Target;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
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

    /** What is started. The session must have the role that owns tasks and alerts. */
    public Running running() {
        return new Running(
                tasks().stream().filter(Task::started).map(Task::name).collect(Collectors.toSet()),
                alerts().stream().filter(Alert::started).map(Alert::name).collect(Collectors.toSet()));
    }

    /** Stops these: roots before the children they would run. */
    public void suspend(Running running) {
        tasks().stream()
                .filter(Task::started)
                .filter(task -> running.tasks().contains(task.name()))
                .forEach(task -> alter("task", task.name(), "suspend"));
        alerts().stream()
                .filter(Alert::started)
                .filter(alert -> running.alerts().contains(alert.name()))
                .forEach(alert -> alter("alert", alert.name(), "suspend"));
    }

    /**
     * Starts these where they stand still, children before roots: a replaced task is suspended, whatever it was before.
     *
     * @return what stands still all the same, since it is not among them
     */
    public List<String> restore(Running running) {
        List<String> others = new ArrayList<>();
        for (Task task : TaskOrder.childrenFirst(tasks())) {
            if (running.tasks().contains(task.name()) && !task.started()) {
                alter("task", task.name(), "resume", "resumed, as it was before");
            } else if (!task.started()) {
                others.add("task " + task.name());
            }
        }
        for (Alert alert : alerts()) {
            if (running.alerts().contains(alert.name()) && !alert.started()) {
                alter("alert", alert.name(), "resume", "resumed, as it was before");
            } else if (!alert.started()) {
                others.add("alert " + alert.name());
            }
        }
        return others;
    }

    /** Starts what stands still: pipes, then tasks, children before the roots that would run them, then alerts. */
    public void resume() {
        target.enterAsOwner(session);
        List<Pipe> pipes = pipes();
        pipes.stream().filter(Pipe::paused).forEach(pipe -> setPaused(pipe, "false", "resumed"));
        target.enterAsTasksOwner(session);
        List<Task> tasks = tasks();
        TaskOrder.childrenFirst(tasks).stream()
                .filter(task -> !task.started())
                .forEach(task -> alter("task", task.name(), "resume", "resumed"));
        alerts().stream()
                .filter(alert -> !alert.started())
                .forEach(alert -> alter("alert", alert.name(), "resume", "resumed"));
        refuseEmpty(pipes, tasks);
        out.println(target.schemaName() + ": every pipe, task and alert is started");
        out.flush();
    }

    /**
     * Stops what runs: alerts, tasks from their roots on, then pipes. A file arriving meanwhile waits in the queue.
     */
    public void pause() {
        target.enterAsTasksOwner(session);
        alerts().stream().filter(Alert::started).forEach(alert -> alter("alert", alert.name(), "suspend", "suspended"));
        List<Task> tasks = tasks();
        tasks.stream().filter(Task::started).forEach(task -> alter("task", task.name(), "suspend", "suspended"));
        target.enterAsOwner(session);
        List<Pipe> pipes = pipes();
        pipes.stream().filter(pipe -> !pipe.paused()).forEach(pipe -> setPaused(pipe, "true", "paused"));
        refuseEmpty(pipes, tasks);
        out.println(target.schemaName()
                + ": every pipe, task and alert is stopped; a pipe paused for more than 14 days is stale");
        out.flush();
    }

    /** The alerts that this session's role sees. */
    public List<Alert> alerts() {
        return session.show("show alerts in schema " + target.schemaName()).stream()
                .map(Alert::of)
                .toList();
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

    private void alter(String kind, String name, String action, String done) {
        alter(kind, name, action);
        report(kind, name, done);
    }

    private void alter(String kind, String name, String action) {
        session.execute("alter " + kind + " " + target.object(quoted(name)) + " " + action);
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
