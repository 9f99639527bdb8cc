package dev.inverterflow.snowflake.local.usage;

import java.time.Duration;
import java.time.Instant;

/** A view of SNOWFLAKE.ACCOUNT_USAGE over something that happened. */
interface UsageView {
    /** Its name, without the schema. */
    String name();

    /** The longest latency that its page documents. */
    Duration lag();

    /**
     * What it shows.
     *
     * @param until the last moment it knows about
     */
    UsageRelation view(Instant until);
}
