package dev.inverterflow.snowflake.local.command.account;

import dev.inverterflow.snowflake.local.ast.AlterAction;
import dev.inverterflow.snowflake.local.ast.CreateAccountObject.CreateResourceMonitor;
import dev.inverterflow.snowflake.local.ast.CreateAccountObject.MonitorAction;
import dev.inverterflow.snowflake.local.ast.CreateAccountObject.MonitorTrigger;
import dev.inverterflow.snowflake.local.ast.DdlStatement.Alter;
import dev.inverterflow.snowflake.local.ast.DdlStatement.Drop;
import dev.inverterflow.snowflake.local.ast.Inspection.Show;
import dev.inverterflow.snowflake.local.catalog.AccountType;
import dev.inverterflow.snowflake.local.catalog.ResourceMonitor;
import dev.inverterflow.snowflake.local.catalog.Warehouse;
import dev.inverterflow.snowflake.local.command.PropertyTexts;
import dev.inverterflow.snowflake.local.command.Shown;
import dev.inverterflow.snowflake.local.execution.Result;
import dev.inverterflow.snowflake.local.execution.ResultColumn;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.execution.ValueRules;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Resource monitors: recorded and shown. They never act, since no warehouse of the stand-in uses credits. */
final class MonitorCommands {

    static final List<ResultColumn> COLUMNS = List.of(
            ResultColumn.text("name"),
            ResultColumn.text("credit_quota"),
            ResultColumn.text("used_credits"),
            ResultColumn.text("remaining_credits"),
            ResultColumn.text("level"),
            ResultColumn.text("frequency"),
            ResultColumn.text("start_time"),
            ResultColumn.text("end_time"),
            ResultColumn.text("notify_at"),
            ResultColumn.text("suspend_at"),
            ResultColumn.text("suspend_immediately_at"),
            Shown.time("created_on"),
            ResultColumn.text("owner"),
            ResultColumn.text("comment"),
            ResultColumn.text("notify_users"));

    private static final String MONITOR = "RESOURCE_MONITOR";

    // docs.snowflake.com/en/sql-reference/sql/create-resource-monitor
    private static final ValueRules VALUES = ValueRules.none()
            .number(0, Integer.MAX_VALUE, "CREDIT_QUOTA")
            .oneOf("MONTHLY DAILY WEEKLY YEARLY NEVER", "FREQUENCY");

    Result create(CreateResourceMonitor statement, SessionContext session) {
        Map<String, String> properties = PropertyTexts.of(statement.properties(), Set.of());
        properties.putAll(triggers(statement.triggers()));
        VALUES.check(properties);
        return AccountObjects.create(
                statement,
                AccountType.RESOURCE_MONITOR,
                session,
                name -> new ResourceMonitor(
                        name, properties, session.role(), session.clock().instant(), ""));
    }

    Result alter(Alter statement, SessionContext session) {
        return AccountObjects.alter(
                statement, AccountType.RESOURCE_MONITOR, session, monitor -> changed(monitor, statement.action()));
    }

    private static ResourceMonitor changed(ResourceMonitor monitor, AlterAction action) {
        if (!(action instanceof AlterAction.SetTriggers set)) {
            ResourceMonitor changed = AccountObjects.changed(monitor, action, AccountType.RESOURCE_MONITOR, Set.of());
            VALUES.check(changed.properties());
            return changed;
        }
        Map<String, String> properties = new HashMap<>(monitor.properties());
        Arrays.stream(MonitorAction.values()).map(MonitorAction::name).forEach(properties::remove);
        properties.putAll(PropertyTexts.of(set.properties(), Set.of()));
        properties.putAll(triggers(set.triggers()));
        VALUES.check(properties);
        return monitor.withProperties(properties);
    }

    /** Takes the monitor away from the warehouses that have it, as Snowflake does. */
    Result drop(Drop statement, SessionContext session) {
        Result result = AccountObjects.drop(statement, AccountType.RESOURCE_MONITOR, session);
        String name = AccountObjects.name(statement.object().requireName());
        for (Warehouse warehouse :
                session.catalog().account(AccountType.WAREHOUSE).all()) {
            if (name.equals(warehouse.properties().get(MONITOR))) {
                Map<String, String> properties = new HashMap<>(warehouse.properties());
                properties.remove(MONITOR);
                session.catalog()
                        .account(AccountType.WAREHOUSE)
                        .update(warehouse.name(), old -> old.withProperties(properties));
            }
        }
        return result;
    }

    List<List<@Nullable String>> show(Show statement, SessionContext session) {
        return Shown.filter(statement, Shown.visible(AccountType.RESOURCE_MONITOR, session), ResourceMonitor::name)
                .stream()
                .map(monitor -> row(monitor, session))
                .toList();
    }

    private static List<@Nullable String> row(ResourceMonitor monitor, SessionContext session) {
        Map<String, String> properties = monitor.properties();
        String quota = properties.get("CREDIT_QUOTA");
        return Result.row(
                monitor.name(),
                quota,
                "0",
                quota,
                level(monitor, session),
                properties.getOrDefault("FREQUENCY", "MONTHLY"),
                properties.get("START_TIMESTAMP"),
                properties.get("END_TIMESTAMP"),
                properties.get(MonitorAction.NOTIFY.name()),
                properties.get(MonitorAction.SUSPEND.name()),
                properties.get(MonitorAction.SUSPEND_IMMEDIATE.name()),
                Shown.time(monitor.createdOn()),
                monitor.owner(),
                monitor.comment(),
                properties.get("NOTIFY_USERS"));
    }

    private static @Nullable String level(ResourceMonitor monitor, SessionContext session) {
        boolean assigned = session.catalog().account(AccountType.WAREHOUSE).all().stream()
                .anyMatch(warehouse ->
                        monitor.name().equals(warehouse.properties().get(MONITOR)));
        return assigned ? "WAREHOUSE" : null;
    }

    private static Map<String, String> triggers(List<MonitorTrigger> triggers) {
        return triggers.stream()
                .collect(Collectors.toMap(
                        trigger -> trigger.action().name(),
                        trigger -> trigger.percent() + "%",
                        (first, second) -> first + "," + second));
    }
}
