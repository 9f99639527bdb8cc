package dev.inverterflow.snowflake.local.usage;

import java.time.Duration;
import java.time.Instant;

/** A view of the database SNOWFLAKE over something that happened. */
interface UsageView {
    /** The schema it is in. */
    default String schema() {
        return "ACCOUNT_USAGE";
    }

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
