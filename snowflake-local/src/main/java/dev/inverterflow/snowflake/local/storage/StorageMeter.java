package dev.inverterflow.snowflake.local.storage;

import dev.inverterflow.snowflake.local.catalog.AccountType;
import dev.inverterflow.snowflake.local.catalog.Catalog;
import dev.inverterflow.snowflake.local.catalog.Database;
import dev.inverterflow.snowflake.local.catalog.ObjectName;
import dev.inverterflow.snowflake.local.catalog.ObjectType;
import dev.inverterflow.snowflake.local.catalog.Table;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.execution.StatementThreads;
import dev.inverterflow.snowflake.local.execution.TransactionParticipant;
import dev.inverterflow.snowflake.local.execution.TransactionView;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How many bytes tables store, and what Snowflake would keep of what was updated, deleted or dropped.
 *
 * <p>Tables are measured when somebody asks, when the clock is moved and once an hour, and only those that were written to since.
 * What is found then is taken for all of the time since the measurement before. Commits only note how many rows they updated or
 * deleted, which count with the average bytes of the table's rows. Temporary tables are not counted, and a clone counts as the
 * copy that it is here.
 *
 * @see <a href="https://docs.snowflake.com/en/user-guide/tables-storage-considerations">Data storage considerations</a>
 */
public final class StorageMeter implements TransactionParticipant, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(StorageMeter.class);
    private static final Duration BETWEEN_MEASUREMENTS = Duration.ofHours(1);

    private final Catalog catalog;
    private final Clock clock;
    private final TableMeasure measure;
    private final StorageLedger ledger;
    private final Set<Long> written = ConcurrentHashMap.newKeySet();
    private final Map<Long, Table> measured = new ConcurrentHashMap<>();
    private final ScheduledExecutorService hourly = Executors.newSingleThreadScheduledExecutor(
            task -> StatementThreads.daemon(task, "snowflake-local-storage"));

    private @Nullable Future<?> measuring;

    /**
     * A meter that goes on where the one before ended.
     *
     * @param connection one of its own
     * @param lasts whether what it holds is there after the end of the server
     */
    public StorageMeter(Catalog catalog, Connection connection, boolean lasts, Clock clock) throws SQLException {
        this.catalog = catalog;
        this.clock = clock;
        measure = new TableMeasure(catalog, connection);
        ledger = new StorageLedger(new StorageStore(connection, lasts), clock.instant());
    }

    /** Begins to measure once an hour. */
    public void start() {
        measuring = hourly.scheduleAtFixedRate(this::measureIfTime, 1, 1, TimeUnit.MINUTES);
    }

    @Override
    public void close() {
        if (measuring != null) {
            measuring.cancel(false);
        }
        hourly.shutdown();
    }

    /**
     * What each table is charged for.
     *
     * @param asOf the last moment to be known about
     */
    public synchronized List<TableUse> tables(Instant asOf) {
        measureNow();
        return ledger.tables(asOf);
    }

    /** The average of each day and database, until now. */
    public synchronized List<DatabaseDay> days() {
        var now = measureNow();
        return ledger.days(now, databases());
    }

    /**
     * What the rows of a table store, in bytes.
     *
     * @param engineName the engine's quoted name for it, which temporary tables have of their own
     */
    public synchronized long bytes(Table table, String engineName) {
        try {
            if (table.kind() == Table.Kind.TEMPORARY) {
                return measure.bytes(table, engineName);
            }
            if (needsMeasuring(table)) {
                measure(table);
            }
            return ledger.bytes(table.id());
        } catch (SQLException failure) {
            throw Errors.internal("measuring " + table.name(), failure);
        }
    }

    /** The clock has been moved; what is stored now was stored all of the time that it skipped. */
    public void clockMoved() {
        measureIfTime();
    }

    @Override
    public synchronized void beforeCommit(TransactionView transaction) throws SQLException {
        for (var removed : transaction.removedRows().entrySet()) {
            var table = catalog.objects(ObjectType.TABLE).find(removed.getKey());
            if (table.isPresent() && removed.getValue() > 0) {
                measureIfUnknown(table.get());
                StorageStore.deleted(transaction.connection(), table.get().id(), clock.instant(), removed.getValue());
            }
        }
    }

    @Override
    public void afterCommit(TransactionView transaction) {
        var tables = catalog.objects(ObjectType.TABLE);
        for (ObjectName name : transaction.writtenTables()) {
            tables.find(name).ifPresent(table -> written.add(table.id()));
        }
    }

    /** Measures what is about to go. */
    @Override
    public synchronized void beforeDrop(Table table) throws SQLException {
        if (needsMeasuring(table)) {
            measure(table);
        }
        ledger.drops(table.id(), clock.instant());
    }

    /** What a transaction deletes is still there for others. */
    private void measureIfUnknown(Table table) {
        if (ledger.bytesOfRow(table.id()) == 0) {
            measure(table);
        }
    }

    private synchronized void measureIfTime() {
        try {
            if (!hourly.isShutdown()
                    && !clock.instant().isBefore(ledger.settledAt().plus(BETWEEN_MEASUREMENTS))) {
                measureNow();
            }
        } catch (RuntimeException failure) {
            log.error("What is stored could not be measured; it will be tried again", failure);
        }
    }

    private Instant measureNow() {
        var now = clock.instant();
        var tables = catalog.objects(ObjectType.TABLE).all();
        for (var table : tables) {
            if (needsMeasuring(table)) {
                measure(table);
            }
        }
        var there = tables.stream().map(Table::id).collect(Collectors.toSet());
        measured.keySet().retainAll(there);
        try {
            ledger.settle(now, there, databases());
        } catch (SQLException failure) {
            throw Errors.internal("what tables store could not be written down", failure);
        }
        return now;
    }

    private boolean needsMeasuring(Table table) {
        return written.contains(table.id()) || !table.equals(measured.get(table.id()));
    }

    private void measure(Table table) {
        written.remove(table.id());
        try {
            ledger.put(measure.of(table));
            measured.put(table.id(), table);
        } catch (SQLException gone) {
            // Dropped, renamed or altered a moment ago; the catalog will tell.
            written.add(table.id());
            log.debug("Table {} could not be measured", table.name(), gone);
        }
    }

    private Map<String, Instant> databases() {
        return catalog.account(AccountType.DATABASE).all().stream()
                .collect(Collectors.toMap(Database::name, Database::createdOn));
    }
}
