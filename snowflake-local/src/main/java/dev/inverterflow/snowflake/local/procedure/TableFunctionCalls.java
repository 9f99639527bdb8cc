package dev.inverterflow.snowflake.local.procedure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.inverterflow.snowflake.local.analysis.UserTableFunction;
import dev.inverterflow.snowflake.local.analysis.UserTableFunction.Given;
import dev.inverterflow.snowflake.local.analysis.UserTableFunction.Overloads;
import dev.inverterflow.snowflake.local.catalog.ObjectName;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.execution.RelationProvider;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.function.runtime.RunTimeError;
import dev.inverterflow.snowflake.local.spi.HandlerArgument;
import dev.inverterflow.snowflake.local.spi.HandlerException;
import dev.inverterflow.snowflake.local.spi.HandlerLog;
import dev.inverterflow.snowflake.local.spi.HandlerTable;
import dev.inverterflow.snowflake.local.spi.SqlKind;
import dev.inverterflow.snowflake.local.spi.TableHandler;
import dev.inverterflow.snowflake.local.type.SnowflakeType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
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
 * Calls of user-defined table functions. The engine calls {@code sf_udtf(key, rows)} once for each partition. Both its rows
 * and its answer are a JSON array of arrays of texts, in the form of UserFunctionRows; the first of each array is the
 * number of the row, null for what came of the partition's end.
 */
final class TableFunctionCalls implements RelationProvider, AutoCloseable {

    private final HandlerLibrary library;
    private final ImportLoaders loaders;
    private final HandlerFiles files;
    private final FunctionLogs logs;
    private final ObjectMapper mapper = new ObjectMapper();
    private final Map<String, Prepared> prepared = new ConcurrentHashMap<>();

    TableFunctionCalls(HandlerLibrary library, ImportLoaders loaders, HandlerFiles files, FunctionLogs logs) {
        this.library = library;
        this.loaders = loaders;
        this.files = files;
        this.logs = logs;
    }

    /** Makes {@code sf_udtf} known to the engine. */
    void install(Connection engine) throws SQLException {
        try (var function = DuckDBFunctions.scalarFunction();
                var text = DuckDBLogicalType.of(DuckDBColumnType.VARCHAR)) {
            function.withName("sf_udtf")
                    .withVarArgs(text)
                    .withReturnType(DuckDBColumnType.VARCHAR)
                    .withVarArgsFunction(this::call)
                    .register(engine);
        }
    }

    @Override
    public Optional<Overloads> userTableFunction(ObjectName name, SessionContext session) {
        List<JavaFunction> named = Stream.of(
                        session.temporary(JavaFunction.KIND), session.catalog().objects(JavaFunction.KIND))
                .flatMap(registry -> registry.in(name.schemaName()).stream())
                .filter(function -> function.name().equals(name) && function.isTable())
                .toList();
        return named.isEmpty() ? Optional.empty() : Optional.of(given -> usable(nearest(named, given), given, session));
    }

    private static JavaFunction nearest(List<JavaFunction> named, List<Given> given) {
        JavaFunction nearest = null;
        int least = Integer.MAX_VALUE;
        for (JavaFunction function : named) {
            Optional<List<Integer>> order = order(function, given);
            if (order.isPresent()) {
                List<SnowflakeType> types = order.get().stream()
                        .map(place -> given.get(place).type())
                        .toList();
                OptionalInt distance = FunctionCalls.distance(function, types);
                if (distance.isPresent() && distance.getAsInt() < least) {
                    nearest = function;
                    least = distance.getAsInt();
                }
            }
        }
        if (nearest == null) {
            String name = named.get(0).name().name();
            throw Errors.invalidArgumentTypes(
                    name,
                    String.join(
                            ", ",
                            given.stream().map(one -> one.type().displayName()).toList()),
                    1,
                    0);
        }
        return nearest;
    }

