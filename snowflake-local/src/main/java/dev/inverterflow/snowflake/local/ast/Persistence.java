package dev.inverterflow.snowflake.local.ast;

/** How long an object and its history live. */
public enum Persistence {
    PERMANENT,
    /** Without fail-safe. */
    TRANSIENT,
    /** Until the end of the session that made it. */
    TEMPORARY
}
