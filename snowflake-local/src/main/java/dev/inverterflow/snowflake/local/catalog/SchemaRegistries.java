package dev.inverterflow.snowflake.local.catalog;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A registry for each kind of schema object: those of the account, or those that one session has for itself. */
public final class SchemaRegistries {

    private final Map<ObjectType<?>, SchemaRegistry<?>> registries = new ConcurrentHashMap<>();

    /** The registry of a kind; a kind not seen before gets an empty one. */
    // The class of the type fixes the registry's type; only put through it, objects of that class get in.
    @SuppressWarnings("unchecked")
    public <T extends SchemaObject> SchemaRegistry<T> of(ObjectType<T> type) {
        return (SchemaRegistry<T>) registries.computeIfAbsent(type, missing -> new SchemaRegistry<T>());
    }

    /** The kinds that have a registry, by label. */
    public List<ObjectType<?>> types() {
        return registries.keySet().stream()
                .<ObjectType<?>>map(type -> type)
                .sorted(Comparator.comparing(ObjectType::label))
                .toList();
    }

    /** The kind of that label, if there is a registry of it. */
    Optional<ObjectType<?>> type(String label) {
        for (ObjectType<?> type : registries.keySet()) {
            if (type.label().equals(label)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    /** Removes everything that is in the schema. */
    public void removeSchema(SchemaName schema) {
        registries.values().forEach(registry -> registry.removeSchema(schema));
    }
}
