package dev.inverterflow.snowflake.local.storage;

import dev.inverterflow.snowflake.local.catalog.ObjectName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the meter knows, in the engine: it is there again when a data directory is. */
final class StorageStore {
    private static final String SCHEMA = "\"$STORAGE\"";
    private static final String STATE = SCHEMA + ".state";
    private static final String TABLES = SCHEMA + ".tables";
    private static final String DELETED = SCHEMA + ".deleted_rows";
    private static final String REMOVED = SCHEMA + ".removed";
    private static final String DAYS = SCHEMA + ".days";

    /** Rows of a table that were updated or deleted within an hour. */
    record DeletedRows(long tableId, Instant hour, long rows) {}

    private final Connection connection;
    private final boolean lasts;

    /**
     * @param connection one of the meter's own
     * @param lasts whether another server will read it
     */
    StorageStore(Connection connection, boolean lasts) throws SQLException {
        this.connection = connection;
        this.lasts = lasts;
        execute("CREATE SCHEMA IF NOT EXISTS " + SCHEMA);
        execute("CREATE TABLE IF NOT EXISTS " + STATE + " (measured_at TIMESTAMPTZ)");
        execute("CREATE TABLE IF NOT EXISTS " + TABLES + " (id BIGINT, database_name VARCHAR, schema_name VARCHAR,"
                + " name VARCHAR, permanent BOOLEAN, retention_seconds BIGINT, created_on TIMESTAMPTZ, comment VARCHAR,"
                + " row_count BIGINT, bytes BIGINT, dropped_on TIMESTAMPTZ)");
        execute("CREATE TABLE IF NOT EXISTS " + DELETED + " (table_id BIGINT, hour TIMESTAMPTZ, row_count BIGINT)");
        execute("CREATE TABLE IF NOT EXISTS " + REMOVED + " (table_id BIGINT, hour TIMESTAMPTZ, bytes DOUBLE)");
        execute("CREATE TABLE IF NOT EXISTS " + DAYS + " (usage_date DATE, database_name VARCHAR, byte_seconds DOUBLE,"
                + " failsafe_byte_seconds DOUBLE, deleted_on TIMESTAMPTZ)");
    }

    /** Notes in somebody's transaction that rows were updated or deleted. */
    static void deleted(Connection inTransaction, long tableId, Instant when, long rows) throws SQLException {
        try (var insert = inTransaction.prepareStatement("INSERT INTO " + DELETED + " VALUES (?, ?, ?)")) {
            insert.setLong(1, tableId);
            insert.setTimestamp(2, Timestamp.from(when.truncatedTo(ChronoUnit.HOURS)));
            insert.setLong(3, rows);
            insert.executeUpdate();
        }
    }

