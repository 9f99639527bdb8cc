package dev.inverterflow.snowflake.local.procedure;

import dev.inverterflow.snowflake.local.catalog.Catalog;
import dev.inverterflow.snowflake.local.catalog.Grant;

/** Grants on procedures, whose names carry the types of the arguments. */
final class ProcedureGrants {

    private ProcedureGrants() {}

    static void remove(Catalog catalog, Procedure procedure) {
        catalog.grants().removeIf(grant -> isOn(grant, procedure));
    }

    private static boolean isOn(Grant grant, Procedure procedure) {
        return grant.objectKind().equals(Procedure.KIND.label())
                && grant.objectName().equals(procedure.name().schemaName() + "." + procedure.key());
    }
}
