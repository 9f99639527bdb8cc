package dev.inverterflow.snowflake.local.command;

import dev.inverterflow.snowflake.local.ast.ObjectKind;
import dev.inverterflow.snowflake.local.ast.ObjectTarget;
import dev.inverterflow.snowflake.local.ast.QualifiedName;
import dev.inverterflow.snowflake.local.ast.TypeName;
import dev.inverterflow.snowflake.local.catalog.AccountObject;
import dev.inverterflow.snowflake.local.catalog.AccountType;
import dev.inverterflow.snowflake.local.catalog.Catalog;
import dev.inverterflow.snowflake.local.catalog.CatalogObject;
import dev.inverterflow.snowflake.local.catalog.Commented;
import dev.inverterflow.snowflake.local.catalog.Grant;
import dev.inverterflow.snowflake.local.catalog.ObjectName;
import dev.inverterflow.snowflake.local.catalog.ObjectType;
import dev.inverterflow.snowflake.local.catalog.Owned;
import dev.inverterflow.snowflake.local.catalog.Schema;
import dev.inverterflow.snowflake.local.catalog.SchemaName;
import dev.inverterflow.snowflake.local.catalog.SchemaObject;
import dev.inverterflow.snowflake.local.catalog.SchemaRegistry;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.execution.SchemaObjects;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.procedure.Signatures;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds objects of any kind by kind and name, for GRANT and COMMENT. */
public final class ObjectLookup {

    private static final Map<ObjectKind, AccountType<?>> ACCOUNT_TYPES = Map.of(
            ObjectKind.DATABASE, AccountType.DATABASE,
            ObjectKind.ROLE, AccountType.ROLE,
            ObjectKind.USER, AccountType.USER,
            ObjectKind.WAREHOUSE, AccountType.WAREHOUSE,
            ObjectKind.RESOURCE_MONITOR, AccountType.RESOURCE_MONITOR,
            ObjectKind.INTEGRATION, AccountType.INTEGRATION);

    /** The database that is not in the catalog because the server itself answers for it. */
    private static final String SYSTEM_DATABASE = "SNOWFLAKE";

    private ObjectLookup() {}

    /**
     * The full name of an object that exists, as grants name it.
     *
     * @throws SnowflakeException 002003 if it does not exist
     */
    public static String require(ObjectTarget target, SessionContext session) {
        QualifiedName name = target.requireName();
        AccountType<?> accountType = ACCOUNT_TYPES.get(target.kind());
        if (accountType != null) {
            return requireInAccount(accountType, name, target.kind(), session.catalog());
        }
        if (target.kind() == ObjectKind.SCHEMA) {
            SchemaName schema = session.resolveSchema(name);
            if (session.catalog().schema(schema).isEmpty()) {
                throw missing(target.kind(), schema.toString());
            }
            return schema.toString();
        }
        SchemaObject object = requireInSchema(target, session);
        return object.fullName();
    }

    /**
     * Something that privileges are granted on.
     *
     * @param kind as grants name it, {@code FILE_FORMAT}
     * @param name the full name, as grants name it
     * @param schema the schema it is in; null for what is in none
     * @param temporary whether it is this session's own, which needs no privilege
     */
    public record Securable(
            String kind, String name, @Nullable SchemaName schema, CatalogObject object, boolean temporary) {

        /** Its own name, as messages about privileges have it. */
        public String shortName() {
            return object instanceof SchemaObject inSchema ? inSchema.name().name() : name;
        }

        /** Whether the grant is on it. */
        public boolean isOf(Grant grant) {
            return grant.objectKind().equals(kind) && grant.objectName().equals(name);
        }
    }

    /** The object, if it is there. */
    public static Optional<Securable> find(ObjectTarget target, SessionContext session) {
        QualifiedName name = target.name();
        if (name == null) {
            return Optional.empty();
        }
        AccountType<?> accountType = ACCOUNT_TYPES.get(target.kind());
        if (accountType != null) {
            return session.catalog()
                    .account(accountType)
                    .find(name.last().name())
                    .map(object -> new Securable(target.kind().name(), object.name(), null, object, false));
        }
        if (target.kind() == ObjectKind.SCHEMA) {
            SchemaName schema = session.resolveSchema(name);
            return session.catalog()
                    .schema(schema)
                    .map(object -> new Securable(target.kind().name(), schema.toString(), null, object, false));
        }
        return session.catalog()
                .objectType(target.kind().sql())
                .flatMap(known -> find(target, session.resolve(name), session))
                .map(found -> securable(found, session));
    }

    /** An object in a schema as something that privileges are granted on. */
    public static Securable securable(ObjectType<?> type, SchemaObject object) {
        return new Securable(type.grantKind(), object.fullName(), object.name().schemaName(), object, false);
    }

    private static Securable securable(Located<?> located, SessionContext session) {
        Securable inCatalog = securable(located.type(), located.object());
        boolean temporary = located.registry() == session.temporary(located.type());
        return new Securable(inCatalog.kind(), inCatalog.name(), inCatalog.schema(), inCatalog.object(), temporary);
    }

    /** Makes a role the owner of an object. */
    public static void giveTo(ObjectTarget target, String role, SessionContext session) {
        AccountType<?> accountType = ACCOUNT_TYPES.get(target.kind());
        if (accountType != null) {
            giveInAccount(accountType, target, role, session);
        } else if (target.kind() == ObjectKind.SCHEMA) {
            SchemaName name = session.resolveSchema(target.requireName());
            session.catalog().schema(name).ifPresent(schema -> session.catalog().putSchema(schema.withOwner(role)));
        } else {
            Located<?> located = locate(target, session);
            if (!(located.object() instanceof Owned<?> owned)) {
                throw Errors.notSupported("GRANT OWNERSHIP ON " + target.kind().sql());
            }
            located.put(owned.withOwner(role));
        }
    }

