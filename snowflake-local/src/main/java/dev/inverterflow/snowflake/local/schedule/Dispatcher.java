package dev.inverterflow.snowflake.local.schedule;

import dev.inverterflow.snowflake.local.execution.StatementThreads;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * One thread that watches a clock and starts what is due. The clock may be moved by tests, who then {@link #wake} it.
 *
 * @param <W> what it watches, by a key
 */
public final class Dispatcher<W extends Watch> implements AutoCloseable {
    /** The least time between two looks at the clock, should something be due that cannot be started. */
    private static final Duration LEAST_WAIT = Duration.ofMillis(5);

    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    private final Clock clock;

    /** Guards the watches. A leaf: nothing else is locked while it is held. */
    private final ReentrantLock lock = new ReentrantLock();

    private final Condition changed = lock.newCondition();
    private final Map<String, W> watches = new HashMap<>();
    private final Thread thread;
    private boolean closed;

    /** A dispatcher that watches nothing and is not started. */
    public Dispatcher(String name, Clock clock) {
        this.clock = clock;
        thread = StatementThreads.daemon(this::dispatchUntilClosed, name);
    }

    /** Begins to start what is due. */
    public void start() {
        thread.start();
    }

    /** Looks at the clock again. */
    public void wake() {
        change(watched -> {});
    }

    /** What changes the watches. */
    public interface Change<W> {
        void apply(Map<String, W> watches);
    }

    /** Changes watches, alone, and looks at the clock again. */
    public void change(Change<W> change) {
        lock.lock();
        try {
            change.apply(watches);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** The same, with an answer. */
    public <T> T changing(Function<Map<String, W>, T> change) {
        lock.lock();
        try {
            T answer = change.apply(watches);
            changed.signalAll();
            return answer;
        } finally {
            lock.unlock();
        }
    }

    /** Looks at all watches, alone. */
    public <T> List<T> all(Function<Collection<W>, List<T>> look) {
        lock.lock();
        try {
            return look.apply(watches.values());
        } finally {
            lock.unlock();
        }
    }

    /** Whether nothing goes on and nothing is due. */
    public boolean idle() {
        lock.lock();
        try {
            return watches.values().stream().noneMatch(watch -> watch.busy() || isDue(watch));
        } finally {
            lock.unlock();
        }
    }

    private void dispatchUntilClosed() {
        lock.lock();
        try {
            while (!closed) {
                watches.values().stream().filter(this::isDue).toList().forEach(Watch::begin);
                changed.awaitNanos(nanosToNext());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    private boolean isDue(W watch) {
        return watch.due().filter(due -> !due.isAfter(clock.instant())).isPresent();
    }

    private long nanosToNext() {
        return watches.values().stream()
                .flatMap(watch -> watch.due().stream())
                .min(Instant::compareTo)
                .map(due -> Duration.between(clock.instant(), due))
                .map(wait -> wait.compareTo(LEAST_WAIT) < 0 ? LEAST_WAIT : wait)
                .filter(wait -> wait.compareTo(LONGEST_WAIT) < 0)
                .orElse(LONGEST_WAIT)
                .toNanos();
    }

    /** Starts nothing more; what goes on goes on. */
    @Override
    public void close() throws InterruptedException {
        change(watched -> closed = true);
        thread.join();
    }
}
