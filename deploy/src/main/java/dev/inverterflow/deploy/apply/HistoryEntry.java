package dev.inverterflow.deploy.apply;

/**
 * The last attempt at one step, as DEPLOY_HISTORY tells it.
 *
 * @param startedAt UTC wall clock, for people
 * @param duration in milliseconds, for people; empty when the attempt never ended
 * @param error what made it fail; empty otherwise
 */
public record HistoryEntry(
        String step,
        StepKind kind,
        String checksum,
        Outcome outcome,
        String deployedBy,
        String startedAt,
        String duration,
        String error) {
    /** How an attempt ended. */
    public enum Outcome {
        /** Begun; when it stays so, the deployer was killed in the middle. */
        STARTED,
        SUCCEEDED,
        FAILED,
        /** Was applied, and its objects were dropped by destroy since; it counts as never applied. */
        REMOVED
    }

    public boolean succeeded() {
        return outcome == Outcome.SUCCEEDED;
    }
}
