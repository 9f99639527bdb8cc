package dev.inverterflow.snowflake.local.execution;

import dev.inverterflow.snowflake.local.type.SnowflakeType;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A column of a result.
 *
 * @param name its label
 * @param type its type
 * @param nullable whether it may hold NULL
 * @param origin the table column it comes from unchanged, null for an expression
 */
public record ResultColumn(
        String name,
        SnowflakeType type,
        boolean nullable,
        @Nullable Origin origin) {

    /** The table a result column comes from. */
    public record Origin(String database, String schema, String table) {}

    public ResultColumn {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
    }

    /** A nullable column that comes from no table. */
    public static ResultColumn of(String name, SnowflakeType type) {
        return new ResultColumn(name, type, true, null);
    }

    /** A nullable VARCHAR column, what SHOW and DESCRIBE mostly answer. */
    public static ResultColumn text(String name) {
        return of(name, SnowflakeType.VARCHAR);
    }

    /** A nullable NUMBER(38,0) column. */
    public static ResultColumn number(String name) {
        return of(name, SnowflakeType.INTEGER);
    }
}
