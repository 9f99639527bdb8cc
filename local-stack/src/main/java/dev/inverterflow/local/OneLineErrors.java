package dev.inverterflow.local;

import dev.inverterflow.local.problem.LocalStackException;
import picocli.CommandLine;

/** Turns what stops a run into one line for a person; the trace is for those who ask for it. */
final class OneLineErrors implements CommandLine.IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
        command.getErr().println(command.getCommandName() + ": " + message(failure));
        if (System.getenv("INVERTERFLOW_TRACE") != null) {
            failure.printStackTrace(command.getErr());
        }
        return CommandLine.ExitCode.SOFTWARE;
    }

    private static String message(Exception failure) {
        if (failure instanceof LocalStackException) {
            return String.valueOf(failure.getMessage());
        }
        return failure.getClass().getSimpleName() + ": " + failure.getMessage()
                + " (set INVERTERFLOW_TRACE=1 for the trace)";
    }
}
