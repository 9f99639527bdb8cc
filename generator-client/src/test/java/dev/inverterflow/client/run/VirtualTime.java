package dev.inverterflow.client.run;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;

/** A clock that moves when somebody waits for it, and that can be set. */
final class VirtualTime implements InstantSource, Waiter {
    private final Deque<Runnable> atPauses = new ArrayDeque<>();
    private Instant now;
    private boolean stopped;

    VirtualTime(Instant start) {
        this.now = start;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public void pause(Duration time) {
        now = now.plus(time);
        Runnable event = atPauses.poll();
        if (event != null) {
            event.run();
        }
    }

    @Override
    public boolean isStopped() {
        return stopped;
    }

    void move(Duration time) {
        now = now.plus(time);
    }

    void stop() {
        stopped = true;
    }

    /** Does something at the end of the n-th pause from now. */
    void atPause(int number, Runnable event) {
        for (int i = atPauses.size(); i < number - 1; i++) {
            atPauses.add(() -> {});
        }
        atPauses.add(event);
    }
}
