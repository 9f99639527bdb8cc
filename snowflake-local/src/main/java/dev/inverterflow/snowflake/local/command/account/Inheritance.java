package dev.inverterflow.snowflake.local.command.account;

import dev.inverterflow.snowflake.local.catalog.AccountObject;
import dev.inverterflow.snowflake.local.catalog.AccountType;
import dev.inverterflow.snowflake.local.catalog.Catalog;
import dev.inverterflow.snowflake.local.catalog.Database;
import dev.inverterflow.snowflake.local.catalog.ObjectType;
import dev.inverterflow.snowflake.local.catalog.Owned;
import dev.inverterflow.snowflake.local.catalog.Schema;
import dev.inverterflow.snowflake.local.catalog.SchemaObject;
import java.util.List;

/** Makes what a role owns another role's: after ALTER ROLE … RENAME, or DROP ROLE by another one. */
final class Inheritance {

    private static final List<AccountType<?>> ACCOUNT_TYPES = List.of(
            AccountType.DATABASE,
            AccountType.ROLE,
            AccountType.USER,
            AccountType.WAREHOUSE,
            AccountType.RESOURCE_MONITOR,
            AccountType.INTEGRATION);

    private Inheritance() {}

    static void pass(String from, String to, Catalog catalog) {
        ACCOUNT_TYPES.forEach(type -> inAccount(type, from, to, catalog));
        for (Database database : catalog.account(AccountType.DATABASE).all()) {
            for (Schema schema : catalog.schemas(database.name())) {
                if (schema.owner().equals(from)) {
                    catalog.putSchema(schema.withOwner(to));
                }
            }
        }
        catalog.objectTypes().forEach(type -> inSchemas(type, from, to, catalog));
    }

    private static <T extends AccountObject> void inAccount(
            AccountType<T> type, String from, String to, Catalog catalog) {
        for (T object : catalog.account(type).all()) {
            if (object.owner().equals(from)) {
                catalog.account(type).update(object.name(), old -> type.type().cast(old.withOwner(to)));
            }
        }
    }

    private static <T extends SchemaObject> void inSchemas(
            ObjectType<T> type, String from, String to, Catalog catalog) {
        for (T object : catalog.objects(type).all()) {
            if (object.owner().equals(from) && object instanceof Owned<?> owned) {
                catalog.objects(type).put(type.type().cast(owned.withOwner(to)));
            }
        }
    }
}
