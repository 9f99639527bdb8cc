package dev.inverterflow.snowflake.local.catalog;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A table.
 *
 * @param id tells this table from one of the same name before or after it: a stream on a replaced table is stale
 * @param kind permanent, transient or temporary
 * @param columns its columns in order, without the hidden ones
 * @param primaryKey the columns of the primary key, which is recorded but not enforced, as in Snowflake
 * @param properties the properties set on it, by upper-case name
 */
public record Table(
        ObjectName name,
        long id,
        Kind kind,
        List<Column> columns,
        List<String> primaryKey,
        Map<String, String> properties,
        String owner,
        Instant createdOn,
        String comment)
        implements SchemaObject, Owned<Table> {

    /** How long a table and its history last. */
    public enum Kind {
        PERMANENT("TABLE"),
        TRANSIENT("TRANSIENT"),
        /** Lives and is seen only in the session that made it. */
        TEMPORARY("TEMPORARY");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** The word in the {@code kind} column of SHOW TABLES. */
        public String label() {
            return label;
        }
    }

    public Table {
        columns = List.copyOf(columns);
        primaryKey = List.copyOf(primaryKey);
        properties = Map.copyOf(properties);
    }

    public Optional<Column> column(String columnName) {
        return columns.stream()
                .filter(column -> column.name().equals(columnName))
                .findFirst();
    }

    public Table withColumns(List<Column> newColumns) {
        return new Table(name, id, kind, newColumns, primaryKey, properties, owner, createdOn, comment);
    }

    public Table withComment(String newComment) {
        return new Table(name, id, kind, columns, primaryKey, properties, owner, createdOn, newComment);
    }

    public Table withName(ObjectName newName) {
        return new Table(newName, id, kind, columns, primaryKey, properties, owner, createdOn, comment);
    }

    @Override
    public Table withOwner(String newOwner) {
        return new Table(name, id, kind, columns, primaryKey, properties, newOwner, createdOn, comment);
    }

    public Table withProperties(Map<String, String> newProperties) {
        return new Table(name, id, kind, columns, primaryKey, newProperties, owner, createdOn, comment);
    }
}
