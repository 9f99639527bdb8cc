package dev.inverterflow.snowflake.local.engine;

import dev.inverterflow.snowflake.local.execution.Binds;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * Emitted SQL that changes rows, or counts them. It is prepared only if it has binds: DuckDB plans a prepared statement
 * that reads a table once when it is prepared and once more each time it runs.
 */
public final class EngineStatement implements AutoCloseable {

    private final NumberedBinds sql;
    private final Binds binds;
    private final Statement statement;
    private final @Nullable PreparedStatement prepared;

    private EngineStatement(NumberedBinds sql, Binds binds, Statement statement, @Nullable PreparedStatement prepared) {
        this.sql = sql;
        this.binds = binds;
        this.statement = statement;
        this.prepared = prepared;
    }

    /** A statement of the connection, to be closed. */
    public static EngineStatement of(String emitted, Binds binds, Connection connection) throws SQLException {
        NumberedBinds sql = NumberedBinds.of(emitted);
        if (sql.originals().isEmpty()) {
            return new EngineStatement(sql, binds, connection.createStatement(), null);
        }
        PreparedStatement prepared = connection.prepareStatement(sql.text());
        return new EngineStatement(sql, binds, prepared, prepared);
    }

    /** Runs a query with one row of binds. */
    public ResultSet query(int row) throws SQLException {
        if (prepared == null) {
            return statement.executeQuery(sql.text());
        }
        sql.set(prepared, binds, row);
        return prepared.executeQuery();
    }

    /** Runs a statement that changes rows with one row of binds; returns how many it changed. */
    public long update(int row) throws SQLException {
        if (prepared == null) {
            return statement.executeLargeUpdate(sql.text());
        }
        sql.set(prepared, binds, row);
        return prepared.executeLargeUpdate();
    }

    @Override
    public void close() throws SQLException {
        statement.close();
    }
}
