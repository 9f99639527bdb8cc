package dev.inverterflow.snowflake.local.command.query;

import dev.inverterflow.snowflake.local.engine.NumberedBinds;
import dev.inverterflow.snowflake.local.execution.Binds;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * INSERT … VALUES of one row with many rows of binds. The engine takes about a millisecond for a statement, however few rows it
 * has, so it gets many rows at once.
 */
final class BatchInsert {

    private static final String VALUES = " VALUES ";
    private static final int BINDS_AT_ONCE = 400;

    private final NumberedBinds one;
    private final Binds binds;
    private final String start;
    private final String row;
    private final int rowsAtOnce;

    private BatchInsert(NumberedBinds one, Binds binds, int values) {
        this.one = one;
        this.binds = binds;
        this.start = one.text().substring(0, values + VALUES.length());
        this.row = one.text().substring(values + VALUES.length());
        this.rowsAtOnce =
                Math.max(1, BINDS_AT_ONCE / Math.max(1, one.originals().size()));
    }

    /**
     * Runs it.
     *
     * @param sql an emitted INSERT of one row
     * @return how many rows were inserted
     */
    static long run(String sql, Binds binds, Connection connection) throws SQLException {
        NumberedBinds one = NumberedBinds.of(sql);
        return new BatchInsert(one, binds, values(one.text())).run(connection);
    }

    /** Where the word stands that no quoted name hides. */
    private static int values(String text) {
        boolean quoted = false;
        for (int index = 0; index < text.length(); index++) {
            if (text.charAt(index) == '"') {
                quoted = !quoted;
            } else if (!quoted && text.startsWith(VALUES, index)) {
                return index;
            }
        }
        throw new IllegalArgumentException("no INSERT of VALUES");
    }

    private long run(Connection connection) throws SQLException {
        int done = 0;
        int size = Math.min(rowsAtOnce, binds.rows());
        try (PreparedStatement statement = connection.prepareStatement(text(size))) {
            while (binds.rows() - done >= size) {
                execute(statement, done, size);
                done += size;
            }
        }
        int rest = binds.rows() - done;
        if (rest > 0) {
            try (PreparedStatement statement = connection.prepareStatement(text(rest))) {
                execute(statement, done, rest);
            }
        }
        return binds.rows();
    }

    private void execute(PreparedStatement statement, int from, int size) throws SQLException {
        for (int index = 0; index < size; index++) {
            one.setBehind(statement, binds, from + index, index);
        }
        statement.executeUpdate();
    }

    private String text(int rows) {
        StringBuilder text = new StringBuilder(start);
        for (int index = 0; index < rows; index++) {
            text.append(index == 0 ? "" : ", ")
                    .append(one.shifted(row, index * one.originals().size()));
        }
        return text.toString();
    }
}
