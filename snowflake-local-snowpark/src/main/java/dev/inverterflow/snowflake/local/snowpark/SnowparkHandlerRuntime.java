package dev.inverterflow.snowflake.local.snowpark;

import com.snowflake.snowpark_java.Column;
import com.snowflake.snowpark_java.DataFrame;
import com.snowflake.snowpark_java.Functions;
import dev.inverterflow.snowflake.local.snowpark.log.HandlerLogs;
import dev.inverterflow.snowflake.local.spi.FunctionHandler;
import dev.inverterflow.snowflake.local.spi.HandlerCall;
import dev.inverterflow.snowflake.local.spi.HandlerException;
import dev.inverterflow.snowflake.local.spi.HandlerException.Reason;
import dev.inverterflow.snowflake.local.spi.HandlerFunction;
import dev.inverterflow.snowflake.local.spi.HandlerLog;
import dev.inverterflow.snowflake.local.spi.HandlerRuntime;
import dev.inverterflow.snowflake.local.spi.HandlerTable;
import dev.inverterflow.snowflake.local.spi.SessionTicket;
import dev.inverterflow.snowflake.local.spi.TableHandler;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Runs handlers on Snowpark; found through {@link java.util.ServiceLoader} in the runtime's own loader. */
public final class SnowparkHandlerRuntime implements HandlerRuntime {

    private final SnowparkLibrary library = new SnowparkLibrary();

    @Override
    public List<String> packages() {
        return List.of("com.snowflake:snowpark:" + library.version());
    }

    @Override
    public void warmUp() {
        library.load();
        // The first literal starts Scala's reflection, a third of what a first call would load.
        Objects.requireNonNull(Functions.col("A").equal_to(Functions.lit("a")));
    }

    @Override
    public void rehearse(SessionTicket ticket) throws HandlerException {
        library.load();
        try (HandlerSession session = HandlerSession.open(ticket)) {
            Column column = Functions.col("A");
            DataFrame numbers = session.java().sql("SELECT 1 AS A").filter(column.gt(Functions.lit(0)));
            Objects.requireNonNull(
                    numbers.groupBy(column).agg(Functions.sum(column)).schema());
        }
    }

    @Override
    public @Nullable Object invoke(HandlerCall call) throws HandlerException {
        library.load();
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(call.classes());
        try (HandlerLogs.Entered entered = HandlerLogs.enter(call.log(), call.classes())) {
            return run(call, HandlerMethod.find(call));
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Override
    public HandlerFunction prepare(FunctionHandler handler) throws HandlerException {
        library.load();
        return FunctionMethod.find(handler);
    }

    @Override
    public HandlerTable prepare(TableHandler handler) throws HandlerException {
        library.load();
        return TableMethods.find(handler);
    }

    @Override
    public void close() {
        library.unload();
    }

    private static @Nullable Object run(HandlerCall call, HandlerMethod method) throws HandlerException {
        Object[] arguments = method.javaArguments(call.arguments());
        Object result;
        try (HandlerSession session = HandlerSession.open(call.session())) {
            result = method.invoke(session, arguments);
            session.requireToBeTheOnlyOne();
        } catch (InvocationTargetException e) {
            throw uncaught(e, call.log());
        }
        return Results.toSql(result, call.returns());
    }

    /** What a handler threw, told to its log; a wrapper of reflection's is taken off. */
    static HandlerException uncaught(Throwable thrown, HandlerLog log) {
        boolean wrapped = thrown instanceof InvocationTargetException || thrown instanceof ExceptionInInitializerError;
        Throwable own = wrapped && thrown.getCause() != null ? thrown.getCause() : thrown;
        HandlerException uncaught = uncaught(own);
        log.uncaught(
                own.getClass().getName(),
                Objects.requireNonNullElse(own.getMessage(), ""),
                uncaught.handlerStackTrace());
        return uncaught;
    }

    static HandlerException uncaught(Throwable thrown) {
        if (thrown instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
        String message = "Uncaught exception of type " + thrown.getClass().getName() + ": " + thrown.getMessage();
        return new HandlerException(Reason.UNCAUGHT_EXCEPTION, message, HandlerStackTrace.of(thrown));
    }
}
