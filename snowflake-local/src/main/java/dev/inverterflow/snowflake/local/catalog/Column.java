package dev.inverterflow.snowflake.local.catalog;

import dev.inverterflow.snowflake.local.type.SnowflakeType;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table or view.
 *
 * @param name its name, as stored
 * @param type its type
 * @param nullable whether it takes NULL
 * @param defaultText the default's expression as written, null if there is none
 * @param identity start and step of an AUTOINCREMENT column, null for others
 * @param comment its comment, empty if there is none
 */
public record Column(
        String name,
        SnowflakeType type,
        boolean nullable,
        @Nullable String defaultText,
        @Nullable Identity identity,
        String comment) {

    /** Start and step of an AUTOINCREMENT column. */
    public record Identity(long start, long step) {}

    /** A column with neither default nor comment. */
    public static Column of(String name, SnowflakeType type) {
        return new Column(name, type, true, null, null, "");
    }

    public Column withComment(String newComment) {
        return new Column(name, type, nullable, defaultText, identity, newComment);
    }
}
