package dev.inverterflow.snowflake.local.catalog;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A named stage.
 *
 * @param id tells this stage from one of the same name before or after it; an internal stage's files live under it
 * @param url where an external stage's files are, such as {@code s3://bucket/prefix/}; null for an internal stage
 * @param integration the storage integration of an external stage, null without one
 * @param temporary whether it lives and is seen only in the session that made it
 * @param properties the other properties set on it, by upper-case name: FILE_FORMAT's as {@code FILE_FORMAT.TYPE},
 *     ENCRYPTION's as {@code ENCRYPTION.TYPE}
 */
public record Stage(
        ObjectName name,
        long id,
        @Nullable String url,
        @Nullable String integration,
        boolean temporary,
        Map<String, String> properties,
        String owner,
        Instant createdOn,
        String comment)
        implements SchemaObject, Owned<Stage>, Movable<Stage> {

    public Stage {
        properties = Map.copyOf(properties);
    }

    public boolean external() {
        return url != null;
    }

    public Optional<String> property(String propertyName) {
        return Optional.ofNullable(properties.get(propertyName));
    }

    @Override
    public Stage withComment(String newComment) {
        return new Stage(name, id, url, integration, temporary, properties, owner, createdOn, newComment);
    }

    @Override
    public Stage withName(ObjectName newName) {
        return new Stage(newName, id, url, integration, temporary, properties, owner, createdOn, comment);
    }

    @Override
    public Stage withOwner(String newOwner) {
        return new Stage(name, id, url, integration, temporary, properties, newOwner, createdOn, comment);
    }
}
