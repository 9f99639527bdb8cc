package dev.inverterflow.snowflake.local.command.account;

import dev.inverterflow.snowflake.local.catalog.AccountType;
import dev.inverterflow.snowflake.local.catalog.Catalog;
import dev.inverterflow.snowflake.local.catalog.CatalogObject;
import dev.inverterflow.snowflake.local.catalog.Database;
import dev.inverterflow.snowflake.local.catalog.Grant;
import dev.inverterflow.snowflake.local.catalog.ObjectType;
import dev.inverterflow.snowflake.local.catalog.Schema;
import java.util.ArrayList;
import java.util.List;

/** Who owns what, in the form of grants, as SHOW GRANTS and OBJECT_PRIVILEGES list ownership. */
public final class Ownerships {

    private static final List<AccountType<?>> ACCOUNT_TYPES = List.of(
            AccountType.DATABASE,
            AccountType.ROLE,
            AccountType.USER,
            AccountType.WAREHOUSE,
            AccountType.RESOURCE_MONITOR,
            AccountType.INTEGRATION);

    private Ownerships() {}

    /** One for each object that a role owns. */
    public static List<Grant> all(Catalog catalog) {
        List<Grant> grants = new ArrayList<>();
        for (AccountType<?> type : ACCOUNT_TYPES) {
            catalog.account(type).all().forEach(object -> add(type.grantKind(), object.name(), object, grants));
        }
        for (Database database : catalog.account(AccountType.DATABASE).all()) {
            for (Schema schema : catalog.schemas(database.name())) {
                add("SCHEMA", schema.name().toString(), schema, grants);
            }
        }
        for (ObjectType<?> type : catalog.objectTypes()) {
            catalog.objects(type).all().forEach(object -> add(type.grantKind(), object.fullName(), object, grants));
        }
        return grants;
    }

    private static void add(String kind, String name, CatalogObject object, List<Grant> to) {
        String owner = object.owner();
        if (!owner.isEmpty()) {
            to.add(new Grant(Privileges.OWNERSHIP, kind, name, "ROLE", owner, true, owner, object.createdOn()));
        }
    }
}
