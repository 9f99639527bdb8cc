package dev.inverterflow.client.backfill;

import java.time.Duration;
import java.time.Instant;

/**
 * What a back-fill makes.
 *
 * @param from the first tick is at or after it
 * @param to all ticks are before it
 * @param interval whole seconds
 * @param fingerprint of everything that the bytes depend on: only a back-fill with the same one may go on where another ended
 */
public record BackfillPlan(Instant from, Instant to, Duration interval, String fingerprint) {
    public BackfillPlan {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("from " + from + " is not before to " + to);
        }
    }

    /** Ticks stand at whole multiples of the interval since 1970, as those of a run do. */
    Instant firstTick() {
        long seconds = interval.toSeconds();
        long whole = from.getNano() == 0 ? from.getEpochSecond() : from.getEpochSecond() + 1;
        return Instant.ofEpochSecond(Math.floorDiv(whole + seconds - 1, seconds) * seconds);
    }

    public long ticks() {
        return ticksFrom(firstTick());
    }

    /** Ticks from one of them to the end. */
    long ticksFrom(Instant tick) {
        if (!tick.isBefore(to)) {
            return 0;
        }
        Duration left = Duration.between(tick, to);
        long whole = left.dividedBy(interval);
        return interval.multipliedBy(whole).equals(left) ? whole : whole + 1;
    }
}
