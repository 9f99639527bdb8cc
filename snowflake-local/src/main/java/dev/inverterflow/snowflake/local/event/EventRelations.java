package dev.inverterflow.snowflake.local.event;

import dev.inverterflow.snowflake.local.analysis.Origin;
import dev.inverterflow.snowflake.local.analysis.RelationColumn;
import dev.inverterflow.snowflake.local.analysis.RelationSource;
import dev.inverterflow.snowflake.local.analysis.TargetTable;
import dev.inverterflow.snowflake.local.catalog.ObjectName;
import dev.inverterflow.snowflake.local.execution.RelationProvider;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import java.util.List;
import java.util.Optional;

/** The default event table and the view on it. */
final class EventRelations implements RelationProvider {
    private static final ObjectName TABLE = new ObjectName("SNOWFLAKE", "TELEMETRY", "EVENTS");
    private static final ObjectName VIEW = new ObjectName("SNOWFLAKE", "TELEMETRY", "EVENTS_VIEW");

    @Override
    public Optional<RelationSource> relation(ObjectName name, SessionContext session) {
        if (!name.equals(TABLE) && !name.equals(VIEW)) {
            return Optional.empty();
        }
        List<RelationColumn> columns = EventColumns.ALL.stream()
                .map(column -> RelationColumn.of(column.name(), column.type()))
                .toList();
        return Optional.of(new RelationSource.Physical(columns, EventTable.TABLE, origin(name)));
    }

    @Override
    public Optional<TargetTable> target(ObjectName name) {
        if (!name.equals(TABLE)) {
            return Optional.empty();
        }
        List<TargetTable.Column> columns = EventColumns.ALL.stream()
                .map(column -> new TargetTable.Column(column.name(), column.type(), true, null, null))
                .toList();
        return Optional.of(new TargetTable(columns, EventTable.TABLE, origin(name)));
    }

    private static Origin origin(ObjectName name) {
        return new Origin(Origin.Kind.SYSTEM_VIEW, name.database(), name.schema(), name.name());
    }
}
