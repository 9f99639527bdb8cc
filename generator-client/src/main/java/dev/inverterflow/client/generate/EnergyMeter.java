package dev.inverterflow.client.generate;

import dev.inverterflow.client.generate.EnergyCounters.Counter;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongToDoubleFunction;

/**
 * The energy counters of one inverter: the integral of its AC power by the trapezoid rule. Power is a function of time, so gaps
 * between ticks are integrated as well. Counters never fall; a clock that is set back adds nothing.
 */
final class EnergyMeter {
    private static final long LONGEST_STEP_SECONDS = 900;
    /** A site that was not read for longer is taken as switched off before. */
    private static final long LONGEST_GAP_SECONDS = Duration.ofDays(31).toSeconds();

    private static final long DAY_SECONDS = 86_400;
    /** More than any inverter delivers in a day, in hours of its rated power; the brightest are the days of midnight sun. */
    private static final double MOST_HOURS_A_DAY = 14;

    private static final long FIRST_DAY = Instant.parse("2024-01-01T00:00:00Z").getEpochSecond() / DAY_SECONDS;

    private final LongToDoubleFunction power;
    private final double ratedPowerW;
    private final double hoursWhenNew;
    private final long offsetSeconds;
    private boolean started;
    private long lastSecond;
    private double lastPower = Double.NaN;
    private double dayWh;
    private double totalWh;

    /**
     * @param power AC power in W by epoch second
     * @param hoursWhenNew what the counter shows on its first day, in hours of rated power
     * @param offsetSeconds of the site's midnight to that of UTC
     */
    EnergyMeter(LongToDoubleFunction power, double ratedPowerW, double hoursWhenNew, long offsetSeconds) {
        this.power = power;
        this.ratedPowerW = ratedPowerW;
        this.hoursWhenNew = hoursWhenNew;
        this.offsetSeconds = offsetSeconds;
    }

    void restore(Counter counter, long atSecond) {
        started = true;
        lastSecond = atSecond;
        lastPower = Double.NaN;
        dayWh = counter.dayWh();
        totalWh = counter.totalWh();
    }

    Counter counter() {
        return new Counter(dayWh, totalWh);
    }

    boolean isStarted() {
        return started;
    }

    /** Energy since the site's midnight, Wh. */
    double dayWh() {
        return dayWh;
    }

    /** Energy since the inverter was installed, Wh. */
    double totalWh() {
        return totalWh;
    }

    /** @param powerNow the power at that second, W */
    void advance(long second, double powerNow) {
        long midnight = midnightBefore(second);
        if (!started) {
            dayWh = energy(midnight, power.applyAsDouble(midnight), second, powerNow);
            totalWh = totalAtStartOf(midnight) + dayWh;
            started = true;
        } else {
            long from = Math.max(lastSecond, second - LONGEST_GAP_SECONDS);
            if (from >= midnight) {
                double gained = energy(from, powerAt(from), second, powerNow);
                dayWh += gained;
                totalWh += gained;
            } else {
                double atMidnight = power.applyAsDouble(midnight);
                double before = energy(from, powerAt(from), midnight, atMidnight);
                dayWh = energy(midnight, atMidnight, second, powerNow);
                totalWh += before + dayWh;
            }
        }
        lastSecond = second;
        lastPower = powerNow;
    }

    private double powerAt(long second) {
        return second == lastSecond && !Double.isNaN(lastPower) ? lastPower : power.applyAsDouble(second);
    }

    /**
     * What a counter that is read for the first time shows: never less than it would have been had it been read before, so a counter
     * does not fall from a back-fill to a run that knows nothing of it.
     */
    private double totalAtStartOf(long midnight) {
        long days = Math.max(0, Math.floorDiv(midnight + offsetSeconds, DAY_SECONDS) - FIRST_DAY);
        return ratedPowerW * (hoursWhenNew + MOST_HOURS_A_DAY * days);
    }

    private long midnightBefore(long second) {
        return Math.floorDiv(second + offsetSeconds, DAY_SECONDS) * DAY_SECONDS - offsetSeconds;
    }

    private double energy(long from, double powerFrom, long to, double powerTo) {
        double joules = 0;
        double leftPower = powerFrom;
        for (long left = from; left < to; left += LONGEST_STEP_SECONDS) {
            long right = Math.min(left + LONGEST_STEP_SECONDS, to);
            double rightPower = right == to ? powerTo : power.applyAsDouble(right);
            joules += (leftPower + rightPower) / 2 * (right - left);
            leftPower = rightPower;
        }
        return joules / 3_600;
    }
}
