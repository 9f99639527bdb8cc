package dev.inverterflow.snowflake.local.catalog;

import dev.inverterflow.snowflake.local.ast.Query;
import java.time.Instant;
import java.util.List;

/**
 * A view.
 *
 * @param columns its columns, fixed when it was created
 * @param text the whole CREATE statement, as written
 * @param query the defining query
 */
public record View(
        ObjectName name,
        List<Column> columns,
        String text,
        Query query,
        String owner,
        Instant createdOn,
        String comment)
        implements SchemaObject, Owned<View> {

    public View {
        columns = List.copyOf(columns);
    }

    public View withComment(String newComment) {
        return new View(name, columns, text, query, owner, createdOn, newComment);
    }

    @Override
    public View withOwner(String newOwner) {
        return new View(name, columns, text, query, newOwner, createdOn, comment);
    }
}
