package dev.inverterflow.deploy.command;

import dev.inverterflow.deploy.connection.StatementFailure;
import dev.inverterflow.deploy.outcome.DeployException;
import dev.inverterflow.deploy.outcome.ExitCode;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Turns what ended a command into one message and an exit code. */
final class FailureReport implements IExecutionExceptionHandler {
    private final Context context;

    FailureReport(Context context) {
        this.context = context;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine commandLine, ParseResult parsed) {
        context.out().flush();
        int exitCode = report(failure);
        context.err().flush();
        return exitCode;
    }

    private int report(Exception failure) {
        if (failure instanceof DeployException expected) {
            context.err().println("error: " + expected.getMessage());
            return expected.exitCode().number();
        }
        if (failure instanceof StatementFailure refused) {
            context.err()
                    .println("error: " + refused.statement().replaceAll("\\s+", " ") + "\n  — " + refused.getMessage());
            if (refused.meansLostConnection()) {
                context.err()
                        .println(
                                "the connection broke, so nobody can tell whether that statement ran; run the command again:"
                                        + " apply goes on where it stopped, and a lock ends by itself within two minutes");
            }
            return ExitCode.FAILED.number();
        }
        context.err().println("error: a defect in deploy itself, please report it with these lines:");
        failure.printStackTrace(context.err());
        return ExitCode.FAILED.number();
    }
}
