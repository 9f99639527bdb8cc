package dev.inverterflow.deploy.command;

import dev.inverterflow.deploy.apply.ApplyRun;
import dev.inverterflow.deploy.connection.ConnectionSettings;
import dev.inverterflow.deploy.connection.SnowflakeSession;
import dev.inverterflow.deploy.outcome.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "apply",
        description = "Bring the schema to the state of the scripts; goes on where an earlier apply stopped.")
final class ApplyCommand implements Callable<Integer> {
    @Mixin
    private final ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private final ScriptOptions scripts = new ScriptOptions();

    @Mixin
    private final ProcedureJarOption procedures = new ProcedureJarOption();

    private final Context context;

    ApplyCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Deployment deployment = scripts.deployment(procedures.jar());
        ConnectionSettings settings = connection.settings(context);
        try (SnowflakeSession books = SnowflakeSession.open(settings)) {
            deployment.target().enterAsOwner(books);
            new ApplyRun(
                            books,
                            () -> SnowflakeSession.open(settings),
                            deployment.target(),
                            context.out(),
                            context.stopRequested())
                    .apply(deployment.steps());
        }
        return ExitCode.OK.number();
    }
}
