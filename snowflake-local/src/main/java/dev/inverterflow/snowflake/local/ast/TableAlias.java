package dev.inverterflow.snowflake.local.ast;

import java.util.List;

/**
 * {@code AS name (column, …)}.
 *
 * @param columns empty if not written
 */
public record TableAlias(Identifier name, List<Identifier> columns) {
    /** Copies the list. */
    public TableAlias {
        columns = List.copyOf(columns);
    }
}
