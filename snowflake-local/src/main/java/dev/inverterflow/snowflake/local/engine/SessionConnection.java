package dev.inverterflow.snowflake.local.engine;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A session's connection, whose running statement another thread can stop. DuckDB stops a statement only through its
 * own object, so the connection handed out remembers the statements made on it, for as long as they are in use.
 */
public final class SessionConnection implements AutoCloseable {

    private final Connection real;
    private final Connection handedOut;
    private final Set<Statement> statements =
            Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    SessionConnection(Connection real) {
        this.real = real;
        this.handedOut = (Connection) Proxy.newProxyInstance(
                SessionConnection.class.getClassLoader(), new Class<?>[] {Connection.class}, new Remembering());
    }

    /** The connection, to be used by one thread at a time. */
    public Connection jdbc() {
        return handedOut;
    }

    /** Stops what runs on it, from any thread; does nothing if nothing runs. */
    public void cancel() throws SQLException {
        List<Statement> candidates;
        synchronized (statements) {
            candidates = List.copyOf(statements);
        }
        for (Statement statement : candidates) {
            if (!statement.isClosed()) {
                statement.cancel();
            }
        }
    }

    @Override
    public void close() throws SQLException {
        real.close();
    }

    private final class Remembering implements InvocationHandler {

        @Override
        public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
            try {
                Object answer = method.invoke(real, arguments);
                if (answer instanceof Statement statement) {
                    statements.add(statement);
                }
                return answer;
            } catch (InvocationTargetException failure) {
                throw failure.getCause() == null ? failure : failure.getCause();
            }
        }
    }
}
