package dev.inverterflow.snowflake.local.analysis;

import dev.inverterflow.snowflake.local.type.SnowflakeType;

/**
 * A column of something in FROM.
 *
 * @param name as Snowflake stores it; also the name of the column in DuckDB
 * @param type its type
 * @param nullable whether it may hold NULL
 * @param visibility whether {@code *} lists it
 */
public record RelationColumn(String name, SnowflakeType type, boolean nullable, Visibility visibility) {
    /** Whether {@code SELECT *} lists a column. */
    public enum Visibility {
        LISTED,
        /** Only when named, as METADATA$FILENAME of staged files. */
        WHEN_NAMED
    }

    /** A nullable column that {@code *} lists. */
    public static RelationColumn of(String name, SnowflakeType type) {
        return new RelationColumn(name, type, true, Visibility.LISTED);
    }

    /** A nullable column that {@code *} does not list. */
    public static RelationColumn hidden(String name, SnowflakeType type) {
        return new RelationColumn(name, type, true, Visibility.WHEN_NAMED);
    }
}
