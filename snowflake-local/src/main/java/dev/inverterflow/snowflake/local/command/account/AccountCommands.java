package dev.inverterflow.snowflake.local.command.account;

import dev.inverterflow.snowflake.local.ast.CreateAccountObject.CreateIntegration;
import dev.inverterflow.snowflake.local.ast.CreateAccountObject.CreateResourceMonitor;
import dev.inverterflow.snowflake.local.ast.CreateAccountObject.CreateRole;
import dev.inverterflow.snowflake.local.ast.CreateAccountObject.CreateUser;
import dev.inverterflow.snowflake.local.ast.CreateAccountObject.CreateWarehouse;
import dev.inverterflow.snowflake.local.ast.DdlStatement.Drop;
import dev.inverterflow.snowflake.local.ast.DdlStatement.Grant;
import dev.inverterflow.snowflake.local.ast.DdlStatement.GrantRole;
import dev.inverterflow.snowflake.local.ast.DdlStatement.Revoke;
import dev.inverterflow.snowflake.local.ast.DdlStatement.RevokeRole;
import dev.inverterflow.snowflake.local.ast.Inspection.ShowGrants;
import dev.inverterflow.snowflake.local.ast.ObjectKind;
import dev.inverterflow.snowflake.local.ast.ShowKind;
import dev.inverterflow.snowflake.local.catalog.AccountType;
import dev.inverterflow.snowflake.local.command.DdlCommand;
import dev.inverterflow.snowflake.local.command.ListCommand;
import dev.inverterflow.snowflake.local.execution.CommandRegistry;
import dev.inverterflow.snowflake.local.execution.CommandSet;
import dev.inverterflow.snowflake.local.warehouse.WarehouseMeter;

/** The commands of objects directly in the account, and of grants. */
public final class AccountCommands implements CommandSet {

    private final WarehouseMeter meter;

    /** @param meter is told what is started and suspended by hand */
    public AccountCommands(WarehouseMeter meter) {
        this.meter = meter;
    }

    @Override
    public void register(CommandRegistry.Builder registry) {
        WarehouseCommands warehouses = new WarehouseCommands(meter);
        MonitorCommands monitors = new MonitorCommands();
        IntegrationCommands integrations = new IntegrationCommands();
        RoleCommands roles = new RoleCommands();
        UserCommands users = new UserCommands();
        GrantCommands grants = new GrantCommands();
        registry.add(CreateWarehouse.class, DdlCommand.of(warehouses::create))
                .alter(ObjectKind.WAREHOUSE, DdlCommand.of(warehouses::alter))
                .drop(ObjectKind.WAREHOUSE, DdlCommand.of(warehouses::drop))
                .describe(
                        ObjectKind.WAREHOUSE,
                        ListCommand.describing(WarehouseCommands.PROPERTIES, warehouses::describe))
                .show(ShowKind.WAREHOUSES, ListCommand.of(WarehouseCommands.COLUMNS, warehouses::show))
                .add(CreateResourceMonitor.class, DdlCommand.of(monitors::create))
                .alter(ObjectKind.RESOURCE_MONITOR, DdlCommand.of(monitors::alter))
                .drop(ObjectKind.RESOURCE_MONITOR, DdlCommand.of(monitors::drop))
                .show(ShowKind.RESOURCE_MONITORS, ListCommand.of(MonitorCommands.COLUMNS, monitors::show))
                .add(CreateIntegration.class, DdlCommand.of(integrations::create))
                .alter(ObjectKind.INTEGRATION, DdlCommand.of(integrations::alter))
                .drop(ObjectKind.INTEGRATION, dropping(AccountType.INTEGRATION))
                .show(ShowKind.INTEGRATIONS, ListCommand.of(IntegrationCommands.COLUMNS, integrations::show))
                .show(ShowKind.STORAGE_INTEGRATIONS, ListCommand.of(IntegrationCommands.COLUMNS, integrations::show))
                .show(
                        ShowKind.NOTIFICATION_INTEGRATIONS,
                        ListCommand.of(IntegrationCommands.COLUMNS, integrations::show))
                .describe(
                        ObjectKind.INTEGRATION,
                        ListCommand.describing(IntegrationCommands.PROPERTIES, integrations::describe))
                .add(CreateRole.class, DdlCommand.of(roles::create))
                .alter(ObjectKind.ROLE, DdlCommand.of(roles::alter))
                .drop(ObjectKind.ROLE, DdlCommand.of(roles::drop))
                .show(ShowKind.ROLES, ListCommand.of(RoleCommands.COLUMNS, RoleCommands.TERSE, roles::show))
                .add(CreateUser.class, DdlCommand.of(users::create))
                .alter(ObjectKind.USER, DdlCommand.of(users::alter))
                .drop(ObjectKind.USER, dropping(AccountType.USER))
                .show(ShowKind.USERS, ListCommand.of(UserCommands.COLUMNS, UserCommands.TERSE, users::show))
                .describe(ObjectKind.USER, ListCommand.describing(UserCommands.PROPERTIES, users::describe))
                .add(Grant.class, DdlCommand.of(grants::grant))
                .add(Revoke.class, DdlCommand.of(grants::revoke))
                .add(GrantRole.class, DdlCommand.of(grants::grantRole))
                .add(RevokeRole.class, DdlCommand.of(grants::revokeRole))
                .add(ShowGrants.class, new ShowGrantsCommand());
    }

    private static DdlCommand<Drop> dropping(AccountType<?> type) {
        return DdlCommand.of((drop, session) -> AccountObjects.drop(drop, type, session));
    }
}
