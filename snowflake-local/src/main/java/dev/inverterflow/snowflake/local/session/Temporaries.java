package dev.inverterflow.snowflake.local.session;

import dev.inverterflow.snowflake.local.catalog.ObjectType;
import dev.inverterflow.snowflake.local.catalog.SchemaObject;
import dev.inverterflow.snowflake.local.catalog.SchemaRegistries;
import dev.inverterflow.snowflake.local.catalog.SchemaRegistry;
import dev.inverterflow.snowflake.local.catalog.Table;
import dev.inverterflow.snowflake.local.execution.EngineNames;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The temporary objects of a session, and the engine's tables behind them. */
final class Temporaries {

    private final long session;
    private final SchemaRegistries registries = new SchemaRegistries();
    private boolean hasForgottenTables;

    Temporaries(long session) {
        this.session = session;
    }

    <T extends SchemaObject> SchemaRegistry<T> of(ObjectType<T> type) {
        return registries.of(type);
    }

    /** What Snowpark makes for itself from now on. */
    GeneratedObjects generatedFromNowOn() {
        return GeneratedObjects.since(registries);
    }

    /**
     * Takes away what Snowpark has made for itself. Within a transaction the engine's tables stay until the session ends: a
     * statement that fails is undone by replaying.
     */
    void remove(GeneratedObjects made, boolean inTransaction, Connection connection) throws SQLException {
        List<Table> tables = made.removeFrom(registries);
        if (inTransaction) {
            hasForgottenTables |= !tables.isEmpty();
            return;
        }
        try (Statement statement = connection.createStatement()) {
            for (Table table : tables) {
                statement.execute("DROP TABLE IF EXISTS " + EngineNames.temporaryTable(session, table.name()));
            }
        }
    }

    /** Drops all of the engine's tables, at the end of the session. */
    void dropTables(Connection connection) throws SQLException {
        if (hasForgottenTables || !of(ObjectType.TABLE).all().isEmpty()) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("DROP SCHEMA IF EXISTS " + EngineNames.temporarySchema(session) + " CASCADE");
            }
        }
    }
}
