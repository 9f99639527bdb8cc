package dev.inverterflow.client.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints what a shell needs to complete the client's arguments. */
@Command(
        name = "completion",
        description = "Prints a completion script for bash and zsh.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footerHeading = "%nExamples:%n",
        footer = {
            "  alias generator-client='java -jar /opt/generator-client.jar'",
            "  source <(generator-client completion)"
        })
final class CompletionCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        spec.commandLine()
                .getOut()
                .print(AutoComplete.bash("generator-client", spec.root().commandLine()));
        spec.commandLine().getOut().flush();
        return ExitCode.DONE.code();
    }
}
