package dev.inverterflow.deploy.command;

import dev.inverterflow.deploy.apply.ApplyOptions;
import dev.inverterflow.deploy.apply.ApplyRun;
import dev.inverterflow.deploy.apply.PlainProgress;
import dev.inverterflow.deploy.apply.Progress;
import dev.inverterflow.deploy.apply.TerminalProgress;
import dev.inverterflow.deploy.connection.ConnectionSettings;
import dev.inverterflow.deploy.connection.SnowflakeSession;
import dev.inverterflow.deploy.outcome.ExitCode;
import dev.inverterflow.deploy.target.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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

    @Option(
            names = "--allow",
            paramLabel = "OBJECT",
            description = "This object may lose what cannot come back, as plan tells; may be given repeatedly.")
    private List<String> allowed = new ArrayList<>();

    private final Context context;

    ApplyCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Deployment deployment = scripts.deployment(procedures.jar());
        Target target = deployment.target();
        ConnectionSettings settings = connection.settings(context).as(target.ownerRole(), target.warehouse());
        ApplyOptions options = new ApplyOptions(Set.copyOf(allowed), deployment.snowpark(), context.stopRequested());
        try (SnowflakeSession books = SnowflakeSession.open(settings)) {
            new ApplyRun(books, () -> SnowflakeSession.open(settings), target, progress(), context.out(), options)
                    .apply(deployment.steps());
        }
        return ExitCode.OK.number();
    }

    private Progress progress() {
        return switch (context.display()) {
            case TERMINAL -> new TerminalProgress(context.out());
            case PLAIN -> new PlainProgress(context.out());
        };
    }
}
