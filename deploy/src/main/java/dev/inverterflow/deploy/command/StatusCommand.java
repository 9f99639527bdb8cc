package dev.inverterflow.deploy.command;

import dev.inverterflow.deploy.connection.SnowflakeSession;
import dev.inverterflow.deploy.outcome.ExitCode;
import dev.inverterflow.deploy.status.StatusReport;
import dev.inverterflow.deploy.target.Target;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "status", description = "Show what is applied, and the state of pipes and tasks.")
final class StatusCommand implements Callable<Integer> {
    @Mixin
    private final ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private final ScriptOptions scripts = new ScriptOptions();

    private final Context context;

    StatusCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Target target = scripts.target();
        try (SnowflakeSession session = SnowflakeSession.open(connection.settings(context))) {
            new StatusReport(session, target, context.out()).print();
        }
        return ExitCode.OK.number();
    }
}
