package dev.inverterflow.deploy.command;

import dev.inverterflow.deploy.connection.SnowflakeSession;
import dev.inverterflow.deploy.outcome.ExitCode;
import dev.inverterflow.deploy.pipeline.Pipeline;
import dev.inverterflow.deploy.target.Target;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "pause", description = "Stop the tasks and pipes of the schema; nothing is lost, files wait.")
final class PauseCommand implements Callable<Integer> {
    @Mixin
    private final ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private final ScriptOptions scripts = new ScriptOptions();

    private final Context context;

    PauseCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Target target = scripts.target();
        try (SnowflakeSession session = SnowflakeSession.open(connection.settings(context))) {
            new Pipeline(session, target, context.out()).pause();
        }
        return ExitCode.OK.number();
    }
}
