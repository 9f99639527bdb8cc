package dev.inverterflow.snowflake.local.task.model;

import dev.inverterflow.snowflake.local.catalog.Catalog;
import dev.inverterflow.snowflake.local.catalog.Grant;
import dev.inverterflow.snowflake.local.catalog.Role;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Set;

/**
 * What the role that owns a task needs for it to run.
 *
 * @see <a href="https://docs.snowflake.com/en/user-guide/tasks-intro#task-security">Task security</a>
 */
public final class TaskPrivileges {
    private static final String EXECUTE_TASK = "EXECUTE TASK";
    private static final String EXECUTE_MANAGED_TASK = "EXECUTE MANAGED TASK";

    private TaskPrivileges() {}

    /**
     * Checks that the owner may run the task.
     *
     * @throws SnowflakeException if the account has not granted its role what it needs
     */
    public static void check(Task task, Catalog catalog) {
        var roles = withInherited(task.owner(), catalog);
        require(EXECUTE_TASK, roles, catalog);
        if (task.definition().warehouse() == null) {
            require(EXECUTE_MANAGED_TASK, roles, catalog);
        }
    }

    private static void require(String privilege, Set<String> roles, Catalog catalog) {
        boolean granted = roles.contains(Role.ACCOUNTADMIN)
                || !catalog.grants()
                        .matching(grant -> grant.objectKind().equals("ACCOUNT")
                                && grant.privilege().equals(privilege)
                                && roles.contains(grant.grantee()))
                        .isEmpty();
        if (!granted) {
            throw new SnowflakeException(
                    91089, "23001", "Cannot execute task , " + privilege + " privilege must be granted to owner role");
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
