package dev.inverterflow.deploy.command;

import dev.inverterflow.deploy.apply.ScriptFailure;
import dev.inverterflow.deploy.connection.SnowflakeSession;
import dev.inverterflow.deploy.connection.StatementFailure;
import dev.inverterflow.deploy.outcome.DeployException;
import dev.inverterflow.deploy.outcome.ExitCode;
import dev.inverterflow.deploy.script.RenderedScript;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "bootstrap",
        description = "Once, as account administrator: roles, service user, warehouse, monitor, integration, grants.")
final class BootstrapCommand implements Callable<Integer> {
    @Mixin
    private final ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private final ScriptOptions scripts = new ScriptOptions();

    @Mixin
    private final PublicKeyOption publicKey = new PublicKeyOption();

    @Mixin
    private final Confirmation confirmation = new Confirmation();

    @Option(names = "--print", description = "Print the SQL instead of running it; needs no connection.")
    private boolean print;

    @Option(
            names = "--undo",
            description = "The reverse: drop what bootstrap made, the database with its data included.")
    private boolean undo;

    private final Context context;

    BootstrapCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        AdministratorScripts chosen = undo ? scripts.undo() : scripts.bootstrap(publicKey);
        if (print) {
            chosen.scripts().forEach(this::print);
        } else {
            if (undo) {
                askBeforeUndo(chosen);
            }
            run(chosen.scripts());
        }
        chosen.notes().forEach(note -> context.err().println("note: " + note));
        context.out().flush();
        return ExitCode.OK.number();
    }

    private void askBeforeUndo(AdministratorScripts chosen) {
        chosen.scripts().stream()
                .flatMap(script -> script.statements().stream())
                .forEach(statement -> context.out().println("  " + statement.head()));
        confirmation.require(
                context,
                "This drops the database " + chosen.database() + " with all its data, and the rest above.",
                chosen.database());
    }

    private void print(RenderedScript script) {
        context.out().println("-- " + script.path());
        context.out().println(script.text().stripTrailing());
        context.out().println();
    }

    /** With the connection's own role: only an account administrator may do this. */
    private void run(List<RenderedScript> rendered) {
        try (SnowflakeSession session = SnowflakeSession.open(connection.settings(context))) {
            for (RenderedScript script : rendered) {
                for (int i = 0; i < script.statements().size(); i++) {
                    run(session, script, i);
                }
            }
        }
        context.out().println(undo ? "what bootstrap made is gone" : "the account is ready for apply");
    }

    private void run(SnowflakeSession session, RenderedScript script, int index) {
        if (context.stopRequested().getAsBoolean()) {
            throw new DeployException(ExitCode.INTERRUPTED, "stopped between two statements; bootstrap can run again");
        }
        context.out()
                .println("  " + script.fileName() + ":"
                        + script.statements().get(index).line() + " "
                        + script.statements().get(index).head());
        context.out().flush();
        try {
            session.execute(script.statements().get(index).text());
        } catch (StatementFailure e) {
            throw new DeployException(
                    ExitCode.FAILED,
                    ScriptFailure.describe(script, index, e)
                            + "\nwhat ran before it stays; mend the cause and run bootstrap again, every statement can"
                            + " run twice",
                    e);
        }
    }
}
