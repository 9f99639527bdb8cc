package dev.inverterflow.deploy.apply;

import dev.inverterflow.deploy.connection.SnowflakeSession;
import dev.inverterflow.deploy.connection.StatementFailure;
import dev.inverterflow.deploy.filetime.FileTimes;
import dev.inverterflow.deploy.object.ObjectKind;
import dev.inverterflow.deploy.outcome.DeployException;
import dev.inverterflow.deploy.outcome.ExitCode;
import dev.inverterflow.deploy.script.Declaration;
import dev.inverterflow.deploy.script.RenderedScript;
import dev.inverterflow.deploy.target.Target;
import java.io.PrintWriter;
import java.util.Optional;

/**
 * Before a pipe is made: whether the file times that it converts are UTC. A pipe cannot be mended afterwards without losing its load
 * history, so a stage that already has a file is asked first.
 */
final class PipeGuard {
    private static final String OPEN = "note: whether file times are UTC, as pipe %s takes them, is not settled: %s; "
            + "once a file is there, 'deploy verify' settles it%n";

    private final SnowflakeSession session;
    private final Target target;
    private final PrintWriter out;

    PipeGuard(SnowflakeSession session, Target target, PrintWriter out) {
        this.session = session;
        this.target = target;
        this.out = out;
    }

    /**
     * Looks, if the step makes a pipe over a stage with a URL.
     *
     * @throws DeployException with {@link ExitCode#REFUSED} when the times are another zone's
     */
    void before(Step step) {
        step.script().map(RenderedScript::statements).stream()
                .flatMap(statements -> statements.stream())
                .flatMap(statement -> statement.declaration().stream())
                .filter(declaration -> declaration.key().kind() == ObjectKind.PIPE)
                .forEach(declaration -> declaration
                        .stageRead()
                        .ifPresent(stage -> stageUrl(stage).ifPresent(url -> settle(step, declaration, stage, url))));
    }

    private Optional<String> stageUrl(String stage) {
        String name = stage.substring(stage.lastIndexOf('.') + 1);
        return session.show("show stages in schema " + target.schemaName()).stream()
                .filter(row -> row.text("name").equals(name))
                .map(row -> row.text("url"))
                .filter(url -> !url.isEmpty())
                .findFirst();
    }

    private void settle(Step step, Declaration pipe, String stage, String url) {
        FileTimes.Answer answer = answer(stage, url);
        switch (answer.verdict()) {
            case UTC -> {
                // As the pipe assumes.
            }
            case OTHER ->
                throw new DeployException(
                        ExitCode.REFUSED,
                        step.name() + " was not run, since pipe " + pipe.key().name() + " would store wrong times: "
                                + answer.detail() + "\nwhat ran before it stays applied; apply goes on with this step");
            case OPEN -> {
                out.printf(OPEN, pipe.key().name(), answer.detail());
                out.flush();
            }
        }
    }

    /** A stage that AWS does not let Snowflake read yet is no reason to stop: the trust is often set up after the pipe. */
    private FileTimes.Answer answer(String stage, String url) {
        try {
            return new FileTimes(session, stage, url).settle();
        } catch (StatementFailure e) {
            if (e.meansLostConnection()) {
                throw e;
            }
            return new FileTimes.Answer(
                    FileTimes.Verdict.OPEN,
                    "@" + stage + " cannot be read (" + e.snowflakeMessage().replaceAll("\\s+", " ") + ")");
        }
    }
}
