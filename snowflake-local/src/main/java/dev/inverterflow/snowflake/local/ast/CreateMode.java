package dev.inverterflow.snowflake.local.ast;

/** What CREATE does if the object is there already. */
public enum CreateMode {
    /** Fail with 002002. */
    CREATE,
    /** CREATE OR REPLACE. */
    OR_REPLACE,
    /** CREATE … IF NOT EXISTS. */
    IF_NOT_EXISTS,
    /** CREATE OR ALTER. */
    OR_ALTER
}
