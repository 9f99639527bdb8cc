package dev.inverterflow.snowflake.local.command.query;

import dev.inverterflow.snowflake.local.analysis.RelationColumn;
import dev.inverterflow.snowflake.local.catalog.Identifiers;
import dev.inverterflow.snowflake.local.engine.WireLiterals;
import dev.inverterflow.snowflake.local.execution.Result;
import dev.inverterflow.snowflake.local.type.SnowflakeType;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDataChunkWriter;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBTableFunction;
import org.duckdb.DuckDBTableFunctionBindInfo;
import org.duckdb.DuckDBTableFunctionCallInfo;
import org.duckdb.DuckDBTableFunctionInitInfo;
import org.jspecify.annotations.Nullable;

/** A function of the engine that reads the rows of an earlier result, however many. */
public final class ResultRows implements DuckDBTableFunction<Result, Iterator<List<@Nullable String>>, Object> {

    private static final String FUNCTION = "snowflake_local_result";

    private final Function<String, Optional<Result>> results;

    /**
     * @param results finds a result by the id of its query
     */
    public ResultRows(Function<String, Optional<Result>> results) {
        this.results = results;
    }

    /** Makes it known on every connection of this engine. */
    public void register(Connection connection) throws SQLException {
        try (var function = DuckDBFunctions.tableFunction()) {
            function.withName(FUNCTION)
                    .withParameter(String.class)
                    .withFunction(this)
                    .register(connection.unwrap(DuckDBConnection.class));
        }
    }

    /** The rows with the types of the columns. */
    static String sql(String queryId, List<RelationColumn> columns) {
        List<String> items = new ArrayList<>();
        for (int index = 0; index < columns.size(); index++) {
            RelationColumn column = columns.get(index);
            items.add(
                    "CAST(c" + index + " AS " + column.type().duckType() + ") AS " + Identifiers.quote(column.name()));
        }
        return "(SELECT " + String.join(", ", items) + " FROM " + FUNCTION + "(" + Identifiers.literal(queryId) + "))";
    }

    @Override
    public Result bind(DuckDBTableFunctionBindInfo info) {
        Result result = results.apply(info.getParameter(0).getString())
                .orElseThrow(() -> new IllegalStateException("the result is no longer kept"));
        for (int index = 0; index < result.columns().size(); index++) {
            info.addResultColumn("c" + index, DuckDBColumnType.VARCHAR);
        }
        return result;
    }

    @Override
    public Iterator<List<@Nullable String>> init(DuckDBTableFunctionInitInfo info) {
        info.setMaxThreads(1);
        return info.<Result>getBindData().rows().iterator();
    }

    @Override
    public long apply(DuckDBTableFunctionCallInfo info, DuckDBDataChunkWriter output) {
        List<SnowflakeType> types = info.<Result>getBindData().columns().stream()
                .map(column -> column.type())
                .toList();
        Iterator<List<@Nullable String>> rows = info.getInitData();
        long count = 0;
        while (count < output.capacity() && rows.hasNext()) {
            write(rows.next(), types, output, count);
            count++;
        }
        return count;
    }

    private static void write(
            List<@Nullable String> row, List<SnowflakeType> types, DuckDBDataChunkWriter output, long index) {
        for (int column = 0; column < types.size(); column++) {
            String wire = row.get(column);
            if (wire == null) {
                output.vector(column).setNull(index);
            } else {
                output.vector(column).setString(index, WireLiterals.text(wire, types.get(column)));
            }
        }
    }
}
