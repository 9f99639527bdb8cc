package dev.inverterflow.snowflake.local.command.account;

import dev.inverterflow.snowflake.local.ast.Identifier;
import dev.inverterflow.snowflake.local.ast.QualifiedName;
import dev.inverterflow.snowflake.local.error.Errors;
import java.util.List;
import java.util.Set;

/**
 * The database roles of the database SNOWFLAKE.
 *
 * @see <a href="https://docs.snowflake.com/en/sql-reference/snowflake-db-roles">SNOWFLAKE database roles</a>
 */
final class SystemDatabaseRoles {

    private static final String DATABASE = "SNOWFLAKE";
    private static final Set<String> ROLES = Set.of(
            "OBJECT_VIEWER",
            "USAGE_VIEWER",
            "GOVERNANCE_VIEWER",
            "SECURITY_VIEWER",
            "ORGANIZATION_USAGE_VIEWER",
            "ORGANIZATION_BILLING_VIEWER",
            "ORGANIZATION_ACCOUNTS_VIEWER");

    private SystemDatabaseRoles() {}

    /** Their full names. */
    static List<String> all() {
        return ROLES.stream().map(role -> DATABASE + "." + role).toList();
    }

    /** The full names of those that open a schema's views. */
    static List<String> opening(String schema) {
        return schema.equals("ORGANIZATION_USAGE")
                ? all().stream()
                        .filter(role -> role.startsWith(DATABASE + ".ORGANIZATION_"))
                        .toList()
                : all();
    }

    /** The full name of the role. */
    static String require(QualifiedName name) {
        List<String> parts = name.parts().stream().map(Identifier::name).toList();
        if (parts.size() != 2 || !parts.get(0).equals(DATABASE) || !ROLES.contains(parts.get(1))) {
            throw Errors.objectDoesNotExist("Database role", name.toString());
        }
        return String.join(".", parts);
    }
}
