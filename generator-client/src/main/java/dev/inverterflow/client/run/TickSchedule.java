package dev.inverterflow.client.run;

import java.time.Duration;
import java.time.Instant;

/**
 * Ticks at whole multiples of the interval since 1970, so that they do not drift and every client of a fleet shares them.
 *
 * @param interval whole seconds
 */
record TickSchedule(Duration interval) {

    /** The last tick at or before an instant. */
    Instant floor(Instant time) {
        long seconds = interval.toSeconds();
        return Instant.ofEpochSecond(Math.floorDiv(time.getEpochSecond(), seconds) * seconds);
    }

    /** The tick that a start counts from: its next is the first one to run. */
    Instant beforeStart(Instant now, Instant lastOfBefore) {
        Instant slot = floor(now);
        boolean within = lastOfBefore.isAfter(slot) && !lastOfBefore.isAfter(now.plus(interval));
        return within ? lastOfBefore : slot;
    }

    /**
     * The tick to run after another one. A tick that is late is run until the next is due; ticks that passed altogether are
     * skipped, never made up for.
     */
    Next after(Instant last, Instant now) {
        Instant due = last.plus(interval);
        Instant slot = floor(now);
        if (slot.isAfter(due)) {
            return new Next(slot, Duration.between(due, slot).dividedBy(interval));
        }
        return new Next(due, 0);
    }

    /** Whether the clock now shows a time so far before the last tick that waiting for the next would stop the client. */
    boolean clockWasSetBack(Instant last, Instant now) {
        return now.isBefore(last.minus(interval));
    }

    /** @param skipped ticks that passed since the one before */
    record Next(Instant tick, long skipped) {}
}
