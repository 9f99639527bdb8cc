package dev.inverterflow.deploy.command;

import dev.inverterflow.deploy.connection.Environment;

/** Who reads the output. */
public enum Display {
    /** A person at a terminal: a line may be written over. */
    TERMINAL,
    /** A file, a pipe or another program: whole lines only. */
    PLAIN;

    /** What this process writes to. */
    public static Display ofProcess(Environment environment) {
        boolean capable = environment
                .variable("TERM")
                .filter(terminal -> !terminal.equals("dumb"))
                .isPresent();
        return System.console() != null && capable ? TERMINAL : PLAIN;
    }
}
