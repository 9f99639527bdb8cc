package dev.inverterflow.snowflake.local.catalog;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** The account's objects of one kind. Safe for use by several threads. */
public final class AccountRegistry<T extends AccountObject> {

    private final Map<String, T> objects = new ConcurrentHashMap<>();

    /** Adds the object or puts it in the place of the one with the same name; returns the one it replaces. */
    public Optional<T> put(T object) {
        return Optional.ofNullable(objects.put(object.name(), object));
    }

    public Optional<T> find(String name) {
        return Optional.ofNullable(objects.get(name));
    }

    /** Puts a changed copy in the object's place, atomically; empty if it is not there. */
    public Optional<T> update(String name, UnaryOperator<T> change) {
        return Optional.ofNullable(objects.computeIfPresent(name, (key, object) -> change.apply(object)));
    }

    /** Removes the object; returns it if it was there. */
    public Optional<T> remove(String name) {
        return Optional.ofNullable(objects.remove(name));
    }

    /** All objects, by name. */
    public List<T> all() {
        return objects.values().stream()
                .sorted(Comparator.comparing(AccountObject::name))
                .toList();
    }
}
