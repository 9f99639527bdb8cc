package dev.inverterflow.snowflake.local.command;

import dev.inverterflow.snowflake.local.catalog.AccountType;
import dev.inverterflow.snowflake.local.catalog.Catalog;
import dev.inverterflow.snowflake.local.catalog.Grant;
import dev.inverterflow.snowflake.local.catalog.Role;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the role that owns a task or an alert needs for it to run.
 *
 * @see <a href="https://docs.snowflake.com/en/user-guide/tasks-intro#task-security">Task security</a>
 * @see <a href="https://docs.snowflake.com/en/user-guide/alerts#granting-the-privileges-to-create-alerts">Alerts</a>
 */
public final class OwnerPrivileges {
    private OwnerPrivileges() {}

    /**
     * Checks that a task's or alert's owner may run it.
     *
     * @param kind {@code TASK} or {@code ALERT}
     * @param warehouse the warehouse it runs on; null if serverless, which needs one more privilege
     * @throws SnowflakeException if the account has not granted its role what it needs
     */
    public static void check(String kind, String owner, @Nullable String warehouse, Catalog catalog) {
        var roles = withInherited(owner, catalog);
        require(kind, "EXECUTE " + kind, roles, catalog);
        if (warehouse == null) {
            require(kind, "EXECUTE MANAGED " + kind, roles, catalog);
        }
    }

    /**
     * Checks that the warehouse of a task or alert is there.
     *
     * @param warehouse null or NULL for none
     * @throws SnowflakeException if there is none of this name
     */
    public static void requireWarehouse(@Nullable String warehouse, Catalog catalog) {
        if (warehouse != null
                && !warehouse.equalsIgnoreCase("NULL")
                && catalog.account(AccountType.WAREHOUSE).find(warehouse).isEmpty()) {
            throw Errors.objectDoesNotExist("Warehouse", warehouse);
        }
    }

    private static void require(String kind, String privilege, Set<String> roles, Catalog catalog) {
        boolean granted = roles.contains(Role.ACCOUNTADMIN)
                || !catalog.grants()
                        .matching(grant -> grant.objectKind().equals("ACCOUNT")
                                && grant.privilege().equals(privilege)
                                && roles.contains(grant.grantee()))
                        .isEmpty();
        if (!granted) {
            throw new SnowflakeException(
                    91089,
                    "23001",
                    "Cannot execute " + kind.toLowerCase(Locale.ROOT) + " , " + privilege
                            + " privilege must be granted to owner role");
        }
    }

    /** The role and those granted to it, whose privileges it has, too. */
    private static Set<String> withInherited(String role, Catalog catalog) {
        var found = new HashSet<String>();
        var open = new ArrayDeque<String>();
        open.add(role);
        while (!open.isEmpty()) {
            var next = open.remove();
            if (found.add(next)) {
                catalog.grants().matching(grant -> isRoleGrantedTo(next, grant)).stream()
                        .map(Grant::objectName)
                        .forEach(open::add);
            }
        }
        return found;
    }

    private static boolean isRoleGrantedTo(String role, Grant grant) {
        return grant.objectKind().equals("ROLE")
                && grant.privilege().equals("USAGE")
                && grant.granteeKind().equals("ROLE")
                && grant.grantee().equals(role);
    }
}
