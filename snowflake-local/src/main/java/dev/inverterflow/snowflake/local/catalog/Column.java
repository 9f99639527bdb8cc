package dev.inverterflow.snowflake.local.catalog;

import dev.inverterflow.snowflake.local.ast.Expression;
import dev.inverterflow.snowflake.local.type.SnowflakeType;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table or view.
 *
 * @param name its name, as stored
 * @param type its type
 * @param nullable whether it takes NULL
 * @param defaultValue the expression after DEFAULT, null if there is none
 * @param identity the numbering of an AUTOINCREMENT column, null for others
 * @param comment its comment, empty if there is none
 * @param defaultAddedLater whether ADD COLUMN brought the default, which then stays
 */
public record Column(
        String name,
        SnowflakeType type,
        boolean nullable,
        @Nullable Expression defaultValue,
        @Nullable Identity identity,
        String comment,
        boolean defaultAddedLater) {

    /** A column whose default, if it has one, is as old as its table. */
    public Column(
            String name,
            SnowflakeType type,
            boolean nullable,
            @Nullable Expression defaultValue,
            @Nullable Identity identity,
            String comment) {
        this(name, type, nullable, defaultValue, identity, comment, false);
    }

    /**
     * The numbering of an AUTOINCREMENT column.
     *
     * @param sequence the quoted, qualified name of the engine's sequence behind it
     */
    public record Identity(long start, long step, String sequence) {}

    /** A column with neither default nor comment. */
    public static Column of(String name, SnowflakeType type) {
        return new Column(name, type, true, null, null, "");
    }

    public Column withComment(String newComment) {
        return new Column(name, type, nullable, defaultValue, identity, newComment, defaultAddedLater);
    }

    public Column withIdentity(Identity newIdentity) {
        return new Column(name, type, nullable, defaultValue, newIdentity, comment, defaultAddedLater);
    }

    public Column withName(String newName) {
        return new Column(newName, type, nullable, defaultValue, identity, comment, defaultAddedLater);
    }

    public Column withType(SnowflakeType newType) {
        return new Column(name, newType, nullable, defaultValue, identity, comment, defaultAddedLater);
    }

    public Column withNullable(boolean newNullable) {
        return new Column(name, type, newNullable, defaultValue, identity, comment, defaultAddedLater);
    }

    public Column withDefault(@Nullable Expression newDefault) {
        return new Column(name, type, nullable, newDefault, identity, comment, defaultAddedLater);
    }

    /** The same column, whose default ADD COLUMN brought. */
    public Column addedLater() {
        return new Column(name, type, nullable, defaultValue, identity, comment, defaultValue != null);
    }
}
