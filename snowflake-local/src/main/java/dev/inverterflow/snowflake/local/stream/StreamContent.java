package dev.inverterflow.snowflake.local.stream;

import dev.inverterflow.snowflake.local.catalog.Identifiers;
import dev.inverterflow.snowflake.local.catalog.Table;
import dev.inverterflow.snowflake.local.execution.EngineNames;
import dev.inverterflow.snowflake.local.execution.HiddenColumns;
import java.util.stream.Collectors;

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
        var changes = stream.mode() == TableStream.Mode.STANDARD ? changes(stream, table) : additions(stream, table);
        return "(SELECT " + columns(table, "changed") + ", \"action\" AS \"METADATA$ACTION\","
                + " \"is_update\" AS \"METADATA$ISUPDATE\", sha1('" + table.id()
                + ":' || \"row\") AS \"METADATA$ROW_ID\""
                + " FROM (" + changes + ") AS changed)";
    }

    /** What became visible after the offset, also if it was changed or deleted since. */
    private static String additions(TableStream stream, Table table) {
        var kept = StreamTables.kept(table.id());
        var unread = ChangeLog.isBehindOffset(stream);
        return "SELECT " + columns(table, "base") + ", 'INSERT' AS \"action\", FALSE AS \"is_update\", base." + ROW
                + " AS \"row\" FROM (SELECT * FROM " + kept + " AS base WHERE " + unread
                + " UNION ALL BY NAME SELECT * FROM " + EngineNames.table(table.name()) + " AS base WHERE " + unread
                + " AND base." + ROW + " NOT IN (SELECT " + ROW + " FROM " + kept + ")) AS base";
    }

    /** The net of all changes since the offset: an update is a deletion and an insertion of the same row. */
    static String changes(TableStream stream, Table table) {
        var base = EngineNames.table(table.name());
        // With the columns the table has got since, which are NULL in the picture of it.
        var before = "(SELECT * FROM " + StreamTables.mirror(stream) + " UNION ALL BY NAME (SELECT * FROM " + base
                + " LIMIT 0))";
        var differs = table.columns().stream()
                .map(column -> Identifiers.quote(column.name()))
                .map(column -> "base." + column + " IS DISTINCT FROM old." + column)
                .collect(Collectors.joining(" OR ", "(", ")"));
        return "SELECT " + columns(table, "base") + ", 'INSERT' AS \"action\", old." + ROW
                + " IS NOT NULL AS \"is_update\", base." + ROW + " AS \"row\" FROM " + base + " AS base LEFT JOIN "
                + before + " AS old ON old." + ROW + " = base." + ROW + " WHERE (old." + ROW + " IS NULL AND "
                + ChangeLog.isBehindOffset(stream) + ") OR (old." + ROW + " IS NOT NULL AND " + differs + ")"
                + " UNION ALL SELECT " + columns(table, "old") + ", 'DELETE', base." + ROW + " IS NOT NULL, old." + ROW
                + " FROM " + before + " AS old LEFT JOIN " + base + " AS base ON old." + ROW + " = base." + ROW
                + " WHERE base." + ROW + " IS NULL OR " + differs;
    }

    private static String columns(Table table, String alias) {
        return table.columns().stream()
                .map(column -> alias + "." + Identifiers.quote(column.name()))
                .collect(Collectors.joining(", "));
    }
}
