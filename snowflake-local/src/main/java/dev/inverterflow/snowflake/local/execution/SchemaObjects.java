package dev.inverterflow.snowflake.local.execution;

import dev.inverterflow.snowflake.local.ast.CreateMode;
import dev.inverterflow.snowflake.local.ast.DdlStatement.Drop;
import dev.inverterflow.snowflake.local.ast.Inspection.ScopeKind;
import dev.inverterflow.snowflake.local.ast.Inspection.Show;
import dev.inverterflow.snowflake.local.ast.Inspection.ShowScope;
import dev.inverterflow.snowflake.local.ast.Persistence;
import dev.inverterflow.snowflake.local.catalog.ObjectName;
import dev.inverterflow.snowflake.local.catalog.ObjectType;
import dev.inverterflow.snowflake.local.catalog.SchemaName;
import dev.inverterflow.snowflake.local.catalog.SchemaObject;
import dev.inverterflow.snowflake.local.catalog.SchemaRegistry;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What CREATE, DROP and SHOW do in the same way for every kind of object in a schema. */
public final class SchemaObjects {

    private SchemaObjects() {}

    /**
     * CREATE of an object that has nothing but its catalog entry.
     *
     * @param make makes the object; called only if it is to be created
     * @param replaced told the object that the new one takes the place of
     * @throws SnowflakeException 002003 if the schema is not there, 002002 if the
     *     name is taken
     */
    public static <T extends SchemaObject> Result create(
            CreateMode mode,
            ObjectType<T> type,
            ObjectName name,
            SessionContext session,
            Supplier<T> make,
            Consumer<T> replaced) {
        return create(mode, type, name, session.catalog().objects(type), session, make, replaced);
    }

    /** CREATE of an object that may be temporary: it then lives in the session only and hides a permanent one. */
    public static <T extends SchemaObject> Result create(
            CreateMode mode,
            Persistence persistence,
            ObjectType<T> type,
            ObjectName name,
            SessionContext session,
            Supplier<T> make,
            Consumer<T> replaced) {
        boolean temporary = persistence == Persistence.TEMPORARY;
        if (temporary && session.inOwnersRightsProcedure()) {
            throw Errors.unsupportedInOwnersRights("CREATE TEMPORARY " + type.label());
        }
        var registry = temporary ? session.temporary(type) : session.catalog().objects(type);
        return create(mode, type, name, registry, session, make, replaced);
    }

    private static <T extends SchemaObject> Result create(
            CreateMode mode,
            ObjectType<T> type,
            ObjectName name,
            SchemaRegistry<T> registry,
            SessionContext session,
            Supplier<T> make,
            Consumer<T> replaced) {
        var catalog = session.catalog();
        catalog.ddlLock().lock();
        try {
            if (catalog.schema(name.schemaName()).isEmpty()) {
                throw Errors.objectDoesNotExist("Schema", name.schemaName().toString());
            }
            boolean exists = registry.find(name).isPresent();
            if (exists && mode == CreateMode.IF_NOT_EXISTS) {
                return Result.status(name.name() + " already exists, statement succeeded.");
            }
            if (exists && mode == CreateMode.CREATE) {
                throw Errors.alreadyExists(name.toString());
            }
            if (mode == CreateMode.OR_ALTER) {
                throw Errors.notSupported("CREATE OR ALTER " + type.label());
            }
            registry.put(make.get()).ifPresent(replaced);
        } finally {
            catalog.ddlLock().unlock();
        }
        return Result.status(display(type) + " " + name.name() + " successfully created.");
    }

    /** DROP of an object that has nothing but its catalog entry; {@code dropped} is told the object. */
    public static <T extends SchemaObject> Result drop(
            Drop statement, ObjectType<T> type, SessionContext session, Consumer<T> dropped) {
        var name = session.resolve(statement.object().requireName());
        var registry = session.temporary(type).find(name).isPresent()
                ? session.temporary(type)
                : session.catalog().objects(type);
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
     * The object of that name.
     *
     * @throws SnowflakeException 002003 if it is not there
     */
    public static <T extends SchemaObject> T require(ObjectType<T> type, ObjectName name, SessionContext session) {
        return session.find(type, name).orElseThrow(() -> missing(type, name));
    }

    /** The objects that SHOW lists: those of the scope, whose names match, by name. */
    public static <T extends SchemaObject> List<T> shown(Show show, ObjectType<T> type, SessionContext session) {
        Predicate<SchemaName> scope = scope(show.scope(), session);
        Pattern like = like(show.like());
        Stream<T> objects = Stream.concat(
                        session.temporary(type).all().stream(), session.catalog().objects(type).all().stream())
                .filter(object -> scope.test(object.name().schemaName()))
                .filter(object -> like.matcher(object.name().name()).matches());
        var prefix = show.startsWith();
        if (prefix != null) {
            objects = objects.filter(object -> object.name().name().startsWith(prefix));
        }
        var after = show.from();
        if (after != null) {
            objects = objects.filter(object -> object.name().name().compareTo(after) > 0);
        }
        var limit = show.limit();
        return (limit == null ? objects : objects.limit(limit)).toList();
    }

    private static Predicate<SchemaName> scope(@Nullable ShowScope scope, SessionContext session) {
        if (scope == null) {
            return session.database()
                    .<Predicate<SchemaName>>map(
                            database -> schema -> schema.database().equals(database))
                    .orElse(schema -> true);
        }
        var name = scope.name();
        if (scope.kind() == ScopeKind.ACCOUNT) {
            return schema -> true;
        }
        if (scope.kind() == ScopeKind.DATABASE) {
            var database =
                    name == null ? session.database().orElse("") : name.last().name();
            return schema -> schema.database().equals(database);
        }
        if (scope.kind() == ScopeKind.SCHEMA || scope.kind() == null) {
            var wanted = name == null ? session.schema() : Optional.of(session.resolveSchema(name));
            return schema -> wanted.isPresent() && wanted.get().equals(schema);
        }
        throw Errors.notSupported("SHOW … IN " + scope.kind());
    }

    /** A LIKE pattern, which SHOW matches without regard to case. */
    private static Pattern like(@Nullable String pattern) {
        if (pattern == null) {
            return Pattern.compile("(?s).*");
        }
        var expression = new StringBuilder();
        for (char each : pattern.toCharArray()) {
            switch (each) {
                case '%' -> expression.append(".*");
                case '_' -> expression.append('.');
                default -> expression.append(Pattern.quote(String.valueOf(each)));
            }
        }
        return Pattern.compile(expression.toString(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
    }

    private static SnowflakeException missing(ObjectType<?> type, ObjectName name) {
        return Errors.objectDoesNotExist(display(type), name.toString());
    }

    private static String display(ObjectType<?> type) {
        return type.label().charAt(0) + type.label().substring(1).toLowerCase(Locale.ROOT);
    }
}
