package dev.inverterflow.client.cli;

import dev.inverterflow.client.reading.InputException;
import dev.inverterflow.client.settings.SettingsException;
import dev.inverterflow.client.spool.SpoolException;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Says in one line each what kept a command from its work, and turns it into an exit code. */
final class Failures implements IExecutionExceptionHandler {

    @Override
    public int handleExecutionException(Exception failure, CommandLine commandLine, ParseResult parsed) {
        return report(failure, commandLine.getErr()).code();
    }

    static ExitCode report(Exception failure, PrintWriter err) {
        if (failure instanceof SettingsException settings) {
            settings.problems().forEach(problem -> err.println("error: " + problem));
            return ExitCode.USAGE;
        }
        if (failure instanceof InputException) {
            err.println("error: " + failure.getMessage());
            return ExitCode.USAGE;
        }
        if (failure instanceof SpoolException spool) {
            err.println("error: " + failure.getMessage());
            return switch (spool.kind()) {
                case IN_USE -> ExitCode.SPOOL_IN_USE;
                case UNUSABLE -> ExitCode.SPOOL_UNUSABLE;
            };
        }
        err.println("error: unexpected failure");
        failure.printStackTrace(err);
        return ExitCode.INTERNAL;
    }
}
