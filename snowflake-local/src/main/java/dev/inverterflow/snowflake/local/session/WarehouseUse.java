package dev.inverterflow.snowflake.local.session;

import dev.inverterflow.snowflake.local.ast.ObjectKind;
import dev.inverterflow.snowflake.local.ast.QualifiedName;
import dev.inverterflow.snowflake.local.ast.Statement;
import dev.inverterflow.snowflake.local.catalog.Access;
import dev.inverterflow.snowflake.local.catalog.AccountType;
import dev.inverterflow.snowflake.local.catalog.ObjectName;
import dev.inverterflow.snowflake.local.catalog.ObjectType;
import dev.inverterflow.snowflake.local.catalog.Warehouse;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.error.WarehouseErrors;
import dev.inverterflow.snowflake.local.warehouse.Compute;
import dev.inverterflow.snowflake.local.warehouse.KnownNames;
import dev.inverterflow.snowflake.local.warehouse.WarehouseMeter;
import java.util.Optional;
import java.util.stream.Stream;

/** The warehouse of a session: which it has, and what runs on it. */
final class WarehouseUse implements KnownNames {
    private static final String FUNCTION = ObjectKind.FUNCTION.sql();

    private final WarehouseMeter meter;
    private final ServerSession session;
    /** Whether statements that have no warehouse run on compute of Snowflake's own, as those of serverless tasks. */
    private final boolean serverless;

    WarehouseUse(WarehouseMeter meter, ServerSession session, boolean serverless) {
        this.meter = meter;
        this.session = session;
        this.serverless = serverless;
    }

    /**
     * The warehouse that was selected, as long as it is there and the role may use it. What an owner's-rights procedure runs
     * runs on its caller's.
     */
    Optional<Warehouse> current() {
        return Optional.ofNullable(session.current().warehouse())
                .flatMap(
                        name -> session.catalog().account(AccountType.WAREHOUSE).find(name))
                .filter(this::mayUse);
    }

    private boolean mayUse(Warehouse warehouse) {
        if (session.inOwnersRightsProcedure() || session.role().equals(warehouse.owner())) {
            return true;
        }
        Access access = session.access();
        return access.owns(warehouse) || access.holds("USAGE", AccountType.WAREHOUSE.grantKind(), warehouse.name());
    }

    /**
     * The use of the current warehouse by a statement; to be closed when it has ended.
     *
     * @throws SnowflakeException 000606 if it needs a warehouse and has none, 000608 if that one stays suspended
     */
    WarehouseMeter.Use of(Statement statement) {
        Compute compute = Compute.of(statement, this);
        if (compute == Compute.NONE) {
            return WarehouseMeter.Use.NONE;
        }
        Optional<Warehouse> warehouse = current();
        Optional<WarehouseMeter.Use> use = warehouse.flatMap(one -> meter.query(one, abort()));
        if (use.isEmpty() && compute == Compute.WAREHOUSE) {
            refuseUnlessServerless(warehouse);
        }
        return use.orElse(WarehouseMeter.Use.NONE);
    }

    /** Stops the statement that begins now, and whatever it runs within itself. */
    private Runnable abort() {
        Execution execution = session.executions().innermost();
        return () -> session.executions().stop(execution, Errors.statementCanceled());
    }

    private void refuseUnlessServerless(Optional<Warehouse> suspended) {
        if (suspended.isPresent()) {
            throw WarehouseErrors.suspended(suspended.get().name());
        }
        if (!serverless) {
            throw WarehouseErrors.noneSelected();
        }
    }

    @Override
    public boolean isTable(QualifiedName name) {
        return resolved(name).filter(this::isTable).isPresent();
    }

    private boolean isTable(ObjectName name) {
        return session.temporary(ObjectType.TABLE).find(name).isPresent()
                || session.catalog().objects(ObjectType.TABLE).find(name).isPresent();
    }

    @Override
    public boolean isHandler(QualifiedName function) {
        return resolved(function).filter(this::isFunction).isPresent();
    }

    /** Functions are keyed by their types, too, so all of the schema are looked through. */
    private boolean isFunction(ObjectName name) {
        return session.catalog().objectType(FUNCTION).stream()
                .flatMap(type -> Stream.concat(
                        session.temporary(type).in(name.schemaName()).stream(),
                        session.catalog().objects(type).in(name.schemaName()).stream()))
                .anyMatch(object -> object.name().equals(name));
    }

    /** Empty where the session has no database or schema that would complete the name. */
    private Optional<ObjectName> resolved(QualifiedName name) {
        try {
            return Optional.of(session.resolve(name));
        } catch (SnowflakeException incomplete) {
            return Optional.empty();
        }
    }
}
