package dev.inverterflow.snowflake.local.session;

import dev.inverterflow.snowflake.local.catalog.AccountType;
import dev.inverterflow.snowflake.local.catalog.Catalog;
import dev.inverterflow.snowflake.local.catalog.Grant;
import dev.inverterflow.snowflake.local.catalog.Role;
import dev.inverterflow.snowflake.local.catalog.User;
import dev.inverterflow.snowflake.local.execution.SystemSessionSpec;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which roles a user may take. The user the server was started with may take all; a user made by CREATE USER those granted
 * to it, directly or through other roles.
 */
final class RoleRules {

    private static final String PUBLIC = "PUBLIC";
    private static final String ROLE = "ROLE";

    private final Catalog catalog;
    private final String administrator;

    RoleRules(Catalog catalog, String administrator) {
        this.catalog = catalog;
        this.administrator = administrator;
    }

    /** The role of a session that asks for none. */
    String defaultRole(String user) {
        Optional<User> known = catalog.account(AccountType.USER).find(user);
        String fallback = user.equals(administrator) ? Role.ACCOUNTADMIN : PUBLIC;
        String wanted = known.map(one -> one.properties().get("DEFAULT_ROLE")).orElse(fallback);
        return mayUse(user, wanted) ? wanted : PUBLIC;
    }

    /** Whether the role exists and the user may take it. */
    boolean mayUse(String user, String role) {
        if (catalog.account(AccountType.ROLE).find(role).isEmpty()) {
            return false;
        }
        return unlimited(user) || role.equals(PUBLIC) || rolesOf(user).contains(role);
    }

    /** The roles whose privileges a session has together under USE SECONDARY ROLES ALL. */
    Set<String> allOf(String user, String primary) {
        Set<String> roles = new HashSet<>(unlimited(user) ? allRoles() : rolesOf(user));
        roles.add(primary);
        return roles;
    }

    private boolean unlimited(String user) {
        return user.equals(administrator) || user.equals(SystemSessionSpec.SYSTEM_USER);
    }

    private Set<String> allRoles() {
        return catalog.account(AccountType.ROLE).all().stream().map(Role::name).collect(Collectors.toSet());
    }

    /** The roles that the user may take, by name. */
    List<String> usableBy(String user) {
        return catalog.account(AccountType.ROLE).all().stream()
                .map(Role::name)
                .filter(role -> mayUse(user, role))
                .sorted()
                .toList();
    }

    private Set<String> rolesOf(String user) {
        Set<String> roles = new HashSet<>();
        Deque<String> toLookAt = new ArrayDeque<>(granted("USER", user));
        while (!toLookAt.isEmpty()) {
            String role = toLookAt.pop();
            if (roles.add(role)) {
                toLookAt.addAll(granted(ROLE, role));
            }
        }
        return roles;
    }

    private Set<String> granted(String granteeKind, String grantee) {
        Set<String> roles = new HashSet<>();
        for (Grant grant : catalog.grants()
                .matching(one -> one.objectKind().equals(ROLE)
                        && one.granteeKind().equals(granteeKind)
                        && one.grantee().equals(grantee))) {
            roles.add(grant.objectName());
        }
        return roles;
    }
}
