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
import dev.inverterflow.snowflake.local.execution.Result;
import dev.inverterflow.snowflake.local.execution.SessionContext;

/** GRANT and REVOKE: checked against what exists, recorded and shown. */
final class GrantCommands {

    private static final String OWNERSHIP = "OWNERSHIP";
    private static final String USAGE = "USAGE";

    Result grant(Grant statement, SessionContext session) {
        String grantee = requireRole(statement.to(), session);
        GrantedObject on = GrantedObject.of(statement.on(), session);
        Grants grants = session.catalog().grants();
        for (String privilege : statement.privileges()) {
            if (privilege.equals(OWNERSHIP)) {
                on.giveTo(grantee, session);
                grants.removeIf(grant -> grant.privilege().equals(OWNERSHIP) && on.isOf(grant));
            }
            grants.add(new dev.inverterflow.snowflake.local.catalog.Grant(
                    privilege,
                    on.kind(),
                    on.name(),
                    kind(statement.to()),
                    grantee,
                    statement.option() == GrantOption.WITH_GRANT_OPTION,
                    session.role(),
                    session.clock().instant()));
        }
        return done();
    }

    Result revoke(Revoke statement, SessionContext session) {
        String grantee = requireRole(statement.from(), session);
        GrantedObject on = GrantedObject.of(statement.on(), session);
        boolean all = statement.privileges().contains("ALL");
        session.catalog()
                .grants()
                .removeIf(grant -> on.isOf(grant)
                        && grant.grantee().equals(grantee)
                        && (all || statement.privileges().contains(grant.privilege())));
        return done();
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
