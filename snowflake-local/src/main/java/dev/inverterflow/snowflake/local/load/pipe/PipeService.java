package dev.inverterflow.snowflake.local.load.pipe;

import dev.inverterflow.snowflake.local.catalog.Catalog;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.execution.StatementThreads;
import dev.inverterflow.snowflake.local.load.copy.ExternalStage;
import dev.inverterflow.snowflake.local.load.copy.FileLoad;
import dev.inverterflow.snowflake.local.load.copy.FilePattern;
import dev.inverterflow.snowflake.local.load.store.FileLocation;
import dev.inverterflow.snowflake.local.load.store.S3Event;
import dev.inverterflow.snowflake.local.load.store.S3Location;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes event messages, hands each file to the pipes it is for, and loads what waits, on one thread.
 *
 * <p>A file is in the queue of a pipe at most once and leaves it only when it is in the load history, loaded or failed. One
 * that is announced again later is dropped when its turn comes, for the history knows its path. While a pipe is paused, its
 * files wait. Events that arrive for a prefix of no pipe are dropped, as S3 does without a notification.
 */
public final class PipeService implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PipeService.class);
    private static final int FILES_AT_ONCE = 500;
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    private final Catalog catalog;
    private final PipeLoader loader;
    private final PipeErrors errors;
    private final PendingFiles pending;
    private final Clock clock;

    /** Guards the queues. A leaf: nothing else is locked while it is held. */
    private final ReentrantLock lock = new ReentrantLock();

    private final Condition changed = lock.newCondition();
    private final Map<Long, PipeQueue> queues = new HashMap<>();
    private final Thread thread;
    private long malformedMessages;
    private boolean loading;
    private boolean closed;

    public PipeService(Catalog catalog, PipeLoader loader, PipeErrors errors, PendingFiles pending, Clock clock) {
        this.catalog = catalog;
        this.loader = loader;
        this.errors = errors;
        this.pending = pending;
        this.clock = clock;
        thread = StatementThreads.daemon(this::loadUntilClosed, "snowflake-local-pipes");
    }

    /** Takes up what the server before had not loaded, and starts to load. */
    public void start() {
        for (var pipe : catalog.objects(Pipe.KIND).all()) {
            pending.read(pipe, (file, received) -> locked(() -> queue(pipe).add(file, received)));
        }
        thread.start();
    }

    /** Takes one message of the event channel. One that is no S3 event is counted and dropped. */
    public void deliver(String message) {
        var events = S3Event.parse(message);
        if (events.isEmpty()) {
            LOG.warn("dropped an event message that is no S3 event notification");
            locked(() -> malformedMessages++);
            return;
        }
        for (var event : events.get()) {
            pipesFor(event.file()).forEach(pipe -> enqueue(pipe, List.of(event.file())));
        }
    }

    private List<Pipe> pipesFor(S3Location file) {
        return catalog.objects(Pipe.KIND).all().stream()
                .filter(pipe -> pipe.feed() == Pipe.Feed.EVENTS)
                .filter(pipe -> reads(pipe, file))
                .toList();
    }

    /** Whether the file is one the pipe loads: below its stage's path, and matched by its pattern. */
    private boolean reads(Pipe pipe, S3Location file) {
        return pipe.source()
                .find(catalog)
                .map(ExternalStage::root)
                .filter(root ->
                        root.resolve(pipe.copy().source().location().path()).contains(file))
                .filter(root -> matches(pipe, root, file))
                .isPresent();
    }

    /** Whether the pipe's pattern takes a file: it is held against what follows the stage's own URL (COPY INTO, PATTERN). */
    static boolean matches(Pipe pipe, FileLocation root, FileLocation file) {
        return FilePattern.of(pipe.pattern())
                .matches(file.path().substring(root.path().length()));
    }

    PipeHealth health(Pipe pipe) {
        return PipeHealth.of(pipe, catalog);
    }

    /** Drops the notifications that a paused pipe did not keep. */
    void dropOutdated(Pipe pipe) {
        var oldest = clock.instant().minus(PipeState.RETENTION);
        locked(() -> queue(pipe).dropOlderThan(oldest));
        pending.removeOlderThan(pipe, oldest);
    }

    void enqueue(Pipe pipe, List<FileLocation> files) {
        var now = clock.instant();
        pending.add(pipe, files, now);
        locked(() -> {
            var queue = queues.computeIfAbsent(pipe.id(), id -> new PipeQueue());
            files.forEach(file -> queue.add(file, now));
            changed.signalAll();
        });
    }

    /** Looks again at what can be loaded: a pipe was resumed. */
    void wake() {
        locked(changed::signalAll);
    }

    /** Forgets the queue of a pipe that was dropped or replaced. */
    void forget(Pipe pipe) {
        locked(() -> queues.remove(pipe.id()));
        pending.removeAll(pipe);
    }

    /** Reads something of a pipe's queue. */
    <T> T inspect(Pipe pipe, Function<PipeQueue, T> question) {
        lock.lock();
        try {
            return question.apply(queues.getOrDefault(pipe.id(), new PipeQueue()));
        } finally {
            lock.unlock();
        }
    }

    /** How many messages were no S3 events. */
    public long malformedMessages() {
        lock.lock();
        try {
            return malformedMessages;
        } finally {
            lock.unlock();
        }
    }

    /** Whether nothing is being loaded and nothing waits that could be. */
    public boolean idle() {
        lock.lock();
        try {
            return !loading && nextPipe().isEmpty();
        } finally {
            lock.unlock();
        }
    }

    private void loadUntilClosed() {
        try {
            for (var pipe = awaitPipe(); pipe.isPresent(); pipe = awaitPipe()) {
                load(pipe.get());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private Optional<Pipe> awaitPipe() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            loading = false;
            while (!closed) {
                var pipe = nextPipe();
                if (pipe.isPresent()) {
                    loading = true;
                    return pipe;
                }
                changed.awaitNanos(nanosToNextRetry());
            }
            return Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    private long nanosToNextRetry() {
        return waitingPipes().stream()
                .mapToLong(pipe -> queue(pipe).pauseNanos())
                .min()
                .orElse(LONGEST_WAIT.toNanos());
    }

    private Optional<Pipe> nextPipe() {
        return waitingPipes().stream()
                .filter(pipe -> queue(pipe).pauseNanos() <= 0)
                .findFirst();
    }

    private List<Pipe> waitingPipes() {
        return catalog.objects(Pipe.KIND).all().stream()
                .filter(pipe -> !pipe.state().paused())
                .filter(pipe -> !queue(pipe).isEmpty())
                .filter(pipe -> health(pipe).valid())
                .toList();
    }

    private void load(Pipe pipe) {
        var files = inspect(pipe, queue -> queue.first(FILES_AT_ONCE));
        try {
            var loads = loader.load(pipe, files);
            pending.remove(pipe, files.stream().map(PipeQueue.Announced::file).toList());
            locked(() -> finished(queue(pipe), files, loads));
            errors.report(pipe, loads);
        } catch (SnowflakeException failure) {
            LOG.error("pipe {} could not load and tries again: {}", pipe.name(), failure.getMessage());
            locked(() -> {
                queue(pipe).failed();
                queue(pipe).activity().failed(failure.getMessage(), clock.instant());
            });
        }
    }

    private void finished(PipeQueue queue, List<PipeQueue.Announced> files, List<FileLoad> loads) {
        queue.succeeded();
        queue.remove(files);
        queue.activity().pulled(clock.instant());
        loads.stream()
                .filter(load -> load.status() != FileLoad.Status.LOAD_FAILED)
                .forEach(load -> queue.activity().ingested(load.name(), clock.instant()));
    }

    private PipeQueue queue(Pipe pipe) {
        return queues.computeIfAbsent(pipe.id(), id -> new PipeQueue());
    }

    private void locked(Runnable action) {
        lock.lock();
        try {
            action.run();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        locked(() -> {
            closed = true;
            changed.signalAll();
        });
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
