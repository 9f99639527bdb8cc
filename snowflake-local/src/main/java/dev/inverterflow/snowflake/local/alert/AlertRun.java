package dev.inverterflow.snowflake.local.alert;

import dev.inverterflow.snowflake.local.error.SnowflakeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One look at an alert's condition, going on or ended.
 *
 * @param key tells it from all others
 * @param outcome null while it goes on
 */
record AlertRun(
        String key,
        Alert alert,
        Cause cause,
        Instant scheduledTime,
        @Nullable Outcome outcome) {

    /**
     * How it ended.
     *
     * @param conditionQueryId id of the statement that was the condition; null if it never began
     * @param actionQueryId id of the statement that was the action; null if it never began
     */
    record Outcome(
            State state,
            Instant completedTime,
            @Nullable String conditionQueryId,
            @Nullable String actionQueryId,
            @Nullable String errorCode,
            @Nullable String errorMessage) {

        static Outcome of(State state, Instant now, @Nullable String conditionQueryId, @Nullable String actionQueryId) {
            return new Outcome(state, now, conditionQueryId, actionQueryId, null, null);
        }

        Outcome because(SnowflakeException failure) {
            return new Outcome(
                    state, completedTime, conditionQueryId, actionQueryId, failure.paddedCode(), failure.getMessage());
        }
    }

    /** As ALERT_HISTORY prints it. */
    enum State {
        EXECUTING,
        FAILED,
        CANCELLED,
        CONDITION_FALSE,
        CONDITION_FAILED,
        ACTION_FAILED,
        TRIGGERED;

        boolean failed() {
            return this == FAILED || this == CONDITION_FAILED || this == ACTION_FAILED;
        }
    }

    /** What started it. */
    enum Cause {
        SCHEDULE,
        EXECUTE_ALERT,
        TRIGGER;

        /** As ALERT_HISTORY prints it. */
        String label() {
            return name().replace('_', ' ');
        }
    }

    AlertRun ended(Outcome how) {
        return new AlertRun(key, alert, cause, scheduledTime, how);
    }
}
