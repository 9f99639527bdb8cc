package dev.inverterflow.snowflake.local.alert;

import dev.inverterflow.snowflake.local.ast.AlterAction;
import dev.inverterflow.snowflake.local.ast.Command.ExecuteAlert;
import dev.inverterflow.snowflake.local.ast.CreateStatement.CreateAlert;
import dev.inverterflow.snowflake.local.ast.DdlStatement.Alter;
import dev.inverterflow.snowflake.local.ast.DdlStatement.Drop;
import dev.inverterflow.snowflake.local.ast.ObjectKind;
import dev.inverterflow.snowflake.local.ast.ShowKind;
import dev.inverterflow.snowflake.local.catalog.ObjectName;
import dev.inverterflow.snowflake.local.command.DdlCommand;
import dev.inverterflow.snowflake.local.command.ListCommand;
import dev.inverterflow.snowflake.local.command.OwnerPrivileges;
import dev.inverterflow.snowflake.local.command.TerseColumn;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.execution.CommandRegistry;
import dev.inverterflow.snowflake.local.execution.CommandSet;
import dev.inverterflow.snowflake.local.execution.Result;
import dev.inverterflow.snowflake.local.execution.SchemaObjects;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.stream.NewRows;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** CREATE, ALTER, EXECUTE, DROP, SHOW and DESCRIBE of alerts. */
final class AlertCommands implements CommandSet {
    private static final String DONE = "Statement executed successfully.";

    private final AlertScheduler scheduler;

    AlertCommands(AlertScheduler scheduler) {
        this.scheduler = scheduler;
    }

    /** Where the new rows for an alert are read from. */
    static ObjectName hidden(Alert alert) {
        return alert.name().schemaName().object("$ALERT_" + alert.id());
    }

    @Override
    public void register(CommandRegistry.Builder registry) {
        registry.add(CreateAlert.class, DdlCommand.of(this::create))
                .add(ExecuteAlert.class, this::execute)
                .alter(ObjectKind.ALERT, DdlCommand.of(this::alter))
                .drop(ObjectKind.ALERT, DdlCommand.of(this::drop))
                .show(
                        ShowKind.ALERTS,
                        ListCommand.of(
                                AlertListing.COLUMNS,
                                TerseColumn.all(
                                        "created_on",
                                        "name",
                                        "kind",
                                        "database_name",
                                        "schema_name",
                                        "schedule",
                                        "state"),
                                (show, session) -> AlertListing.rows(SchemaObjects.shown(show, Alert.KIND, session))))
                .describe(
                        ObjectKind.ALERT,
                        ListCommand.describing(
                                AlertListing.COLUMNS,
                                (describe, session) -> AlertListing.rows(List.of(SchemaObjects.require(
                                        Alert.KIND,
                                        session.resolve(describe.object().requireName()),
                                        session)))));
    }

    private Result create(CreateAlert statement, SessionContext session) throws SQLException {
        var properties = AlertProperties.set(Map.of(), statement.properties());
        OwnerPrivileges.requireWarehouse(properties.get(AlertProperties.WAREHOUSE), session.catalog());
        boolean onNewRows = !properties.containsKey(AlertProperties.SCHEDULE);
        var alert = new Alert(
                session.resolve(statement.name()),
                UUID.randomUUID().toString(),
                statement.condition().span().text(),
                statement.action().span().text(),
                onNewRows ? NewRowsCondition.of(statement.condition(), session) : null,
                properties,
                Alert.Status.NEW,
                session.role(),
                session.clock().instant());
        var result = SchemaObjects.create(
                statement.mode(), Alert.KIND, alert.name(), session, () -> alert, old -> forget(old, session));
        var rows = alert.newRows();
        if (rows != null
                && session.catalog().objects(Alert.KIND).find(alert.name()).equals(Optional.of(alert))) {
            NewRows.watch(hidden(alert), rows.table(), session);
        }
        return result;
    }

