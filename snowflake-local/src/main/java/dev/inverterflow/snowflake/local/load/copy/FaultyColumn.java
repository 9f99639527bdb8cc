package dev.inverterflow.snowflake.local.load.copy;

import org.jspecify.annotations.Nullable;

/**
 * The column by which a row is faulty.
 *
 * @param name as COPY prints it
 * @param field the field of the file that fills it, from 1; 0 if a transformation makes something of it
 * @param limit how many characters the column holds, of a text column that a field fills as it is; null otherwise
 */
public record FaultyColumn(String name, int field, @Nullable Integer limit) {}
