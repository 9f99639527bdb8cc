package dev.inverterflow.snowflake.local.command.account;

import dev.inverterflow.snowflake.local.catalog.Access;
import dev.inverterflow.snowflake.local.catalog.Grant;
import dev.inverterflow.snowflake.local.catalog.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The roles of a new account, who includes whom, and the privileges on the account they begin with.
 *
 * @see <a href="https://docs.snowflake.com/en/user-guide/security-access-control-overview#system-defined-roles">System-defined roles</a>
 */
public final class SystemRoles {

    private static final String SYSADMIN = "SYSADMIN";
    private static final String SECURITYADMIN = "SECURITYADMIN";
    private static final String USERADMIN = "USERADMIN";

    /** All of them, by name. */
    public static final List<String> NAMES =
            List.of(Role.ACCOUNTADMIN, "ORGADMIN", Role.PUBLIC, SECURITYADMIN, SYSADMIN, USERADMIN);

    /** The role on the right is granted to the one on the left. */
    private static final List<List<String>> HIERARCHY = List.of(
            List.of(Role.ACCOUNTADMIN, SYSADMIN),
            List.of(Role.ACCOUNTADMIN, SECURITYADMIN),
            List.of(SECURITYADMIN, USERADMIN));

    private static final Map<String, List<String>> PRIVILEGES = Map.of(
            Role.ACCOUNTADMIN,
            List.of(
                    "CREATE INTEGRATION",
                    "CREATE RESOURCE MONITOR",
                    "EXECUTE ALERT",
                    "EXECUTE MANAGED ALERT",
                    "EXECUTE MANAGED TASK",
                    "EXECUTE TASK",
                    "IMPORT SHARE",
                    "MODIFY LOG LEVEL",
                    "MODIFY SESSION LOG LEVEL",
                    "MONITOR EXECUTION",
                    "MONITOR USAGE"),
            SYSADMIN,
            List.of("CREATE DATABASE", "CREATE WAREHOUSE", "MANAGE WAREHOUSES"),
            SECURITYADMIN,
            List.of("MANAGE GRANTS"),
            USERADMIN,
            List.of("CREATE ROLE", "CREATE USER"));

    private SystemRoles() {}

    /** What they are granted in a new account; nobody granted it. */
    public static List<Grant> grants(Instant now) {
        List<Grant> grants = new ArrayList<>();
        HIERARCHY.forEach(pair -> grants.add(grant("USAGE", "ROLE", pair.get(1), pair.get(0), now)));
        PRIVILEGES.forEach((role, privileges) ->
                privileges.forEach(privilege -> grants.add(grant(privilege, Access.ACCOUNT, "", role, now))));
        return grants;
    }

    private static Grant grant(String privilege, String kind, String name, String role, Instant now) {
        return new Grant(privilege, kind, name, "ROLE", role, true, "", now);
    }
}
