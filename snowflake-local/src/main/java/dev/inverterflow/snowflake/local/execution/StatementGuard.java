package dev.inverterflow.snowflake.local.execution;

import dev.inverterflow.snowflake.local.ast.Statement;

/** Decides before a statement runs whether the session's roles may run it. */
public interface StatementGuard {

    /**
     * Refuses what the roles may not do. A missing object is left to the statement's command to report.
     *
     * @return what is to be done once the statement has succeeded
     * @throws dev.inverterflow.snowflake.local.error.SnowflakeException 003001 for an object that the role sees but may not
     *     use so, 002003 for one that it does not see
     */
    Runnable check(Statement statement, SessionContext session);
}
