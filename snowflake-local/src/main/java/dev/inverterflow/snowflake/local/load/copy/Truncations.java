package dev.inverterflow.snowflake.local.load.copy;

import dev.inverterflow.snowflake.local.catalog.Catalog;
import dev.inverterflow.snowflake.local.catalog.ObjectName;
import dev.inverterflow.snowflake.local.catalog.ObjectType;
import dev.inverterflow.snowflake.local.execution.TransactionParticipant;
import dev.inverterflow.snowflake.local.execution.TransactionView;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;

/**
 * When tables were truncated, noted in the transaction that does it: COPY_HISTORY does not show what was loaded before, and COPY
 * INTO loads the same files again. What a pipe remembers stays.
 *
 * @see <a href="https://docs.snowflake.com/en/sql-reference/sql/truncate-table">TRUNCATE TABLE, usage notes</a>
 */
public final class Truncations implements TransactionParticipant {
    private static final String TABLE = "\"$LOAD\".truncations";

    private final Catalog catalog;
    private final Clock clock;

    public Truncations(Catalog catalog, Clock clock) {
        this.catalog = catalog;
        this.clock = clock;
    }

    static void createTable(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS " + TABLE
                    + " (table_id BIGINT NOT NULL, truncated_at TIMESTAMPTZ NOT NULL)");
        }
    }

    /** A condition on rows of the load history: they came after the last truncation of their table. */
    public static String isSinceLast() {
        return "NOT EXISTS (SELECT 1 FROM " + TABLE + " AS truncation WHERE truncation.table_id = " + LoadHistory.ALIAS
                + ".table_id AND truncation.truncated_at >= " + LoadHistory.ALIAS + ".last_load_time)";
    }

    @Override
    public void beforeChange(ObjectName table, Change change, Connection connection) throws SQLException {
        var truncated = catalog.objects(ObjectType.TABLE).find(table);
        if (change != Change.TRUNCATION || truncated.isEmpty()) {
            return;
        }
        try (var insert = connection.prepareStatement("INSERT INTO " + TABLE + " VALUES (?, ?)")) {
            insert.setLong(1, truncated.get().id());
            insert.setTimestamp(2, Timestamp.from(clock.instant()));
            insert.executeUpdate();
        }
    }

    @Override
    public void beforeCommit(TransactionView transaction) {}
}
