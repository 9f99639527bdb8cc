package dev.inverterflow.snowflake.local.execution;

import java.sql.Connection;
import java.sql.SQLException;

/** Where the definitions of objects are kept beyond the life of the server. */
public interface DefinitionStore {

    /** What was written, to be told when it is committed. */
    interface Saved {
        void committed();
    }

    /**
     * Writes what has changed, as part of the connection's transaction. To be called with the catalog's DDL lock held, and
     * that lock to be kept until the commit.
     */
    Saved save(Connection connection) throws SQLException;
}
