package dev.inverterflow.snowflake.local.event;

import dev.inverterflow.snowflake.local.catalog.Identifiers;
import dev.inverterflow.snowflake.local.type.SnowflakeType;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The columns of an event table.
 *
 * @see <a href="https://docs.snowflake.com/en/developer-guide/logging-tracing/event-table-columns">Event table columns</a>
 */
final class EventColumns {

    record Column(String name, SnowflakeType type) {}

    static final List<Column> ALL = List.of(
            new Column("TIMESTAMP", SnowflakeType.TIMESTAMP_NTZ),
            new Column("START_TIMESTAMP", SnowflakeType.TIMESTAMP_NTZ),
            new Column("OBSERVED_TIMESTAMP", SnowflakeType.TIMESTAMP_NTZ),
            new Column("TRACE", SnowflakeType.OBJECT),
            new Column("RESOURCE", SnowflakeType.OBJECT),
            new Column("RESOURCE_ATTRIBUTES", SnowflakeType.OBJECT),
            new Column("SCOPE", SnowflakeType.OBJECT),
            new Column("SCOPE_ATTRIBUTES", SnowflakeType.OBJECT),
            new Column("RECORD_TYPE", SnowflakeType.VARCHAR),
            new Column("RECORD", SnowflakeType.OBJECT),
            new Column("RECORD_ATTRIBUTES", SnowflakeType.OBJECT),
            new Column("VALUE", SnowflakeType.VARIANT),
            new Column("EXEMPLARS", SnowflakeType.ARRAY));

    private EventColumns() {}

    /** The columns as CREATE TABLE of the engine has them. */
    static String definitions() {
        return ALL.stream()
                .map(column ->
                        Identifiers.quote(column.name()) + " " + column.type().duckType())
                .collect(Collectors.joining(", "));
    }
}
