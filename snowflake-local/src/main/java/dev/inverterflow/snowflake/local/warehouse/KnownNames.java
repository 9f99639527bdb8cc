package dev.inverterflow.snowflake.local.warehouse;

import dev.inverterflow.snowflake.local.ast.QualifiedName;

/** What names stand for, as far as a statement's {@link Compute} depends on it. */
public interface KnownNames {
    /** Whether it is a table: no view, no stream, no common table expression. */
    boolean isTable(QualifiedName name);

    /** Whether it is a function that a user made, all of which run Java. */
    boolean isHandler(QualifiedName function);
}
