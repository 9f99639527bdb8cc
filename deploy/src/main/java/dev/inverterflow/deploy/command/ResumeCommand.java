package dev.inverterflow.deploy.command;

import dev.inverterflow.deploy.connection.SnowflakeSession;
import dev.inverterflow.deploy.outcome.ExitCode;
import dev.inverterflow.deploy.pipeline.Pipeline;
import dev.inverterflow.deploy.target.Target;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "resume", description = "Start the pipes and tasks of the schema; apply leaves new tasks suspended.")
final class ResumeCommand implements Callable<Integer> {
    @Mixin
    private final ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private final ScriptOptions scripts = new ScriptOptions();

    private final Context context;

    ResumeCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Target target = scripts.target();
        try (SnowflakeSession session = SnowflakeSession.open(connection.settings(context))) {
            new Pipeline(session, target, context.out()).resume();
        }
        return ExitCode.OK.number();
    }
}
