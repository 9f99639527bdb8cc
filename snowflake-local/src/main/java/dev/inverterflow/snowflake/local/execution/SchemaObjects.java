package dev.inverterflow.snowflake.local.execution;

import dev.inverterflow.snowflake.local.ast.CreateMode;
import dev.inverterflow.snowflake.local.ast.DdlStatement.Alter;
import dev.inverterflow.snowflake.local.ast.DdlStatement.Drop;
import dev.inverterflow.snowflake.local.ast.Inspection.Show;
import dev.inverterflow.snowflake.local.catalog.Access;
import dev.inverterflow.snowflake.local.catalog.ObjectName;
import dev.inverterflow.snowflake.local.catalog.ObjectType;
import dev.inverterflow.snowflake.local.catalog.SchemaName;
import dev.inverterflow.snowflake.local.catalog.SchemaObject;
import dev.inverterflow.snowflake.local.catalog.SchemaRegistry;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What CREATE, ALTER, DROP and SHOW do in the same way for every kind of object in a schema. */
public final class SchemaObjects {

    private static final Comparator<SchemaObject> BY_NAME = Comparator.comparing(
                    (SchemaObject object) -> object.name().database())
            .thenComparing(object -> object.name().schema())
            .thenComparing(SchemaObject::key);

    private SchemaObjects() {}

    /** CREATE of an object that all sessions see; see the other one. */
    public static <T extends SchemaObject> Result create(
            CreateMode mode,
            ObjectType<T> type,
            ObjectName name,
            SessionContext session,
            Supplier<T> make,
            Consumer<T> replaced) {
        return create(mode, session.catalog().objects(type), type, name, session, make, replaced);
    }

    /**
     * CREATE of an object that has nothing but its catalog entry.
     *
     * @param into the registry it belongs into: the account's or that of the session's temporary objects
     * @param make makes the object; called only if it is to be created
     * @param replaced told the object that the new one takes the place of
     * @throws SnowflakeException 002003 if the schema is not there, 002002 if the
     *     name is taken
     */
    public static <T extends SchemaObject> Result create(
            CreateMode mode,
            SchemaRegistry<T> into,
            ObjectType<T> type,
            ObjectName name,
            SessionContext session,
            Supplier<T> make,
            Consumer<T> replaced) {
        var catalog = session.catalog();
        catalog.ddlLock().lock();
        try {
            if (catalog.schema(name.schemaName()).isEmpty()) {
                throw Errors.objectDoesNotExist("Schema", name.schemaName().toString());
            }
            boolean exists = into.find(name).isPresent();
            if (exists && mode == CreateMode.IF_NOT_EXISTS) {
                return Result.status(name.name() + " already exists, statement succeeded.");
            }
            if (exists && mode == CreateMode.CREATE) {
                throw Errors.alreadyExists(name.toString());
            }
            if (mode == CreateMode.OR_ALTER) {
                throw Errors.notSupported("CREATE OR ALTER " + type.label());
            }
            into.put(make.get()).ifPresent(replaced);
        } finally {
            catalog.ddlLock().unlock();
        }
        return Result.status(display(type) + " " + name.name() + " successfully created.");
    }

    /**
     * The object of that name, which a function is to look at or to change.
     *
     * @param anyOf the privileges that are enough beside ownership
     * @throws SnowflakeException 002003 if it is not there or the session's roles do not see it, 003001 if they may not use
     *     it so
     */
    public static <T extends SchemaObject> T requireUsable(
            ObjectType<T> type, ObjectName name, SessionContext session, String... anyOf) {
        var object = require(type, name, session);
        var access = session.access();
        boolean allowed = access.owns(object)
                || Arrays.stream(anyOf)
                        .anyMatch(privilege -> access.holds(privilege, type.grantKind(), object.fullName()));
        if (!allowed) {
            throw access.sees(type, object)
                    ? Errors.insufficientPrivileges(
                            type.label().toLowerCase(Locale.ROOT), object.name().name())
                    : missing(type, name);
        }
        return object;
    }