    private Result alter(Alter statement, SessionContext session) throws SQLException {
        var name = session.resolve(statement.object().requireName());
        var found = session.catalog().objects(Alert.KIND).find(name);
        if (statement.ifExists() && found.isEmpty()) {
            return Result.status(DONE);
        }
        var alert = SchemaObjects.require(Alert.KIND, name, session);
        if (statement.action() instanceof AlterAction.Resume) {
            resume(alert, session);
        } else if (statement.action() instanceof AlterAction.Suspend) {
            scheduler.stopped(put(alert.with(alert.status().suspended()), session));
        } else {
            change(alert, statement.action(), session);
        }
        return Result.status(DONE);
    }

    private void resume(Alert alert, SessionContext session) {
        OwnerPrivileges.check("ALERT", alert.owner(), alert.warehouse(), session.catalog());
        if (!alert.started()) {
            var status = alert.status().resumed(session.clock().instant());
            scheduler.resumed(put(alert.with(status), session));
        }
    }

    /** A started alert goes on with what was changed. */
    private void change(Alert alert, AlterAction action, SessionContext session) throws SQLException {
        var changed = put(changed(alert, action, session), session);
        if (changed.started()) {
            scheduler.resumed(changed);
        }
    }

    private static Alert changed(Alert alert, AlterAction action, SessionContext session) throws SQLException {
        if (action instanceof AlterAction.SetProperties set) {
            var properties = AlertProperties.set(alert.properties(), set.properties());
            OwnerPrivileges.requireWarehouse(properties.get(AlertProperties.WAREHOUSE), session.catalog());
            if (properties.containsKey(AlertProperties.SCHEDULE) != (alert.newRows() == null)) {
                throw new SnowflakeException(
                        91_094,
                        "42601",
                        "SQL compilation error:\nAn alert on a schedule cannot be changed to an alert on new data, nor the"
                                + " other way round.");
            }
            return alert.with(properties);
        }
        if (action instanceof AlterAction.UnsetProperties unset) {
            if (unset.names().contains(AlertProperties.SCHEDULE)) {
                throw Errors.invalidProperty(AlertProperties.SCHEDULE, "ALERT");
            }
            Map<String, String> properties = new HashMap<>(alert.properties());
            unset.names().forEach(properties::remove);
            return alert.with(properties);
        }
        if (action instanceof AlterAction.ModifyCondition modify) {
            var rows = alert.newRows() == null ? null : NewRowsCondition.of(modify.condition(), session);
            if (rows != null) {
                NewRows.forget(hidden(alert), session);
                NewRows.watch(hidden(alert), rows.table(), session);
            }
            return alert.withCondition(modify.condition().span().text(), rows);
        }
        if (action instanceof AlterAction.ModifyAction modify) {
            return alert.withAction(modify.action().span().text());
        }
        throw Errors.notSupported("ALTER ALERT … " + action.words());
    }

    private Result execute(ExecuteAlert statement, SessionContext session) {
        var alert = SchemaObjects.require(Alert.KIND, session.resolve(statement.alert()), session);
        if (alert.newRows() != null) {
            throw new SnowflakeException(
                    91_094, "22023", "Alert " + alert.name() + " is an alert on new data, which cannot be executed.");
        }
        OwnerPrivileges.check("ALERT", alert.owner(), alert.warehouse(), session.catalog());
        scheduler.execute(alert);
        return Result.status("Alert " + alert.name().name() + " is scheduled to run immediately.");
    }

    private Result drop(Drop statement, SessionContext session) {
        return SchemaObjects.drop(statement, Alert.KIND, session, alert -> forget(alert, session));
    }

    private void forget(Alert alert, SessionContext session) {
        scheduler.stopped(alert);
        if (alert.newRows() != null) {
            NewRows.forget(hidden(alert), session);
        }
    }

    private static Alert put(Alert alert, SessionContext session) {
        session.catalog().objects(Alert.KIND).put(alert);
        return alert;
    }
}
