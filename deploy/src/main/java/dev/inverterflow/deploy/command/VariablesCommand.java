package dev.inverterflow.deploy.command;

import dev.inverterflow.deploy.outcome.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "variables",
        description =
                "Print a file of values for --vars-file: each variable with its meaning, kind, range and default.")
final class VariablesCommand implements Callable<Integer> {
    @Mixin
    private final ScriptOptions scripts = new ScriptOptions();

    private final Context context;

    VariablesCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        context.out().print(scripts.template());
        context.out().flush();
        return ExitCode.OK.number();
    }
}
