package dev.inverterflow.snowflake.local.command.query;

import dev.inverterflow.snowflake.local.analysis.Origin;
import dev.inverterflow.snowflake.local.analysis.RelationColumn;
import dev.inverterflow.snowflake.local.analysis.RelationSource;
import dev.inverterflow.snowflake.local.catalog.Identifiers;
import dev.inverterflow.snowflake.local.engine.WireLiterals;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rows in memory as a relation that a query can read. */
public final class RowsRelation {

    private RowsRelation() {}

    /**
     * A relation of these rows.
     *
     * @param rows each value encoded as it goes over the wire; SQL NULL is null
     */
    public static RelationSource of(
            List<RelationColumn> columns, List<? extends List<@Nullable String>> rows, Origin origin) {
        return new RelationSource.Physical(columns, sql(columns, rows), origin);
    }

    /** What the engine reads in FROM. */
    static String sql(List<RelationColumn> columns, List<? extends List<@Nullable String>> rows) {
        String names =
                columns.stream().map(column -> Identifiers.quote(column.name())).collect(Collectors.joining(", "));
        if (rows.isEmpty()) {
            String nothing = columns.stream()
                    .map(column -> WireLiterals.of(null, column.type()))
                    .collect(Collectors.joining(", "));
            return "(SELECT * FROM (VALUES (" + nothing + ")) AS r(" + names + ") WHERE false)";
        }
        String values = rows.stream().map(row -> row(columns, row)).collect(Collectors.joining(", "));
        return "(SELECT * FROM (VALUES " + values + ") AS r(" + names + "))";
    }

    private static String row(List<RelationColumn> columns, List<@Nullable String> row) {
        StringBuilder sql = new StringBuilder("(");
        for (int index = 0; index < columns.size(); index++) {
            sql.append(index == 0 ? "" : ", ")
                    .append(WireLiterals.of(row.get(index), columns.get(index).type()));
        }
        return sql.append(')').toString();
    }
}
