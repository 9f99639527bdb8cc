package dev.inverterflow.snowflake.local.command.schema;

import dev.inverterflow.snowflake.local.catalog.Column;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.type.SnowflakeType;
import dev.inverterflow.snowflake.local.type.TypeKind;

/**
 * Which type a column may get in place of its own: a longer text, or a number with other digits before
 * the point, if the numbers that are there still fit.
 *
 * @see <a href="https://docs.snowflake.com/en/sql-reference/sql/alter-table-column">ALTER TABLE … ALTER COLUMN</a>
 */
final class TypeChanges {

    private TypeChanges() {}

    /** Refuses a change that Snowflake does not make. */
    static void check(Column column, SnowflakeType to) {
        SnowflakeType from = column.type();
        boolean changeable = from.is(TypeKind.TEXT) || from.is(TypeKind.FIXED);
        if (!changeable || !from.is(to.kind())) {
            throw refused(column, to, "");
        }
        if (from.is(TypeKind.TEXT) && to.length() < from.length()) {
            throw refused(column, to, " because reducing the byte-length of a varchar is not supported");
        }
        if (from.is(TypeKind.FIXED) && to.scale() != from.scale()) {
            throw refused(column, to, " because changing the scale of a number is not supported");
        }
    }

    private static SnowflakeException refused(Column column, SnowflakeType to, String reason) {
        return new SnowflakeException(
                2108,
                "22000",
                "SQL compilation error:\ncannot change column %s from type %s to %s%s"
                        .formatted(column.name(), column.type().displayName(), to.displayName(), reason));
    }
}
