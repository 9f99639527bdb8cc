package dev.inverterflow.snowflake.local.load.pipe;

import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.load.store.FileLocation;
import dev.inverterflow.snowflake.local.load.store.InternalLocation;
import dev.inverterflow.snowflake.local.load.store.S3Location;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;

/**
 * The queues of pipes as the engine keeps them, so that a restart forgets no file. A file is written down before it is in a
 * queue and struck out after it is in the load history; one that is still here then is dropped when its turn comes.
 */
public final class PendingFiles {
    private static final String TABLE = "\"$LOAD\".pending";
    private static final String S3 = "s3";
    private static final String INTERNAL = "internal";

    private final Connection connection;

    /**
     * What is kept in the engine.
     *
     * @param connection one of its own, so that what a load undoes does not undo what was announced
     */
    public PendingFiles(Connection connection) throws SQLException {
        this.connection = connection;
        try (var statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA IF NOT EXISTS \"$LOAD\"");
            statement.execute(
                    "CREATE TABLE IF NOT EXISTS " + TABLE
                            + " (pipe_id BIGINT, kind VARCHAR, area VARCHAR, shown_as VARCHAR, path VARCHAR, received TIMESTAMPTZ)");
        }
    }

    /** Takes one file of a pipe. */
    interface Reader {
        void read(FileLocation file, Instant received);
    }

    synchronized void add(Pipe pipe, List<? extends FileLocation> files, Instant received) {
        try (var insert = connection.prepareStatement("INSERT INTO " + TABLE + " VALUES (?, ?, ?, ?, ?, ?)")) {
            for (var file : files) {
                setFile(insert, pipe, file);
                insert.setTimestamp(6, Timestamp.from(received));
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException failure) {
            throw Errors.internal("what was announced to pipe " + pipe.name() + " could not be written down", failure);
        }
    }

    synchronized void remove(Pipe pipe, List<? extends FileLocation> files) {
        try (var delete = connection.prepareStatement("DELETE FROM " + TABLE
                + " WHERE pipe_id = ? AND kind = ? AND area = ? AND shown_as = ? AND path = ?")) {
            for (var file : files) {
                setFile(delete, pipe, file);
                delete.addBatch();
            }
            delete.executeBatch();
        } catch (SQLException failure) {
            throw Errors.internal("what pipe " + pipe.name() + " has loaded could not be struck out", failure);
        }
    }

    synchronized void removeOlderThan(Pipe pipe, Instant time) {
        try (var delete = connection.prepareStatement("DELETE FROM " + TABLE + " WHERE pipe_id = ? AND received < ?")) {
            delete.setLong(1, pipe.id());
            delete.setTimestamp(2, Timestamp.from(time));
            delete.executeUpdate();
        } catch (SQLException failure) {
            throw Errors.internal("what pipe " + pipe.name() + " has lost could not be struck out", failure);
        }
    }

    synchronized void removeAll(Pipe pipe) {
        try (var delete = connection.prepareStatement("DELETE FROM " + TABLE + " WHERE pipe_id = ?")) {
            delete.setLong(1, pipe.id());
            delete.executeUpdate();
        } catch (SQLException failure) {
            throw Errors.internal("the queue of pipe " + pipe.name() + " could not be emptied", failure);
        }
    }

    /** Reads what a pipe had not loaded when the server before ended, oldest first. */
    synchronized void read(Pipe pipe, Reader reader) {
        try (var select = connection.prepareStatement(
                "SELECT kind, area, shown_as, path, received FROM " + TABLE + " WHERE pipe_id = ? ORDER BY received")) {
            select.setLong(1, pipe.id());
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    reader.read(file(rows), rows.getTimestamp(5).toInstant());
                }
            }
        } catch (SQLException failure) {
            throw Errors.internal("the queue of pipe " + pipe.name() + " could not be read", failure);
        }
    }

    private static FileLocation file(ResultSet row) throws SQLException {
        return row.getString(1).equals(S3)
                ? new S3Location(row.getString(2), row.getString(4))
                : new InternalLocation(row.getString(2), row.getString(3), row.getString(4));
    }

    private static void setFile(PreparedStatement statement, Pipe pipe, FileLocation file) throws SQLException {
        statement.setLong(1, pipe.id());
        if (file instanceof S3Location object) {
            setPlace(statement, S3, object.bucket(), "");
        } else if (file instanceof InternalLocation internal) {
            setPlace(statement, INTERNAL, internal.area(), internal.shownAs());
        }
        statement.setString(5, file.path());
    }

    private static void setPlace(PreparedStatement statement, String kind, String area, String shownAs)
            throws SQLException {
        statement.setString(2, kind);
        statement.setString(3, area);
        statement.setString(4, shownAs);
    }
}