    /** Makes a role the owner of an object in a schema, or of a schema. */
    public static void giveTo(Securable object, String role, SessionContext session) {
        if (object.object() instanceof Schema schema) {
            session.catalog().putSchema(schema.withOwner(role));
            return;
        }
        if (!(object.object() instanceof Owned<?> owned)) {
            throw Errors.notSupported("GRANT OWNERSHIP ON " + object.kind());
        }
        session.catalog().objectTypes().stream()
                .filter(type -> type.grantKind().equals(object.kind()))
                .forEach(type -> put(type, owned.withOwner(role), session));
    }

    private static <T extends SchemaObject> void put(ObjectType<T> type, SchemaObject object, SessionContext session) {
        session.catalog().objects(type).put(type.type().cast(object));
    }

    private static <T extends AccountObject> void giveInAccount(
            AccountType<T> type, ObjectTarget target, String role, SessionContext session) {
        String name = requireInAccount(type, target.requireName(), target.kind(), session.catalog());
        session.catalog().account(type).update(name, object -> type.type().cast(object.withOwner(role)));
    }

    /**
     * Gives an object another comment.
     *
     * @throws SnowflakeException 002003 if it does not exist
     */
    public static void comment(ObjectTarget target, String text, SessionContext session) {
        AccountType<?> accountType = ACCOUNT_TYPES.get(target.kind());
        if (accountType != null) {
            commentInAccount(accountType, target, text, session);
        } else if (target.kind() == ObjectKind.SCHEMA) {
            SchemaName name = session.resolveSchema(target.requireName());
            Schema schema = session.catalog().schema(name).orElseThrow(() -> missing(target.kind(), name.toString()));
            session.catalog().putSchema(schema.withComment(text));
        } else {
            commentInSchema(target, text, session);
        }
    }

    private static <T extends AccountObject> void commentInAccount(
            AccountType<T> type, ObjectTarget target, String text, SessionContext session) {
        String name = requireInAccount(type, target.requireName(), target.kind(), session.catalog());
        session.catalog().account(type).update(name, object -> type.type().cast(commented(object, target, text)));
    }

    private static void commentInSchema(ObjectTarget target, String text, SessionContext session) {
        Located<?> located = locate(target, session);
        located.put(commented(located.object(), target, text));
    }

    private static CatalogObject commented(CatalogObject object, ObjectTarget target, String text) {
        if (object instanceof Commented<?> commented) {
            return commented.withComment(text);
        }
        throw Errors.notSupported("COMMENT ON " + target.kind().sql());
    }

    private static String requireInAccount(AccountType<?> type, QualifiedName name, ObjectKind kind, Catalog catalog) {
        String plain = name.last().name();
        boolean system = kind == ObjectKind.DATABASE && plain.equals(SYSTEM_DATABASE);
        boolean known = system || catalog.account(type).find(plain).isPresent();
        if (name.size() != 1 || !known) {
            throw missing(kind, name.toString());
        }
        return plain;
    }

    /**
     * The object in a schema.
     *
     * @throws SnowflakeException 002003 if it does not exist
     */
    public static SchemaObject requireInSchema(ObjectTarget target, SessionContext session) {
        return locate(target, session).object();
    }

    private record Located<T extends SchemaObject>(ObjectType<T> type, SchemaRegistry<T> registry, T object) {

        void put(CatalogObject changed) {
            registry.put(type.type().cast(changed));
        }
    }

    private static Located<?> locate(ObjectTarget target, SessionContext session) {
        ObjectName name = session.resolve(target.requireName());
        return find(target, name, session).orElseThrow(() -> missing(target.kind(), name.toString()));
    }

    /** A table's name may be a view's, and the other way round. */
    private static Optional<Located<?>> find(ObjectTarget target, ObjectName name, SessionContext session) {
        return locate(type(target.kind(), session.catalog()), name, target, session)
                .or(() -> switch (target.kind()) {
                    case TABLE -> locate(ObjectType.VIEW, name, target, session);
                    case VIEW -> locate(ObjectType.TABLE, name, target, session);
                    default -> Optional.empty();
                });
    }

    private static <T extends SchemaObject> Optional<Located<?>> locate(
            ObjectType<T> type, ObjectName name, ObjectTarget target, SessionContext session) {
        List<TypeName> arguments = target.argumentTypes();
        if (arguments == null) {
            SchemaRegistry<T> registry = SchemaObjects.registry(type, name, session);
            return registry.find(name).map(object -> new Located<>(type, registry, object));
        }
        String key = Signatures.key(
                name.name(), arguments.stream().map(Signatures::type).toList());
        SchemaRegistry<T> registry = session.catalog().objects(type);
        return registry.find(name.schemaName(), key).map(object -> new Located<>(type, registry, object));
    }

    private static ObjectType<?> type(ObjectKind kind, Catalog catalog) {
        return catalog.objectType(kind.sql()).orElseThrow(() -> Errors.notSupported(kind.sql() + " objects"));
    }

    private static SnowflakeException missing(ObjectKind kind, String name) {
        return Errors.objectDoesNotExist(kind.display(), name);
    }
}
