package dev.inverterflow.snowflake.local.persistence;

import dev.inverterflow.snowflake.local.catalog.AccountObject;
import dev.inverterflow.snowflake.local.catalog.AccountType;
import dev.inverterflow.snowflake.local.catalog.Catalog;
import dev.inverterflow.snowflake.local.catalog.Database;
import dev.inverterflow.snowflake.local.catalog.Grant;
import dev.inverterflow.snowflake.local.catalog.ObjectType;
import dev.inverterflow.snowflake.local.catalog.Schema;
import dev.inverterflow.snowflake.local.catalog.SchemaObject;
import dev.inverterflow.snowflake.local.execution.DefinitionStore;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Keeps the catalog in the engine's database, so that a definition and the rows it stands for become durable in one commit.
 * The catalog in memory is what counts while the server runs; what differs from the stored one is written.
 *
 * <p>Used with the catalog's DDL lock held.
 */
final class CatalogStore implements DefinitionStore {

    private static final String TABLE = "\"$CATALOG\".entries";
    private static final String SCHEMA_KIND = "SCHEMA";
    private static final String GRANT_KIND = "GRANT";
    private static final String ID_KIND = "LAST ID";

    /** @param kind what it is, with the label of its type */
    private record Key(String kind, String name) {}

    private record Entry(Object object, String json) {}

    private final Catalog catalog;
    private final CatalogJson json = new CatalogJson();
    private Map<Key, Entry> stored = new HashMap<>();

    CatalogStore(Catalog catalog) {
        this.catalog = catalog;
    }

    /** Fills the catalog with what is stored. */
    void restore(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA IF NOT EXISTS \"$CATALOG\"");
            statement.execute("CREATE TABLE IF NOT EXISTS " + TABLE
                    + " (kind VARCHAR NOT NULL, name VARCHAR NOT NULL, class VARCHAR NOT NULL, body VARCHAR NOT NULL)");
            try (ResultSet rows = statement.executeQuery("SELECT kind, name, class, body FROM " + TABLE)) {
                while (rows.next()) {
                    Key key = new Key(rows.getString(1), rows.getString(2));
                    Object object = json.read(rows.getString(4), type(rows.getString(3)));
                    put(key.kind(), object);
                    stored.put(key, new Entry(object, rows.getString(4)));
                }
            }
        }
    }

    @Override
    public Saved save(Connection connection) throws SQLException {
        Map<Key, Entry> now = entries();
        try (PreparedStatement delete =
                        connection.prepareStatement("DELETE FROM " + TABLE + " WHERE kind = ? AND name = ?");
                PreparedStatement insert =
                        connection.prepareStatement("INSERT INTO " + TABLE + " VALUES (?, ?, ?, ?)")) {
            for (Map.Entry<Key, Entry> old : stored.entrySet()) {
                Entry current = now.get(old.getKey());
                if (current == null || !current.json().equals(old.getValue().json())) {
                    delete.setString(1, old.getKey().kind());
                    delete.setString(2, old.getKey().name());
                    delete.executeUpdate();
                }
            }
            for (Map.Entry<Key, Entry> current : now.entrySet()) {
                Entry old = stored.get(current.getKey());
                if (old == null || !old.json().equals(current.getValue().json())) {
                    insert.setString(1, current.getKey().kind());
                    insert.setString(2, current.getKey().name());
                    insert.setString(3, current.getValue().object().getClass().getName());
                    insert.setString(4, current.getValue().json());
                    insert.executeUpdate();
                }
            }
        }
        return () -> stored = now;
    }

    /** Whether something is not stored yet. */
    boolean isOutOfDate() {
        return !entries().equals(stored);
    }

    private Map<Key, Entry> entries() {
        Map<Key, Entry> entries = new LinkedHashMap<>();
        for (AccountType<?> type : catalog.accountTypes()) {
            for (AccountObject object : catalog.account(type).all()) {
                add(entries, new Key("ACCOUNT " + type.label(), object.name()), object);
            }
        }
        for (Database database : catalog.account(AccountType.DATABASE).all()) {
            for (Schema schema : catalog.schemas(database.name())) {
                add(entries, new Key(SCHEMA_KIND, schema.name().toString()), schema);
            }
        }
        for (ObjectType<?> type : catalog.objectTypes()) {
            for (SchemaObject object : catalog.objects(type).all()) {
                add(entries, new Key(type.label(), object.name().schemaName() + "." + object.key()), object);
            }
        }
        for (Grant grant : catalog.grants().matching(grant -> true)) {
            String text = json.write(grant);
            entries.put(new Key(GRANT_KIND, text), new Entry(grant, text));
        }
        add(entries, new Key(ID_KIND, ""), new LastId(catalog.lastId()));
        return entries;
    }

    // Objects never change, so one that is there as it was need not be written anew.
    private void add(Map<Key, Entry> entries, Key key, Object object) {
        Entry old = stored.get(key);
        entries.put(key, old != null && old.object() == object ? old : new Entry(object, json.write(object)));
    }

    private void put(String kind, Object object) {
        if (object instanceof Schema schema) {
            catalog.putSchema(schema);
        } else if (object instanceof Grant grant) {
            catalog.grants().add(grant);
        } else if (object instanceof LastId last) {
            catalog.continueAfter(last.id());
        } else if (object instanceof AccountObject account) {
            putAccountObject(kind.substring("ACCOUNT ".length()), account);
        } else {
            putSchemaObject(kind, (SchemaObject) object);
        }
    }

    // The label and the class together are the type, of which there is one.
    @SuppressWarnings("unchecked")
    private <T extends AccountObject> void putAccountObject(String label, T object) {
        catalog.account(new AccountType<>(label, (Class<T>) object.getClass())).put(object);
    }

    @SuppressWarnings("unchecked")
    private <T extends SchemaObject> void putSchemaObject(String label, T object) {
        catalog.objects(new ObjectType<>(label, (Class<T>) object.getClass())).put(object);
    }

    private static Class<?> type(String name) {
        if (!name.startsWith("dev.inverterflow.snowflake.local.")) {
            throw new IllegalStateException("no entry of a catalog is a " + name);
        }
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException unknown) {
            throw new IllegalStateException(
                    "the catalog has an entry of a kind this version does not know: " + name, unknown);
        }
    }

    /** The highest number that was given to an object. */
    record LastId(long id) {}
}
