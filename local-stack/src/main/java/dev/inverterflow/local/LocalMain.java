package dev.inverterflow.local;

import picocli.CommandLine;

/** Entry of {@code inverterflow local}. */
public final class LocalMain {
    private LocalMain() {}

    public static void main(String[] arguments) {
        int exitCode = new CommandLine(new LocalCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(new OneLineErrors())
                .execute(arguments);
        if (exitCode != LocalCommand.STOPPED) { // the JVM is ending already, with 130, and exit would wait for itself
            System.exit(exitCode);
        }
    }
}
