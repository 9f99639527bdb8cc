package dev.inverterflow.snowflake.local.command.account;

import dev.inverterflow.snowflake.local.ast.CreateAccountObject;
import dev.inverterflow.snowflake.local.ast.CreateMode;
import dev.inverterflow.snowflake.local.ast.CreateRoutine;
import dev.inverterflow.snowflake.local.ast.CreateStatement;
import dev.inverterflow.snowflake.local.ast.CreateVisitor;
import dev.inverterflow.snowflake.local.ast.Identifier;
import dev.inverterflow.snowflake.local.ast.ObjectKind;
import dev.inverterflow.snowflake.local.ast.ObjectTarget;
import dev.inverterflow.snowflake.local.ast.Persistence;
import dev.inverterflow.snowflake.local.ast.Property.Properties;
import dev.inverterflow.snowflake.local.ast.QualifiedName;
import dev.inverterflow.snowflake.local.ast.TableSource;
import dev.inverterflow.snowflake.local.ast.TypeName;
import dev.inverterflow.snowflake.local.catalog.SchemaName;
import dev.inverterflow.snowflake.local.command.ObjectLookup;
import dev.inverterflow.snowflake.local.command.ObjectLookup.Securable;
import dev.inverterflow.snowflake.local.event.LogLevel;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The privileges that CREATE needs, and the future grants that a new object gets.
 *
 * @see <a href="https://docs.snowflake.com/en/user-guide/security-access-control-privileges">Access control privileges</a>
 */
final class CreateAccess implements CreateVisitor<Runnable> {

    private static final String SELECT = "SELECT";
    private static final String USAGE = "USAGE";
    private static final String CREATE = "CREATE ";

    /** Whether grants on a replaced object go over to the new one. */
    private enum Grants {
        ENDED,
        COPIED
    }

    private final Rights rights;
    private final SessionContext session;

    CreateAccess(Rights rights) {
        this.rights = rights;
        this.session = rights.session();
    }

    @Override
    public Runnable visitDatabase(CreateStatement.CreateDatabase create) {
        requireLogLevel(create.properties());
        return inAccount(create, ObjectKind.DATABASE, "CREATE DATABASE");
    }

    @Override
    public Runnable visitSchema(CreateStatement.CreateSchema create) {
        requireLogLevel(create.properties());
        SchemaName name = session.resolveSchema(create.name());
        rights.requireInDatabase(name.database(), "CREATE SCHEMA");
        return replacing(create, ObjectTarget.of(ObjectKind.SCHEMA, create.name()), Grants.ENDED);
    }

    private void requireLogLevel(Properties properties) {
        if (properties.has(LogLevel.PARAMETER)) {
            rights.requireGlobal("MODIFY LOG LEVEL");
        }
    }

    @Override
    public Runnable visitTable(CreateStatement.CreateTable create) {
        TableSource source = create.source();
        if (source instanceof TableSource.Like like) {
            rights.require(ObjectTarget.of(ObjectKind.TABLE, like.table()), SELECT);
        } else if (source instanceof TableSource.Clone clone) {
            rights.require(ObjectTarget.of(ObjectKind.TABLE, clone.table()), SELECT);
        }
        return inSchema(create, create.persistence(), ObjectKind.TABLE, grants(create.copyGrants()));
    }

    @Override
    public Runnable visitView(CreateStatement.CreateView create) {
        return inSchema(create, create.persistence(), ObjectKind.VIEW, grants(create.copyGrants()));
    }

    @Override
    public Runnable visitSequence(CreateStatement.CreateSequence create) {
        return inSchema(create, Persistence.PERMANENT, ObjectKind.SEQUENCE, Grants.ENDED);
    }

    @Override
    public Runnable visitFileFormat(CreateStatement.CreateFileFormat create) {
        return inSchema(create, create.persistence(), ObjectKind.FILE_FORMAT, Grants.ENDED);
    }

    @Override
    public Runnable visitStage(CreateStatement.CreateStage create) {
        requireNamed(
                ObjectKind.INTEGRATION,
                create.properties().text("STORAGE_INTEGRATION").orElse(null),
                USAGE);
        return inSchema(create, create.persistence(), ObjectKind.STAGE, Grants.ENDED);
    }

    @Override
    public Runnable visitStream(CreateStatement.CreateStream create) {
        rights.require(create.source(), SELECT);
        return inSchema(create, Persistence.PERMANENT, ObjectKind.STREAM, grants(create.copyGrants()));
    }

