package dev.inverterflow.snowflake.local.engine;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * One DuckDB instance.
 *
 * <p>It can neither read nor write files of the machine nor load extensions: what staged files hold is read by our own
 * code, within the stage's root. The session time zone of every connection is UTC, because emission states zones itself.
 */
public final class DuckDb implements AutoCloseable {

    private final DuckDBConnection root;
    private final List<Connection> parts = new CopyOnWriteArrayList<>();

    private DuckDb(DuckDBConnection root) {
        this.root = root;
    }

    /**
     * Opens a database.
     *
     * @param file where it is kept, null for one in memory
     * @param setup run once, before any session: macros, functions, internal tables
     */
    public static DuckDb open(@Nullable Path file, Setup setup) throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:duckdb:" + (file == null ? "" : file), settings());
        DuckDb duckDb = new DuckDb((DuckDBConnection) connection);
        try {
            setup.on(connection);
        } catch (SQLException failure) {
            duckDb.close();
            throw failure;
        }
        return duckDb;
    }

    /** Prepares an instance. */
    @FunctionalInterface
    public interface Setup {
        void on(Connection connection) throws SQLException;
    }

    /** The first connection, for what is registered once for all; not for sessions. */
    public Connection root() {
        return root;
    }

    /** A connection of its own for one of the server's parts. It ends with the instance. */
    public Connection connectPlain() throws SQLException {
        Connection connection = root.duplicate();
        parts.add(connection);
        return connection;
    }

    /** A connection of its own: its transaction and variables are no other's. */
    public SessionConnection connect() throws SQLException {
        Connection connection = root.duplicate();
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET TimeZone = 'UTC'");
        }
        return new SessionConnection(connection);
    }

    @Override
    public void close() throws SQLException {
        for (Connection part : parts) {
            part.close();
        }
        root.close();
    }

    private static Properties settings() {
        Properties settings = new Properties();
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        settings.setProperty("allow_community_extensions", "false");
        settings.setProperty("enable_external_access", "false");
        return settings;
    }
}
