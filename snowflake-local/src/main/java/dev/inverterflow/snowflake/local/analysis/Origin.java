package dev.inverterflow.snowflake.local.analysis;

/**
 * Where the rows of a relation come from. A session needs it for privileges, locks and to know which streams a DML
 * consumes.
 *
 * @param kind what it is
 * @param database its database; empty if it is in none
 * @param schema its schema; empty if it is in none
 * @param name its own name
 */
public record Origin(Kind kind, String database, String schema, String name) {
    /** What a relation is to Snowflake. */
    public enum Kind {
        TABLE,
        VIEW,
        STREAM,
        STAGE,
        /** A view of INFORMATION_SCHEMA or of the database SNOWFLAKE. */
        SYSTEM_VIEW,
        TABLE_FUNCTION
    }
}
