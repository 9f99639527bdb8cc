package dev.inverterflow.deploy.command;

import dev.inverterflow.deploy.connection.ConnectionSettings;
import dev.inverterflow.deploy.connection.SnowflakeSession;
import dev.inverterflow.deploy.outcome.ExitCode;
import dev.inverterflow.deploy.target.Target;
import dev.inverterflow.deploy.verify.Site;
import dev.inverterflow.deploy.verify.Verification;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "verify",
        description =
                "Look whether everything works together: privileges, trust, time zone, pipe, a probe file all the way."
                        + " What needs a right that is not at hand is SKIPPED by name. Exit code 6 when something failed.")
final class VerifyCommand implements Callable<Integer> {
    @Mixin
    private final ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private final ScriptOptions scripts = new ScriptOptions();

    @Option(
            names = "--probe-key",
            paramLabel = "KEY",
            description =
                    "Follow this file, which somebody has just put into the bucket, instead of putting one by the aws tool.")
    private @Nullable String probeKey;

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            defaultValue = "300",
            description = "How long the probe file may take to each place; default: ${DEFAULT-VALUE}.")
    private int seconds;

    private final Context context;

    VerifyCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        VerifyValues values = scripts.verifyValues();
        Target target = values.target();
        ConnectionSettings settings = connection.settings(context).as(target.ownerRole(), target.warehouse());
        try (SnowflakeSession session = SnowflakeSession.open(settings)) {
            session.execute("use schema " + target.schemaName());
            Site site = new Site(
                    target,
                    context.environment(),
                    values.integration(),
                    values.stageUrl(),
                    Optional.ofNullable(probeKey),
                    Duration.ofSeconds(seconds));
            boolean sound = new Verification(session, site, context.out()).run();
            return (sound ? ExitCode.OK : ExitCode.UNSOUND).number();
        }
    }
}
