package dev.inverterflow.snowflake.local.stream;

import dev.inverterflow.snowflake.local.analysis.Origin;
import dev.inverterflow.snowflake.local.analysis.RelationColumn;
import dev.inverterflow.snowflake.local.analysis.RelationSource;
import dev.inverterflow.snowflake.local.catalog.Catalog;
import dev.inverterflow.snowflake.local.catalog.Column;
import dev.inverterflow.snowflake.local.catalog.ObjectName;
import dev.inverterflow.snowflake.local.catalog.ObjectType;
import dev.inverterflow.snowflake.local.catalog.Table;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.execution.RelationProvider;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.type.SnowflakeType;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Streams as something to read from: the changes since the offset, with the columns of the table and three more.
 *
 * @see <a href="https://docs.snowflake.com/en/user-guide/streams-intro">Introduction to streams</a>
 */
final class StreamRelations implements RelationProvider {
    private static final SnowflakeType ACTION = SnowflakeType.varchar(6);
    private static final SnowflakeType ROW_ID = SnowflakeType.varchar(40);

    @Override
    public Optional<RelationSource> relation(ObjectName name, SessionContext session) {
        return TableStream.find(name, session.catalog()).map(stream -> source(stream, session));
    }

    private static RelationSource source(TableStream stream, SessionContext session) {
        var table = baseTable(stream, session.catalog());
        try {
            Staleness.check(stream, session);
        } catch (SQLException failure) {
            throw Errors.internal("the offset of stream " + stream.name() + " could not be read", failure);
        }
        var name = stream.name();
        return new RelationSource.Physical(
                columns(table),
                StreamContent.rows(stream, table),
                new Origin(Origin.Kind.STREAM, name.database(), name.schema(), name.name()));
    }

    /**
     * The table a stream is on.
     *
     * @throws SnowflakeException if it was dropped or replaced since
     */
    static Table baseTable(TableStream stream, Catalog catalog) {
        return findBase(stream, catalog)
                .orElseThrow(() -> new SnowflakeException(
                        91901,
                        "02000",
                        "Base table '" + stream.table() + "' dropped, cannot read from stream '"
                                + stream.name().name() + "'."));
    }

    /** The table a stream is on, also if it was renamed since; empty if it was dropped or replaced. */
    static Optional<Table> findBase(TableStream stream, Catalog catalog) {
        var tables = catalog.objects(ObjectType.TABLE);
        return tables.find(stream.table())
                .filter(table -> table.id() == stream.tableId())
                .or(() -> tables.all().stream()
                        .filter(table -> table.id() == stream.tableId())
                        .findFirst());
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
