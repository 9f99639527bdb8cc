package dev.inverterflow.snowflake.local.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A constraint. Snowflake records it and, NOT NULL aside, does not enforce it.
 *
 * @param name absent if not written
 * @param references the other table of a FOREIGN KEY; absent for the other kinds
 * @param referencedColumns empty if not written
 */
public record TableConstraint(
        @Nullable Identifier name,
        ConstraintKind kind,
        List<Identifier> columns,
        @Nullable QualifiedName references,
        List<Identifier> referencedColumns) {
    /** Copies the lists. */
    public TableConstraint {
        columns = List.copyOf(columns);
        referencedColumns = List.copyOf(referencedColumns);
    }

    /** What it says. */
    public enum ConstraintKind {
        PRIMARY_KEY,
        UNIQUE,
        FOREIGN_KEY
    }
}
