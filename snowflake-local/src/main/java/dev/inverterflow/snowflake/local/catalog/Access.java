package dev.inverterflow.snowflake.local.catalog;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What some roles may do, together with the roles granted to them: by ownership and by grants. A snapshot that sees no later
 * grant.
 *
 * @see <a href="https://docs.snowflake.com/en/user-guide/security-access-control-overview">Overview of access control</a>
 */
public final class Access {

    /** The kind under which privileges on the account itself are kept. */
    public static final String ACCOUNT = "ACCOUNT";

    private static final String ROLE = "ROLE";
    private static final String MANAGE_GRANTS = "MANAGE GRANTS";

    private record Securable(String kind, String name) {}

    private final Set<String> roles;
    private final Map<Securable, Set<String>> privileges;
    private final Set<Securable> withGrantOption;

    private Access(Set<String> roles, Map<Securable, Set<String>> privileges, Set<Securable> withGrantOption) {
        this.roles = roles;
        this.privileges = privileges;
        this.withGrantOption = withGrantOption;
    }

    static Access of(Collection<String> active, Grants grants) {
        Map<String, Set<Grant>> byRole = new HashMap<>();
        for (Grant grant : grants.matching(one -> one.granteeKind().equals(ROLE))) {
            byRole.computeIfAbsent(grant.grantee(), missing -> new HashSet<>()).add(grant);
        }
        Set<String> roles = new HashSet<>();
        Map<Securable, Set<String>> privileges = new HashMap<>();
        Set<Securable> withGrantOption = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(active);
        open.add(Role.PUBLIC);
        while (!open.isEmpty()) {
            String role = open.pop();
            if (!roles.add(role)) {
                continue;
            }
            for (Grant grant : byRole.getOrDefault(role, Set.of())) {
                if (grant.objectKind().equals(ROLE) && grant.privilege().equals("USAGE")) {
                    open.add(grant.objectName());
                }
                Securable on = new Securable(grant.objectKind(), grant.objectName());
                privileges.computeIfAbsent(on, missing -> new HashSet<>()).add(grant.privilege());
                if (grant.grantOption()) {
                    withGrantOption.add(
                            new Securable(grant.privilege() + " ON " + grant.objectKind(), grant.objectName()));
                }
            }
        }
        return new Access(roles, privileges, withGrantOption);
    }

    /** Whether the role is one of them or was granted to one of them, directly or through others. */
    public boolean includes(String role) {
        return roles.contains(role);
    }

    /** Whether one of the roles owns the object, which allows everything. */
    public boolean owns(CatalogObject object) {
        return roles.contains(object.owner());
    }

    /** Whether the privilege on that object was granted. */
    public boolean holds(String privilege, String kind, String name) {
        return privileges.getOrDefault(new Securable(kind, name), Set.of()).contains(privilege);
    }

    /** Whether a role may start, stop and empty the warehouse. */
    public boolean operates(Warehouse warehouse) {
        return owns(warehouse) || global("MANAGE WAREHOUSES") || holds("OPERATE", "WAREHOUSE", warehouse.name());
    }

    /** Whether any privilege on that object was granted. */
    public boolean holdsAny(String kind, String name) {
        return privileges.containsKey(new Securable(kind, name));
    }

    /** Whether the privilege may be passed on. */
    public boolean mayPassOn(String privilege, String kind, String name) {
        return withGrantOption.contains(new Securable(privilege + " ON " + kind, name));
    }

    /** Whether the privilege on the account was granted. */
    public boolean global(String privilege) {
        return holds(privilege, ACCOUNT, "");
    }

    /** Whether privileges of everybody may be granted and revoked, and every object be seen. */
    public boolean managesGrants() {
        return global(MANAGE_GRANTS);
    }

    /** Whether the object in a schema is shown in listings. */
    public boolean sees(ObjectType<?> type, SchemaObject object) {
        return sees(object, type.grantKind(), object.fullName());
    }

    /** Whether the object in the account is shown in listings. */
    public boolean sees(AccountType<?> type, AccountObject object) {
        return sees(object, type.grantKind(), object.name());
    }

    /** Whether the object is shown in listings. */
    public boolean sees(CatalogObject object, String kind, String name) {
        return owns(object) || holdsAny(kind, name) || managesGrants();
    }
}
