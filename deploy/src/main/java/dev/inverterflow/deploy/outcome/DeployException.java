package dev.inverterflow.deploy.outcome;

/** Ends a command with one message for the operator: what failed, which object, what to do. */
public final class DeployException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ExitCode exitCode;

    public DeployException(ExitCode exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    public DeployException(ExitCode exitCode, String message, Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    public ExitCode exitCode() {
        return exitCode;
    }
}
