package dev.inverterflow.snowflake.local;

import dev.inverterflow.snowflake.local.catalog.AccountType;
import dev.inverterflow.snowflake.local.catalog.Catalog;
import dev.inverterflow.snowflake.local.catalog.Database;
import dev.inverterflow.snowflake.local.catalog.Durability;
import dev.inverterflow.snowflake.local.catalog.Role;
import dev.inverterflow.snowflake.local.catalog.Schema;
import dev.inverterflow.snowflake.local.catalog.SchemaName;
import dev.inverterflow.snowflake.local.catalog.User;
import dev.inverterflow.snowflake.local.catalog.Warehouse;
import dev.inverterflow.snowflake.local.command.account.SystemRoles;
import dev.inverterflow.snowflake.local.execution.EngineNames;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is in a new account. */
final class Account {

    static final String NAME = "local";

    /** The warehouse of a new account, which only account administrators may use. */
    private static final String FIRST_WAREHOUSE = "COMPUTE_WH";

    private Account() {}

    /** Adds what is missing: over a data directory, that may be nothing. */
    static void fill(Catalog catalog, Connection connection, Settings settings) throws SQLException {
        Instant now = settings.clock().instant();
        boolean isNew = catalog.account(AccountType.ROLE).all().isEmpty();
        if (isNew) {
            for (String role : SystemRoles.NAMES) {
                catalog.account(AccountType.ROLE).put(new Role(role, "", now, ""));
            }
            SystemRoles.grants(now).forEach(catalog.grants()::add);
            catalog.account(AccountType.WAREHOUSE)
                    .put(new Warehouse(FIRST_WAREHOUSE, Map.of(), Role.ACCOUNTADMIN, now, ""));
        }
        String user = settings.user().toUpperCase(Locale.ROOT);
        if (catalog.account(AccountType.USER).find(user).isEmpty()) {
            catalog.account(AccountType.USER)
                    .put(new User(
                            user,
                            Map.of("DEFAULT_ROLE", Role.ACCOUNTADMIN, "DEFAULT_WAREHOUSE", FIRST_WAREHOUSE),
                            Role.ACCOUNTADMIN,
                            now,
                            ""));
        }
        String database = settings.database();
        if (database != null) {
            addDatabase(database.toUpperCase(Locale.ROOT), settings.schema(), catalog, connection, now);
        }
    }

    private static void addDatabase(
            String name, @Nullable String schema, Catalog catalog, Connection connection, Instant now)
            throws SQLException {
        if (catalog.account(AccountType.DATABASE).find(name).isEmpty()) {
            catalog.account(AccountType.DATABASE)
                    .put(new Database(name, Durability.PERMANENT, Map.of(), Role.ACCOUNTADMIN, now, ""));
            addSchema(new SchemaName(name, "PUBLIC"), catalog, connection, now);
        }
        if (schema != null) {
            addSchema(new SchemaName(name, schema.toUpperCase(Locale.ROOT)), catalog, connection, now);
        }
    }

    private static void addSchema(SchemaName name, Catalog catalog, Connection connection, Instant now)
            throws SQLException {
        if (catalog.schema(name).isPresent()) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA IF NOT EXISTS " + EngineNames.schema(name));
        }
        catalog.putSchema(new Schema(name, Durability.PERMANENT, Map.of(), Role.ACCOUNTADMIN, now, ""));
    }
}
