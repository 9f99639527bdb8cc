package dev.inverterflow.snowflake.local.snowpark.log;

import dev.inverterflow.snowflake.local.spi.HandlerLog;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.jspecify.annotations.Nullable;

/**
 * Which call a thread works for. Handlers reach their loggers through a static factory, so there is no other way to a call
 * than its thread. A thread that a handler starts works for its call, too, until that ends; one of a pool that outlives
 * calls works for the latest call of the imports whose code it runs.
 */
public final class HandlerLogs {
    private static final StackWalker STACK = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);
    private static final InheritableThreadLocal<@Nullable Work> CURRENT = new InheritableThreadLocal<>();
    private static final Deque<Work> RUNNING = new ConcurrentLinkedDeque<>();

    private HandlerLogs() {}

    /** A call while it lasts. Threads may keep it for longer, so it forgets what it knows when it ends. */
    private static final class Work {
        private volatile @Nullable HandlerLog log;
        private volatile @Nullable ClassLoader classes;

        private Work(HandlerLog log, ClassLoader classes) {
            this.log = log;
            this.classes = classes;
        }

        private void end() {
            log = null;
            classes = null;
        }
    }

    /**
     * From now on the thread works for this call.
     *
     * @param classes the loader of the handler's classes
     * @return to be closed by the same thread when the call ends
     */
    public static Entered enter(HandlerLog log, ClassLoader classes) {
        Work before = CURRENT.get();
        Work work = new Work(log, classes);
        CURRENT.set(work);
        RUNNING.addFirst(work);
        return () -> {
            RUNNING.remove(work);
            work.end();
            if (before == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(before);
            }
        };
    }

    /** The time in which a thread works for a call. */
    public interface Entered extends AutoCloseable {
        @Override
        void close();
    }

    static @Nullable HandlerLog current() {
        Work work = CURRENT.get();
        HandlerLog own = work == null ? null : work.log;
        return own == null && !RUNNING.isEmpty() ? ofRunningCode() : own;
    }

    private static @Nullable HandlerLog ofRunningCode() {
        Optional<HandlerLog> log = STACK.walk(
                frames -> frames.map(frame -> frame.getDeclaringClass().getClassLoader())
                        .distinct()
                        .flatMap(loader -> Optional.ofNullable(loader).flatMap(HandlerLogs::latest).stream())
                        .findFirst());
        return log.orElse(null);
    }

    private static Optional<HandlerLog> latest(ClassLoader classes) {
        for (Work work : RUNNING) {
            HandlerLog log = work.log;
            if (work.classes == classes && log != null) {
                return Optional.of(log);
            }
        }
        return Optional.empty();
    }
}
