package dev.inverterflow.snowflake.local.procedure;

import dev.inverterflow.snowflake.local.analysis.UserFunction;
import dev.inverterflow.snowflake.local.ast.CreateRoutine.NullInput;
import dev.inverterflow.snowflake.local.catalog.ObjectName;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.execution.RelationProvider;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.function.runtime.RunTimeError;
import dev.inverterflow.snowflake.local.procedure.Procedure.Parameter;
import dev.inverterflow.snowflake.local.spi.FunctionHandler;
import dev.inverterflow.snowflake.local.spi.HandlerArgument;
import dev.inverterflow.snowflake.local.spi.HandlerException;
import dev.inverterflow.snowflake.local.spi.HandlerFunction;
import dev.inverterflow.snowflake.local.spi.HandlerLog;
import dev.inverterflow.snowflake.local.spi.SqlKind;
import dev.inverterflow.snowflake.local.type.SnowflakeType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBFunctions.FunctionException;
import org.duckdb.DuckDBLogicalType;
import org.jspecify.annotations.Nullable;

/**
 * Calls of user-defined functions. The engine has one function for all of them, {@code sf_udf}; its first argument says
 * which one is meant. A function is prepared when a statement names it, so a jar that was put anew counts from the next
 * statement on.
 */
final class FunctionCalls implements RelationProvider, AutoCloseable {

    private final HandlerLibrary library;
    private final ImportLoaders loaders;
    private final HandlerFiles files;
    private final FunctionLogs logs;
    private final Map<String, Prepared> prepared = new ConcurrentHashMap<>();

    FunctionCalls(HandlerLibrary library, ImportLoaders loaders, HandlerFiles files, FunctionLogs logs) {
        this.library = library;
        this.loaders = loaders;
        this.files = files;
        this.logs = logs;
    }

    /** Makes {@code sf_udf} known to the engine. */
    void install(Connection engine) throws SQLException {
        try (var function = DuckDBFunctions.scalarFunction();
                var text = DuckDBLogicalType.of(DuckDBColumnType.VARCHAR)) {
            function.withName("sf_udf")
                    .withVarArgs(text)
                    .withReturnType(DuckDBColumnType.VARCHAR)
                    .withVarArgsFunction(this::call)
                    .register(engine);
        }
    }

    @Override
    public Optional<UserFunction> function(ObjectName name, List<SnowflakeType> arguments, SessionContext session) {
        return Stream.of(session.temporary(JavaFunction.KIND), session.catalog().objects(JavaFunction.KIND))
                .flatMap(registry -> nearest(
                        registry.in(name.schemaName()).stream()
                                .filter(function -> function.name().equals(name) && !function.isTable())
                                .toList(),
                        arguments)
                        .stream())
                .findFirst()
                .map(function -> usable(function, session));
    }

    private static Optional<JavaFunction> nearest(List<JavaFunction> named, List<SnowflakeType> arguments) {
        JavaFunction nearest = null;
        int least = Integer.MAX_VALUE;
        for (JavaFunction function : named) {
            OptionalInt distance = distance(function, arguments);
            if (distance.isPresent() && distance.getAsInt() < least) {
                nearest = function;
                least = distance.getAsInt();
            }
        }
        return Optional.ofNullable(nearest);
    }

    static OptionalInt distance(JavaFunction function, List<SnowflakeType> arguments) {
        if (function.parameters().size() != arguments.size()) {
            return OptionalInt.empty();
        }
        int sum = 0;
        for (int i = 0; i < arguments.size(); i++) {
            OptionalInt one = Coercions.distance(
                    arguments.get(i).kind(), function.types().get(i).kind());
            if (one.isEmpty()) {
                return one;
            }
            sum += one.getAsInt();
        }
        return OptionalInt.of(sum);
    }

    private UserFunction usable(JavaFunction function, SessionContext session) {
        prepare(String.valueOf(function.id()), function, session);
        return new UserFunction(
                function.name().name(),
                logs.key(function, session),
                function.types(),
                function.returns(),
                function.nullInput() == NullInput.RETURNS_NULL);
    }

    private void prepare(String key, JavaFunction function, SessionContext session) {
        var loaded = library.get();
        try {
            ImportLoaders.Lease lease = loaders.lease(files.of(function, session), loaded.classes());
            Prepared known = prepared.get(key);
            if (known != null
                    && known.definition().equals(function)
                    && known.lease().classes() == lease.classes()) {
                lease.close();
                return;
            }
            prepared.put(
                    key, new Prepared(function, lease, loaded.runtime().prepare(handler(function, lease.classes()))));
            if (known != null) {
                known.lease().close();
            }
        } catch (HandlerException e) {
            throw failure(function, e);
        } catch (IOException e) {
            throw new UncheckedIOException("The imports of " + function.name() + " cannot be read.", e);
        }
    }

    private static FunctionHandler handler(JavaFunction function, ClassLoader classes) {
        List<HandlerArgument> parameters = new ArrayList<>();
        for (Parameter parameter : function.parameters()) {
            parameters.add(new HandlerArgument(
                    parameter.name(), WireValues.kind(parameter.type().kind()), null));
        }
        return new FunctionHandler(
                function.name().name(), function.handler(), classes, parameters, kind(function.returns()));
    }

    private static SqlKind kind(SnowflakeType type) {
        return WireValues.kind(type.kind());
    }

    private @Nullable String call(Object[] arguments) {
        String key = (String) arguments[0];
        Prepared function = prepared.get(FunctionLogs.function(key));
        if (function == null) {
            throw new IllegalStateException("function " + key + " was not prepared");
        }
        try {
            return function.call(arguments, logs.of(key));
        } catch (SnowflakeException e) {
            throw new FunctionException(RunTimeError.mark(e));
        }
    }

    static SnowflakeException failure(JavaFunction function, HandlerException e) {
        String trace = e.handlerStackTrace();
        String message = "Java UDF " + function.name().name() + ": " + e.getMessage();
        return Errors.handlerFailed(trace.isEmpty() ? message : message + "\n" + trace, e);
    }

    @Override
    public void close() {
        prepared.clear();
    }

    /** A function ready to be called; its handler is no other thread's meanwhile. */
    private record Prepared(JavaFunction definition, ImportLoaders.Lease lease, HandlerFunction handler) {

        @Nullable
        String call(Object[] arguments, HandlerLog log) {
            List<@Nullable Object> values = new ArrayList<>();
            for (int i = 0; i < definition.parameters().size(); i++) {
                String text = (String) arguments[i + 1];
                values.add(
                        text == null
                                ? null
                                : EngineValues.decode(kind(definition.types().get(i)), text));
            }
            try {
                Object result;
                synchronized (handler) {
                    result = handler.call(values, log);
                }
                return result == null ? null : EngineValues.encode(kind(definition.returns()), result);
            } catch (HandlerException e) {
                throw failure(definition, e);
            }
        }
    }
}
