package dev.inverterflow.snowflake.local.command.account;

import dev.inverterflow.snowflake.local.ast.GrantTarget;
import dev.inverterflow.snowflake.local.ast.ObjectKind;
import dev.inverterflow.snowflake.local.ast.ObjectTarget;
import dev.inverterflow.snowflake.local.catalog.Access;
import dev.inverterflow.snowflake.local.catalog.Grant;
import dev.inverterflow.snowflake.local.catalog.ObjectType;
import dev.inverterflow.snowflake.local.catalog.SchemaName;
import dev.inverterflow.snowflake.local.catalog.SchemaObject;
import dev.inverterflow.snowflake.local.command.ObjectLookup;
import dev.inverterflow.snowflake.local.command.ObjectLookup.Securable;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a privilege is on.
 *
 * @param kind as SHOW GRANTS prints it
 * @param name the full name; empty for the account
 * @param object the object itself; null for the account, for objects to come and for what the server itself answers for
 */
record GrantedObject(String kind, String name, @Nullable Securable object) {

    /** The one thing that SHOW GRANTS asks about. */
    static GrantedObject of(GrantTarget target, SessionContext session) {
        return all(target, session).get(0);
    }

    /** Everything that a GRANT or REVOKE is about. */
    static List<GrantedObject> all(GrantTarget target, SessionContext session) {
        return target.accept(new GrantTarget.Visitor<>() {
            @Override
            public List<GrantedObject> visitOnAccount(GrantTarget.OnAccount account) {
                return List.of(new GrantedObject(Access.ACCOUNT, "", null));
            }

            @Override
            public List<GrantedObject> visitOnObject(GrantTarget.OnObject on) {
                String name = ObjectLookup.require(on.object(), session);
                return List.of(ObjectLookup.find(on.object(), session)
                        .map(GrantedObject::of)
                        .orElseGet(() -> new GrantedObject(on.object().kind().name(), name, null)));
            }

            @Override
            public List<GrantedObject> visitOnMany(GrantTarget.OnMany many) {
                String container = ObjectLookup.require(many.container(), session);
                return many.which() == GrantTarget.Which.FUTURE
                        ? List.of(
                                new GrantedObject(many.kind().name(), FutureGrants.name(container, many.kind()), null))
                        : inContainer(many.kind(), many.container(), session);
            }
        });
    }

    private static GrantedObject of(Securable found) {
        return new GrantedObject(found.kind(), found.name(), found);
    }

    private static List<GrantedObject> inContainer(ObjectKind kind, ObjectTarget container, SessionContext session) {
        Predicate<SchemaName> inside = container.kind() == ObjectKind.SCHEMA
                ? session.resolveSchema(container.requireName())::equals
                : schema ->
                        schema.database().equals(container.requireName().last().name());
        if (kind == ObjectKind.SCHEMA) {
            return session.catalog().schemas(container.requireName().last().name()).stream()
                    .map(schema -> of(new Securable("SCHEMA", schema.name().toString(), null, schema, false)))
                    .toList();
        }
        return session.catalog().objectType(kind.sql()).stream()
                .flatMap(type -> objects(type, session))
                .filter(found -> inside.test(found.schema()))
                .map(GrantedObject::of)
                .toList();
    }

    private static <T extends SchemaObject> java.util.stream.Stream<Securable> objects(
            ObjectType<T> type, SessionContext session) {
        return session.catalog().objects(type).all().stream().map(object -> ObjectLookup.securable(type, object));
    }

    boolean isOf(Grant grant) {
        return grant.objectKind().equals(kind) && grant.objectName().equals(name);
    }

    /** Refuses a role that may not grant the privilege on it. */
    void requireMayGrant(String privilege, Rights rights) {
        boolean allowed = object == null
                ? rights.access().managesGrants() || rights.access().mayPassOn(privilege, kind, name)
                : rights.mayGrant(privilege, object);
        if (!allowed) {
            String words = kind.replace('_', ' ').toLowerCase(Locale.ROOT);
            throw object != null && !rights.access().sees(object.object(), kind, name)
                    ? Errors.objectDoesNotExist(
                            words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1), name)
                    : Errors.insufficientPrivileges(words, object == null ? name : object.shortName());
        }
    }

    /** Who is shown as having granted: the owner, for whom a role that manages grants acts. */
    String grantor(SessionContext session) {
        return object == null || session.access().owns(object.object())
                ? session.role()
                : object.object().owner();
    }
}
