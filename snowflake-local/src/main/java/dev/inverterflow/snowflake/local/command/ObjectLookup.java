package dev.inverterflow.snowflake.local.command;

import dev.inverterflow.snowflake.local.ast.ObjectKind;
import dev.inverterflow.snowflake.local.ast.ObjectTarget;
import dev.inverterflow.snowflake.local.ast.QualifiedName;
import dev.inverterflow.snowflake.local.ast.TypeName;
import dev.inverterflow.snowflake.local.catalog.AccountType;
import dev.inverterflow.snowflake.local.catalog.Catalog;
import dev.inverterflow.snowflake.local.catalog.ObjectName;
import dev.inverterflow.snowflake.local.catalog.ObjectType;
import dev.inverterflow.snowflake.local.catalog.Owned;
import dev.inverterflow.snowflake.local.catalog.SchemaName;
import dev.inverterflow.snowflake.local.catalog.SchemaObject;
import dev.inverterflow.snowflake.local.catalog.SchemaRegistry;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.procedure.Signatures;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
        return object.key().equals(object.name().name())
                ? object.name().toString()
                : object.name().schemaName() + "." + object.key();
    }

    /** Makes a role the owner of an object in a schema. */
    public static void giveTo(ObjectTarget target, String role, SessionContext session) {
        if (!target.kind().livesInSchema()) {
            throw Errors.notSupported("GRANT OWNERSHIP ON " + target.kind().sql());
        }
        giveTo(type(target.kind(), session.catalog()), target, role, session);
    }

    private static <T extends SchemaObject> void giveTo(
            ObjectType<T> type, ObjectTarget target, String role, SessionContext session) {
        SchemaObject object = requireInSchema(target, session);
        if (!(object instanceof Owned<?> owned)) {
            throw Errors.notSupported("GRANT OWNERSHIP ON " + target.kind().sql());
        }
        session.catalog().objects(type).put(type.type().cast(owned.withOwner(role)));
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

    private static SchemaObject requireInSchema(ObjectTarget target, SessionContext session) {
        ObjectName name = session.resolve(target.requireName());
        SchemaRegistry<?> registry = session.catalog().objects(type(target.kind(), session.catalog()));
        List<TypeName> arguments = target.argumentTypes();
        String key = arguments == null
                ? name.name()
                : Signatures.key(
                        name.name(), arguments.stream().map(Signatures::type).toList());
        Optional<? extends SchemaObject> object = registry.find(name.schemaName(), key);
        if (object.isEmpty() && target.kind() == ObjectKind.TABLE) {
            object = session.catalog().objects(ObjectType.VIEW).find(name);
        }
        if (object.isEmpty()) {
            throw missing(target.kind(), name.toString());
        }
        return object.get();
    }

    private static ObjectType<?> type(ObjectKind kind, Catalog catalog) {
        return catalog.objectTypes().stream()
                .filter(type -> type.label().equals(kind.sql()))
                .findFirst()
                .orElseThrow(() -> Errors.notSupported(kind.sql() + " objects"));
    }

    private static SnowflakeException missing(ObjectKind kind, String name) {
        return Errors.objectDoesNotExist(kind.display(), name);
    }
}
