package dev.inverterflow.snowflake.local.stream;

import dev.inverterflow.snowflake.local.catalog.Catalog;
import dev.inverterflow.snowflake.local.catalog.Commented;
import dev.inverterflow.snowflake.local.catalog.ObjectName;
import dev.inverterflow.snowflake.local.catalog.ObjectType;
import dev.inverterflow.snowflake.local.catalog.Owned;
import dev.inverterflow.snowflake.local.catalog.SchemaObject;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A stream on a table.
 *
 * @param id tells this stream from one of the same name before or after it; its offset is kept under it
 * @param table the table it is on
 * @param tableId the table's own id when the stream was made: a replaced table leaves the stream stale, a renamed one does not
 */
public record TableStream(
        ObjectName name,
        long id,
        ObjectName table,
        long tableId,
        Mode mode,
        InitialRows initialRows,
        String owner,
        Instant createdOn,
        String comment)
        implements SchemaObject, Owned<TableStream>, Commented<TableStream> {
    public static final ObjectType<TableStream> KIND = new ObjectType<>("STREAM", TableStream.class);

    /** Which changes it shows. */
    public enum Mode {
        /** The net of all. */
        STANDARD,
        /** Rows that were added, whatever became of them. */
        APPEND_ONLY
    }

    /** Whether the rows that were there when it was made are new to it. */
    public enum InitialRows {
        SHOWN,
        HIDDEN
    }

    /** Those of the server itself, which no listing shows. */
    static final ObjectType<TableStream> HIDDEN = new ObjectType<>("HIDDEN STREAM", TableStream.class);

    /** The stream of that name, whether it is listed or not. */
    static Optional<TableStream> find(ObjectName name, Catalog catalog) {
        return catalog.objects(KIND).find(name).or(() -> catalog.objects(HIDDEN).find(name));
    }

    /** All, listed or not. */
    static Stream<TableStream> all(Catalog catalog) {
        return Stream.concat(catalog.objects(KIND).all().stream(), catalog.objects(HIDDEN).all().stream());
    }

    @Override
    public TableStream withComment(String newComment) {
        return new TableStream(name, id, table, tableId, mode, initialRows, owner, createdOn, newComment);
    }

    @Override
    public TableStream withOwner(String newOwner) {
        return new TableStream(name, id, table, tableId, mode, initialRows, newOwner, createdOn, comment);
    }
}
