package dev.inverterflow.local;

import java.util.Arrays;
import picocli.CommandLine;

/** Entry of {@code inverterflow local} and, with that word first, of {@code inverterflow experiment}. */
public final class LocalMain {
    private LocalMain() {}

    public static void main(String[] arguments) {
        boolean experiment = arguments.length > 0 && arguments[0].equals("experiment");
        int exitCode = new CommandLine(experiment ? new ExperimentCommand() : new LocalCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(new OneLineErrors())
                .execute(experiment ? Arrays.copyOfRange(arguments, 1, arguments.length) : arguments);
        if (exitCode != LocalCommand.STOPPED) { // the JVM is ending already, with 130, and exit would wait for itself
            System.exit(exitCode);
        }
    }
}
