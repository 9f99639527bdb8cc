package dev.inverterflow.snowflake.local.load.copy;

import static java.util.Objects.requireNonNull;

import dev.inverterflow.snowflake.local.catalog.ObjectName;
import dev.inverterflow.snowflake.local.catalog.Table;
import dev.inverterflow.snowflake.local.load.store.FileLocation;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which files were loaded, kept in the engine: an entry is written in the transaction that brings the file's rows, so that
 * neither can be there without the other.
 *
 * <p>A pipe remembers the paths it has loaded for 14 days and does not look at their content; COPY remembers path and
 * content for each table for 64 days.
 *
 * @see <a href="https://docs.snowflake.com/en/user-guide/data-load-snowpipe-intro#load-history">Load history</a>
 */
public final class LoadHistory {
    /** The table of the engine, as SQL names it. */
    public static final String TABLE = "\"$LOAD\".history";

    /** What it is called in a FROM with {@link Truncations#isSinceLast}. */
    public static final String ALIAS = "history";

    static final Duration PIPE_MEMORY = Duration.ofDays(14);
    static final Duration TABLE_MEMORY = Duration.ofDays(64);

    private static final int COLUMNS = 26;

    private LoadHistory() {}

    /**
     * Which pipe loaded, and when it heard of the files; a COPY by hand has none.
     *
     * @param id the pipe's id
     * @param pipe its name
     * @param received when the pipe heard of each file, by location
     */
    public record PipeLoad(long id, ObjectName pipe, Map<FileLocation, Instant> received) {}

