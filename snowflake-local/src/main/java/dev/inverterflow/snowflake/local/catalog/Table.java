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
 * @param constraints its keys, which are recorded but not enforced, as in Snowflake
 * @param clusterBy the clustering key as SHOW prints it, such as {@code LINEAR(A, B)}; empty without one
 * @param properties the properties set on it, by upper-case name
 */
public record Table(
        ObjectName name,
        long id,
        Kind kind,
        List<Column> columns,
        List<Constraint> constraints,
        String clusterBy,
        Map<String, String> properties,
        String owner,
        Instant createdOn,
        String comment)
        implements SchemaObject, Owned<Table>, Movable<Table> {

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
        constraints = List.copyOf(constraints);
        properties = Map.copyOf(properties);
    }

    public Optional<Column> column(String columnName) {
        return columns.stream()
                .filter(column -> column.name().equals(columnName))
                .findFirst();
    }

    /** The columns of the primary key, empty without one. */
    public List<String> primaryKey() {
        return constraints(Constraint.Kind.PRIMARY_KEY).stream()
                .findFirst()
                .map(Constraint::columns)
                .orElse(List.of());
    }

    /** The constraints of one kind. */
    public List<Constraint> constraints(Constraint.Kind wanted) {
        return constraints.stream()
                .filter(constraint -> constraint.kind() == wanted)
                .toList();
    }

    public Table withColumns(List<Column> newColumns) {
        return new Table(name, id, kind, newColumns, constraints, clusterBy, properties, owner, createdOn, comment);
    }

    /** The table with a column under another name, in its keys, too. */
    public Table withRenamedColumn(String from, String to) {
        List<Column> renamed = columns.stream()
                .map(column -> column.name().equals(from) ? column.withName(to) : column)
                .toList();
        return withColumns(renamed)
                .withConstraints(constraints.stream()
                        .map(constraint -> constraint.withRenamed(from, to))
                        .toList());
    }

    public Table withConstraints(List<Constraint> newConstraints) {
        return new Table(name, id, kind, columns, newConstraints, clusterBy, properties, owner, createdOn, comment);
    }

    public Table withClusterBy(String newClusterBy) {
        return new Table(name, id, kind, columns, constraints, newClusterBy, properties, owner, createdOn, comment);
    }

    @Override
    public Table withComment(String newComment) {
        return new Table(name, id, kind, columns, constraints, clusterBy, properties, owner, createdOn, newComment);
    }

    @Override
    public Table withName(ObjectName newName) {
        return new Table(newName, id, kind, columns, constraints, clusterBy, properties, owner, createdOn, comment);
    }

    @Override
    public Table withOwner(String newOwner) {
        return new Table(name, id, kind, columns, constraints, clusterBy, properties, newOwner, createdOn, comment);
    }

    public Table withProperties(Map<String, String> newProperties) {
        return new Table(name, id, kind, columns, constraints, clusterBy, newProperties, owner, createdOn, comment);
    }
}
