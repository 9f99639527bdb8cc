package dev.inverterflow.snowflake.local.command.account;

import dev.inverterflow.snowflake.local.ast.AlterAction;
import dev.inverterflow.snowflake.local.ast.CreateAccountObject.CreateWarehouse;
import dev.inverterflow.snowflake.local.ast.CreateMode;
import dev.inverterflow.snowflake.local.ast.DdlStatement.Alter;
import dev.inverterflow.snowflake.local.ast.DdlStatement.Drop;
import dev.inverterflow.snowflake.local.ast.Identifier;
import dev.inverterflow.snowflake.local.ast.Inspection.Describe;
import dev.inverterflow.snowflake.local.ast.Inspection.Show;
import dev.inverterflow.snowflake.local.ast.ObjectKind;
import dev.inverterflow.snowflake.local.ast.ObjectTarget;
import dev.inverterflow.snowflake.local.ast.QualifiedName;
import dev.inverterflow.snowflake.local.catalog.AccountType;
import dev.inverterflow.snowflake.local.catalog.Warehouse;
import dev.inverterflow.snowflake.local.command.PropertyTexts;
import dev.inverterflow.snowflake.local.command.Shown;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.error.WarehouseErrors;
import dev.inverterflow.snowflake.local.execution.Result;
import dev.inverterflow.snowflake.local.execution.ResultColumn;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.warehouse.WarehouseMeter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Warehouses: recorded, shown and metered. Whether one runs is for the meter to know. Nothing runs on them here, so size and
 * clusters have no effect on queries.
 */
final class WarehouseCommands {

    static final List<ResultColumn> COLUMNS = List.of(
            ResultColumn.text("name"),
            ResultColumn.text("state"),
            ResultColumn.text("type"),
            ResultColumn.text("size"),
            ResultColumn.number("min_cluster_count"),
            ResultColumn.number("max_cluster_count"),
            ResultColumn.number("started_clusters"),
            ResultColumn.number("running"),
            ResultColumn.number("queued"),
            ResultColumn.text("is_default"),
            ResultColumn.text("is_current"),
            ResultColumn.text("is_interactive"),
            ResultColumn.number("auto_suspend"),
            ResultColumn.text("auto_resume"),
            ResultColumn.text("available"),
            ResultColumn.text("provisioning"),
            ResultColumn.text("quiescing"),
            ResultColumn.text("other"),
            Shown.time("created_on"),
            Shown.time("resumed_on"),
            Shown.time("updated_on"),
            ResultColumn.text("owner"),
            ResultColumn.text("comment"),
            ResultColumn.text("enable_query_acceleration"),
            ResultColumn.number("query_acceleration_max_scale_factor"),
            ResultColumn.text("resource_monitor"),
            ResultColumn.number("actives"),
            ResultColumn.number("pendings"),
            ResultColumn.number("failed"),
            ResultColumn.number("suspended"),
            ResultColumn.text("uuid"),
            ResultColumn.text("scaling_policy"),
            ResultColumn.text("owner_role_type"),
            ResultColumn.text("resource_constraint"),
            ResultColumn.text("generation"));

    /** What DESCRIBE WAREHOUSE answers. */
    static final List<ResultColumn> PROPERTIES =
            List.of(Shown.time("created_on"), ResultColumn.text("name"), ResultColumn.text("kind"));

    private static final String SUSPENDED = "SUSPENDED";
    private static final String STARTED = "STARTED";
    private static final String ZERO = "0";
    private static final String ONE = "1";

    private final WarehouseMeter meter;

    WarehouseCommands(WarehouseMeter meter) {
        this.meter = meter;
    }

    Result create(CreateWarehouse statement, SessionContext session) {
        Map<String, String> properties =
                WarehouseRules.checked(PropertyTexts.of(statement.properties(), Set.of()), session);
        boolean suspended = Boolean.parseBoolean(properties.remove("INITIALLY_SUSPENDED"));
        Optional<Warehouse> before = find(AccountObjects.name(statement.name()), session);
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
        String name = AccountObjects.name(statement.name());
        if (statement.mode() == CreateMode.OR_REPLACE) {
            before.ifPresent(meter::dropped);
        }
        find(name, session)
                .filter(made -> statement.mode() == CreateMode.OR_REPLACE || before.isEmpty())
                .ifPresent(suspended ? meter::suspended : meter::started);
        session.useWarehouse(name);
        return result;
    }

    Result alter(Alter statement, SessionContext session) {
        Alter named = statement.object().name() == null ? current(statement, session) : statement;
        Optional<String> current = session.warehouse();
        return AccountObjects.alter(
                named,
                AccountType.WAREHOUSE,
                session,
                warehouse -> changed(warehouse, named.action(), session),
                (before, after) -> {
                    meter(before, after, named.action());
                    current.filter(before.name()::equals).ifPresent(name -> session.useWarehouse(after.name()));
                });
    }

