package dev.inverterflow.snowflake.local.persistence;

import dev.inverterflow.snowflake.local.catalog.Catalog;
import dev.inverterflow.snowflake.local.execution.DefinitionStore;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The catalog of a data directory. DDL stores it with its own commit; what changes otherwise, such as a task that is suspended
 * after failures, is stored twice a second.
 */
public final class StoredCatalog implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(StoredCatalog.class);
    private static final int MILLIS_BETWEEN_LOOKS = 500;

    private final Catalog catalog;
    private final Connection connection;
    private final CatalogStore store;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "snowflake-local-catalog");
        thread.setDaemon(true);
        return thread;
    });

    private @Nullable Future<?> saving;

    private StoredCatalog(Catalog catalog, Connection connection) {
        this.catalog = catalog;
        this.connection = connection;
        this.store = new CatalogStore(catalog);
    }

    /**
     * Fills the catalog with what is stored.
     *
     * @param connection one of its own, that nobody else uses
     */
    public static StoredCatalog restore(Catalog catalog, Connection connection) throws SQLException {
        dropTemporaryTables(connection);
        StoredCatalog stored = new StoredCatalog(catalog, connection);
        stored.store.restore(connection);
        return stored;
    }

    /** Begins to look after changes. */
    public void start() {
        saving = clock.scheduleWithFixedDelay(
                this::saveQuietly, MILLIS_BETWEEN_LOOKS, MILLIS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS);
    }

    /** What DDL is to store its definitions with. */
    public DefinitionStore definitions() {
        return store;
    }

    @Override
    public void close() throws SQLException, InterruptedException {
        if (saving != null) {
            saving.cancel(false);
        }
        clock.shutdown();
        if (!clock.awaitTermination(10, TimeUnit.SECONDS)) {
            log.warn("The catalog is still being stored");
        }
        save();
    }

    private void saveQuietly() {
        try {
            save();
        } catch (SQLException | RuntimeException failure) {
            log.error("The catalog could not be stored; it will be tried again", failure);
        }
    }

    private void save() throws SQLException {
        catalog.ddlLock().lock();
        try (Statement statement = connection.createStatement()) {
            if (store.isOutOfDate()) {
                statement.execute("BEGIN TRANSACTION");
                DefinitionStore.Saved saved = store.save(connection);
                statement.execute("COMMIT");
                saved.committed();
            }
        } finally {
            catalog.ddlLock().unlock();
        }
    }

    /** What sessions leave behind when the server ends without notice. */
    private static void dropTemporaryTables(Connection connection) throws SQLException {
        List<String> schemas = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            try (ResultSet rows = statement.executeQuery(
                    "SELECT schema_name FROM duckdb_schemas() WHERE regexp_full_match(schema_name, '#[0-9]+')")) {
                while (rows.next()) {
                    schemas.add(rows.getString(1));
                }
            }
            for (String schema : schemas) {
                statement.execute("DROP SCHEMA \"" + schema + "\" CASCADE");
            }
        }
    }
}
