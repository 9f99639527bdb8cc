package dev.inverterflow.procs.run;

import com.snowflake.snowpark_java.Row;
import com.snowflake.snowpark_java.Session;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs SQL on the session of a procedure call. {@code ?} marks a bind. */
public final class Database {

    private final Session session;

    public Database(Session session) {
        this.session = session;
    }

    /** Runs a statement whose result does not matter. */
    public void execute(String sql, Object... binds) {
        rows(sql, binds);
    }

    /** Runs an INSERT, DELETE, or a MERGE with one kind of action. Returns how many rows it touched. */
    public long change(String sql, Object... binds) {
        return number(single(sql, binds), 0);
    }

    /** Runs a query that gives exactly one row. */
    public Row single(String sql, Object... binds) {
        List<Row> rows = rows(sql, binds);
        if (rows.size() != 1) {
            throw new ProcedureException("UNEXPECTED_RESULT", "one row expected, got " + rows.size() + " from: " + sql);
        }
        return rows.get(0);
    }

    /** Runs a query. */
    public List<Row> rows(String sql, Object... binds) {
        try {
            Row[] rows = binds.length == 0
                    ? session.sql(sql).collect()
                    : session.sql(sql, binds).collect();
            return List.of(rows);
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            // Snowpark is written in Scala: it throws the driver's checked exceptions without declaring them.
            throw new ProcedureException("SQL_FAILED", failure.getMessage(), failure);
        }
    }

    /** Runs a query and names its columns, in order, with {@code keys}: the shape of rows in a VARIANT result. */
    public List<Map<String, @Nullable Object>> table(List<String> keys, String sql) {
        List<Map<String, @Nullable Object>> table = new ArrayList<>();
        for (Row row : rows(sql)) {
            Map<String, @Nullable Object> named = new LinkedHashMap<>();
            for (int i = 0; i < keys.size(); i++) {
                named.put(keys.get(i), row.get(i));
            }
            table.add(named);
        }
        return table;
    }

    /** A column of whole numbers, whatever Java type the driver gives it. */
    public static long number(Row row, int column) {
        return ((Number) row.get(column)).longValue();
    }
}
