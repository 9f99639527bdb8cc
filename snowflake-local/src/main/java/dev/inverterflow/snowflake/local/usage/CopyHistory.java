package dev.inverterflow.snowflake.local.usage;

import dev.inverterflow.snowflake.local.analysis.NamedValue;
import dev.inverterflow.snowflake.local.catalog.Identifiers;
import dev.inverterflow.snowflake.local.catalog.ObjectName;
import dev.inverterflow.snowflake.local.catalog.ObjectType;
import dev.inverterflow.snowflake.local.catalog.Table;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.execution.Names;
import dev.inverterflow.snowflake.local.execution.SchemaObjects;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.load.copy.LoadHistory;
import dev.inverterflow.snowflake.local.load.copy.Truncations;
import dev.inverterflow.snowflake.local.load.pipe.Pipe;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What was loaded: the function and the view COPY_HISTORY.
 *
 * @see <a href="https://docs.snowflake.com/en/sql-reference/functions/copy_history">COPY_HISTORY</a>
 */
final class CopyHistory implements UsageFunction, UsageView {
    private static final Duration REACH = Duration.ofDays(14);
    private static final List<String> ARGUMENTS = List.of("TABLE_NAME", "START_TIME", "END_TIME", "PIPE_NAME");

    @Override
    public String name() {
        return "COPY_HISTORY";
    }

    @Override
    public UsageRelation call(List<NamedValue> values, SessionContext session) {
        var arguments = new HistoryArguments(name(), session.parameters().timeZone(), ARGUMENTS, values);
        var now = session.clock().instant();
        var table = session.resolve(Names.parse(arguments.requiredText("TABLE_NAME")));
        var loaded = loaded(table, session);
        arguments.requiredText("START_TIME");
        var conditions = new ArrayList<String>();
        // Dropping a table takes away what COPY loaded into it, not what a pipe did.
        conditions.add("(table_id = " + loaded.id() + " OR (pipe_id IS NOT NULL AND " + matches(table, "table") + "))");
        conditions.add("last_load_time >= " + UsageSql.time(arguments.start("START_TIME", now, REACH, now)));
        conditions.add(
                "last_load_time <= " + UsageSql.time(arguments.time("END_TIME").orElse(now)));
        conditions.add(Truncations.isSinceLast());
        // Dropping a pipe takes its loads out of the function's answer, but not out of the view.
        conditions.add("(pipe_id IS NULL OR pipe_id IN (" + Pipe.ids(session.catalog()) + "))");
        arguments
                .text("PIPE_NAME")
                .ifPresent(pipe -> conditions.add(matches(session.resolve(Names.parse(pipe)), "pipe")));
        return new UsageRelation(
                function(UsageAccess.pipes(session)),
                LoadHistory.TABLE + " AS " + LoadHistory.ALIAS + " WHERE " + String.join(" AND ", conditions));
    }

    @Override
    public Duration lag() {
        return Duration.ofHours(2);
    }

    @Override
    public UsageRelation view(Instant until) {
        var columns = files().number("TABLE_ID", "table_id")
                .text("TABLE_NAME", "table_name")
                .number("TABLE_SCHEMA_ID", "NULL")
                .text("TABLE_SCHEMA_NAME", "table_schema_name")
                .number("TABLE_CATALOG_ID", "NULL")
                .text("TABLE_CATALOG_NAME", "table_catalog_name")
                .text("PIPE_CATALOG_NAME", "pipe_catalog_name")
                .text("PIPE_SCHEMA_NAME", "pipe_schema_name")
                .text("PIPE_NAME", "pipe_name")
                .time("PIPE_RECEIVED_TIME", "pipe_received_time")
                .time("FIRST_COMMIT_TIME", "first_commit_time")
                .number("BYTES_BILLED", "bytes_billed");
        return new UsageRelation(columns, LoadHistory.TABLE + " WHERE last_load_time <= " + UsageSql.time(until));
    }

    /** The table, which a role knows of that may do something with it or monitors the account. */
    private static Table loaded(ObjectName name, SessionContext session) {
        var table = SchemaObjects.require(ObjectType.TABLE, name, session);
        if (!UsageAccess.monitorsAccount(session) && !session.access().sees(ObjectType.TABLE, table)) {
            throw Errors.objectDoesNotExist("Table", name.toString());
        }
        return table;
    }

    private static UsageColumns function(String pipeIsShown) {
        return files().text("TABLE_CATALOG_NAME", "table_catalog_name")
                .text("TABLE_SCHEMA_NAME", "table_schema_name")
                .text("TABLE_NAME", "table_name")
                .text("PIPE_CATALOG_NAME", shownIf(pipeIsShown, "pipe_catalog_name"))
                .text("PIPE_SCHEMA_NAME", shownIf(pipeIsShown, "pipe_schema_name"))
                .text("PIPE_NAME", shownIf(pipeIsShown, "pipe_name"))
                .time("PIPE_RECEIVED_TIME", "pipe_received_time")
                .number("BYTES_BILLED", "bytes_billed");
    }

    private static String shownIf(String condition, String column) {
        return "CASE WHEN " + condition + " THEN " + column + " END";
    }

    private static UsageColumns files() {
        return new UsageColumns()
                .text("FILE_NAME", "file_name")
                .text("STAGE_LOCATION", "stage_location")
                .time("LAST_LOAD_TIME", "last_load_time")
                .number("ROW_COUNT", "row_count")
                .number("ROW_PARSED", "row_parsed")
                .number("FILE_SIZE", "file_size")
                .text("FIRST_ERROR_MESSAGE", "first_error_message")
                .number("FIRST_ERROR_LINE_NUMBER", "first_error_line_number")
                .number("FIRST_ERROR_CHARACTER_POS", "first_error_character_pos")
                .text("FIRST_ERROR_COLUMN_NAME", "first_error_column_name")
                .number("ERROR_COUNT", "error_count")
                .number("ERROR_LIMIT", "error_limit")
                .text("STATUS", "status");
    }

    private static String matches(ObjectName name, String kind) {
        return kind + "_name = " + Identifiers.literal(name.name())
                + " AND " + kind + "_schema_name = " + Identifiers.literal(name.schema())
                + " AND " + kind + "_catalog_name = " + Identifiers.literal(name.database());
    }
}
