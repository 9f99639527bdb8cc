package dev.inverterflow.snowflake.local.execution;

import dev.inverterflow.snowflake.local.analysis.Origin;
import dev.inverterflow.snowflake.local.ast.Statement;
import dev.inverterflow.snowflake.local.catalog.Access;

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

    /**
     * Refuses the rows of a relation to roles that may not read them.
     *
     * @param access what those roles may do: the session's, or inside a view its owner's
     */
    void checkRead(Origin relation, Access access, SessionContext session);
}
