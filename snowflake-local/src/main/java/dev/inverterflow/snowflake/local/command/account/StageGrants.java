package dev.inverterflow.snowflake.local.command.account;

import dev.inverterflow.snowflake.local.catalog.Grants;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import java.util.List;

/**
 * READ and WRITE of a stage go together: nobody writes to one that they may not read.
 *
 * @see <a href="https://docs.snowflake.com/en/user-guide/security-access-control-privileges">Stage privileges</a>
 */
final class StageGrants {

    private static final String STAGE = "STAGE";
    private static final String READ = "READ";
    private static final String WRITE = "WRITE";

    private StageGrants() {}

    /** Refuses WRITE to whom READ is not granted before or with it. */
    static void requireRead(List<String> granted, GrantedObject on, String grantee, Grants grants) {
        if (lacks(granted, WRITE, READ, on) && !has(READ, on, grantee, grants)) {
            throw refused("WRITE on stage " + on.name() + " cannot be granted to " + grantee + " before READ is.");
        }
    }

    /** Refuses to take READ from whom WRITE is not taken before or with it. */
    static void requireNoWrite(List<String> revoked, GrantedObject on, String grantee, Grants grants) {
        if (lacks(revoked, READ, WRITE, on) && has(WRITE, on, grantee, grants)) {
            throw refused("READ on stage " + on.name() + " cannot be revoked from " + grantee + " before WRITE is.");
        }
    }

    private static boolean lacks(List<String> privileges, String one, String other, GrantedObject on) {
        return on.kind().equals(STAGE) && privileges.contains(one) && !privileges.contains(other);
    }

    private static boolean has(String privilege, GrantedObject on, String grantee, Grants grants) {
        return !grants.matching(grant -> on.isOf(grant)
                        && grant.grantee().equals(grantee)
                        && grant.privilege().equals(privilege))
                .isEmpty();
    }

    private static SnowflakeException refused(String reason) {
        return new SnowflakeException(3001, "42501", "SQL access control error:\n" + reason);
    }
}