    /** DROP of an object that has nothing but its catalog entry; {@code dropped} is told the object. */
    public static <T extends SchemaObject> Result drop(
            Drop statement, ObjectType<T> type, SessionContext session, Consumer<T> dropped) {
        var name = session.resolve(statement.object().requireName());
        var registry = registry(type, name, session);
        var object = registry.find(name);
        if (object.isEmpty()) {
            if (statement.ifExists()) {
                return Result.status("Drop statement executed successfully (" + name.name() + " already dropped).");
            }
            throw missing(type, name);
        }
        registry.remove(object.get()).ifPresent(dropped);
        return Result.status(name.name() + " successfully dropped.");
    }

    /**
     * ALTER of an object that has nothing but its catalog entry.
     *
     * @param change what becomes of the object; under another name it leaves its old place
     */
    public static <T extends SchemaObject> Result alter(
            Alter statement, ObjectType<T> type, SessionContext session, UnaryOperator<T> change) {
        var name = session.resolve(statement.object().requireName());
        var catalog = session.catalog();
        catalog.ddlLock().lock();
        try {
            var registry = registry(type, name, session);
            var old = registry.find(name);
            if (old.isEmpty() && statement.ifExists()) {
                return altered();
            }
            var object = old.orElseThrow(() -> missing(type, name));
            var changed = change.apply(object);
            if (!changed.name().equals(object.name())) {
                requireFree(changed.name(), registry, session);
                registry.remove(object);
            }
            registry.put(changed);
        } finally {
            catalog.ddlLock().unlock();
        }
        return altered();
    }

    /** What ALTER and COMMENT answer. */
    public static Result altered() {
        return Result.status("Statement executed successfully.");
    }

    /** The object of that name: the session's temporary one if there is one, else what all sessions see. */
    public static <T extends SchemaObject> Optional<T> find(
            ObjectType<T> type, ObjectName name, SessionContext session) {
        return session.find(type, name);
    }

    /**
     * The object of that name.
     *
     * @throws SnowflakeException 002003 if it is not there
     */
    public static <T extends SchemaObject> T require(ObjectType<T> type, ObjectName name, SessionContext session) {
        return find(type, name, session).orElseThrow(() -> missing(type, name));
    }

    /** Where the object of that name is, or would be. */
    public static <T extends SchemaObject> SchemaRegistry<T> registry(
            ObjectType<T> type, ObjectName name, SessionContext session) {
        var own = session.temporary(type);
        return own.find(name).isPresent() ? own : session.catalog().objects(type);
    }

    /** The objects that SHOW lists: those of the scope, whose names match, by name. */
    public static <T extends SchemaObject> List<T> shown(Show show, ObjectType<T> type, SessionContext session) {
        Predicate<SchemaName> scope = ShowFilter.schemas(show.scope(), session);
        Access access = session.access();
        Stream<T> objects = Stream.concat(
                        session.temporary(type).all().stream(),
                        session.catalog().objects(type).all().stream().filter(object -> access.sees(type, object)))
                .filter(object -> scope.test(object.name().schemaName()))
                .sorted(BY_NAME);
        return ShowFilter.filter(show, objects.toList(), object -> object.name().name());
    }

    private static <T extends SchemaObject> void requireFree(
            ObjectName name, SchemaRegistry<T> registry, SessionContext session) {
        if (session.catalog().schema(name.schemaName()).isEmpty()) {
            throw Errors.objectDoesNotExist("Schema", name.schemaName().toString());
        }
        if (registry.find(name).isPresent()) {
            throw Errors.alreadyExists(name.toString());
        }
    }

    private static SnowflakeException missing(ObjectType<?> type, ObjectName name) {
        return Errors.objectDoesNotExist(display(type), name.toString());
    }

    private static String display(ObjectType<?> type) {
        return type.label().charAt(0) + type.label().substring(1).toLowerCase(Locale.ROOT);
    }
}
