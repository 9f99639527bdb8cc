package dev.inverterflow.snowflake.local.command.account;

import dev.inverterflow.snowflake.local.ast.ObjectKind;
import dev.inverterflow.snowflake.local.catalog.Grant;
import dev.inverterflow.snowflake.local.catalog.SchemaName;
import dev.inverterflow.snowflake.local.command.ObjectLookup.Securable;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import java.util.List;

/**
 * Grants on objects to come. Those of a schema take the place of those of its database.
 *
 * @see <a href="https://docs.snowflake.com/en/sql-reference/sql/grant-privilege">GRANT … ON FUTURE</a>
 */
final class FutureGrants {

    private FutureGrants() {}

    /** The name under which grants on objects to come are kept, {@code DB.SCHEMA.<TABLE>}. */
    static String name(String container, ObjectKind kind) {
        return container + ".<" + kind.name() + ">";
    }

    /** Whether the grant is on objects to come. */
    static boolean isFuture(Grant grant) {
        return grant.objectName().endsWith(">");
    }

    /** Whether it is on objects to come in that very database or schema. */
    static boolean isIn(Grant grant, String container) {
        return grant.objectName().startsWith(container + ".<");
    }

    /** Gives a new object what was granted on objects to come. */
    static void give(Securable made, SessionContext session) {
        SchemaName schema = made.schema();
        if (schema == null) {
            return;
        }
        String ending = ".<" + made.kind() + ">";
        List<Grant> ofSchema = matching(schema + ending, session);
        List<Grant> grants = ofSchema.isEmpty() ? matching(schema.database() + ending, session) : ofSchema;
        for (Grant future : grants) {
            session.catalog()
                    .grants()
                    .add(new Grant(
                            future.privilege(),
                            made.kind(),
                            made.name(),
                            future.granteeKind(),
                            future.grantee(),
                            future.grantOption(),
                            made.object().owner(),
                            session.clock().instant()));
        }
    }

    private static List<Grant> matching(String name, SessionContext session) {
        return session.catalog().grants().matching(grant -> grant.objectName().equals(name));
    }
}
