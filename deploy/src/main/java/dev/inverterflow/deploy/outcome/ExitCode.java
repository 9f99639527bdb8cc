package dev.inverterflow.deploy.outcome;

/** What the process tells its caller; the numbers are part of the command's contract and stand in the operator's guide. */
public enum ExitCode {
    /** Done, or nothing to do. */
    OK(0),
    /** Snowflake refused a statement, or the connection broke while working; the history tells what is applied. */
    FAILED(1),
    /** {@code plan} only: apply would change something. Scripts ask for it, as they do of other planners. */
    CHANGES(2),
    /** Snowflake could not be reached, or refused the sign-in; nothing was changed. */
    NO_CONNECTION(3),
    /** Another deployer is at work on the same schema; nothing was changed. */
    LOCKED(4),
    /** The history contradicts the scripts at hand; nothing was changed. */
    REFUSED(5),
    /** {@code verify} only: something checked is not as it must be. */
    UNSOUND(6),
    /** The command line, a variable, a script or the connection's entry is wrong; nothing was sent (EX_USAGE of sysexits.h). */
    USAGE(64),
    /** Stopped by the operator (Ctrl-C) between two statements; the next apply goes on. */
    INTERRUPTED(130);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }
}