    Optional<Instant> measuredAt() throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT max(measured_at) FROM " + STATE)) {
            return row.next() ? Optional.ofNullable(instant(row.getTimestamp(1))) : Optional.empty();
        }
    }

    List<StoredTable> tables() throws SQLException {
        List<StoredTable> tables = new ArrayList<>();
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT * FROM " + TABLES)) {
            while (row.next()) {
                tables.add(new StoredTable(
                        row.getLong(1),
                        new ObjectName(row.getString(2), row.getString(3), row.getString(4)),
                        row.getBoolean(5),
                        Duration.ofSeconds(row.getLong(6)),
                        row.getTimestamp(7).toInstant(),
                        row.getString(8),
                        row.getLong(9),
                        row.getLong(10),
                        instant(row.getTimestamp(11))));
            }
        }
        return tables;
    }

    List<RemovedBytes> removed() throws SQLException {
        List<RemovedBytes> removed = new ArrayList<>();
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT * FROM " + REMOVED)) {
            while (row.next()) {
                removed.add(new RemovedBytes(row.getLong(1), row.getTimestamp(2).toInstant(), row.getDouble(3)));
            }
        }
        return removed;
    }

    void readDays(DailyTotals into) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT * FROM " + DAYS)) {
            while (row.next()) {
                into.put(
                        new DailyTotals.Key(row.getObject(1, LocalDate.class), row.getString(2)),
                        new DailyTotals.Total(row.getDouble(3), row.getDouble(4), instant(row.getTimestamp(5))));
            }
        }
    }

    boolean lasts() {
        return lasts;
    }

    /** Something that writes. */
    interface Work {
        void run() throws SQLException;
    }

    /** Does all of it or nothing. */
    void together(Work work) throws SQLException {
        boolean done = false;
        execute("BEGIN TRANSACTION");
        try {
            work.run();
            execute("COMMIT");
            done = true;
        } finally {
            if (!done) {
                execute("ROLLBACK");
            }
        }
    }

    /** The rows that were noted as deleted since the last time, which are forgotten here. */
    List<DeletedRows> takeDeleted() throws SQLException {
        List<DeletedRows> deleted = new ArrayList<>();
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "SELECT table_id, hour, sum(row_count)::BIGINT FROM " + DELETED + " GROUP BY ALL")) {
            while (row.next()) {
                deleted.add(new DeletedRows(row.getLong(1), row.getTimestamp(2).toInstant(), row.getLong(3)));
            }
        }
        if (!deleted.isEmpty()) {
            execute("DELETE FROM " + DELETED);
        }
        return deleted;
    }

    void putMeasuredAt(Instant moment) throws SQLException {
        execute("DELETE FROM " + STATE);
        try (var insert = connection.prepareStatement("INSERT INTO " + STATE + " VALUES (?)")) {
            insert.setTimestamp(1, Timestamp.from(moment));
            insert.executeUpdate();
        }
    }

    /** Puts tables in the place of those with the same numbers. */
    void putTables(Collection<StoredTable> tables) throws SQLException {
        removeTables(tables.stream().map(StoredTable::id).toList());
        try (var insert =
                connection.prepareStatement("INSERT INTO " + TABLES + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (var table : tables) {
                insert.setLong(1, table.id());
                insert.setString(2, table.name().database());
                insert.setString(3, table.name().schema());
                insert.setString(4, table.name().name());
                insert.setBoolean(5, table.permanent());
                insert.setLong(6, table.retention().toSeconds());
                setTime(insert, 7, table.createdOn());
                insert.setString(8, table.comment());
                insert.setLong(9, table.rows());
                insert.setLong(10, table.bytes());
                setTime(insert, 11, table.droppedOn());
                insert.executeUpdate();
            }
        }
    }

    void removeTables(List<Long> ids) throws SQLException {
        try (var delete = connection.prepareStatement("DELETE FROM " + TABLES + " WHERE id = ?")) {
            for (long id : ids) {
                delete.setLong(1, id);
                delete.executeUpdate();
            }
        }
    }

    void replaceRemoved(Collection<RemovedBytes> removed) throws SQLException {
        execute("DELETE FROM " + REMOVED);
        try (var insert = connection.prepareStatement("INSERT INTO " + REMOVED + " VALUES (?, ?, ?)")) {
            for (var one : removed) {
                insert.setLong(1, one.tableId());
                setTime(insert, 2, one.hour());
                insert.setDouble(3, one.bytes());
                insert.executeUpdate();
            }
        }
    }

    /** Puts the days from one on in the place of those that are stored. */
    void replaceDays(Map<DailyTotals.Key, DailyTotals.Total> days, LocalDate from) throws SQLException {
        execute("DELETE FROM " + DAYS + " WHERE usage_date >= DATE '" + from + "'");
        try (var insert = connection.prepareStatement("INSERT INTO " + DAYS + " VALUES (?, ?, ?, ?, ?)")) {
            for (var day : days.entrySet()) {
                if (!day.getKey().day().isBefore(from)) {
                    insert.setObject(1, day.getKey().day());
                    insert.setString(2, day.getKey().database());
                    insert.setDouble(3, day.getValue().byteSeconds());
                    insert.setDouble(4, day.getValue().failsafeByteSeconds());
                    setTime(insert, 5, day.getValue().deletedOn());
                    insert.executeUpdate();
                }
            }
        }
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void setTime(PreparedStatement statement, int index, @Nullable Instant time) throws SQLException {
        statement.setTimestamp(index, time == null ? null : Timestamp.from(time));
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }
}
