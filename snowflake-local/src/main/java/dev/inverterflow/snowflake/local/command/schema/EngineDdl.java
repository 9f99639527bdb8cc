package dev.inverterflow.snowflake.local.command.schema;

import dev.inverterflow.snowflake.local.execution.SessionContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Runs emitted DDL in the engine, all of it or nothing. */
final class EngineDdl {

    private EngineDdl() {}

    /** Runs the statements in one transaction of the engine, or in the session's if one is still open. */
    static void run(SessionContext session, List<String> statements) throws SQLException {
        boolean own = !session.transaction().isOpen();
        try (Statement statement = session.connection().createStatement()) {
            if (own) {
                statement.execute("BEGIN TRANSACTION");
            }
            for (String sql : statements) {
                statement.execute(sql);
            }
            if (own) {
                statement.execute("COMMIT");
            }
        } catch (SQLException failure) {
            if (own) {
                rollback(session, failure);
            }
            throw failure;
        }
    }

    /** How a sequence of the engine counts, which of itself would stop a falling one at 1. */
    static String counting(long start, long step) {
        String bounds = step > 0
                ? " MINVALUE " + Math.min(start, 1) + " MAXVALUE " + Long.MAX_VALUE
                : " MINVALUE " + Long.MIN_VALUE + " MAXVALUE " + Math.max(start, -1);
        return "START " + start + " INCREMENT " + step + bounds;
    }

    /** How many rows the engine's table has. */
    static long rows(String engineTable, SessionContext session) throws SQLException {
        try (Statement statement = session.connection().createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM " + engineTable)) {
            row.next();
            return row.getLong(1);
        }
    }

    // A statement that failed is closed, hence another one.
    private static void rollback(SessionContext session, SQLException failure) {
        try (Statement statement = session.connection().createStatement()) {
            statement.execute("ROLLBACK");
        } catch (SQLException alreadyGone) {
            failure.addSuppressed(alreadyGone);
        }
    }
}
