package dev.inverterflow.snowflake.local.catalog;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Every object of the account. It knows names and definitions only; the rows are the engine's.
 *
 * <p>DDL commits at once, as in Snowflake, so the catalog has no transactions. Commands that look and then change take
 * {@link #ddlLock()}, which is a leaf: nobody waits for a session's lock or the commit lock while holding it.
 */
public final class Catalog {

    private final Map<AccountType<?>, AccountRegistry<?>> accountRegistries = new ConcurrentHashMap<>();
    private final SchemaRegistries schemaRegistries = new SchemaRegistries();
    private final Map<SchemaName, Schema> schemas = new ConcurrentHashMap<>();
    private final Grants grants = new Grants();
    private final Map<Set<String>, AccessSnapshot> access = new ConcurrentHashMap<>();
    private final ReentrantLock ddlLock = new ReentrantLock();
    private final AtomicLong nextId = new AtomicLong(1);

    /** The registry of a kind of account object. */
    // The class of the type fixes the registry's type; only put through it, objects of that class get in.
    @SuppressWarnings("unchecked")
    public <T extends AccountObject> AccountRegistry<T> account(AccountType<T> type) {
        return (AccountRegistry<T>) accountRegistries.computeIfAbsent(type, missing -> new AccountRegistry<T>());
    }

    /** The registry of a kind of schema object; a kind not seen before gets an empty one. */
    public <T extends SchemaObject> SchemaRegistry<T> objects(ObjectType<T> type) {
        return schemaRegistries.of(type);
    }

    /** The kinds of schema objects that have a registry, by label. */
    public List<ObjectType<?>> objectTypes() {
        return schemaRegistries.types();
    }

    /** The kind of schema objects of that label, such as FILE FORMAT; empty if it has no registry. */
    public Optional<ObjectType<?>> objectType(String label) {
        return schemaRegistries.type(label);
    }

    public Optional<Schema> schema(SchemaName name) {
        return Optional.ofNullable(schemas.get(name));
    }

    /** Adds the schema or puts it in the place of the one of the same name. */
    public void putSchema(Schema schema) {
        schemas.put(schema.name(), schema);
    }

    /** The schemas of a database, by name. */
    public List<Schema> schemas(String database) {
        return schemas.values().stream()
                .filter(schema -> schema.name().database().equals(database))
                .sorted(Comparator.comparing(schema -> schema.name().schema()))
                .toList();
    }

    /** Removes the schema with everything in it. */
    public void removeSchema(SchemaName name) {
        schemaRegistries.removeSchema(name);
        schemas.remove(name);
    }

    public Grants grants() {
        return grants;
    }

    /** What these roles may do by now. */
    public Access access(Set<String> roles) {
        AccessSnapshot known = access.get(roles);
        if (known == null || known.version() != grants.version()) {
            long version = grants.version();
            known = new AccessSnapshot(version, Access.of(roles, grants));
            access.put(Set.copyOf(roles), known);
        }
        return known.access();
    }

    private record AccessSnapshot(long version, Access access) {}

    /** Held by a command from its first look at the catalog to its last change of it. */
    public ReentrantLock ddlLock() {
        return ddlLock;
    }

    /** A number no other object of this catalog has. */
    /** The kinds of account objects that have a registry, by label. */
    public List<AccountType<?>> accountTypes() {
        return accountRegistries.keySet().stream()
                .<AccountType<?>>map(type -> type)
                .sorted(Comparator.comparing(AccountType::label))
                .toList();
    }

    /** The highest number given out so far. */
    public long lastId() {
        return nextId.get() - 1;
    }

    /** Gives out only numbers above this one from now on. */
    public void continueAfter(long id) {
        nextId.accumulateAndGet(id + 1, Math::max);
    }

    public long newId() {
        return nextId.getAndIncrement();
    }
}
