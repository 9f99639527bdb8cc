package dev.inverterflow.snowflake.local.analysis;

import dev.inverterflow.snowflake.local.ast.Expression;
import dev.inverterflow.snowflake.local.type.SnowflakeType;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A table that a DML statement changes.
 *
 * @param columns in order
 * @param duckName its quoted, qualified name in DuckDB
 * @param origin its Snowflake name
 */
public record TargetTable(List<Column> columns, String duckName, Origin origin) {
    public TargetTable {
        columns = List.copyOf(columns);
    }

    /**
     * A column and what it holds when a statement does not say.
     *
     * @param name as stored, here and in DuckDB
     * @param defaultValue the parsed expression after DEFAULT; null if none
     * @param sequence the name of the DuckDB sequence behind AUTOINCREMENT; null if none
     */
    public record Column(
            String name,
            SnowflakeType type,
            boolean nullable,
            @Nullable Expression defaultValue,
            @Nullable String sequence) {}

    public Optional<Column> column(String name) {
        return columns.stream().filter(column -> column.name().equals(name)).findFirst();
    }
}
