package dev.inverterflow.snowflake.local.stream;

import dev.inverterflow.snowflake.local.catalog.Catalog;
import dev.inverterflow.snowflake.local.catalog.ObjectType;
import dev.inverterflow.snowflake.local.command.Shown;
import dev.inverterflow.snowflake.local.execution.Result;
import dev.inverterflow.snowflake.local.execution.ResultColumn;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Streams as SHOW STREAMS and DESCRIBE STREAM list them.
 *
 * @see <a href="https://docs.snowflake.com/en/sql-reference/sql/show-streams">SHOW STREAMS</a>
 */
final class StreamListing {
    static final List<ResultColumn> COLUMNS = List.of(
            Shown.time("created_on"),
            ResultColumn.text("name"),
            ResultColumn.text("database_name"),
            ResultColumn.text("schema_name"),
            ResultColumn.text("owner"),
            ResultColumn.text("comment"),
            ResultColumn.text("table_name"),
            ResultColumn.text("source_type"),
            ResultColumn.text("base_tables"),
            ResultColumn.text("type"),
            ResultColumn.text("stale"),
            ResultColumn.text("mode"),
            Shown.time("stale_after"),
            ResultColumn.text("invalid_reason"),
            ResultColumn.text("owner_role_type"));

    private static final Duration DEFAULT_EXTENSION = Duration.ofDays(14);

    private StreamListing() {}

    static List<List<@Nullable String>> rows(List<TableStream> streams, SessionContext session) throws SQLException {
        var rows = new ArrayList<List<@Nullable String>>();
        for (var stream : streams) {
            rows.add(row(stream, session));
        }
        return rows;
    }

    private static List<@Nullable String> row(TableStream stream, SessionContext session) throws SQLException {
        var movedAt = ChangeLog.offset(session.connection(), stream.id())
                .map(ChangeLog.Offset::movedAt)
                .orElse(stream.createdOn());
        var staleAfter = movedAt.plus(retention(stream, session.catalog()));
        boolean baseGone = session.catalog()
                .objects(ObjectType.TABLE)
                .find(stream.table())
                .filter(table -> table.id() == stream.tableId())
                .isEmpty();
        return Result.row(
                Shown.time(stream.createdOn()),
                stream.name().name(),
                stream.name().database(),
                stream.name().schema(),
                stream.owner(),
                stream.comment(),
                stream.table().toString(),
                "Table",
                stream.table().toString(),
                "DELTA",
                String.valueOf(baseGone || isPast(staleAfter, session)),
                "APPEND_ONLY",
                Shown.time(staleAfter),
                baseGone ? "Base table was dropped or replaced" : "N/A",
                "ROLE");
    }

    /** How long changes are kept for a stream that nobody reads: the longer of the table's two retention properties. */
    private static Duration retention(TableStream stream, Catalog catalog) {
        var table = catalog.objects(ObjectType.TABLE).find(stream.table());
        var extension = table.map(found -> found.properties().get("MAX_DATA_EXTENSION_TIME_IN_DAYS"))
                .map(days -> Duration.ofDays(Long.parseLong(days)))
                .orElse(DEFAULT_EXTENSION);
        var retention = table.map(found -> found.properties().get("DATA_RETENTION_TIME_IN_DAYS"))
                .map(days -> Duration.ofDays(Long.parseLong(days)))
                .orElse(Duration.ofDays(1));
        return retention.compareTo(extension) > 0 ? retention : extension;
    }

    private static boolean isPast(Instant time, SessionContext session) {
        return session.clock().instant().isAfter(time);
    }
}
