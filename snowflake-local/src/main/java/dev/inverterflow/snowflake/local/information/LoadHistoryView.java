package dev.inverterflow.snowflake.local.information;

import dev.inverterflow.snowflake.local.analysis.Origin;
import dev.inverterflow.snowflake.local.analysis.RelationColumn;
import dev.inverterflow.snowflake.local.analysis.RelationSource;
import dev.inverterflow.snowflake.local.catalog.Identifiers;
import dev.inverterflow.snowflake.local.catalog.ObjectType;
import dev.inverterflow.snowflake.local.catalog.Table;
import dev.inverterflow.snowflake.local.load.copy.LoadHistory;
import dev.inverterflow.snowflake.local.load.copy.Truncations;
import dev.inverterflow.snowflake.local.type.SnowflakeType;
import dev.inverterflow.snowflake.local.type.TypeKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * LOAD_HISTORY: what COPY loaded by hand in the last 14 days; loads of pipes are COPY_HISTORY's.
 *
 * @see <a href="https://docs.snowflake.com/en/sql-reference/info-schema/load_history">LOAD_HISTORY view</a>
 */
final class LoadHistoryView {

    private static final Duration REACH = Duration.ofDays(14);
    private static final SnowflakeType TIME = SnowflakeType.timestamp(TypeKind.TIMESTAMP_LTZ, 3);

    private LoadHistoryView() {}

    static RelationSource of(Look look, Origin origin) {
        List<RelationColumn> columns = new ArrayList<>();
        List<String> values = new ArrayList<>();
        add("SCHEMA_NAME", SnowflakeType.VARCHAR, "table_schema_name", columns, values);
        add("FILE_NAME", SnowflakeType.VARCHAR, "url", columns, values);
        add("TABLE_NAME", SnowflakeType.VARCHAR, "table_name", columns, values);
        add("LAST_LOAD_TIME", TIME, "last_load_time", columns, values);
        add("STATUS", SnowflakeType.VARCHAR, "upper(status)", columns, values);
        add("ROW_COUNT", SnowflakeType.INTEGER, "row_count", columns, values);
        add("ROW_PARSED", SnowflakeType.INTEGER, "row_parsed", columns, values);
        add("FIRST_ERROR_MESSAGE", SnowflakeType.VARCHAR, "first_error_message", columns, values);
        add("FIRST_ERROR_LINE_NUMBER", SnowflakeType.INTEGER, "first_error_line_number", columns, values);
        add("FIRST_ERROR_CHARACTER_POSITION", SnowflakeType.INTEGER, "first_error_character_pos", columns, values);
        add("FIRST_ERROR_COL_NAME", SnowflakeType.VARCHAR, "first_error_column_name", columns, values);
        add("ERROR_COUNT", SnowflakeType.INTEGER, "error_count", columns, values);
        add("ERROR_LIMIT", SnowflakeType.INTEGER, "error_limit", columns, values);
        String since = Identifiers.literal(
                look.session().clock().instant().minus(REACH).toString());
        return new RelationSource.Physical(
                columns,
                "(SELECT " + String.join(", ", values) + " FROM " + LoadHistory.TABLE
                        + " AS " + LoadHistory.ALIAS + " WHERE pipe_name IS NULL AND table_id IN (" + tables(look)
                        + ") AND "
                        + Truncations.isSinceLast() + " AND table_catalog_name = "
                        + Identifiers.literal(look.database())
                        + " AND last_load_time >= CAST(" + since + " AS TIMESTAMPTZ))",
                origin);
    }

    /** The loads of a table go with it; without any table there is the one that no table is. */
    private static String tables(Look look) {
        return Stream.concat(
                        Stream.of(-1L),
                        look.session().catalog().objects(ObjectType.TABLE).all().stream()
                                .map(Table::id))
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
    }

    private static void add(
            String name, SnowflakeType type, String expression, List<RelationColumn> columns, List<String> values) {
        columns.add(RelationColumn.of(name, type));
        values.add("CAST(" + expression + " AS " + type.duckType() + ") AS " + Identifiers.quote(name));
    }
}
