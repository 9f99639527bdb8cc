package dev.inverterflow.snowflake.local.command.account;

import dev.inverterflow.snowflake.local.ast.Identifier;
import dev.inverterflow.snowflake.local.ast.ObjectKind;
import dev.inverterflow.snowflake.local.ast.ObjectTarget;
import dev.inverterflow.snowflake.local.ast.QualifiedName;
import dev.inverterflow.snowflake.local.catalog.Access;
import dev.inverterflow.snowflake.local.catalog.AccountType;
import dev.inverterflow.snowflake.local.catalog.CatalogObject;
import dev.inverterflow.snowflake.local.catalog.SchemaName;
import dev.inverterflow.snowflake.local.command.ObjectLookup;
import dev.inverterflow.snowflake.local.command.ObjectLookup.Securable;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Asks what the roles of one session may do with an object, and refuses in Snowflake's words. */
final class Rights {

    private final SessionContext session;
    private final Access access;

    Rights(SessionContext session) {
        this(session, session.access());
    }

    Rights(SessionContext session, Access access) {
        this.session = session;
        this.access = access;
    }

    Access access() {
        return access;
    }

    SessionContext session() {
        return session;
    }

    /**
     * Requires ownership or one of the privileges on the object, and sight of what it is in.
     *
     * @param anyOf the privileges that are enough beside OWNERSHIP
     */
    void require(ObjectTarget target, String... anyOf) {
        Optional<Securable> found = ObjectLookup.find(target, session);
        if (found.isEmpty() || found.get().temporary()) {
            return;
        }
        Securable on = found.get();
        requireContainer(on);
        boolean allowed = access.owns(on.object())
                || Arrays.stream(anyOf).anyMatch(privilege -> access.holds(privilege, on.kind(), on.name()));
        if (!allowed) {
            throw sees(on)
                    ? Errors.insufficientPrivileges(words(on.kind()), on.shortName())
                    : Errors.objectDoesNotExist(target.kind().display(), on.name());
        }
    }

    /** Requires any privilege at all on the object: what USE and DESCRIBE want. */
    boolean mayTouch(ObjectTarget target) {
        Optional<Securable> found = ObjectLookup.find(target, session);
        return found.isEmpty()
                || found.get().temporary()
                || access.sees(
                        found.get().object(), found.get().kind(), found.get().name());
    }

    /** Requires the privilege on the account. */
    void requireGlobal(String privilege) {
        if (!access.global(privilege)) {
            throw Errors.insufficientPrivileges("account", session.facts().account());
        }
    }

    /** Requires ownership of the schema or the privilege on it, for CREATE. */
    void requireInSchema(SchemaName name, String privilege) {
        session.catalog().schema(name).ifPresent(schema -> {
            requireDatabase(name.database());
            if (!access.owns(schema) && !access.holds(privilege, "SCHEMA", name.toString())) {
                throw access.sees(schema, "SCHEMA", name.toString())
                        ? Errors.insufficientPrivileges("schema", name.schema())
                        : Errors.objectDoesNotExist("Schema", name.toString());
            }
        });
    }

    /** Requires ownership of the database or the privilege on it, for CREATE SCHEMA. */
    void requireInDatabase(String name, String privilege) {
        require(ObjectTarget.of(ObjectKind.DATABASE, QualifiedName.of(Identifier.of(name))), privilege);
    }

    /** Whether the role owns the object, might pass the privilege on, or manages all grants. */
    boolean mayGrant(String privilege, Securable on) {
        return access.owns(on.object()) || access.managesGrants() || access.mayPassOn(privilege, on.kind(), on.name());
    }

    boolean owns(CatalogObject object) {
        return access.owns(object);
    }

    private boolean sees(Securable on) {
        return access.sees(on.object(), on.kind(), on.name());
    }

    // At least one privilege on the database and one on the schema, whichever, says
    // docs.snowflake.com/en/user-guide/security-access-control-privileges.
    private void requireContainer(Securable on) {
        SchemaName schema = on.schema();
        if (schema != null) {
            requireDatabase(schema.database());
            session.catalog().schema(schema).ifPresent(found -> {
                if (!access.sees(found, "SCHEMA", schema.toString())) {
                    throw Errors.objectDoesNotExist("Schema", schema.toString());
                }
            });
        }
    }

    private void requireDatabase(String name) {
        session.catalog().account(AccountType.DATABASE).find(name).ifPresent(database -> {
            if (!access.sees(database, "DATABASE", name)) {
                throw Errors.objectDoesNotExist("Database", name);
            }
        });
    }

    private static String words(String kind) {
        return kind.replace('_', ' ').toLowerCase(Locale.ROOT);
    }
}
