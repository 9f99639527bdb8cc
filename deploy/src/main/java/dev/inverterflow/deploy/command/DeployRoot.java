package dev.inverterflow.deploy.command;

import dev.inverterflow.deploy.outcome.ExitCode;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command above the commands. */
@Command(
        name = "deploy",
        description = "Puts InverterFlow into a Snowflake account and runs it.",
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done, or nothing to do",
            "1:Snowflake refused a statement, or the connection broke while working",
            "2:plan found something that apply would change",
            "3:Snowflake could not be reached or refused the sign-in",
            "4:another deployer is at work on the same schema",
            "5:the history contradicts the scripts at hand; nothing was changed",
            "6:verify found something that is not as it must be",
            "64:the command line, a variable, a script or the connection's entry is wrong; nothing was sent",
            "130:stopped by Ctrl-C between two statements"
        })
public final class DeployRoot implements Runnable {
    @Spec
    private @Nullable CommandSpec spec;

    /** The whole command line. */
    public static CommandLine commandLine(Context context) {
        CommandLine root = new CommandLine(new DeployRoot())
                .addSubcommand(new VariablesCommand(context))
                .addSubcommand(new BootstrapCommand(context))
                .addSubcommand(new PlanCommand(context))
                .addSubcommand(new ApplyCommand(context))
                .addSubcommand(new ResumeCommand(context))
                .addSubcommand(new PauseCommand(context))
                .addSubcommand(new StatusCommand(context))
                .addSubcommand(new VerifyCommand(context))
                .addSubcommand(new ReportCommand(context))
                .addSubcommand(new CallCommand(context))
                .addSubcommand(new DestroyCommand(context))
                .addSubcommand(new AwsCommand(context));
        root.getSubcommands()
                .values()
                .forEach(command -> command.getCommandSpec()
                        .mixinStandardHelpOptions(true)
                        .exitCodeOnInvalidInput(ExitCode.USAGE.number()));
        root.getCommandSpec()
                .mixinStandardHelpOptions(true)
                .version(version())
                .exitCodeOnInvalidInput(ExitCode.USAGE.number());
        return root.setOut(context.out())
                .setErr(context.err())
                .setExecutionExceptionHandler(new FailureReport(context));
    }

    private static String version() {
        String version = DeployRoot.class.getPackage().getImplementationVersion();
        return "InverterFlow deploy " + (version == null ? "(not packaged)" : version);
    }

    @Override
    public void run() {
        throw new ParameterException(Objects.requireNonNull(spec).commandLine(), "a command is missing");
    }
}
