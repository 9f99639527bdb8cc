package dev.inverterflow.snowflake.local.command.schema;

import dev.inverterflow.snowflake.local.catalog.Table;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import java.sql.SQLException;
import java.util.List;

/** Temporary tables of another session, without their rows. */
public final class BorrowedTables {

    private BorrowedTables() {}

    /**
     * Lets a session of the server see a temporary table of another one, empty, under its name. To be called in a
     * transaction that is rolled back, with which the engine's table goes.
     */
    public static void add(Table temporary, SessionContext session) throws SQLException {
        TablePlace place = TablePlace.of(temporary, session);
        EngineDdl.run(
                session,
                List.of(
                        "CREATE SCHEMA IF NOT EXISTS " + place.engineSchema(),
                        TableColumns.engineTable(place.engineName(), temporary.columns())));
        place.tables().put(temporary);
    }
}
