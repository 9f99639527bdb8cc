package dev.inverterflow.snowflake.local.emission;

import dev.inverterflow.snowflake.local.analysis.tree.ResultColumn;
import java.util.List;

/**
 * A statement for DuckDB. Binds stand in it as {@code $1}, {@code $2} …, each possibly several times, numbered as in the
 * Snowflake statement.
 *
 * @param text the SQL
 * @param columns of its result as Snowflake tells them; none for DML
 */
public record DuckSql(String text, List<ResultColumn> columns) {
    public DuckSql {
        columns = List.copyOf(columns);
    }
}
