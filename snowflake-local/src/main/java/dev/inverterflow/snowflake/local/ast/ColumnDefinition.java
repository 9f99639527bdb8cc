package dev.inverterflow.snowflake.local.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column of CREATE TABLE or ADD COLUMN.
 *
 * @param type absent only in CREATE TABLE … AS SELECT with a list of names
 * @param collation the specification after COLLATE
 * @param notNull whether NOT NULL was written, or the column is a PRIMARY KEY
 * @param defaultValue the expression after DEFAULT
 * @param identity the numbering after AUTOINCREMENT or IDENTITY
 * @param constraints UNIQUE, PRIMARY KEY and FOREIGN KEY written at the column
 */
public record ColumnDefinition(
        Identifier name,
        @Nullable TypeName type,
        @Nullable String collation,
        boolean notNull,
        @Nullable Expression defaultValue,
        @Nullable Numbering identity,
        @Nullable String comment,
        List<TableConstraint> constraints) {
    /** Copies the list. */
    public ColumnDefinition {
        constraints = List.copyOf(constraints);
    }
}
