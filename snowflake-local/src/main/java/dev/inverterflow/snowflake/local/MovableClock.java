package dev.inverterflow.snowflake.local;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A clock that stands still until it is moved. Given to {@link SnowflakeLocalBuilder#clock}, it tells the server each time,
 * so that tasks and alerts that have become due start at once:
 *
 * <pre>{@code
 * var clock = new MovableClock(Instant.parse("2026-11-23T06:00:00Z"));
 * var snowflake = SnowflakeLocal.builder().clock(clock).start();
 * …
 * clock.advance(Duration.ofHours(1));
 * }</pre>
 */
public final class MovableClock extends Clock {
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile Instant now;

    /** A clock that stands at this time. */
    public MovableClock(Instant now) {
        this.now = now;
    }

    /**
     * Moves it forward.
     *
     * @throws IllegalArgumentException if it would go back
     */
    public void advance(Duration by) {
        if (by.isNegative()) {
            throw new IllegalArgumentException("by must not be negative: " + by);
        }
        synchronized (this) {
            now = now.plus(by);
        }
        listeners.forEach(Runnable::run);
    }

    void onMove(Runnable listener) {
        listeners.add(listener);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("a server goes by UTC");
    }

    @Override
    public Instant instant() {
        return now;
    }
}
