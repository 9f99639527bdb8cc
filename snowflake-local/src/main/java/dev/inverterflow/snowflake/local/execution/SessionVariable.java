package dev.inverterflow.snowflake.local.execution;

import dev.inverterflow.snowflake.local.analysis.Constant;
import java.time.Instant;

/** A variable of a session, and when it was first and last set. */
public record SessionVariable(Constant value, Instant createdOn, Instant updatedOn) {

    /** The variable with another value. */
    public SessionVariable with(Constant changed, Instant now) {
        return new SessionVariable(changed, createdOn, now);
    }
}
