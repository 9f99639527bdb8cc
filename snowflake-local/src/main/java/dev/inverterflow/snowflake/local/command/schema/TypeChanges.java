package dev.inverterflow.snowflake.local.command.schema;

import dev.inverterflow.snowflake.local.catalog.Column;
import dev.inverterflow.snowflake.local.catalog.Identifiers;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.type.SnowflakeType;
import dev.inverterflow.snowflake.local.type.TypeKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

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
            throw refused(column, to, " because reducing the byte-length of a varchar is not supported.");
        }
        if (from.is(TypeKind.FIXED) && to.scale() != from.scale()) {
            throw refused(column, to, " because changing the scale of a number is not supported.");
        }
    }

    /** Refuses fewer digits than values of the table have. */
    static void checkValues(Column column, SnowflakeType to, String engineTable, SessionContext session)
            throws SQLException {
        SnowflakeType from = column.type();
        if (!from.is(TypeKind.FIXED) || to.precision() >= from.precision()) {
            return;
        }
        String least = "1" + "0".repeat(to.precision() - to.scale());
        String tooLarge = "SELECT 1 FROM " + engineTable + " WHERE abs(" + Identifiers.quote(column.name()) + ") >= "
                + least + " LIMIT 1";
        try (Statement statement = session.connection().createStatement();
                ResultSet rows = statement.executeQuery(tooLarge)) {
            if (rows.next()) {
                throw refused(
                        column,
                        to,
                        " because some existing values cannot be represented using precision %d instead of precision %d."
                                .formatted(to.precision(), from.precision()));
            }
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
