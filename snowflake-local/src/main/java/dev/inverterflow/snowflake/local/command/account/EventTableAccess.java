package dev.inverterflow.snowflake.local.command.account;

import dev.inverterflow.snowflake.local.ast.QualifiedName;
import dev.inverterflow.snowflake.local.catalog.ObjectName;
import dev.inverterflow.snowflake.local.error.Errors;
import java.util.Set;

/**
 * What DML may do with the event table: DELETE and TRUNCATE, by those who administer it.
 *
 * @see <a href="https://docs.snowflake.com/en/developer-guide/logging-tracing/event-table-operations">Working with event tables</a>
 */
final class EventTableAccess {

    private static final ObjectName TABLE = new ObjectName("SNOWFLAKE", "TELEMETRY", "EVENTS");
    private static final Set<String> POSSIBLE = Set.of("DELETE", "TRUNCATE");

    private EventTableAccess() {}

    static boolean isMeant(QualifiedName table, Rights rights) {
        return table.last().name().equals(TABLE.name())
                && rights.session().resolve(table).equals(TABLE);
    }

    static void require(QualifiedName table, String privilege, Rights rights) {
        if (!SystemApplicationRoles.mayChange(rights.access())) {
            throw Errors.objectDoesNotExist("Table", table.toString());
        }
        if (!POSSIBLE.contains(privilege)) {
            throw Errors.notSupported(
                    privilege + " of an event table, which has no operations but SELECT, DELETE and" + " TRUNCATE");
        }
    }
}
