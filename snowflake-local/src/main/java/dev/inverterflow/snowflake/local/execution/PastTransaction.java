package dev.inverterflow.snowflake.local.execution;

import java.time.Instant;

/** A transaction of several statements that has ended. */
public record PastTransaction(OpenTransaction transaction, Outcome outcome, Instant endedOn) {

    /** How it ended. */
    public enum Outcome {
        COMMITTED("committed"),
        ROLLED_BACK("rolled back");

        private final String label;

        Outcome(String label) {
            this.label = label;
        }

        /** The word in the {@code state} column of DESCRIBE TRANSACTION. */
        public String label() {
            return label;
        }
    }
}
