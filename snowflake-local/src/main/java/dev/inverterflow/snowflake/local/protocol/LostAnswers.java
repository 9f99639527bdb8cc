package dev.inverterflow.snowflake.local.protocol;

import java.util.concurrent.atomic.AtomicInteger;

/** How many answers to statements are still to get lost, for tests of how a client copes. */
public final class LostAnswers {
    private final AtomicInteger left = new AtomicInteger();

    /** From now on so many get lost; 0 takes an earlier order back. */
    public void lose(int times) {
        left.set(times);
    }

    /** Whether the next one does. */
    boolean next() {
        return left.getAndUpdate(times -> Math.max(0, times - 1)) > 0;
    }
}
