package dev.inverterflow.snowflake.local.information;

import dev.inverterflow.snowflake.local.catalog.Table;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.execution.EngineNames;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** How many rows tables have. */
final class TableRows {

    private TableRows() {}

    /** The engine's name for a table, quoted. */
    static String engineName(Table table, Look look) {
        return table.kind() == Table.Kind.TEMPORARY
                ? EngineNames.temporaryTable(look.session().id(), table.name())
                : EngineNames.table(table.name());
    }

    static String count(Table table, Look look) {
        String name = engineName(table, look);
        try (Statement statement = look.session().connection().createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM " + name)) {
            row.next();
            return row.getString(1);
        } catch (SQLException failure) {
            throw Errors.internal("counting the rows of " + table.name(), failure);
        }
    }
}
