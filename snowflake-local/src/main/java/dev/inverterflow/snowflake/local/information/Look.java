package dev.inverterflow.snowflake.local.information;

import dev.inverterflow.snowflake.local.catalog.ObjectType;
import dev.inverterflow.snowflake.local.catalog.SchemaObject;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import java.util.List;
import java.util.stream.Stream;

/**
 * Who looks at which database.
 *
 * @param database the database whose INFORMATION_SCHEMA is read
 */
record Look(String database, SessionContext session) {

    /** The objects of a kind in the database that the session's roles see, the session's temporary ones among them. */
    <T extends SchemaObject> List<T> objects(ObjectType<T> type) {
        Stream<T> shared = session.catalog().objects(type).all().stream()
                .filter(object -> session.access().sees(type, object));
        return Stream.concat(session.temporary(type).all().stream(), shared)
                .filter(object -> object.name().database().equals(database))
                .toList();
    }

    /** The same for a kind that another package brings. */
    List<? extends SchemaObject> objects(String label) {
        return session.catalog().objectTypes().stream()
                .filter(type -> type.label().equals(label))
                .findFirst()
                .map(this::objects)
                .orElse(List.of());
    }
}