    private void meter(Warehouse before, Warehouse after, AlterAction action) {
        if (action instanceof AlterAction.AbortAllQueries) {
            meter.abortQueries(after);
        } else if (action instanceof AlterAction.Suspend) {
            meter.suspended(after);
        } else if (action instanceof AlterAction.Resume) {
            meter.started(after);
        } else {
            meter.changed(before, after);
        }
    }

    private static Optional<Warehouse> find(String name, SessionContext session) {
        return session.catalog().account(AccountType.WAREHOUSE).find(name);
    }

    Result drop(Drop statement, SessionContext session) {
        String name = AccountObjects.name(statement.object().requireName());
        Optional<Warehouse> dropped = find(name, session);
        Result result = AccountObjects.drop(statement, AccountType.WAREHOUSE, session);
        dropped.ifPresent(meter::dropped);
        if (session.warehouse().filter(name::equals).isPresent()) {
            session.useWarehouse(null);
        }
        return result;
    }

    List<List<@Nullable String>> show(Show statement, SessionContext session) {
        return Shown.filter(statement, Shown.visible(AccountType.WAREHOUSE, session), Warehouse::name).stream()
                .map(warehouse -> row(warehouse, session))
                .toList();
    }

    List<List<@Nullable String>> describe(Describe statement, SessionContext session) {
        Warehouse warehouse =
                AccountObjects.require(AccountType.WAREHOUSE, statement.object().requireName(), session);
        return List.of(Result.row(Shown.time(warehouse.createdOn()), warehouse.name(), "WAREHOUSE"));
    }

    private static Alter current(Alter statement, SessionContext session) {
        String name = session.warehouse().orElseThrow(WarehouseErrors::noneSelected);
        return new Alter(
                ObjectTarget.of(ObjectKind.WAREHOUSE, QualifiedName.of(Identifier.of(name))),
                statement.ifExists(),
                statement.action(),
                statement.span());
    }

    private Warehouse changed(Warehouse warehouse, AlterAction action, SessionContext session) {
        if (action instanceof AlterAction.Suspend) {
            requireState(warehouse, STARTED);
            return warehouse;
        }
        if (action instanceof AlterAction.Resume resume) {
            if (!resume.ifSuspended()) {
                requireState(warehouse, SUSPENDED);
            }
            return warehouse;
        }
        if (action instanceof AlterAction.AbortAllQueries) {
            return warehouse;
        }
        Warehouse changed = AccountObjects.changed(warehouse, action, AccountType.WAREHOUSE, Set.of());
        WarehouseRules.checked(changed.properties(), session);
        return changed;
    }

    // The words and codes are those of docs.snowflake.com/en/sql-reference/sql/alter-warehouse for a second SUSPEND or
    // RESUME.
    private void requireState(Warehouse warehouse, String state) {
        if (!state(warehouse).equals(state)) {
            throw new SnowflakeException(
                    90064,
                    "22000",
                    state.equals(STARTED)
                            ? "Invalid state. Warehouse '" + warehouse.name() + "' cannot be suspended."
                            : "Invalid state. Warehouse '" + warehouse.name() + "' cannot be resumed.");
        }
    }

    private String state(Warehouse warehouse) {
        return meter.runs(warehouse) ? STARTED : SUSPENDED;
    }

    private List<@Nullable String> row(Warehouse warehouse, SessionContext session) {
        boolean current = session.warehouse().filter(warehouse.name()::equals).isPresent();
        String state = state(warehouse);
        String created = Shown.time(warehouse.createdOn());
        return Result.row(
                warehouse.name(),
                state,
                warehouse.property("WAREHOUSE_TYPE"),
                warehouse.size().label(),
                warehouse.property("MIN_CLUSTER_COUNT"),
                warehouse.property("MAX_CLUSTER_COUNT"),
                state.equals(STARTED) ? ONE : ZERO,
                String.valueOf(meter.running(warehouse)),
                ZERO,
                Shown.yesNo(isDefault(warehouse, session)),
                Shown.yesNo(current),
                "N",
                warehouse
                        .autoSuspend()
                        .map(time -> String.valueOf(time.toSeconds()))
                        .orElse(null),
                String.valueOf(warehouse.autoResume()),
                "",
                "",
                "",
                "",
                created,
                created,
                created,
                warehouse.owner(),
                warehouse.comment(),
                warehouse.property("ENABLE_QUERY_ACCELERATION").toLowerCase(Locale.ROOT),
                warehouse.property("QUERY_ACCELERATION_MAX_SCALE_FACTOR"),
                warehouse.properties().getOrDefault("RESOURCE_MONITOR", "null"),
                ZERO,
                ZERO,
                ZERO,
                ZERO,
                "",
                warehouse.property("SCALING_POLICY"),
                "ROLE",
                null,
                null);
    }

    private static boolean isDefault(Warehouse warehouse, SessionContext session) {
        return session.catalog()
                .account(AccountType.USER)
                .find(session.user())
                .filter(user -> warehouse.name().equals(user.properties().get("DEFAULT_WAREHOUSE")))
                .isPresent();
    }
}
