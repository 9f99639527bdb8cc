package dev.inverterflow.snowflake.local.command.account;

import dev.inverterflow.snowflake.local.ast.Identifier;
import dev.inverterflow.snowflake.local.ast.QualifiedName;
import dev.inverterflow.snowflake.local.catalog.Access;
import dev.inverterflow.snowflake.local.catalog.Role;
import dev.inverterflow.snowflake.local.error.Errors;
import java.util.List;
import java.util.Set;

/**
 * The application roles of the database SNOWFLAKE that open the event table.
 *
 * @see <a href="https://docs.snowflake.com/en/developer-guide/logging-tracing/event-table-setting-up">Event table overview</a>
 */
final class SystemApplicationRoles {

    private static final String DATABASE = "SNOWFLAKE";
    private static final String ADMIN = "EVENTS_ADMIN";
    private static final String VIEWER = "EVENTS_VIEWER";
    private static final Set<String> ROLES = Set.of(ADMIN, VIEWER);

    private SystemApplicationRoles() {}

    /** The full name of the role. */
    static String require(QualifiedName name) {
        List<String> parts = name.parts().stream().map(Identifier::name).toList();
        if (parts.size() != 2 || !parts.get(0).equals(DATABASE) || !ROLES.contains(parts.get(1))) {
            throw Errors.objectDoesNotExist("Application role", name.toString());
        }
        return String.join(".", parts);
    }

    /** Whether the table or the view on it may be read. */
    static boolean mayRead(String relation, Access access) {
        return mayChange(access) || relation.equals("EVENTS_VIEW") && holds(VIEWER, access);
    }

    /** Whether rows of the table may be deleted. */
    static boolean mayChange(Access access) {
        return access.includes(Role.ACCOUNTADMIN) || holds(ADMIN, access);
    }

    private static boolean holds(String role, Access access) {
        return access.holds("USAGE", "APPLICATION_ROLE", DATABASE + "." + role);
    }
}
