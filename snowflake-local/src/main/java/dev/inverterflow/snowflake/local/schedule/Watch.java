package dev.inverterflow.snowflake.local.schedule;

import java.time.Instant;
import java.util.Optional;

/** Something that is due now and then. A {@link Dispatcher} calls it with its lock held, so it must be quick. */
public interface Watch {
    /** When it is to be started next, whether that is past or not; empty while only an event can make it due. */
    Optional<Instant> due();

    /** Starts what is due, on a thread of its own. Afterwards it is due later, or not before {@link #due} says so again. */
    void begin();

    /** Whether something it started goes on. */
    boolean busy();
}
