package dev.inverterflow.snowflake.local.function.runtime;

import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Function;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBFunctions.FunctionException;
import org.duckdb.DuckDBLogicalType;
import org.duckdb.DuckDBWritableVector;
import org.jspecify.annotations.Nullable;

/**
 * A function in Java that DuckDB calls. Unless it says otherwise it is NULL if an argument is.
 *
 * @param parameters types of the arguments; empty for a function of any number of texts
 */
record EngineFunction(
        String name, List<DuckDBColumnType> parameters, DuckDBColumnType result, NullCall nulls, Body body) {
    /** What happens when an argument is NULL. */
    enum NullCall {
        SKIPPED,
        MADE
    }

    /** What a value that does not convert leads to. */
    enum Failure {
        ERROR,
        NULL
    }

    /** Computes one result; null is SQL NULL. */
    interface Body {
        @Nullable
        Object apply(Row row);
    }

    void register(Connection connection, Failure failure) throws SQLException {
        var registeredName = failure == Failure.ERROR ? name : name.replaceFirst("^sf_", "sf_try_");
        try (var function = DuckDBFunctions.scalarFunction()) {
            function.withName(registeredName)
                    .withParameters(parameters.toArray(DuckDBColumnType[]::new))
                    .withReturnType(result)
                    .withVectorizedFunction((input, output) -> run(input, output, failure))
                    .register(connection);
        }
    }

    private void run(DuckDBDataChunkReader input, DuckDBWritableVector output, Failure failure) {
        long rows = input.rowCount();
        for (long i = 0; i < rows; i++) {
            set(output, i, call(new Row(input, i), failure));
        }
    }

    private @Nullable Object call(Row row, Failure failure) {
        if (nulls == NullCall.SKIPPED && anyNull(row)) {
            return null;
        }
        try {
            var value = body.apply(row);
            return value instanceof String text ? TextBounds.within(text) : value;
        } catch (StackOverflowError e) {
            throw new FunctionException(RunTimeError.mark(Errors.notSupported(
                    "a text as long or as nested as in this call of " + name.replaceFirst("^sf_(try_)?", ""))));
        } catch (SnowflakeException e) {
            if (failure == Failure.NULL) {
                return null;
            }
            throw new FunctionException(RunTimeError.mark(e));
        }
    }

    private boolean anyNull(Row row) {
        for (int i = 0; i < parameters.size(); i++) {
            if (row.isNull(i)) {
                return true;
            }
        }
        return false;
    }

    private static void set(DuckDBWritableVector output, long row, @Nullable Object value) {
        if (value == null) {
            output.setNull(row);
        } else if (value instanceof String text) {
            output.setString(row, text);
        } else if (value instanceof Long number) {
            output.setLong(row, number);
        } else if (value instanceof Double number) {
            output.setDouble(row, number);
        } else if (value instanceof Boolean bool) {
            output.setBoolean(row, bool);
        } else {
            output.setTimestamp(row, (LocalDateTime) value);
        }
    }

    /** Registers a function of any number of texts, which is called for NULLs, too. */
    static void registerVariadic(Connection connection, String name, Function<Object[], String> body)
            throws SQLException {
        try (var function = DuckDBFunctions.scalarFunction();
                var text = DuckDBLogicalType.of(DuckDBColumnType.VARCHAR)) {
            function.withName(name)
                    .withVarArgs(text)
                    .withReturnType(DuckDBColumnType.VARCHAR)
                    .withVarArgsFunction(arguments -> callVariadic(body, arguments))
                    .register(connection);
        }
    }

    private static String callVariadic(Function<Object[], String> body, Object[] arguments) {
        try {
            return body.apply(arguments);
        } catch (SnowflakeException e) {
            throw new FunctionException(RunTimeError.mark(e));
        }
    }
}
