package dev.inverterflow.deploy.verify;

/**
 * What one check found.
 *
 * @param check its name
 * @param detail what was seen; for a failure or a skip also what to do
 */
public record Finding(String check, Outcome outcome, String detail) {
    /** How it ended. */
    public enum Outcome {
        OK,
        FAILED,
        /** Not looked at, for the reason named: never counted as passed. */
        SKIPPED
    }

    static Finding ok(String check, String detail) {
        return new Finding(check, Outcome.OK, detail);
    }

    static Finding failed(String check, String detail) {
        return new Finding(check, Outcome.FAILED, detail);
    }

    static Finding skipped(String check, String detail) {
        return new Finding(check, Outcome.SKIPPED, detail);
    }
}
