package dev.inverterflow.snowflake.local.stream;

import dev.inverterflow.snowflake.local.catalog.Identifiers;
import dev.inverterflow.snowflake.local.catalog.Table;
import dev.inverterflow.snowflake.local.execution.EngineNames;
import dev.inverterflow.snowflake.local.execution.HiddenColumns;

/**
 * What a stream shows, as something the engine reads.
 *
 * @see <a href="https://docs.snowflake.com/en/user-guide/streams-intro">Types of streams</a>
 */
final class StreamContent {
    private static final String ROW = Identifiers.quote(HiddenColumns.ROW);

    private StreamContent() {}

    /** The rows of a stream with the columns of its table and those of every stream. */
    static String rows(TableStream stream, Table table) {
        var changes = stream.mode() == TableStream.Mode.STANDARD
                ? RowVersions.changes(stream, table)
                : additions(stream, table);
        return "(SELECT " + RowVersions.columns(table, "changed") + ", \"action\" AS \"METADATA$ACTION\","
                + " \"is_update\" AS \"METADATA$ISUPDATE\", sha1('" + table.id()
                + ":' || \"row\") AS \"METADATA$ROW_ID\""
                + " FROM (" + changes + ") AS changed)";
    }

    /** What became visible after the offset, also if it was changed or deleted since. */
    private static String additions(TableStream stream, Table table) {
        var kept = StreamTables.kept(table.id());
        var unread = ChangeLog.isBehindOffset(stream);
        return "SELECT " + RowVersions.columns(table, "base")
                + ", 'INSERT' AS \"action\", FALSE AS \"is_update\", base." + ROW
                + " AS \"row\" FROM (SELECT * FROM " + kept + " AS base WHERE " + unread
                + " UNION ALL BY NAME SELECT * FROM " + EngineNames.table(table.name()) + " AS base WHERE " + unread
                + " AND base." + ROW + " NOT IN (SELECT " + ROW + " FROM " + kept + ")) AS base";
    }
}
