package dev.inverterflow.snowflake.local.stream;

import dev.inverterflow.snowflake.local.catalog.Table;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

/**
 * When a stream that nobody consumes loses its place.
 *
 * @see <a href="https://docs.snowflake.com/en/user-guide/streams-intro">Data retention period and staleness</a>
 */
final class Staleness {
    private static final Duration DEFAULT_RETENTION = Duration.ofDays(1);
    private static final Duration DEFAULT_EXTENSION = Duration.ofDays(14);

    private Staleness() {}

    /** The longer of the table's two retention properties after the stream was last consumed or found to be empty. */
    static Instant after(TableStream stream, SessionContext session) throws SQLException {
        var movedAt = ChangeLog.offset(session.connection(), stream.id())
                .map(ChangeLog.Offset::movedAt)
                .orElse(stream.createdOn());
        var table = StreamRelations.findBase(stream, session.catalog());
        var retention = table.map(found -> days(found, "DATA_RETENTION_TIME_IN_DAYS", DEFAULT_RETENTION))
                .orElse(DEFAULT_RETENTION);
        var extension = table.map(found -> days(found, "MAX_DATA_EXTENSION_TIME_IN_DAYS", DEFAULT_EXTENSION))
                .orElse(DEFAULT_EXTENSION);
        return movedAt.plus(retention.compareTo(extension) > 0 ? retention : extension);
    }

    /**
     * Refuses to read what is stale.
     *
     * @throws SnowflakeException if the stream's place is lost
     */
    static void check(TableStream stream, SessionContext session) throws SQLException {
        if (session.clock().instant().isAfter(after(stream, session))) {
            throw new SnowflakeException(
                    91_901,
                    "02000",
                    "Stream " + stream.name().name()
                            + " is stale: its offset is not within the data retention period of table " + stream.table()
                            + " any more. Recreate the stream.");
        }
    }

    private static Duration days(Table table, String property, Duration otherwise) {
        var text = table.properties().get(property);
        return text == null ? otherwise : Duration.ofDays(Long.parseLong(text));
    }
}
