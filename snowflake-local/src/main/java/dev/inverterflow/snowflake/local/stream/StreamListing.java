package dev.inverterflow.snowflake.local.stream;

import dev.inverterflow.snowflake.local.catalog.Table;
import dev.inverterflow.snowflake.local.command.Shown;
import dev.inverterflow.snowflake.local.execution.Result;
import dev.inverterflow.snowflake.local.execution.ResultColumn;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import java.sql.SQLException;
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

    private StreamListing() {}

    static List<List<@Nullable String>> rows(List<TableStream> streams, SessionContext session) throws SQLException {
        var rows = new ArrayList<List<@Nullable String>>();
        for (var stream : streams) {
            rows.add(row(stream, session));
        }
        return rows;
    }

    private static List<@Nullable String> row(TableStream stream, SessionContext session) throws SQLException {
        var staleAfter = Staleness.after(stream, session);
        var base = StreamRelations.findBase(stream, session.catalog());
        boolean baseGone = base.isEmpty();
        var table = base.map(Table::name).orElse(stream.table());
        return Result.row(
                Shown.time(stream.createdOn()),
                stream.name().name(),
                stream.name().database(),
                stream.name().schema(),
                stream.owner(),
                stream.comment(),
                table.toString(),
                "Table",
                table.toString(),
                "DELTA",
                String.valueOf(baseGone || session.clock().instant().isAfter(staleAfter)),
                stream.mode() == TableStream.Mode.APPEND_ONLY ? "APPEND_ONLY" : "DEFAULT",
                Shown.time(staleAfter),
                baseGone ? "Base table was dropped or replaced" : "N/A",
                "ROLE");
    }
}
