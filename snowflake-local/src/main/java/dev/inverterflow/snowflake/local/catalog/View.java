package dev.inverterflow.snowflake.local.catalog;

import dev.inverterflow.snowflake.local.ast.Query;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A view.
 *
 * @param kind how it was made, which changes how long it lives and who sees its text
 * @param columns its columns, fixed when it was created
 * @param text the whole CREATE statement, as written
 * @param query the defining query
 * @param labels what the columns of the query were called when the view was made; null of views made before that was kept
 */
public record View(
        ObjectName name,
        Kind kind,
        List<Column> columns,
        String text,
        Query query,
        String owner,
        Instant createdOn,
        String comment,
        @Nullable List<String> labels)
        implements SchemaObject, Owned<View>, Movable<View> {

    /**
     * How a view was made.
     *
     * @param secure whether only its owner sees its text
     * @param temporary whether it lives and is seen only in the session that made it
     */
    public record Kind(boolean secure, boolean temporary) {}

    public View {
        columns = List.copyOf(columns);
        labels = labels == null ? null : List.copyOf(labels);
    }

    public View withKind(Kind newKind) {
        return new View(name, newKind, columns, text, query, owner, createdOn, comment, labels);
    }

    public View withColumns(List<Column> newColumns) {
        return new View(name, kind, newColumns, text, query, owner, createdOn, comment, labels);
    }

    @Override
    public View withComment(String newComment) {
        return new View(name, kind, columns, text, query, owner, createdOn, newComment, labels);
    }

    @Override
    public View withName(ObjectName newName) {
        return new View(newName, kind, columns, text, query, owner, createdOn, comment, labels);
    }

    @Override
    public View withOwner(String newOwner) {
        return new View(name, kind, columns, text, query, newOwner, createdOn, comment, labels);
    }
}
