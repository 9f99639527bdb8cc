package dev.inverterflow.snowflake.local.stream;

import dev.inverterflow.snowflake.local.catalog.Catalog;
import dev.inverterflow.snowflake.local.catalog.ObjectName;
import dev.inverterflow.snowflake.local.catalog.ObjectType;
import dev.inverterflow.snowflake.local.catalog.Table;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.execution.TransactionParticipant;
import dev.inverterflow.snowflake.local.execution.TransactionView;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Numbers the commits that streams see and moves the offsets of the streams a transaction consumed, as part of it. */
final class StreamCommits implements TransactionParticipant {
    private static final int COMMITS_BETWEEN_PRUNINGS = 1000;

    private final Catalog catalog;
    private final Clock clock;
    private final Runnable onNewRows;
    private final Connection ownConnection;
    private long lastSequenceNumber;
    private long commitsSincePruning;

    /**
     * @param ownConnection one that nobody else uses: only its transactions delete commits, so they conflict with no other
     */
    StreamCommits(Catalog catalog, Clock clock, Connection ownConnection, Runnable onNewRows) throws SQLException {
        this.catalog = catalog;
        this.clock = clock;
        this.ownConnection = ownConnection;
        this.lastSequenceNumber = ChangeLog.lastSequenceNumber(ownConnection);
        this.onNewRows = onNewRows;
    }

    /** Streams are read as of the beginning of a transaction, not of its statements. */
    @Override
    public Map<String, Long> atBegin() {
        return TableStream.all(catalog).findAny().isPresent()
                ? Map.of(ChangeLog.LAST_SEEN, lastSequenceNumber)
                : Map.of();
    }

    @Override
    public void beforeChange(ObjectName table, Change change, Connection connection) throws SQLException {
        var base = catalog.objects(ObjectType.TABLE).find(table);
        if (base.isPresent()) {
            var streams = StreamTables.appendOnly(base.get().id(), table, catalog);
            if (!streams.isEmpty()) {
                StreamTables.keep(base.get(), streams, connection);
            }
        }
    }

    @Override
    public void beforeCommit(TransactionView transaction) throws SQLException {
        // First the offsets, then this transaction's own number: what it inserted itself is still to be read.
        for (var name : transaction.consumedStreams()) {
            var stream = TableStream.find(name, catalog);
            if (stream.isPresent()) {
                ChangeLog.moveOffset(transaction.connection(), stream.get(), clock.instant());
            }
        }
        if (anyHasStream(transaction.writtenTables())) {
            lastSequenceNumber++;
            ChangeLog.recordCommit(transaction.connection(), transaction.id(), lastSequenceNumber);
            for (var table : transaction.writtenTables()) {
                recordVersions(table, transaction);
            }
        }
    }

    private void recordVersions(ObjectName name, TransactionView transaction) throws SQLException {
        var table = catalog.objects(ObjectType.TABLE).find(name);
        if (table.isEmpty() || standard(table.get()).isEmpty()) {
            return;
        }
        var versions = new RowVersions(table.get(), transaction.connection());
        if (transaction.changedTables().contains(name)) {
            versions.compare(lastSequenceNumber);
        } else {
            versions.add(transaction.id(), lastSequenceNumber);
        }
    }

    @Override
    public List<String> copiesOf(Table table, String column, Connection connection) throws SQLException {
        var copies = new ArrayList<String>();
        for (var copy : List.of(RowVersions.name(table.id()), StreamTables.kept(table.id()))) {
            if (EngineTables.hasColumn(copy, column, connection)) {
                copies.add(copy);
            }
        }
        return copies;
    }

    /** So that no transaction has to do it, beside which another would fail. */
    @Override
    public synchronized void afterDefinition() throws SQLException {
        for (var table : catalog.objects(ObjectType.TABLE).all()) {
            if (!standard(table).isEmpty()) {
                new RowVersions(table, ownConnection).afterDefinition();
            }
        }
    }

    @Override
    public void afterCommit(TransactionView transaction) {
        if (anyHasStream(transaction.writtenTables())) {
            onNewRows.run();
            pruneNowAndThen();
        }
    }

    private synchronized void pruneNowAndThen() {
        commitsSincePruning++;
        if (commitsSincePruning < COMMITS_BETWEEN_PRUNINGS) {
            return;
        }
        commitsSincePruning = 0;
        try {
            for (var table : catalog.objects(ObjectType.TABLE).all()) {
                prune(table);
            }
            ChangeLog.prune(ownConnection);
        } catch (SQLException failure) {
            throw Errors.internal("the log of commits could not be pruned", failure);
        }
    }

    private void prune(Table table) throws SQLException {
        var appendOnly = StreamTables.appendOnly(table.id(), table.name(), catalog);
        if (!appendOnly.isEmpty()) {
            StreamTables.prune(table, appendOnly, ownConnection);
        }
        var standard = standard(table);
        if (!standard.isEmpty()) {
            new RowVersions(table, ownConnection).prune(ChangeLog.leastPosition(ownConnection, standard));
        }
    }

    private List<TableStream> standard(Table table) {
        return StreamTables.of(TableStream.Mode.STANDARD, table.id(), table.name(), catalog);
    }

    private boolean anyHasStream(Set<ObjectName> tables) {
        return tables.stream()
                .anyMatch(table -> !StreamTables.on(id(table), table, catalog).isEmpty());
    }

    private long id(ObjectName table) {
        return catalog.objects(ObjectType.TABLE).find(table).map(Table::id).orElse(-1L);
    }
}
