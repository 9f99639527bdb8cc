package dev.inverterflow.snowflake.local.usage;

import dev.inverterflow.snowflake.local.alert.AlertHistory;
import dev.inverterflow.snowflake.local.catalog.Identifiers;
import dev.inverterflow.snowflake.local.catalog.ObjectType;
import dev.inverterflow.snowflake.local.catalog.Role;
import dev.inverterflow.snowflake.local.catalog.SchemaObject;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.load.pipe.Pipe;
import dev.inverterflow.snowflake.local.task.model.Task;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a session's roles are shown of the history functions, as conditions of the engine's SQL. */
final class UsageAccess {
    private static final String ALL = "TRUE";
    private static final String NOTHING = "FALSE";

    private UsageAccess() {}

    /** The tasks whose runs are shown: one's own, those one may monitor or operate, all of them with MONITOR EXECUTION. */
    static String tasks(String idColumn, SessionContext session) {
        return isAdministrator(session) || session.access().global("MONITOR EXECUTION")
                ? ALL
                : among(idColumn, Task.KIND, Task::id, session, "MONITOR", "OPERATE");
    }

    /** The alerts whose runs are shown: one's own. */
    static String alerts(SessionContext session) {
        return isAdministrator(session) ? ALL : among("alert_id", AlertHistory.ownedIds(session));
    }

    /** The pipes that are named beside what they loaded: one's own, those one may monitor, all with MONITOR on the account. */
    static String pipes(SessionContext session) {
        return monitorsAccount(session)
                ? ALL
                : among("pipe_id::VARCHAR", Pipe.KIND, pipe -> String.valueOf(pipe.id()), session, "MONITOR");
    }

    /** Whether what the account used is shown. */
    static String credits(SessionContext session) {
        return isAdministrator(session) || session.access().global("MONITOR USAGE") ? ALL : NOTHING;
    }

    /** Whether the loads of every table are shown. */
    static boolean monitorsAccount(SessionContext session) {
        return isAdministrator(session) || session.access().global("MONITOR");
    }

    private static boolean isAdministrator(SessionContext session) {
        return session.access().includes(Role.ACCOUNTADMIN);
    }

    private static <T extends SchemaObject> String among(
            String column, ObjectType<T> kind, Function<T, String> id, SessionContext session, String... anyOf) {
        var access = session.access();
        return among(
                column,
                session.catalog().objects(kind).all().stream()
                        .filter(object -> access.owns(object)
                                || Arrays.stream(anyOf)
                                        .anyMatch(privilege ->
                                                access.holds(privilege, kind.grantKind(), object.fullName())))
                        .map(id)
                        .toList());
    }

    private static String among(String column, List<String> ids) {
        // No object has an empty id; it keeps the list from being empty.
        return Stream.concat(Stream.of(""), ids.stream())
                .map(Identifiers::literal)
                .collect(Collectors.joining(", ", column + " IN (", ")"));
    }
}
