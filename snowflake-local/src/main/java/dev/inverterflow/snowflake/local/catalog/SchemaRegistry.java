package dev.inverterflow.snowflake.local.catalog;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/**
 * The objects of one kind, of all schemas. Safe for use by several threads; a command that must check and then change
 * holds {@link Catalog#ddlLock()} for that time.
 */
public final class SchemaRegistry<T extends SchemaObject> {

    private record Key(SchemaName schema, String key) {}

    private static final Comparator<SchemaObject> BY_NAME = Comparator.comparing(
                    (SchemaObject object) -> object.name().database())
            .thenComparing(object -> object.name().schema())
            .thenComparing(SchemaObject::key);

    private final Map<Key, T> objects = new ConcurrentHashMap<>();

    /** Adds the object or puts it in the place of the one with the same key; returns the one it replaces. */
    public Optional<T> put(T object) {
        return Optional.ofNullable(objects.put(keyOf(object), object));
    }

    /** The object of that name; for an overloaded kind use {@link #find(SchemaName, String)}. */
    public Optional<T> find(ObjectName name) {
        return find(name.schemaName(), name.name());
    }

    /** The object with that {@linkplain SchemaObject#key() key}. */
    public Optional<T> find(SchemaName schema, String key) {
        return Optional.ofNullable(objects.get(new Key(schema, key)));
    }

    /** Puts a changed copy in the object's place, atomically; empty if it is not there. */
    public Optional<T> update(ObjectName name, UnaryOperator<T> change) {
        return Optional.ofNullable(objects.computeIfPresent(
                new Key(name.schemaName(), name.name()), (key, object) -> change.apply(object)));
    }

    /** Removes the object; returns it if it was there. */
    public Optional<T> remove(T object) {
        return Optional.ofNullable(objects.remove(keyOf(object)));
    }

    /** The objects of a schema, by name. */
    public List<T> in(SchemaName schema) {
        return objects.values().stream()
                .filter(object -> object.name().schemaName().equals(schema))
                .sorted(BY_NAME)
                .toList();
    }

    /** All objects, by database, schema, name. */
    public List<T> all() {
        return objects.values().stream().sorted(BY_NAME).toList();
    }

    void removeSchema(SchemaName schema) {
        objects.keySet().removeIf(key -> key.schema().equals(schema));
    }

    private Key keyOf(T object) {
        return new Key(object.name().schemaName(), object.key());
    }
}
