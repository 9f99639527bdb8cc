package dev.inverterflow.snowflake.local.command.account;

import dev.inverterflow.snowflake.local.ast.DdlStatement.GrantOption;
import dev.inverterflow.snowflake.local.ast.GrantTarget;
import dev.inverterflow.snowflake.local.catalog.Grant;
import dev.inverterflow.snowflake.local.catalog.Grants;
import dev.inverterflow.snowflake.local.command.ObjectLookup;
import dev.inverterflow.snowflake.local.command.ObjectLookup.Securable;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import java.util.List;

/**
 * GRANT OWNERSHIP: refused while others hold privileges on the object, unless they are copied or revoked with it.
 *
 * @see <a href="https://docs.snowflake.com/en/sql-reference/sql/grant-ownership">GRANT OWNERSHIP</a>
 */
final class Ownership {

    private Ownership() {}

    static void give(
            GrantedObject on,
            String role,
            dev.inverterflow.snowflake.local.ast.DdlStatement.Grant statement,
            SessionContext session) {
        Securable object = on.object();
        if (object == null) {
            throw Errors.notSupported("GRANT OWNERSHIP ON " + on.kind() + " " + on.name());
        }
        Grants grants = session.catalog().grants();
        List<Grant> outbound =
                grants.matching(grant -> on.isOf(grant) && !grant.grantedBy().equals(role));
        if (statement.option() == GrantOption.REVOKE_CURRENT_GRANTS) {
            grants.removeIf(on::isOf);
        } else if (statement.option() == GrantOption.COPY_CURRENT_GRANTS) {
            grants.replace(on::isOf, grant -> grant.withGrantedBy(role));
        } else if (!outbound.isEmpty() && !on.kind().equals("ROLE")) {
            throw new SnowflakeException(
                    3036,
                    "23001",
                    "SQL execution error: Dependent grant of privilege '%s' on securable '%s' to role '%s' exists.  It must be revoked first.  More than one dependent grant may exist: use 'SHOW GRANTS' command to view them.  To revoke all dependent grants while transferring object ownership, use convenience command 'GRANT OWNERSHIP ON <target_objects> TO <target_role> REVOKE CURRENT GRANTS'."
                            .formatted(
                                    outbound.get(0).privilege(),
                                    on.name(),
                                    outbound.get(0).grantee()));
        }
        give(object, role, statement.on(), session);
    }

    private static void give(Securable object, String role, GrantTarget target, SessionContext session) {
        if (target instanceof GrantTarget.OnObject on) {
            ObjectLookup.giveTo(on.object(), role, session);
        } else {
            ObjectLookup.giveTo(object, role, session);
        }
    }
}
