package dev.inverterflow.snowflake.local.stream;

import dev.inverterflow.snowflake.local.catalog.Commented;
import dev.inverterflow.snowflake.local.catalog.ObjectName;
import dev.inverterflow.snowflake.local.catalog.ObjectType;
import dev.inverterflow.snowflake.local.catalog.Owned;
import dev.inverterflow.snowflake.local.catalog.SchemaObject;
import java.time.Instant;

/**
 * An append-only stream on a table.
 *
 * @param id tells this stream from one of the same name before or after it; its offset is kept under it
 * @param table the table it is on
 * @param tableId the table's own id when the stream was made: a replaced table leaves the stream stale
 */
record TableStream(
        ObjectName name, long id, ObjectName table, long tableId, String owner, Instant createdOn, String comment)
        implements SchemaObject, Owned<TableStream>, Commented<TableStream> {
    static final ObjectType<TableStream> KIND = new ObjectType<>("STREAM", TableStream.class);

    @Override
    public TableStream withComment(String newComment) {
        return new TableStream(name, id, table, tableId, owner, createdOn, newComment);
    }

    @Override
    public TableStream withOwner(String newOwner) {
        return new TableStream(name, id, table, tableId, newOwner, createdOn, comment);
    }
}
