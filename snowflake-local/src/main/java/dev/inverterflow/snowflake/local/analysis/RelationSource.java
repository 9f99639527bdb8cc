package dev.inverterflow.snowflake.local.analysis;

import dev.inverterflow.snowflake.local.ast.Query;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a name in FROM turned out to be. */
public sealed interface RelationSource {
    /** Its columns in order. */
    List<RelationColumn> columns();

    /** Where its rows come from. */
    Origin origin();

    /**
     * Rows that DuckDB can read.
     *
     * @param duckSql what to write after FROM: a qualified table name or a SELECT in parentheses. Its columns carry the
     *     names of {@code columns}, hidden ones included, and the types of {@link
     *     dev.inverterflow.snowflake.local.type.SnowflakeType#duckType()}
     */
    record Physical(List<RelationColumn> columns, String duckSql, Origin origin) implements RelationSource {
        public Physical {
            columns = List.copyOf(columns);
        }
    }

    /**
     * A view, whose query is analysed where it is used.
     *
     * @param columns as declared when the view was made
     * @param query its defining query
     * @param labels what the columns of the query were called when the view was made; null if nobody knows
     * @param scope what names in that query mean: bound to the view's own database and schema and its owner
     */
    record ViewSource(
            List<RelationColumn> columns,
            Query query,
            RelationCatalog scope,
            Origin origin,
            @Nullable List<String> labels)
            implements RelationSource {
        public ViewSource {
            columns = List.copyOf(columns);
        }
    }
}
