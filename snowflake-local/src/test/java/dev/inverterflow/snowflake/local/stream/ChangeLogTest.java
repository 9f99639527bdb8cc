package dev.inverterflow.snowflake.local.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inverterflow.snowflake.local.catalog.Catalog;
import dev.inverterflow.snowflake.local.catalog.ObjectName;
import dev.inverterflow.snowflake.local.engine.DuckDb;
import dev.inverterflow.snowflake.local.execution.HiddenColumns;
import dev.inverterflow.snowflake.local.execution.TransactionView;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Offsets against the real engine, with the transactions that sessions would make. */
class ChangeLogTest {
    private static final ObjectName TABLE = new ObjectName("DB", "SC", "T");
    private static final TableStream STREAM = stream("S", 7);
    private static final TableStream OTHER = stream("OTHER", 8);

    private final AtomicInteger notices = new AtomicInteger();
    private final List<Connection> connections = new ArrayList<>();
    private DuckDb engine;
    private StreamCommits commits;
    private Connection reader;
    private long nextTransaction = 1;

    @BeforeEach
    void open() throws SQLException {
        engine = DuckDb.open(null, connection -> {});
        reader = connect();
        ChangeLog.createTables(reader);
        execute(reader, "CREATE TABLE t (v INTEGER, " + HiddenColumns.definition() + ")");
        var catalog = new Catalog();
        catalog.objects(TableStream.KIND).put(STREAM);
        commits = new StreamCommits(
                catalog, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), connect(), notices::incrementAndGet);
        ChangeLog.addOffset(reader, STREAM.id(), STREAM.initialRows(), Instant.EPOCH);
    }

    @AfterEach
    void close() throws SQLException {
        for (var connection : connections) {
            connection.close();
        }
        engine.close();
    }

    @Test
    void rowsOfAnEarlyInsertThatCommitsLateAreNotLost() throws SQLException {
        var early = begin();
        insert(early, 1);
        var late = begin();
        insert(late, 2);
        commit(late);
        assertThat(streamRows(reader)).containsExactly(2);
        consume();
        assertThat(streamRows(reader)).isEmpty();

        commit(early);

        assertThat(streamRows(reader)).containsExactly(1);
    }

    @Test
    void aCommitDuringTheConsumersTransactionIsLeftForTheNextOne() throws SQLException {
        var first = begin();
        insert(first, 1);
        commit(first);
        var consumer = begin();
        assertThat(streamRows(consumer.connection())).containsExactly(1);

        var second = begin();
        insert(second, 2);
        commit(second);
        assertThat(streamRows(consumer.connection())).containsExactly(1);
        commit(consumer.consuming());

        assertThat(streamRows(reader)).containsExactly(2);
    }

    @Test
    void aConsumerThatRollsBackReadsTheSameAgain() throws SQLException {
        var first = begin();
        insert(first, 1);
        commit(first);

        var consumer = begin();
        assertThat(streamRows(consumer.connection())).containsExactly(1);
        execute(consumer.connection(), "ROLLBACK");

        assertThat(streamRows(reader)).containsExactly(1);
    }

    @Test
    void whatAConsumerItselfInsertsIsStillToBeRead() throws SQLException {
        var first = begin();
        insert(first, 1);
        commit(first);

        var consumer = begin();
        insert(consumer, 2);
        assertThat(streamRows(consumer.connection())).containsExactly(1);
        commit(consumer.consuming());

        assertThat(streamRows(reader)).containsExactly(2);
    }

    @Test
    void rowsFromBeforeTheStreamAreNotItsOwn() throws SQLException {
        var first = begin();
        insert(first, 1);
        commit(first);

        ChangeLog.addOffset(reader, 8, TableStream.InitialRows.HIDDEN, Instant.EPOCH);

        assertThat(rowsBehind(reader, OTHER)).isEmpty();
        var second = begin();
        insert(second, 2);
        commit(second);
        assertThat(rowsBehind(reader, OTHER)).containsExactly(2);
        assertThat(streamRows(reader)).containsExactly(1, 2);
    }

    @Test
    void pruningForgetsOnlyWhatEveryStreamHasReadAndKeepsTheOrder() throws SQLException {
        ChangeLog.addOffset(reader, 8, TableStream.InitialRows.HIDDEN, Instant.EPOCH);
        var first = begin();
        insert(first, 1);
        commit(first);
        consume();
        var second = begin();
        insert(second, 2);
        commit(second);

        long last = ChangeLog.lastSequenceNumber(reader);

        ChangeLog.prune(reader);
        assertThat(streamRows(reader)).containsExactly(2);
        assertThat(rowsBehind(reader, OTHER)).containsExactly(1, 2);

        ChangeLog.removeOffset(reader, 8);
        ChangeLog.prune(reader);
        assertThat(streamRows(reader)).containsExactly(2);
        assertThat(ChangeLog.lastSequenceNumber(reader)).isEqualTo(last);
    }

    @Test
    void whoWaitsForRowsIsToldOnlyAfterTheyCanBeSeen() throws SQLException {
        var first = begin().writing();
        insert(first, 1);
        commits.beforeCommit(first);
        assertThat(notices).hasValue(0);

        execute(first.connection(), "COMMIT");
        commits.afterCommit(first);

        assertThat(notices).hasValue(1);
    }

    private void consume() throws SQLException {
        var consumer = begin();
        streamRows(consumer.connection());
        commit(consumer.consuming());
    }

    private OpenTransaction begin() throws SQLException {
        var connection = connect();
        long id = nextTransaction++;
        execute(connection, "SET VARIABLE " + HiddenColumns.TRANSACTION_VARIABLE + " = " + id);
        execute(connection, "BEGIN TRANSACTION");
        // The snapshot is taken by the first read.
        streamRows(connection);
        return new OpenTransaction(id, Set.of(), Set.of(), connection);
    }

    private static void insert(OpenTransaction transaction, int value) throws SQLException {
        execute(transaction.connection(), "INSERT INTO t (v) VALUES (" + value + ")");
    }

    private void commit(OpenTransaction transaction) throws SQLException {
        commits.beforeCommit(transaction.writing());
        execute(transaction.connection(), "COMMIT");
    }

    private static TableStream stream(String name, long id) {
        return new TableStream(
                new ObjectName("DB", "SC", name),
                id,
                TABLE,
                1,
                TableStream.Mode.APPEND_ONLY,
                TableStream.InitialRows.HIDDEN,
                "R",
                Instant.EPOCH,
                "");
    }

    private static List<Integer> streamRows(Connection connection) throws SQLException {
        return rowsBehind(connection, STREAM);
    }

    private static List<Integer> rowsBehind(Connection connection, TableStream stream) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "SELECT v FROM t AS base WHERE " + ChangeLog.isBehindOffset(stream) + " ORDER BY v")) {
            var values = new ArrayList<Integer>();
            while (rows.next()) {
                values.add(rows.getInt(1));
            }
            return values;
        }
    }

    private Connection connect() throws SQLException {
        var connection = engine.connect().jdbc();
        connections.add(connection);
        return connection;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private record OpenTransaction(
            long id, Set<ObjectName> consumedStreams, Set<ObjectName> writtenTables, Connection connection)
            implements TransactionView {
        @Override
        public Set<ObjectName> changedTables() {
            return Set.of();
        }

        @Override
        public Map<ObjectName, Long> removedRows() {
            return Map.of();
        }

        OpenTransaction writing() {
            return new OpenTransaction(id, consumedStreams, Set.of(TABLE), connection);
        }

        OpenTransaction consuming() {
            return new OpenTransaction(id, Set.of(STREAM.name()), writtenTables, connection);
        }
    }
}
