package dev.inverterflow.snowflake.local.catalog;

import java.time.Instant;
import java.util.Map;

/**
 * A named file format.
 *
 * @param type {@code JSON}, {@code CSV}
 * @param options its options, by upper-case name
 * @param temporary whether it lives and is seen only in the session that made it
 */
public record FileFormat(
        ObjectName name,
        String type,
        Map<String, String> options,
        boolean temporary,
        String owner,
        Instant createdOn,
        String comment)
        implements SchemaObject, Owned<FileFormat>, Movable<FileFormat> {

    public FileFormat {
        options = Map.copyOf(options);
    }

    public FileFormat withOptions(Map<String, String> newOptions) {
        return new FileFormat(name, type, newOptions, temporary, owner, createdOn, comment);
    }

    @Override
    public FileFormat withComment(String newComment) {
        return new FileFormat(name, type, options, temporary, owner, createdOn, newComment);
    }

    @Override
    public FileFormat withName(ObjectName newName) {
        return new FileFormat(newName, type, options, temporary, owner, createdOn, comment);
    }

    @Override
    public FileFormat withOwner(String newOwner) {
        return new FileFormat(name, type, options, temporary, newOwner, createdOn, comment);
    }
}
