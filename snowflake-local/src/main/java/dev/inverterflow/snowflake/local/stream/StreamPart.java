package dev.inverterflow.snowflake.local.stream;

import dev.inverterflow.snowflake.local.catalog.Catalog;
import dev.inverterflow.snowflake.local.execution.CommandSet;
import dev.inverterflow.snowflake.local.execution.RelationProvider;
import dev.inverterflow.snowflake.local.execution.SystemFunctionProvider;
import dev.inverterflow.snowflake.local.execution.TransactionParticipant;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;

/** Streams as the server is put together with them. */
public final class StreamPart {
    private final StreamCommits commits;

    /**
     * Streams of one server.
     *
     * @param connection one of its own, that nobody else uses
     * @param onNewRows called after each commit that brought rows some stream may show
     */
    public StreamPart(Catalog catalog, Connection connection, Clock clock, Runnable onNewRows) throws SQLException {
        ChangeLog.createTables(connection);
        commits = new StreamCommits(catalog, clock, connection, onNewRows);
    }

    public CommandSet commands() {
        return new StreamCommands();
    }

    public RelationProvider relations() {
        return new StreamRelations();
    }

    public SystemFunctionProvider functions() {
        return new StreamFunctions();
    }

    /** To be asked at every commit. */
    public TransactionParticipant participant() {
        return commits;
    }
}
