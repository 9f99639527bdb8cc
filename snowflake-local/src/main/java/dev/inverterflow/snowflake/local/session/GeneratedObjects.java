package dev.inverterflow.snowflake.local.session;

import dev.inverterflow.snowflake.local.catalog.ObjectType;
import dev.inverterflow.snowflake.local.catalog.SchemaObject;
import dev.inverterflow.snowflake.local.catalog.SchemaRegistries;
import dev.inverterflow.snowflake.local.catalog.SchemaRegistry;
import dev.inverterflow.snowflake.local.catalog.Table;
import dev.inverterflow.snowflake.local.execution.TemporaryObjects;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The temporary objects that Snowpark makes for itself in a procedure's body, and which end with it. */
final class GeneratedObjects {

    private record Key(ObjectType<?> type, String name, String key) {}

    private final Set<Key> before;

    private GeneratedObjects(Set<Key> before) {
        this.before = before;
    }

    /** Those that a session makes from now on. */
    static GeneratedObjects since(SchemaRegistries temporaries) {
        return new GeneratedObjects(temporaries.types().stream()
                .flatMap(type -> temporaries.of(type).all().stream().map(object -> key(type, object)))
                .collect(Collectors.toUnmodifiableSet()));
    }

    /** Takes them away from the session; returns the tables, which the engine has, too. */
    List<Table> removeFrom(SchemaRegistries temporaries) {
        List<Table> tables = new ArrayList<>();
        for (ObjectType<?> type : temporaries.types()) {
            for (SchemaObject removed : removeFrom(type, temporaries)) {
                if (removed instanceof Table table) {
                    tables.add(table);
                }
            }
        }
        return tables;
    }

    private <T extends SchemaObject> List<T> removeFrom(ObjectType<T> type, SchemaRegistries temporaries) {
        SchemaRegistry<T> registry = temporaries.of(type);
        List<T> made = registry.all().stream()
                .filter(object -> TemporaryObjects.isOfSnowpark(object.name()) && !before.contains(key(type, object)))
                .toList();
        made.forEach(registry::remove);
        return made;
    }

    private static Key key(ObjectType<?> type, SchemaObject object) {
        return new Key(type, object.name().toString(), object.key());
    }
}
