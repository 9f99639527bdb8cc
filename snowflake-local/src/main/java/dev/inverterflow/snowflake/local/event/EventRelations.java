package dev.inverterflow.snowflake.local.event;

import dev.inverterflow.snowflake.local.analysis.Origin;
import dev.inverterflow.snowflake.local.analysis.RelationColumn;
import dev.inverterflow.snowflake.local.analysis.RelationSource;
import dev.inverterflow.snowflake.local.catalog.Identifiers;
import dev.inverterflow.snowflake.local.catalog.ObjectName;
import dev.inverterflow.snowflake.local.execution.RelationProvider;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.type.SnowflakeType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The default event table and the view on it.
 *
 * @see <a href="https://docs.snowflake.com/en/developer-guide/logging-tracing/event-table-columns">Event table columns</a>
 */
final class EventRelations implements RelationProvider {
    private static final Set<String> NAMES = Set.of("EVENTS", "EVENTS_VIEW");

    private record Filled(String name, SnowflakeType type, String expression) {}

    private static final List<Filled> COLUMNS = List.of(
            new Filled("TIMESTAMP", SnowflakeType.TIMESTAMP_NTZ, "event_time"),
            new Filled("START_TIMESTAMP", SnowflakeType.TIMESTAMP_NTZ, "NULL"),
            new Filled("OBSERVED_TIMESTAMP", SnowflakeType.TIMESTAMP_NTZ, "event_time"),
            new Filled("TRACE", SnowflakeType.OBJECT, "NULL"),
            new Filled("RESOURCE", SnowflakeType.OBJECT, "NULL"),
            new Filled("RESOURCE_ATTRIBUTES", SnowflakeType.OBJECT, "resource_attributes"),
            new Filled("SCOPE", SnowflakeType.OBJECT, "scope"),
            new Filled("SCOPE_ATTRIBUTES", SnowflakeType.OBJECT, "NULL"),
            new Filled("RECORD_TYPE", SnowflakeType.VARCHAR, "'LOG'"),
            new Filled("RECORD", SnowflakeType.OBJECT, "severity"),
            new Filled("RECORD_ATTRIBUTES", SnowflakeType.OBJECT, "record_attributes"),
            new Filled("VALUE", SnowflakeType.VARIANT, "message"),
            new Filled("EXEMPLARS", SnowflakeType.ARRAY, "NULL"));

    @Override
    public Optional<RelationSource> relation(ObjectName name, SessionContext session) {
        if (!name.database().equals("SNOWFLAKE")
                || !name.schema().equals("TELEMETRY")
                || !NAMES.contains(name.name())) {
            return Optional.empty();
        }
        var columns = new ArrayList<RelationColumn>();
        COLUMNS.forEach(column -> columns.add(RelationColumn.of(column.name(), column.type())));
        var select = COLUMNS.stream()
                .map(column -> "CAST(" + column.expression() + " AS "
                        + column.type().duckType() + ") AS " + Identifiers.quote(column.name()))
                .collect(Collectors.joining(", ", "(SELECT ", " FROM " + EventTable.TABLE + ")"));
        return Optional.of(new RelationSource.Physical(
                columns, select, new Origin(Origin.Kind.SYSTEM_VIEW, name.database(), name.schema(), name.name())));
    }
}
