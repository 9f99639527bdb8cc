package dev.inverterflow.client.generate;

import dev.inverterflow.client.generate.EnergyCounters.Counter;
import dev.inverterflow.client.reading.Inverter;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Integrates AC power into the counters. Power is a function of time, so gaps between ticks are integrated as well. */
final class EnergyMeter {
    private static final long LONGEST_STEP_SECONDS = 900;
    /** A site that was not read for longer is taken as switched off before. */
    private static final Duration LONGEST_GAP = Duration.ofDays(31);

    private static final long DAY_SECONDS = 86_400;

    private final InverterModel model;

    EnergyMeter(InverterModel model) {
        this.model = model;
    }

    /** The counter at a tick; without one of before, the day so far is made up from the site's midnight. */
    Counter advance(Inverter inverter, @Nullable Counter before, Instant last, Instant tick) {
        Instant midnight = midnight(inverter, tick);
        if (before == null) {
            double day = energy(inverter, midnight, tick);
            return new Counter(day, model.energyBeforeFirstReading(inverter) + day);
        }
        Instant from = last.isBefore(tick.minus(LONGEST_GAP)) ? tick.minus(LONGEST_GAP) : last;
        if (!from.isBefore(midnight)) {
            double gained = energy(inverter, from, tick);
            return new Counter(before.dayWh() + gained, before.totalWh() + gained);
        }
        double day = energy(inverter, midnight, tick);
        return new Counter(day, before.totalWh() + energy(inverter, from, midnight) + day);
    }

    private static Instant midnight(Inverter inverter, Instant time) {
        long offset = Sky.solarOffsetSeconds(inverter);
        long local = time.getEpochSecond() + offset;
        return Instant.ofEpochSecond(Math.floorDiv(local, DAY_SECONDS) * DAY_SECONDS - offset);
    }

    /** Energy by the trapezoid rule, Wh; none when the clock was set back. */
    private double energy(Inverter inverter, Instant from, Instant to) {
        double joules = 0;
        Instant left = from;
        double leftPower = from.isBefore(to) ? model.power(inverter, from) : 0;
        while (left.isBefore(to)) {
            Instant step = left.plusSeconds(LONGEST_STEP_SECONDS);
            Instant right = step.isBefore(to) ? step : to;
            double rightPower = model.power(inverter, right);
            joules +=
                    (leftPower + rightPower) / 2 * Duration.between(left, right).toMillis() / 1_000;
            left = right;
            leftPower = rightPower;
        }
        return joules / 3_600;
    }
}
