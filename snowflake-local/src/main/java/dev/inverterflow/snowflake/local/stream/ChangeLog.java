package dev.inverterflow.snowflake.local.stream;

import dev.inverterflow.snowflake.local.execution.HiddenColumns;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * In which order transactions became visible, and how far each stream has read.
 *
 * <p>A row carries the number of its transaction, given out when the transaction began. That order is not the order of the
 * commits: a transaction that inserted early may commit late. Hence each commit gets a sequence number of its own, handed
 * out one commit at a time, and an offset is a position in the sequence of commits: whatever a reader's snapshot does not
 * contain has a higher number than all it does contain.
 */
final class ChangeLog {
    static final String SCHEMA = "\"$STREAM\"";
    /** Numbers the rows of tables that a stream follows. */
    static final String ROW_NUMBERS = SCHEMA + ".row_numbers";

    /** The engine's variable that holds the last commit before the open transaction began; unset for a single statement. */
    static final String LAST_SEEN = "snowflake_local_last_seen";

    private static final String COMMITS = SCHEMA + ".commits";
    private static final String OFFSETS = SCHEMA + ".offsets";
    private static final String LAST_SHOWN = "coalesce(getvariable('" + LAST_SEEN + "'), " + Long.MAX_VALUE + ")";

    private ChangeLog() {}

    /** A stream's position. */
    record Offset(long position, Instant movedAt) {}

    static void createTables(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA IF NOT EXISTS " + SCHEMA);
            statement.execute("CREATE TABLE IF NOT EXISTS " + COMMITS
                    + " (transaction_id BIGINT NOT NULL, sequence_number BIGINT NOT NULL)");
            statement.execute("CREATE TABLE IF NOT EXISTS " + OFFSETS
                    + " (stream_id BIGINT NOT NULL, position BIGINT NOT NULL, moved_at TIMESTAMPTZ NOT NULL,"
                    + " initial BOOLEAN NOT NULL)");
            statement.execute("CREATE SEQUENCE IF NOT EXISTS " + ROW_NUMBERS);
        }
    }

    /** The highest number given out so far. */
    static long lastSequenceNumber(Connection connection) throws SQLException {
        var sql = "SELECT " + lastPosition();
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    static void recordCommit(Connection connection, long transaction, long sequenceNumber) throws SQLException {
        try (var insert = connection.prepareStatement("INSERT INTO " + COMMITS + " VALUES (?, ?)")) {
            insert.setLong(1, transaction);
            insert.setLong(2, sequenceNumber);
            insert.executeUpdate();
        }
    }

    /** Lets a new stream begin behind everything that the connection's snapshot shows, or before it. */
    static void addOffset(Connection connection, long stream, TableStream.InitialRows initialRows, Instant now)
            throws SQLException {
        try (var insert =
                connection.prepareStatement("INSERT INTO " + OFFSETS + " SELECT ?, " + lastPosition() + ", ?, ?")) {
            insert.setLong(1, stream);
            insert.setTimestamp(2, Timestamp.from(now));
            insert.setBoolean(3, initialRows == TableStream.InitialRows.SHOWN);
            insert.executeUpdate();
        }
    }

    /** Moves a stream behind everything that it shows in the connection's transaction. */
    static void moveOffset(Connection connection, TableStream stream, Instant now) throws SQLException {
        try (var update = connection.prepareStatement("UPDATE " + OFFSETS + " SET position = greatest(position, least("
                + lastCommit() + ", " + LAST_SHOWN + ")), moved_at = ?, initial = FALSE WHERE stream_id = ?")) {
            update.setTimestamp(1, Timestamp.from(now));
            update.setLong(2, stream.id());
            update.executeUpdate();
        }
    }

    /** Lets a new stream begin where another one stands. */
    static void copyOffset(Connection connection, long from, long to) throws SQLException {
        try (var insert = connection.prepareStatement("INSERT INTO " + OFFSETS
                + " SELECT ?, position, moved_at, initial FROM " + OFFSETS + " WHERE stream_id = ?")) {
            insert.setLong(1, to);
            insert.setLong(2, from);
            insert.executeUpdate();
        }
    }

    /** Notes that a stream without changes was looked at, which keeps it from getting stale. */
    static void touchOffset(Connection connection, long stream, Instant now) throws SQLException {
        try (var update = connection.prepareStatement("UPDATE " + OFFSETS + " SET moved_at = ? WHERE stream_id = ?")) {
            update.setTimestamp(1, Timestamp.from(now));
            update.setLong(2, stream);
            update.executeUpdate();
        }
    }

    static void removeOffset(Connection connection, long stream) throws SQLException {
        try (var delete = connection.prepareStatement("DELETE FROM " + OFFSETS + " WHERE stream_id = ?")) {
            delete.setLong(1, stream);
            delete.executeUpdate();
        }
    }

    /** Forgets the commits that every stream has left behind. */
    static void prune(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(
                    "DELETE FROM " + COMMITS + " WHERE sequence_number < (SELECT min(position) FROM " + OFFSETS + ")");
        }
    }

    /** The number of the last commit that all of these streams are past. */
    static long leastPosition(Connection connection, List<TableStream> streams) throws SQLException {
        var ids = streams.stream().map(stream -> String.valueOf(stream.id())).collect(Collectors.joining(", "));
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "SELECT min(position) FROM " + OFFSETS + " WHERE stream_id IN (" + ids + ")")) {
            row.next();
            return row.getLong(1);
        }
    }

    static Optional<Offset> offset(Connection connection, long stream) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT position, moved_at FROM " + OFFSETS + " WHERE stream_id = ?")) {
            select.setLong(1, stream);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(
                                new Offset(row.getLong(1), row.getTimestamp(2).toInstant()))
                        : Optional.empty();
            }
        }
    }

    /** The number of the last commit that a stream is past. */
    static String offsetOf(TableStream stream) {
        return "(SELECT position" + from(stream) + ")";
    }

    /** The number of the last commit that a stream shows: the last before the transaction began that reads it. */
    static String endOf(TableStream stream) {
        return "greatest(" + offsetOf(stream) + ", " + LAST_SHOWN + ")";
    }

    /** Whether a stream shows all rows, as one does that was made to and was not consumed yet. */
    static String isInitial(TableStream stream) {
        return "(SELECT initial" + from(stream) + ")";
    }

    private static String from(TableStream stream) {
        return " FROM " + OFFSETS + " WHERE stream_id = " + stream.id();
    }

    /**
     * A condition on rows of a base table aliased {@code base}: they became visible after the offset of an append-only stream
     * and before the transaction began that reads them.
     */
    static String isBehindOffset(TableStream stream) {
        var behind = isOfCommit("sequence_number > " + offsetOf(stream) + " AND sequence_number <= " + LAST_SHOWN);
        return stream.initialRows() == TableStream.InitialRows.SHOWN
                ? "(" + behind + " OR (" + isInitial(stream) + " AND NOT "
                        + isOfCommit("sequence_number > " + LAST_SHOWN) + "))"
                : behind;
    }

    private static String isOfCommit(String which) {
        return "coalesce(base.\"" + HiddenColumns.TRANSACTION + "\", 0) IN (SELECT transaction_id FROM " + COMMITS
                + " WHERE " + which + ")";
    }

    private static String lastPosition() {
        return "greatest(" + lastCommit() + ", coalesce((SELECT max(position) FROM " + OFFSETS + "), 0))";
    }

    private static String lastCommit() {
        return "coalesce((SELECT max(sequence_number) FROM " + COMMITS + "), 0)";
    }
}
