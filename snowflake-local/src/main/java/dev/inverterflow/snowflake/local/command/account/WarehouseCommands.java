package dev.inverterflow.snowflake.local.command.account;

import dev.inverterflow.snowflake.local.ast.AlterAction;
import dev.inverterflow.snowflake.local.ast.CreateAccountObject.CreateWarehouse;
import dev.inverterflow.snowflake.local.ast.DdlStatement.Alter;
import dev.inverterflow.snowflake.local.ast.Inspection.Show;
import dev.inverterflow.snowflake.local.ast.QualifiedName;
import dev.inverterflow.snowflake.local.catalog.AccountType;
import dev.inverterflow.snowflake.local.catalog.Warehouse;
import dev.inverterflow.snowflake.local.command.PropertyTexts;
import dev.inverterflow.snowflake.local.command.Shown;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.execution.Result;
import dev.inverterflow.snowflake.local.execution.ResultColumn;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Warehouses: recorded and shown. Nothing runs on them here, so size, clusters and suspension have no effect locally; what
 * they would cost is the usage package's affair.
 */
final class WarehouseCommands {

    static final List<ResultColumn> COLUMNS = List.of(
            ResultColumn.text("name"),
            ResultColumn.text("state"),
            ResultColumn.text("type"),
            ResultColumn.text("size"),
            ResultColumn.number("running"),
            ResultColumn.number("queued"),
            ResultColumn.text("is_default"),
            ResultColumn.text("is_current"),
            ResultColumn.number("auto_suspend"),
            ResultColumn.text("auto_resume"),
            Shown.time("created_on"),
            ResultColumn.text("owner"),
            ResultColumn.text("comment"),
            ResultColumn.text("resource_monitor"));

    private static final String STATE = "STATE";
    private static final String SUSPENDED = "SUSPENDED";
    private static final String STARTED = "STARTED";

    Result create(CreateWarehouse statement, SessionContext session) {
        Map<String, String> properties = PropertyTexts.of(statement.properties(), Set.of());
        String monitor = properties.get("RESOURCE_MONITOR");
        if (monitor != null
                && session.catalog()
                        .account(AccountType.RESOURCE_MONITOR)
                        .find(monitor)
                        .isEmpty()) {
            throw Errors.objectDoesNotExist("Resource monitor", monitor);
        }
        Result result = AccountObjects.create(
                statement,
                AccountType.WAREHOUSE,
                session,
                name -> new Warehouse(
                        name,
                        properties,
                        session.role(),
                        session.clock().instant(),
                        PropertyTexts.comment(statement.properties())));
        session.useWarehouse(AccountObjects.name(statement.name()));
        return result;
    }

    Result alter(Alter statement, SessionContext session) {
        QualifiedName name = statement.object().requireName();
        Warehouse warehouse = AccountObjects.require(AccountType.WAREHOUSE, name, session);
        Map<String, String> properties = new HashMap<>(warehouse.properties());
        String comment = warehouse.comment();
        AlterAction action = statement.action();
        if (action instanceof AlterAction.SetProperties set) {
            properties.putAll(PropertyTexts.of(set.properties(), Set.of()));
            comment = set.properties().text("COMMENT").orElse(comment);
        } else if (action instanceof AlterAction.UnsetProperties unset) {
            unset.names().forEach(properties::remove);
            comment = unset.names().contains("COMMENT") ? "" : comment;
        } else if (action instanceof AlterAction.Suspend) {
            properties.put(STATE, SUSPENDED);
        } else if (action instanceof AlterAction.Resume) {
            properties.put(STATE, STARTED);
        } else {
            throw Errors.notSupported("this ALTER WAREHOUSE");
        }
        String newComment = comment;
        session.catalog()
                .account(AccountType.WAREHOUSE)
                .update(
                        warehouse.name(),
                        old -> new Warehouse(old.name(), properties, old.owner(), old.createdOn(), newComment));
        return Result.status("Statement executed successfully.");
    }

    List<List<@Nullable String>> show(Show statement, SessionContext session) {
        return Shown.filter(
                        statement,
                        session.catalog().account(AccountType.WAREHOUSE).all(),
                        Warehouse::name)
                .stream()
                .map(warehouse -> row(warehouse, session))
                .toList();
    }

    private static List<@Nullable String> row(Warehouse warehouse, SessionContext session) {
        Map<String, String> properties = warehouse.properties();
        boolean current = session.warehouse().filter(warehouse.name()::equals).isPresent();
        boolean suspended = Boolean.parseBoolean(properties.get("INITIALLY_SUSPENDED"));
        return Result.row(
                warehouse.name(),
                properties.getOrDefault(STATE, suspended ? SUSPENDED : STARTED),
                properties.getOrDefault("WAREHOUSE_TYPE", "STANDARD"),
                properties.getOrDefault("WAREHOUSE_SIZE", "XSMALL"),
                "0",
                "0",
                "N",
                Shown.yesNo(current),
                properties.getOrDefault("AUTO_SUSPEND", "600"),
                properties.getOrDefault("AUTO_RESUME", "TRUE").toLowerCase(Locale.ROOT),
                Shown.time(warehouse.createdOn()),
                warehouse.owner(),
                warehouse.comment(),
                properties.getOrDefault("RESOURCE_MONITOR", "null"));
    }
}
