package dev.inverterflow.snowflake.local.information;

import dev.inverterflow.snowflake.local.ast.Identifier;
import dev.inverterflow.snowflake.local.ast.Reference.ColumnReference;
import dev.inverterflow.snowflake.local.catalog.AccountType;
import dev.inverterflow.snowflake.local.catalog.Grant;
import dev.inverterflow.snowflake.local.catalog.Identifiers;
import dev.inverterflow.snowflake.local.catalog.Role;
import dev.inverterflow.snowflake.local.command.Shown;
import dev.inverterflow.snowflake.local.command.account.Ownerships;
import dev.inverterflow.snowflake.local.parser.SqlParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * APPLICABLE_ROLES, ENABLED_ROLES, OBJECT_PRIVILEGES and TABLE_PRIVILEGES.
 *
 * @see <a href="https://docs.snowflake.com/en/sql-reference/info-schema/object_privileges">OBJECT_PRIVILEGES view</a>
 * @see <a href="https://docs.snowflake.com/en/sql-reference/info-schema/table_privileges">TABLE_PRIVILEGES view</a>
 */
final class RoleViews {

    private static final String ROLE = "ROLE";
    private static final Set<String> TABLES = Set.of("TABLE", "VIEW");

    private RoleViews() {}

    static List<InformationView> all() {
        return List.of(applicableRoles(), enabledRoles(), objectPrivileges(), tablePrivileges());
    }

    private static InformationView applicableRoles() {
        return InformationView.<Grant>of(
                        "APPLICABLE_ROLES",
                        look -> look.session()
                                .catalog()
                                .grants()
                                .matching(grant -> grant.objectKind().equals(ROLE)
                                        && (grant.grantee()
                                                        .equals(look.session().user())
                                                || look.session().access().includes(grant.grantee()))))
                .text("GRANTEE", (grant, look) -> grant.grantee())
                .text("ROLE_NAME", (grant, look) -> grant.objectName())
                .text("ROLE_OWNER", (grant, look) -> owner(grant.objectName(), look))
                .text("IS_GRANTABLE", (grant, look) -> yes(grant.grantOption()))
                .build();
    }

    private static InformationView enabledRoles() {
        return InformationView.<Role>of(
                        "ENABLED_ROLES",
                        look -> look.session().catalog().account(AccountType.ROLE).all().stream()
                                .filter(role -> look.session().access().includes(role.name()))
                                .toList())
                .text("ROLE_NAME", (role, look) -> role.name())
                .text("ROLE_OWNER", (role, look) -> role.owner())
                .build();
    }

    private static InformationView objectPrivileges() {
        return InformationView.<Grant>of("OBJECT_PRIVILEGES", RoleViews::privileges)
                .text("GRANTOR", (grant, look) -> grant.grantedBy().isEmpty() ? null : grant.grantedBy())
                .text("GRANTEE", (grant, look) -> grant.grantee())
                .text("GRANTED_TO", (grant, look) -> grant.granteeKind())
                .text("OBJECT_CATALOG", (grant, look) -> part(grant, 0))
                .text("OBJECT_SCHEMA", (grant, look) -> part(grant, 1))
                .text("OBJECT_NAME", (grant, look) -> last(grant))
                .text("OBJECT_TYPE", (grant, look) -> grant.objectKind().replace('_', ' '))
                .text("PRIVILEGE_TYPE", (grant, look) -> grant.privilege())
                .text("IS_GRANTABLE", (grant, look) -> yes(grant.grantOption()))
                .time("CREATED", (grant, look) -> Shown.time(grant.createdOn()))
                .build();
    }

    /** What drivers tell of a table's privileges; who owns a table granted that to himself. */
    private static InformationView tablePrivileges() {
        return InformationView.<Grant>of(
                        "TABLE_PRIVILEGES",
                        look -> privileges(look).stream()
                                .filter(grant -> TABLES.contains(grant.objectKind()))
                                .toList())
                .text("GRANTOR", (grant, look) -> grant.grantedBy().isEmpty() ? grant.grantee() : grant.grantedBy())
                .text("GRANTEE", (grant, look) -> grant.grantee())
                .text("GRANTED_TO", (grant, look) -> grant.granteeKind())
                .text("TABLE_CATALOG", (grant, look) -> part(grant, 0))
                .text("TABLE_SCHEMA", (grant, look) -> part(grant, 1))
                .text("TABLE_NAME", (grant, look) -> last(grant))
                .text("PRIVILEGE_TYPE", (grant, look) -> grant.privilege())
                .text(
                        "IS_GRANTABLE",
                        (grant, look) ->
                                yes(grant.grantOption() || grant.privilege().equals("OWNERSHIP")))
                .text("WITH_HIERARCHY", "NO")
                .time("CREATED", (grant, look) -> Shown.time(grant.createdOn()))
                .build();
    }

    /** Privileges on objects of the database, and ownership of them, as far as the session's roles hold or manage them. */
    private static List<Grant> privileges(Look look) {
        List<Grant> all = new ArrayList<>(Ownerships.all(look.session().catalog()));
        all.addAll(look.session()
                .catalog()
                .grants()
                .matching(grant -> !grant.objectName().endsWith(">")));
        String inside = Identifiers.quoteIfNeeded(look.database()) + ".";
        all.removeIf(grant -> !(grant.objectName().startsWith(inside)
                        || grant.objectKind().equals("DATABASE")
                                && grant.objectName().equals(look.database()))
                || !(look.session().access().includes(grant.grantee())
                        || look.session().access().managesGrants()));
        return all;
    }

    private static @Nullable String part(Grant grant, int index) {
        List<String> parts = parts(grant);
        return index < parts.size() - 1 ? parts.get(index) : null;
    }

    private static String last(Grant grant) {
        List<String> parts = parts(grant);
        return parts.get(parts.size() - 1);
    }

    /** The parts of the object's name; argument types stay with the last one. */
    private static List<String> parts(Grant grant) {
        String name = grant.objectName();
        int open = arguments(name);
        String arguments = open < 0 ? "" : name.substring(open);
        String plain = open < 0 ? name : name.substring(0, open);
        if (!(new SqlParser().parseExpression(plain) instanceof ColumnReference reference)) {
            return List.of(name);
        }
        List<String> parts =
                new ArrayList<>(reference.parts().stream().map(Identifier::name).toList());
        parts.set(parts.size() - 1, parts.get(parts.size() - 1) + arguments);
        return parts;
    }

    /** Where the argument types begin, behind all quoted names; negative if there are none. */
    private static int arguments(String name) {
        return name.indexOf('(', name.lastIndexOf('"') + 1);
    }

    private static @Nullable String owner(String role, Look look) {
        return look.session()
                .catalog()
                .account(AccountType.ROLE)
                .find(role)
                .map(Role::owner)
                .orElse(null);
    }

    private static String yes(boolean value) {
        return value ? "YES" : "NO";
    }
}
