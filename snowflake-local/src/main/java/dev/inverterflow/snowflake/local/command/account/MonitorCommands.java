package dev.inverterflow.snowflake.local.command.account;

import dev.inverterflow.snowflake.local.ast.AlterAction;
import dev.inverterflow.snowflake.local.ast.CreateAccountObject.CreateResourceMonitor;
import dev.inverterflow.snowflake.local.ast.CreateAccountObject.MonitorAction;
import dev.inverterflow.snowflake.local.ast.CreateAccountObject.MonitorTrigger;
import dev.inverterflow.snowflake.local.ast.DdlStatement.Alter;
import dev.inverterflow.snowflake.local.ast.Inspection.Show;
import dev.inverterflow.snowflake.local.catalog.AccountType;
import dev.inverterflow.snowflake.local.catalog.ResourceMonitor;
import dev.inverterflow.snowflake.local.command.PropertyTexts;
import dev.inverterflow.snowflake.local.command.Shown;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.execution.Result;
import dev.inverterflow.snowflake.local.execution.ResultColumn;
import dev.inverterflow.snowflake.local.execution.SessionContext;
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
            ResultColumn.text("comment"));

    Result create(CreateResourceMonitor statement, SessionContext session) {
        Map<String, String> properties = PropertyTexts.of(statement.properties(), Set.of());
        properties.putAll(triggers(statement.triggers()));
        return AccountObjects.create(
                statement,
                AccountType.RESOURCE_MONITOR,
                session,
                name -> new ResourceMonitor(
                        name, properties, session.role(), session.clock().instant(), ""));
    }

    Result alter(Alter statement, SessionContext session) {
        ResourceMonitor monitor = AccountObjects.require(
                AccountType.RESOURCE_MONITOR, statement.object().requireName(), session);
        Map<String, String> properties = new HashMap<>(monitor.properties());
        if (statement.action() instanceof AlterAction.SetTriggers set) {
            properties.putAll(PropertyTexts.of(set.properties(), Set.of()));
            properties.putAll(triggers(set.triggers()));
        } else if (statement.action() instanceof AlterAction.SetProperties set) {
            properties.putAll(PropertyTexts.of(set.properties(), Set.of()));
        } else {
            throw Errors.notSupported("this ALTER RESOURCE MONITOR");
        }
        session.catalog()
                .account(AccountType.RESOURCE_MONITOR)
                .put(new ResourceMonitor(
                        monitor.name(), properties, monitor.owner(), monitor.createdOn(), monitor.comment()));
        return Result.status("Statement executed successfully.");
    }

    List<List<@Nullable String>> show(Show statement, SessionContext session) {
        return Shown.filter(
                        statement,
                        session.catalog().account(AccountType.RESOURCE_MONITOR).all(),
                        ResourceMonitor::name)
                .stream()
                .map(MonitorCommands::row)
                .toList();
    }

    private static List<@Nullable String> row(ResourceMonitor monitor) {
        Map<String, String> properties = monitor.properties();
        String quota = properties.get("CREDIT_QUOTA");
        return Result.row(
                monitor.name(),
                quota,
                "0",
                quota,
                null,
                properties.getOrDefault("FREQUENCY", "MONTHLY"),
                properties.get("START_TIMESTAMP"),
                properties.get("END_TIMESTAMP"),
                properties.get(MonitorAction.NOTIFY.name()),
                properties.get(MonitorAction.SUSPEND.name()),
                properties.get(MonitorAction.SUSPEND_IMMEDIATE.name()),
                Shown.time(monitor.createdOn()),
                monitor.owner(),
                monitor.comment());
    }

    private static Map<String, String> triggers(List<MonitorTrigger> triggers) {
        return triggers.stream()
                .collect(Collectors.toMap(
                        trigger -> trigger.action().name(),
                        trigger -> trigger.percent() + "%",
                        (first, second) -> first + "," + second));
    }
}
