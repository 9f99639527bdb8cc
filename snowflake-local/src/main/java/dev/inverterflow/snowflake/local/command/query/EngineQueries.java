package dev.inverterflow.snowflake.local.command.query;

import dev.inverterflow.snowflake.local.emission.DuckSql;
import dev.inverterflow.snowflake.local.engine.NumberedBinds;
import dev.inverterflow.snowflake.local.engine.WireReader;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.execution.Binds;
import dev.inverterflow.snowflake.local.execution.Result;
import dev.inverterflow.snowflake.local.execution.ResultColumn;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.execution.StatementType;
import dev.inverterflow.snowflake.local.rows.RowWriter;
import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs emitted SQL on a session's connection. */
final class EngineQueries {

    private static final Logger log = LoggerFactory.getLogger(EngineQueries.class);

    private EngineQueries() {}

    /** Runs a query and reads all of its rows. */
    static Result query(DuckSql sql, SessionContext session) throws SQLException {
        List<ResultColumn> columns = columns(sql.columns());
        String readable = WireReader.readable(
                sql.text(),
                sql.columns().stream().map(column -> column.duckName()).toList(),
                sql.columns().stream().map(column -> column.type()).toList());
        NumberedBinds numbered = NumberedBinds.of(readable);
        try (PreparedStatement statement = session.connection().prepareStatement(numbered.text())) {
            numbered.set(statement, session.binds(), 0);
            return Result.of(StatementType.SELECT, columns, all(statement, new WireReader(columns), session));
        }
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
        NumberedBinds numbered = NumberedBinds.of(sql);
        Binds binds = session.binds();
        long changed = 0;
        try (PreparedStatement statement = session.connection().prepareStatement(numbered.text())) {
            for (int row = 0; row < binds.rows(); row++) {
                numbered.set(statement, binds, row);
                changed += statement.executeUpdate();
            }
        }
        return changed;
    }

    /** Runs a query for one row of numbers, once for each row of binds, and adds them up. */
    static List<Long> numbers(String sql, int columns, SessionContext session) throws SQLException {
        NumberedBinds numbered = NumberedBinds.of(sql);
        Binds binds = session.binds();
        long[] sums = new long[columns];
        try (PreparedStatement statement = session.connection().prepareStatement(numbered.text())) {
            for (int row = 0; row < binds.rows(); row++) {
                numbered.set(statement, binds, row);
                try (ResultSet counted = statement.executeQuery()) {
                    counted.next();
                    for (int column = 0; column < columns; column++) {
                        sums[column] += counted.getLong(column + 1);
                    }
                }
            }
        }
        return Arrays.stream(sums).boxed().toList();
    }

    /** Runs a statement that returns one text for each row it changed, once for each row of binds. */
    static List<String> actions(String sql, SessionContext session) throws SQLException {
        NumberedBinds numbered = NumberedBinds.of(sql);
        Binds binds = session.binds();
        List<String> actions = new ArrayList<>();
        try (PreparedStatement statement = session.connection().prepareStatement(numbered.text())) {
            for (int row = 0; row < binds.rows(); row++) {
                numbered.set(statement, binds, row);
                try (ResultSet changed = statement.executeQuery()) {
                    while (changed.next()) {
                        actions.add(changed.getString(1));
                    }
                }
            }
        }
        return actions;
    }

    /** Columns of a typed query as a client is told them. */
    static List<ResultColumn> columns(List<dev.inverterflow.snowflake.local.analysis.tree.ResultColumn> typed) {
        return typed.stream()
                .map(column -> new ResultColumn(column.label(), column.type(), column.nullable(), null))
                .toList();
    }
}
