package dev.inverterflow.snowflake.local.ast;

/** How long an object and its history live. */
public enum Persistence {
    PERMANENT,
    /** Without fail-safe. */
    TRANSIENT,
    /** Until the end of the session that made it. */
    TEMPORARY,
    /** Until the end of the procedure that made it, outside of procedures of the session: SCOPED TEMPORARY. */
    SCOPED;

    public boolean isTemporary() {
        return this == TEMPORARY || this == SCOPED;
    }
}
