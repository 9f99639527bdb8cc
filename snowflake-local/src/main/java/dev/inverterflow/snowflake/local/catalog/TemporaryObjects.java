package dev.inverterflow.snowflake.local.catalog;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What one session created as temporary: a registry for each kind of object, like the catalog's. */
public final class TemporaryObjects {

    private final Map<ObjectType<?>, SchemaRegistry<?>> registries = new ConcurrentHashMap<>();

    // The class of the type fixes the registry's type; only put through it, objects of that class get in.
    @SuppressWarnings("unchecked")
    public <T extends SchemaObject> SchemaRegistry<T> objects(ObjectType<T> type) {
        return (SchemaRegistry<T>) registries.computeIfAbsent(type, any -> new SchemaRegistry<T>());
    }
}