    public static void createTables(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA IF NOT EXISTS \"$LOAD\"");
            statement.execute("""
                    CREATE TABLE IF NOT EXISTS "$LOAD".history (
                      file_name VARCHAR, stage_location VARCHAR, last_load_time TIMESTAMPTZ, row_count BIGINT,
                      row_parsed BIGINT, file_size BIGINT, first_error_message VARCHAR, first_error_line_number BIGINT,
                      first_error_character_pos BIGINT, error_count BIGINT, error_limit BIGINT, status VARCHAR,
                      table_id BIGINT, table_name VARCHAR, table_schema_name VARCHAR, table_catalog_name VARCHAR,
                      pipe_id BIGINT, pipe_name VARCHAR, pipe_schema_name VARCHAR, pipe_catalog_name VARCHAR,
                      pipe_received_time TIMESTAMPTZ, first_commit_time TIMESTAMPTZ, bytes_billed BIGINT,
                      content_key VARCHAR, url VARCHAR NOT NULL)""");
            statement.execute("ALTER TABLE " + TABLE + " ADD COLUMN IF NOT EXISTS first_error_column_name VARCHAR");
        }
        Truncations.createTable(connection);
    }

    /** Adds what became of files that a COPY by hand or a pipe loaded into the table. */
    public static void record(
            Connection connection,
            Collection<FileLoad> loads,
            StagedFiles stage,
            Table table,
            @Nullable PipeLoad pipe,
            Instant now)
            throws SQLException {
        var places = "?, ".repeat(COLUMNS - 1) + "?";
        try (var insert = connection.prepareStatement("INSERT INTO " + TABLE + " VALUES (" + places + ")")) {
            for (var load : loads) {
                bindLoad(insert, load, stage, now);
                bindTable(insert, table);
                bindPipe(insert, load, pipe, now);
                insert.setString(24, load.file().contentKey());
                insert.setString(25, load.file().location().key());
                insert.executeUpdate();
            }
        }
    }

    private static void bindLoad(PreparedStatement insert, FileLoad load, StagedFiles stage, Instant now)
            throws SQLException {
        var fault = load.fault();
        insert.setString(1, load.name());
        insert.setString(2, stage.shownFolder(load.file()));
        insert.setTimestamp(3, Timestamp.from(now));
        insert.setLong(4, load.rowsLoaded());
        insert.setLong(5, load.rowsParsed());
        insert.setLong(6, load.file().sizeBytes());
        insert.setString(7, fault == null ? null : fault.message());
        insert.setObject(8, fault == null || fault.line() == 0 ? null : fault.line());
        insert.setObject(9, fault == null || fault.character() == 0 ? null : fault.character());
        insert.setLong(10, load.errorsSeen());
        insert.setLong(11, load.errorLimit());
        insert.setString(12, load.status().historyLabel());
        insert.setString(26, fault == null ? null : fault.column());
    }

    private static void bindTable(PreparedStatement insert, Table table) throws SQLException {
        insert.setLong(13, table.id());
        insert.setString(14, table.name().name());
        insert.setString(15, table.name().schema());
        insert.setString(16, table.name().database());
    }

    private static void bindPipe(PreparedStatement insert, FileLoad load, @Nullable PipeLoad source, Instant now)
            throws SQLException {
        if (source == null) {
            insert.setNull(17, Types.BIGINT);
            insert.setString(18, null);
            insert.setString(19, null);
            insert.setString(20, null);
            insert.setTimestamp(21, null);
            insert.setTimestamp(22, load.rowsLoaded() > 0 ? Timestamp.from(now) : null);
            insert.setNull(23, Types.BIGINT);
            return;
        }
        ObjectName name = source.pipe();
        insert.setLong(17, source.id());
        insert.setString(18, name.name());
        insert.setString(19, name.schema());
        insert.setString(20, name.database());
        insert.setTimestamp(
                21, Timestamp.from(source.received().getOrDefault(load.file().location(), now)));
        insert.setTimestamp(22, load.rowsLoaded() > 0 ? Timestamp.from(now) : null);
        // Text files are billed by their uncompressed size.
        insert.setLong(23, load.contentBytes());
    }

    /** Those of the files that the pipe has dealt with in its memory, also if they failed. */
    public static Set<FileLocation> seenByPipe(Connection connection, long pipe, List<FileLocation> files, Instant now)
            throws SQLException {
        var byUrl = new HashMap<String, FileLocation>();
        files.forEach(file -> byUrl.put(file.key(), file));
        var seen = new HashSet<FileLocation>();
        if (byUrl.isEmpty()) {
            return seen;
        }
        var places = "?, ".repeat(byUrl.size() - 1) + "?";
        var sql = "SELECT DISTINCT url FROM " + TABLE + " WHERE pipe_id = ? AND last_load_time > ? AND url IN ("
                + places + ")";
        try (var select = connection.prepareStatement(sql)) {
            select.setLong(1, pipe);
            select.setTimestamp(2, Timestamp.from(now.minus(PIPE_MEMORY)));
            int position = 3;
            for (var url : byUrl.keySet()) {
                select.setString(position++, url);
            }
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    seen.add(requireNonNull(byUrl.get(rows.getString(1))));
                }
            }
        }
        return seen;
    }

    /** The content keys of the files that COPY by hand has loaded into the table, whole or in part, by the key of their location. */
    public static Map<String, String> loadedIntoTable(Connection connection, long table, Instant now)
            throws SQLException {
        var sql = "SELECT url, arg_max(content_key, last_load_time) FROM " + TABLE + " AS " + ALIAS
                + " WHERE table_id = ? AND pipe_id IS NULL AND status IN ('Loaded', 'Partially loaded')"
                + " AND last_load_time > ? AND " + Truncations.isSinceLast() + " GROUP BY 1";
        try (var select = connection.prepareStatement(sql)) {
            select.setLong(1, table);
            select.setTimestamp(2, Timestamp.from(now.minus(TABLE_MEMORY)));
            var loaded = new TreeMap<String, String>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    loaded.put(rows.getString(1), rows.getString(2));
                }
            }
            return loaded;
        }
    }

    /** When anything was first brought into the table, as far back as its load metadata goes; null if nothing was. */
    static @Nullable Instant firstLoad(Connection connection, long table) throws SQLException {
        var sql = "SELECT min(last_load_time) FROM " + TABLE + " AS " + ALIAS
                + " WHERE table_id = ? AND row_count > 0 AND " + Truncations.isSinceLast();
        try (var select = connection.prepareStatement(sql)) {
            select.setLong(1, table);
            try (var row = select.executeQuery()) {
                var first = row.next() ? row.getTimestamp(1) : null;
                return first == null ? null : first.toInstant();
            }
        }
    }
}
