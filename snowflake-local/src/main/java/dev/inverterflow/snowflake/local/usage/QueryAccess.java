package dev.inverterflow.snowflake.local.usage;

import dev.inverterflow.snowflake.local.catalog.Access;
import dev.inverterflow.snowflake.local.catalog.AccountType;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.execution.SystemSessionSpec;
import dev.inverterflow.snowflake.local.history.QueryEntry;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Whose queries a session is shown: its user's; those on warehouses that its roles own, monitor or operate; those of tasks
 * with MONITOR EXECUTION.
 */
final class QueryAccess implements Predicate<QueryEntry> {
    private final String user;
    private final boolean monitorsTasks;
    private final Set<String> warehouses;

    QueryAccess(SessionContext session) {
        Access access = session.access();
        user = session.user();
        monitorsTasks = access.global("MONITOR EXECUTION");
        warehouses = session.catalog().account(AccountType.WAREHOUSE).all().stream()
                .filter(warehouse ->
                        access.operates(warehouse) || access.holds("MONITOR", "WAREHOUSE", warehouse.name()))
                .map(warehouse -> warehouse.name())
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public boolean test(QueryEntry entry) {
        String warehouse = entry.place().warehouse();
        return entry.place().user().equals(user)
                || monitorsTasks && entry.place().user().equals(SystemSessionSpec.SYSTEM_USER)
                || warehouse != null && warehouses.contains(warehouse);
    }
}
