package dev.inverterflow.snowflake.local.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A key of a table. Recorded and shown, never enforced, as in Snowflake.
 *
 * @param name its name, made up if none was written
 * @param columns the columns it is over, in order
 * @param references the other table of a foreign key, null for the other kinds
 * @param referencedColumns the columns of the other table, empty for the other kinds
 */
public record Constraint(
        String name,
        Kind kind,
        List<String> columns,
        @Nullable ObjectName references,
        List<String> referencedColumns) {

    /** What it says. */
    public enum Kind {
        PRIMARY_KEY("PRIMARY KEY"),
        UNIQUE("UNIQUE"),
        FOREIGN_KEY("FOREIGN KEY");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** The words in SQL and in the listings. */
        public String label() {
            return label;
        }
    }

    public Constraint {
        columns = List.copyOf(columns);
        referencedColumns = List.copyOf(referencedColumns);
    }

    public Constraint withName(String newName) {
        return new Constraint(newName, kind, columns, references, referencedColumns);
    }

    /** The same constraint after a column of its own table got another name. */
    Constraint withRenamed(String from, String to) {
        List<String> renamed = columns.stream()
                .map(column -> column.equals(from) ? to : column)
                .toList();
        return new Constraint(name, kind, renamed, references, referencedColumns);
    }
}
