package dev.inverterflow.snowflake.local.command.account;

import dev.inverterflow.snowflake.local.ast.DdlStatement.Grant;
import dev.inverterflow.snowflake.local.ast.DdlStatement.GrantOption;
import dev.inverterflow.snowflake.local.ast.DdlStatement.GrantRole;
import dev.inverterflow.snowflake.local.ast.DdlStatement.Revoke;
import dev.inverterflow.snowflake.local.ast.DdlStatement.RevokeRole;
import dev.inverterflow.snowflake.local.ast.Grantee;
import dev.inverterflow.snowflake.local.ast.ObjectKind;
import dev.inverterflow.snowflake.local.catalog.AccountType;
import dev.inverterflow.snowflake.local.catalog.Grants;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.execution.Result;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import java.util.List;
import java.util.function.Predicate;

/** GRANT and REVOKE: checked against what exists, recorded and shown. */
final class GrantCommands {

    private static final String USAGE = "USAGE";

    Result grant(Grant statement, SessionContext session) {
        String grantee = requireRole(statement.to(), session);
        Rights rights = new Rights(session);
        for (GrantedObject on : GrantedObject.all(statement.on(), session)) {
            List<String> privileges = Privileges.meant(statement.privileges(), on.kind());
            StageGrants.requireRead(privileges, on, grantee, session.catalog().grants());
            for (String privilege : privileges) {
                on.requireMayGrant(privilege, rights);
                if (privilege.equals(Privileges.OWNERSHIP)) {
                    Ownership.give(on, grantee, statement, session);
                } else {
                    add(privilege, on, grantee, statement, session);
                }
            }
        }
        return done();
    }

    private static void add(
            String privilege, GrantedObject on, String grantee, Grant statement, SessionContext session) {
        session.catalog()
                .grants()
                .add(new dev.inverterflow.snowflake.local.catalog.Grant(
                        privilege,
                        on.kind(),
                        on.name(),
                        kind(statement.to()),
                        grantee,
                        statement.option() == GrantOption.WITH_GRANT_OPTION,
                        on.grantor(session),
                        session.clock().instant()));
    }

    Result revoke(Revoke statement, SessionContext session) {
        String grantee = requireRole(statement.from(), session);
        Rights rights = new Rights(session);
        for (GrantedObject on : GrantedObject.all(statement.on(), session)) {
            List<String> privileges = Privileges.meant(statement.privileges(), on.kind());
            if (privileges.contains(Privileges.OWNERSHIP)) {
                throw new SnowflakeException(
                        3004,
                        "42501",
                        "SQL access control error:\n"
                                + "Ownership cannot be revoked; it can only be transferred to another role.");
            }
            privileges.forEach(privilege -> on.requireMayGrant(privilege, rights));
            Grants grants = session.catalog().grants();
            if (!statement.grantOptionOnly()) {
                StageGrants.requireNoWrite(privileges, on, grantee, grants);
            }
            revoke(privileges, on, grantee, statement, grants);
        }
        return done();
    }

    private static void revoke(
            List<String> privileges, GrantedObject on, String grantee, Revoke statement, Grants grants) {
        Predicate<dev.inverterflow.snowflake.local.catalog.Grant> meant = grant -> on.isOf(grant)
                && grant.granteeKind().equals(kind(statement.from()))
                && grant.grantee().equals(grantee)
                && privileges.contains(grant.privilege());
        if (statement.grantOptionOnly()) {
            grants.replace(meant, dev.inverterflow.snowflake.local.catalog.Grant::withoutOption);
        } else {
            grants.removeIf(meant);
        }
    }

    Result grantRole(GrantRole statement, SessionContext session) {
        String role = requireRole(statement.role(), session);
        String grantee = requireGrantee(statement.to(), session);
        session.catalog()
                .grants()
                .add(new dev.inverterflow.snowflake.local.catalog.Grant(
                        USAGE,
                        kind(statement.role()),
                        role,
                        kind(statement.to()),
                        grantee,
                        false,
                        session.role(),
                        session.clock().instant()));
        return done();
    }

    Result revokeRole(RevokeRole statement, SessionContext session) {
        String role = requireRole(statement.role(), session);
        String grantee = requireGrantee(statement.from(), session);
        session.catalog()
                .grants()
                .removeIf(grant -> grant.objectKind().equals(kind(statement.role()))
                        && grant.objectName().equals(role)
                        && grant.grantee().equals(grantee));
        return done();
    }

    private static Result done() {
        return Result.status("Statement executed successfully.");
    }

    private static String requireGrantee(Grantee grantee, SessionContext session) {
        return grantee.kind() == ObjectKind.USER ? requireUser(grantee, session) : requireRole(grantee, session);
    }

    /** Any user may be the one the server was started with, which is in no catalog. */
    private static String requireUser(Grantee grantee, SessionContext session) {
        String name = AccountObjects.name(grantee.name());
        return name.equals(session.user())
                ? name
                : AccountObjects.require(AccountType.USER, grantee.name(), session)
                        .name();
    }

    private static String requireRole(Grantee grantee, SessionContext session) {
        if (grantee.kind() == ObjectKind.DATABASE_ROLE) {
            return SystemDatabaseRoles.require(grantee.name());
        }
        if (grantee.kind() == ObjectKind.APPLICATION_ROLE) {
            return SystemApplicationRoles.require(grantee.name());
        }
        return session.catalog()
                .account(AccountType.ROLE)
                .find(AccountObjects.name(grantee.name()))
                .orElseThrow(
                        () -> Errors.objectDoesNotExist("Role", grantee.name().toString()))
                .name();
    }

    private static String kind(Grantee grantee) {
        return grantee.kind().name();
    }
}