    @Override
    public Runnable visitPipe(CreateStatement.CreatePipe create) {
        ObjectTarget table = ObjectTarget.of(ObjectKind.TABLE, create.copy().target());
        rights.require(table, "INSERT");
        rights.require(table, SELECT);
        StageAccess.requireRead(create.copy().source().location(), rights);
        requireNamed(
                ObjectKind.INTEGRATION,
                create.properties().text("ERROR_INTEGRATION").orElse(null),
                USAGE);
        return inSchema(create, Persistence.PERMANENT, ObjectKind.PIPE, Grants.ENDED);
    }

    @Override
    public Runnable visitTask(CreateStatement.CreateTask create) {
        requireNamed(ObjectKind.WAREHOUSE, create.properties().text("WAREHOUSE").orElse(null), USAGE);
        return inSchema(create, Persistence.PERMANENT, ObjectKind.TASK, Grants.ENDED);
    }

    @Override
    public Runnable visitAlert(CreateStatement.CreateAlert create) {
        requireNamed(ObjectKind.WAREHOUSE, create.properties().text("WAREHOUSE").orElse(null), USAGE);
        return inSchema(create, Persistence.PERMANENT, ObjectKind.ALERT, Grants.ENDED);
    }

    @Override
    public Runnable visitProcedure(CreateRoutine.CreateProcedure create) {
        return routine(create, ObjectKind.PROCEDURE, create.persistence(), create.copyGrants());
    }

    @Override
    public Runnable visitFunction(CreateRoutine.CreateFunction create) {
        return routine(create, ObjectKind.FUNCTION, create.persistence(), create.copyGrants());
    }

    @Override
    public Runnable visitWarehouse(CreateAccountObject.CreateWarehouse create) {
        return inAccount(create, ObjectKind.WAREHOUSE, "CREATE WAREHOUSE");
    }

    @Override
    public Runnable visitResourceMonitor(CreateAccountObject.CreateResourceMonitor create) {
        return inAccount(create, ObjectKind.RESOURCE_MONITOR, "CREATE RESOURCE MONITOR");
    }

    @Override
    public Runnable visitRole(CreateAccountObject.CreateRole create) {
        return inAccount(create, ObjectKind.ROLE, "CREATE ROLE");
    }

    @Override
    public Runnable visitUser(CreateAccountObject.CreateUser create) {
        return inAccount(create, ObjectKind.USER, "CREATE USER");
    }

    @Override
    public Runnable visitIntegration(CreateAccountObject.CreateIntegration create) {
        return inAccount(create, ObjectKind.INTEGRATION, "CREATE INTEGRATION");
    }

    private Runnable inAccount(CreateStatement create, ObjectKind kind, String privilege) {
        rights.requireGlobal(privilege);
        return replacing(create, ObjectTarget.of(kind, create.name()), Grants.ENDED);
    }

    // A temporary object needs no privilege on its schema (docs.snowflake.com/en/sql-reference/sql/create-table).
    private Runnable inSchema(CreateStatement create, Persistence persistence, ObjectKind kind, Grants grants) {
        if (persistence.isTemporary()) {
            return () -> {};
        }
        rights.requireInSchema(session.resolve(create.name()).schemaName(), CREATE + kind.sql());
        return replacing(create, ObjectTarget.of(kind, create.name()), grants);
    }

    private Runnable routine(CreateRoutine create, ObjectKind kind, Persistence persistence, boolean copyGrants) {
        if (persistence.isTemporary()) {
            return () -> {};
        }
        rights.requireInSchema(session.resolve(create.name()).schemaName(), CREATE + kind.sql());
        List<TypeName> types =
                create.parameters().stream().map(CreateRoutine.Parameter::type).toList();
        return replacing(create, new ObjectTarget(kind, create.name(), types), grants(copyGrants));
    }

    /** Requires ownership of what is replaced; ends its grants, and gives the new object those for future ones. */
    private Runnable replacing(CreateStatement create, ObjectTarget target, Grants grants) {
        Optional<Securable> before = ObjectLookup.find(target, session).filter(found -> !found.temporary());
        if (before.isPresent() && create.mode() == CreateMode.OR_REPLACE) {
            rights.require(target);
        }
        boolean kept = before.isPresent() && create.mode() != CreateMode.OR_REPLACE;
        if (kept) {
            return () -> {};
        }
        return () -> {
            before.filter(replaced -> grants == Grants.ENDED)
                    .ifPresent(replaced -> GrantCleaning.remove(replaced, session.catalog()));
            ObjectLookup.find(target, session).ifPresent(made -> FutureGrants.give(made, session));
        };
    }

    private void requireNamed(ObjectKind kind, @Nullable String name, String privilege) {
        if (name != null && !name.equalsIgnoreCase("NULL")) {
            rights.require(ObjectTarget.of(kind, QualifiedName.of(Identifier.of(name))), privilege);
        }
    }

    private static Grants grants(boolean copied) {
        return copied ? Grants.COPIED : Grants.ENDED;
    }
}
