package dev.inverterflow.snowflake.local.snowpark.log;

import dev.inverterflow.snowflake.local.spi.HandlerLog;
import org.jspecify.annotations.Nullable;

/**
 * Which call a thread works for. Handlers reach their loggers through a static factory, so there is no other way to a call
 * than its thread; what a handler's own threads log is lost.
 */
public final class HandlerLogs {
    private static final ThreadLocal<@Nullable HandlerLog> CURRENT = new ThreadLocal<>();

    private HandlerLogs() {}

    /** From now on the thread works for this call. */
    public static void enter(HandlerLog log) {
        CURRENT.set(log);
    }

    /** From now on the thread works for no call. */
    public static void leave() {
        CURRENT.remove();
    }

    static @Nullable HandlerLog current() {
        return CURRENT.get();
    }
}
