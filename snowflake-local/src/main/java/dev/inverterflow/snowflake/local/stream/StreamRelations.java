package dev.inverterflow.snowflake.local.stream;

import dev.inverterflow.snowflake.local.analysis.Origin;
import dev.inverterflow.snowflake.local.analysis.RelationColumn;
import dev.inverterflow.snowflake.local.analysis.RelationSource;
import dev.inverterflow.snowflake.local.catalog.Catalog;
import dev.inverterflow.snowflake.local.catalog.Column;
import dev.inverterflow.snowflake.local.catalog.Identifiers;
import dev.inverterflow.snowflake.local.catalog.ObjectName;
import dev.inverterflow.snowflake.local.catalog.ObjectType;
import dev.inverterflow.snowflake.local.catalog.Table;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.execution.EngineNames;
import dev.inverterflow.snowflake.local.execution.RelationProvider;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.type.SnowflakeType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Streams as something to read from: the rows inserted since the offset, with the columns of the table and three more.
 *
 * @see <a href="https://docs.snowflake.com/en/user-guide/streams-intro">Introduction to streams</a>
 */
final class StreamRelations implements RelationProvider {
    private static final SnowflakeType ACTION = SnowflakeType.varchar(6);
    private static final SnowflakeType ROW_ID = SnowflakeType.varchar(40);

    @Override
    public Optional<RelationSource> relation(ObjectName name, SessionContext session) {
        return TableStream.find(name, session.catalog())
                .map(stream -> new RelationSource.Physical(
                        columns(baseTable(stream, session.catalog())),
                        rows(stream, baseTable(stream, session.catalog())),
                        new Origin(Origin.Kind.STREAM, name.database(), name.schema(), name.name())));
    }

    /** The rows of a stream as something DuckDB reads. */
    static String rows(TableStream stream, Table table) {
        var columns = table.columns().stream()
                .map(column -> "base." + Identifiers.quote(column.name()))
                .collect(Collectors.joining(", "));
        return "(SELECT " + columns
                + ", 'INSERT' AS \"METADATA$ACTION\", FALSE AS \"METADATA$ISUPDATE\""
                + ", sha1('" + table.id() + ":' || base.rowid) AS \"METADATA$ROW_ID\""
                + " FROM " + EngineNames.table(table.name()) + " AS base WHERE " + ChangeLog.isBehindOffset(stream.id())
                + ")";
    }

    /**
     * The table a stream is on.
     *
     * @throws SnowflakeException if it was dropped or replaced since
     */
    static Table baseTable(TableStream stream, Catalog catalog) {
        return catalog.objects(ObjectType.TABLE)
                .find(stream.table())
                .filter(table -> table.id() == stream.tableId())
                .orElseThrow(() -> new SnowflakeException(
                        91901,
                        "02000",
                        "Base table '" + stream.table() + "' dropped, cannot read from stream '"
                                + stream.name().name() + "'."));
    }

    private static List<RelationColumn> columns(Table table) {
        var columns = new ArrayList<RelationColumn>();
        for (Column column : table.columns()) {
            columns.add(new RelationColumn(
                    column.name(), column.type(), column.nullable(), RelationColumn.Visibility.LISTED));
        }
        columns.add(RelationColumn.of("METADATA$ACTION", ACTION));
        columns.add(RelationColumn.of("METADATA$ISUPDATE", SnowflakeType.BOOLEAN));
        columns.add(RelationColumn.of("METADATA$ROW_ID", ROW_ID));
        return columns;
    }
}
