package dev.inverterflow.snowflake.local.ast;

/** {@code AT (STREAM => 's')}, {@code BEFORE (STATEMENT => 'id')}: a past state of a table. */
public record TimeTravel(Edge edge, Reckoning reckoning, Expression value) {
    /** With the change of that moment, or without it. */
    public enum Edge {
        AT,
        BEFORE
    }

    /** How the moment is given. */
    public enum Reckoning {
        TIMESTAMP,
        OFFSET,
        STATEMENT,
        STREAM
    }
}
