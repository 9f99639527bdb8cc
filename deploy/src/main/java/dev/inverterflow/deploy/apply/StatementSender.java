package dev.inverterflow.deploy.apply;

import dev.inverterflow.deploy.connection.SnowflakeSession;
import dev.inverterflow.deploy.connection.StatementFailure;
import dev.inverterflow.deploy.outcome.DeployException;
import dev.inverterflow.deploy.outcome.ExitCode;
import dev.inverterflow.deploy.script.RenderedScript;
import dev.inverterflow.deploy.script.SqlStatement;
import dev.inverterflow.deploy.target.Target;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Runs steps in a session of their own. Each begins in the schema, with the owner's role and the warehouse. */
final class StatementSender implements StepRunner {
    private static final String GOES_ON =
            "\nwhat ran before it stays applied; mend the cause and run apply again: it goes on with this step";

    private final SnowflakeSession session;
    private final Target target;
    private final DeployLock lock;
    private final BooleanSupplier stopRequested;
    private boolean atHome;

    StatementSender(SnowflakeSession session, Target target, DeployLock lock, BooleanSupplier stopRequested) {
        this.session = session;
        this.target = target;
        this.lock = lock;
        this.stopRequested = stopRequested;
    }

    /** Makes ready for the next step. */
    void prepare() {
        beforeStatement();
        if (!atHome) {
            target.enterAsOwner(session);
            target.enterSchema(session);
            atHome = true;
        }
    }

    /** Somebody else has used the session: the next step begins by going home. */
    void leaveHome() {
        atHome = false;
    }

    @Override
    public void runScript(RenderedScript script) {
        atHome = !script.changesSession();
        List<SqlStatement> statements = script.statements();
        for (int i = 0; i < statements.size(); i++) {
            beforeStatement();
            try {
                session.execute(statements.get(i).text());
            } catch (StatementFailure e) {
                throw new DeployException(ExitCode.FAILED, ScriptFailure.describe(script, i, e) + GOES_ON, e);
            }
        }
    }

    @Override
    public void upload(ProcedureJar jar) {
        jar.put(session, target);
    }

    private void beforeStatement() {
        if (stopRequested.getAsBoolean()) {
            throw new DeployException(
                    ExitCode.INTERRUPTED, "stopped between two statements; run apply again to go on from here");
        }
        lock.keep();
    }
}
