package dev.inverterflow.client.cli;

import dev.inverterflow.client.settings.Setting;
import dev.inverterflow.client.upload.Priming;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The client's command line. */
@Command(
        name = "generator-client",
        description = "Generates inverter readings, validates them and uploads them to S3.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footerHeading = "%nSettings%n",
        footer = {
            "  come from the command line, else the environment, else the file .env.",
            "  'config' shows them; 'run --help' explains them."
        })
public final class Main implements Runnable {

    /** The commands that soon talk to S3. */
    private static final Set<String> SENDING = Set.of("run", "drain", "check", "backfill");

    @Spec
    private CommandSpec spec;

    private Main() {
        this.spec = CommandSpec.create();
    }

    public static void main(String[] arguments) {
        if (arguments.length > 0 && SENDING.contains(arguments[0])) {
            Priming.begin();
        }
        System.exit(commandLine(new Surroundings(System.getenv(), Clock.systemUTC()))
                .execute(arguments));
    }

    static CommandLine commandLine(Surroundings surroundings) {
        SettingsOptions all = new SettingsOptions(Setting.Scope.GENERATE, surroundings);
        SettingsOptions forUpload = new SettingsOptions(Setting.Scope.UPLOAD, surroundings);
        CommandLine commandLine = new CommandLine(new Main())
                .addSubcommand(withSettings(new CommandLine(new RunCommand(all, surroundings)), all))
                .addSubcommand(withSettings(new CommandLine(new BackfillCommand(all, surroundings)), all))
                .addSubcommand(withSettings(new CommandLine(new DrainCommand(forUpload, surroundings)), forUpload))
                .addSubcommand(withSettings(new CommandLine(new CheckCommand(all, surroundings)), all))
                .addSubcommand(new ValidateCommand(surroundings))
                .addSubcommand(withSettings(new CommandLine(new ConfigCommand(all)), all))
                .addSubcommand("completion", new CommandLine(new CompletionCommand()));
        describeExitCodes(commandLine);
        return commandLine
                .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
                .setExecutionExceptionHandler(new Failures());
    }

    private static CommandLine withSettings(CommandLine command, SettingsOptions options) {
        options.addTo(command.getCommandSpec());
        return command;
    }

    private static void describeExitCodes(CommandLine commandLine) {
        List<String> codes = Stream.concat(
                        Arrays.stream(ExitCode.values()).map(ExitCode::help),
                        Stream.of(
                                "130:stopped by Ctrl-C; it was said what is left in the spool",
                                "143:stopped by SIGTERM; it was said what is left in the spool"))
                .toList();
        Stream.concat(Stream.of(commandLine), commandLine.getSubcommands().values().stream())
                .map(command -> command.getCommandSpec().usageMessage())
                .forEach(usage -> usage.exitCodeListHeading("%nExit codes:%n")
                        .exitCodeList(UsageMessageSpec.keyValuesMap(codes.toArray(String[]::new))));
    }

    @Override
    public void run() {
        String commands = spec.subcommands().keySet().stream().collect(Collectors.joining(", "));
        throw new ParameterException(spec.commandLine(), "a command is missing: one of " + commands);
    }
}
