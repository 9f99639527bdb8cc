package dev.inverterflow.snowflake.local.command.account;

import dev.inverterflow.snowflake.local.ast.AlterAction;
import dev.inverterflow.snowflake.local.ast.CreateStatement;
import dev.inverterflow.snowflake.local.ast.DdlStatement;
import dev.inverterflow.snowflake.local.ast.DdlStatement.Alter;
import dev.inverterflow.snowflake.local.ast.DdlStatement.Comment;
import dev.inverterflow.snowflake.local.ast.DdlStatement.Drop;
import dev.inverterflow.snowflake.local.ast.DdlStatement.Grant;
import dev.inverterflow.snowflake.local.ast.DdlStatement.GrantRole;
import dev.inverterflow.snowflake.local.ast.DdlStatement.Revoke;
import dev.inverterflow.snowflake.local.ast.DdlStatement.RevokeRole;
import dev.inverterflow.snowflake.local.ast.Grantee;
import dev.inverterflow.snowflake.local.ast.ObjectKind;
import dev.inverterflow.snowflake.local.ast.ObjectTarget;
import dev.inverterflow.snowflake.local.ast.QualifiedName;
import dev.inverterflow.snowflake.local.catalog.AccountType;
import dev.inverterflow.snowflake.local.catalog.Role;
import dev.inverterflow.snowflake.local.command.ObjectLookup;
import dev.inverterflow.snowflake.local.command.ObjectLookup.Securable;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.event.LogLevel;
import java.util.Optional;

/** The privileges that DDL needs, and what becomes of grants when an object goes or gets another name. */
final class DdlAccess implements DdlStatement.Visitor<Runnable> {

    private static final Runnable NOTHING = () -> {};
    private static final String OPERATE = "OPERATE";
    private static final String MODIFY = "MODIFY";

    private final Rights rights;

    DdlAccess(Rights rights) {
        this.rights = rights;
    }

    @Override
    public Runnable visitCreate(CreateStatement create) {
        return create.acceptCreate(new CreateAccess(rights));
    }

    @Override
    public Runnable visitAlter(Alter alter) {
        QualifiedName name = alter.object().name();
        boolean ownUser = alter.object().kind() == ObjectKind.USER
                && (name == null || name.last().name().equals(rights.session().user()));
        if (name == null || ownUser) {
            return NOTHING;
        }
        rights.require(alter.object(), enough(alter));
        requireLogLevel(alter.action());
        return alter.action() instanceof AlterAction.RenameTo ? renamed(alter.object(), alter) : NOTHING;
    }

    /** What is enough beside OWNERSHIP. */
    private static String[] enough(Alter alter) {
        AlterAction action = alter.action();
        boolean run = action instanceof AlterAction.Resume
                || action instanceof AlterAction.Suspend
                || action instanceof AlterAction.AbortAllQueries
                || action instanceof AlterAction.Refresh;
        boolean set = action instanceof AlterAction.SetProperties || action instanceof AlterAction.UnsetProperties;
        return switch (alter.object().kind()) {
            case TASK, ALERT -> run ? new String[] {OPERATE} : new String[0];
            case PIPE -> run || onlyPauses(action) ? new String[] {OPERATE} : new String[0];
            case WAREHOUSE -> run ? new String[] {OPERATE, MODIFY} : new String[] {MODIFY};
            case DATABASE, SCHEMA -> set ? new String[] {MODIFY} : new String[0];
            case RESOURCE_MONITOR -> new String[] {MODIFY};
            default -> new String[0];
        };
    }

    /** Telling how much is logged needs a privilege on the account, too. */
    private void requireLogLevel(AlterAction action) {
        boolean set = action instanceof AlterAction.SetProperties properties
                && properties.properties().has(LogLevel.PARAMETER);
        boolean unset = action instanceof AlterAction.UnsetProperties properties
                && properties.names().contains(LogLevel.PARAMETER);
        if (set || unset) {
            rights.requireGlobal("MODIFY LOG LEVEL");
        }
    }

    private static boolean onlyPauses(AlterAction action) {
        return action instanceof AlterAction.SetProperties set
                && set.properties().all().stream()
                        .allMatch(property -> property.name().equals("PIPE_EXECUTION_PAUSED"));
    }

    @Override
    public Runnable visitDrop(Drop drop) {
        rights.require(drop.object());
        return gone(drop.object());
    }

    @Override
    public Runnable visitComment(Comment comment) {
        rights.require(comment.object());
        return NOTHING;
    }

    // Whether the role may grant each privilege is looked at where ALL is expanded, in GrantCommands.
    @Override
    public Runnable visitGrant(Grant grant) {
        return NOTHING;
    }

    @Override
    public Runnable visitRevoke(Revoke revoke) {
        return NOTHING;
    }

    @Override
    public Runnable visitGrantRole(GrantRole grant) {
        requireRole(grant.role());
        return NOTHING;
    }

    @Override
    public Runnable visitRevokeRole(RevokeRole revoke) {
        requireRole(revoke.role());
        return NOTHING;
    }

    private void requireRole(Grantee grantee) {
        if (grantee.kind() == ObjectKind.DATABASE_ROLE) {
            rights.requireGlobal("MANAGE GRANTS");
            return;
        }
        if (grantee.kind() == ObjectKind.APPLICATION_ROLE) {
            if (!rights.access().includes(Role.ACCOUNTADMIN)) {
                throw Errors.insufficientPrivileges(
                        "application role", grantee.name().toString());
            }
            return;
        }
        String name = grantee.name().last().name();
        Optional<Role> role =
                rights.session().catalog().account(AccountType.ROLE).find(name);
        boolean mayPassOn = rights.access().managesGrants()
                || role.filter(rights::owns).isPresent()
                || rights.access().mayPassOn("USAGE", "ROLE", name);
        if (role.isPresent() && !mayPassOn) {
            throw Errors.insufficientPrivileges("role", name);
        }
    }

    /** Grants end with their object. */
    private Runnable gone(ObjectTarget target) {
        Optional<Securable> object = ObjectLookup.find(target, rights.session());
        if (object.isEmpty() || object.get().temporary()) {
            return NOTHING;
        }
        return () -> GrantCleaning.remove(object.get(), rights.session().catalog());
    }

    private Runnable renamed(ObjectTarget target, Alter alter) {
        Optional<Securable> object = ObjectLookup.find(target, rights.session());
        if (object.isEmpty() || !(alter.action() instanceof AlterAction.RenameTo rename)) {
            return NOTHING;
        }
        Securable old = object.get();
        ObjectTarget renamed = new ObjectTarget(target.kind(), rename.name(), target.argumentTypes());
        return () -> ObjectLookup.find(renamed, rights.session())
                .ifPresent(found -> rights.session()
                        .catalog()
                        .grants()
                        .replace(grant -> old.isOf(grant), grant -> grant.withObjectName(found.name())));
    }
}
