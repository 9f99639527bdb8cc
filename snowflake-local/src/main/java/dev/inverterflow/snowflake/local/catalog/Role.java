package dev.inverterflow.snowflake.local.catalog;

import java.time.Instant;

/** An account role. */
public record Role(String name, String owner, Instant createdOn, String comment) implements AccountObject {

    /** The role that may do everything; sessions without another role use it. */
    public static final String ACCOUNTADMIN = "ACCOUNTADMIN";
}
