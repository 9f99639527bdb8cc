package dev.inverterflow.snowflake.local.command.account;

import dev.inverterflow.snowflake.local.catalog.Catalog;
import dev.inverterflow.snowflake.local.command.ObjectLookup.Securable;

/** Takes away the grants on what is no longer there. */
final class GrantCleaning {

    private GrantCleaning() {}

    /** Those on the object and, for a database or schema, on everything that was in it. */
    static void remove(Securable object, Catalog catalog) {
        boolean container = object.kind().equals("DATABASE") || object.kind().equals("SCHEMA");
        String inside = object.name() + ".";
        catalog.grants()
                .removeIf(grant -> object.isOf(grant)
                        || container
                                && !grant.objectKind().equals("ROLE")
                                && grant.objectName().startsWith(inside));
    }
}