    /** For each parameter the place of its argument: all are named, or none is. */
    private static Optional<List<Integer>> order(JavaFunction function, List<Given> given) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < function.parameters().size(); i++) {
            String parameter = function.parameters().get(i).name();
            for (int place = 0; place < given.size(); place++) {
                String name = given.get(place).name();
                if (name == null ? place == i : name.equals(parameter)) {
                    order.add(place);
                }
            }
        }
        boolean fits = order.size() == given.size()
                && order.size() == function.parameters().size();
        return fits ? Optional.of(order) : Optional.empty();
    }

    private UserTableFunction usable(JavaFunction function, List<Given> given, SessionContext session) {
        prepare(String.valueOf(function.id()), function, session);
        return new UserTableFunction(
                logs.key(function, session),
                function.types(),
                order(function, given).orElseThrow(),
                function.columns());
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
            HandlerTable handler = loaded.runtime().prepare(handler(function, lease.classes()));
            prepared.put(key, new Prepared(function, lease, handler));
            if (known != null) {
                known.lease().close();
            }
        } catch (HandlerException e) {
            throw FunctionCalls.failure(function, e);
        } catch (IOException e) {
            throw new UncheckedIOException("The imports of " + function.name() + " cannot be read.", e);
        }
    }

    private static TableHandler handler(JavaFunction function, ClassLoader classes) {
        List<HandlerArgument> parameters = function.parameters().stream()
                .map(one -> new HandlerArgument(one.name(), kind(one.type()), null))
                .toList();
        List<HandlerArgument> columns = function.columns().stream()
                .map(one -> new HandlerArgument(one.name(), kind(one.type()), null))
                .toList();
        return new TableHandler(function.name().name(), function.handler(), classes, parameters, columns);
    }

    private static SqlKind kind(SnowflakeType type) {
        return WireValues.kind(type.kind());
    }

    private @Nullable String call(Object[] arguments) {
        String rows = (String) arguments[1];
        if (rows == null) {
            return null;
        }
        String key = (String) arguments[0];
        Prepared function = prepared.get(FunctionLogs.function(key));
        if (function == null) {
            throw new IllegalStateException("function " + key + " was not prepared");
        }
        try {
            return mapper.writeValueAsString(function.call(mapper.readValue(rows, String[][].class), logs.of(key)));
        } catch (SnowflakeException e) {
            throw new FunctionException(RunTimeError.mark(e));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the rows for " + arguments[0] + " are no JSON", e);
        }
    }

    @Override
    public void close() {
        prepared.clear();
    }

    private record Prepared(JavaFunction definition, ImportLoaders.Lease lease, HandlerTable handler) {

        List<List<@Nullable String>> call(String[][] rows, HandlerLog log) {
            List<List<@Nullable Object>> arguments =
                    Arrays.stream(rows).map(this::arguments).toList();
            try {
                List<List<List<@Nullable Object>>> answers = handler.partition(arguments, log);
                List<List<@Nullable String>> texts = new ArrayList<>();
                for (int i = 0; i < answers.size(); i++) {
                    for (List<@Nullable Object> answer : answers.get(i)) {
                        texts.add(texts(i < rows.length ? rows[i][0] : null, answer));
                    }
                }
                return texts;
            } catch (HandlerException e) {
                throw FunctionCalls.failure(definition, e);
            }
        }

        private List<@Nullable Object> arguments(@Nullable String[] row) {
            List<@Nullable Object> values = new ArrayList<>();
            for (int i = 1; i < row.length; i++) {
                String text = row[i];
                SqlKind kind = kind(definition.types().get(i - 1));
                values.add(text == null ? null : EngineValues.decode(kind, text));
            }
            return values;
        }

        private List<@Nullable String> texts(@Nullable String number, List<@Nullable Object> answer) {
            List<@Nullable String> texts = new ArrayList<>();
            texts.add(number);
            for (int i = 0; i < answer.size(); i++) {
                Object value = answer.get(i);
                SqlKind kind = kind(definition.columns().get(i).type());
                texts.add(value == null ? null : EngineValues.encode(kind, value));
            }
            return texts;
        }
    }
}
