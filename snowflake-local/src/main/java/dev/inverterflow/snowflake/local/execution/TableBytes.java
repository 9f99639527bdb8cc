package dev.inverterflow.snowflake.local.execution;

import dev.inverterflow.snowflake.local.catalog.Table;

/** How much tables store. */
@FunctionalInterface
public interface TableBytes {

    /**
     * What the rows of a table store, in bytes.
     *
     * @param engineName the engine's quoted name for it, which temporary tables have of their own
     */
    long of(Table table, String engineName);
}
