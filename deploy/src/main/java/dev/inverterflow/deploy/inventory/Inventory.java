package dev.inverterflow.deploy.inventory;

import dev.inverterflow.deploy.object.ObjectKey;
import dev.inverterflow.deploy.object.ObjectKind;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The objects of a schema as they stand in the account, seen at one time. */
public final class Inventory {
    private final Map<ObjectKey, ObjectState> states = new TreeMap<>();

    public Inventory(Collection<ObjectState> states) {
        states.forEach(state -> this.states.put(state.key(), state));
    }

    /** Nothing: before the schema is made. */
    public static Inventory empty() {
        return new Inventory(List.of());
    }

    public boolean has(ObjectKey key) {
        return states.containsKey(key);
    }

    public Optional<ObjectState> find(ObjectKey key) {
        return Optional.ofNullable(states.get(key));
    }

    /** By kind, then name. */
    public Collection<ObjectState> all() {
        return states.values();
    }

    /** How many there are of a kind. */
    public long count(ObjectKind kind) {
        return states.keySet().stream().filter(key -> key.kind() == kind).count();
    }
}
