package dev.inverterflow.snowflake.local.command.query;

import dev.inverterflow.snowflake.local.emission.DuckSql;
import dev.inverterflow.snowflake.local.engine.EngineStatement;
import dev.inverterflow.snowflake.local.engine.NumberedBinds;
import dev.inverterflow.snowflake.local.engine.WireReader;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.execution.Result;
import dev.inverterflow.snowflake.local.execution.ResultColumn;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.execution.StatementType;
import dev.inverterflow.snowflake.local.rows.RowWriter;
import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs emitted SQL on a session's connection. */
final class EngineQueries {

    private static final Logger log = LoggerFactory.getLogger(EngineQueries.class);

    private EngineQueries() {}

    /** Runs a query and reads all of its rows, whose columns a client is told so. */
    static Result query(DuckSql sql, List<ResultColumn> columns, SessionContext session) throws SQLException {
        String readable = WireReader.readable(
                sql.text(),
                sql.columns().stream().map(column -> column.duckName()).toList(),
                sql.columns().stream().map(column -> column.type()).toList());
        NumberedBinds numbered = NumberedBinds.of(readable);
        int binds = numbered.originals().size();
        try (PreparedStatement statement =
                session.connection().prepareStatement(plannedLate(numbered.text(), binds + 1))) {
            numbered.set(statement, session.binds(), 0);
            statement.setInt(binds + 1, 1);
            return Result.of(StatementType.SELECT, columns, all(statement, new WireReader(columns), session));
        }
    }

    /**
     * Rows can be asked for one after the other only of a prepared statement, and DuckDB plans one that reads a table when it
     * is prepared and again when it runs. A parameter whose type is not known before puts the first plan off.
     */
    private static String plannedLate(String query, int parameter) {
        return "SELECT * FROM (" + query + ") WHERE $" + parameter + " IS NOT NULL";
    }

    private static List<List<@Nullable String>> all(PreparedStatement query, WireReader reader, SessionContext session)
            throws SQLException {
        RowWriter writer = session.newRows();
        boolean done = false;
        try {
            reader.readAll(query, row -> {
                session.requireNotCanceled();
                writer.add(row);
            });
            List<List<@Nullable String>> all = writer.finish();
            done = true;
            return all;
        } catch (IOException failure) {
            throw Errors.internal("the rows of the result could not be kept", failure);
        } finally {
            if (!done) {
                discard(writer);
            }
        }
    }

    private static void discard(RowWriter writer) {
        try {
            writer.discard();
        } catch (IOException failure) {
            log.warn("The rows of a result that failed could not be deleted", failure);
        }
    }

    /** Runs a statement that changes rows, once for each row of binds; returns how many rows it changed in all. */
    static long update(String sql, SessionContext session) throws SQLException {
        long changed = 0;
        try (EngineStatement statement = EngineStatement.of(sql, session.binds(), session.connection())) {
            for (int row = 0; row < session.binds().rows(); row++) {
                changed += statement.update(row);
            }
        }
        return changed;
    }

    /** Runs a query for one row of numbers, once for each row of binds, and adds them up. */
    static List<Long> numbers(String sql, int columns, SessionContext session) throws SQLException {
        long[] sums = new long[columns];
        try (EngineStatement statement = EngineStatement.of(sql, session.binds(), session.connection())) {
            for (int row = 0; row < session.binds().rows(); row++) {
                try (ResultSet counted = statement.query(row)) {
                    counted.next();
                    for (int column = 0; column < columns; column++) {
                        sums[column] += counted.getLong(column + 1);
                    }
                }
            }
        }
        return Arrays.stream(sums).boxed().toList();
    }

    /** Runs a statement that returns one text for each row it changed, once for each row of binds; counts them by text. */
    static Map<String, Long> actions(String sql, SessionContext session) throws SQLException {
        Map<String, Long> actions = new HashMap<>();
        try (EngineStatement statement = EngineStatement.of(sql, session.binds(), session.connection())) {
            for (int row = 0; row < session.binds().rows(); row++) {
                try (ResultSet changed = statement.query(row)) {
                    while (changed.next()) {
                        actions.merge(changed.getString(1), 1L, Long::sum);
                    }
                }
            }
        }
        return actions;
    }
}
