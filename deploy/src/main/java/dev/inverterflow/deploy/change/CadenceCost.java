package dev.inverterflow.deploy.change;

import java.util.Locale;
import java.util.Optional;

/**
 * What a change of cadence costs in 30 days. Serverless tasks and alerts bill 0.9 of a compute-hour (Snowflake Service
 * Consumption Table, effective 2026-03-31); a warehouse bills at least a minute a start. Size XSMALL in both cases.
 *
 * @param before empty for a new task
 */
public record CadenceCost(Optional<Cadence> before, Cadence after, RunTime runTime, Optional<CreditPrice> price) {
    private static final double SERVERLESS_FACTOR = 0.9;
    private static final double WAREHOUSE_LEAST_SECONDS = 60;
    private static final double SECONDS_PER_HOUR = 3600;

    /**
     * How long a run takes.
     *
     * @param seconds of compute
     * @param source where the figure comes from, in words
     */
    public record RunTime(double seconds, String source) {
        /** Of a pipeline that has not run yet. */
        public static final RunTime ASSUMED = new RunTime(5, "assumed");
    }

    /** What a credit costs. */
    public record CreditPrice(double amount, String currency) {}

    public double creditsBefore() {
        return before.map(this::credits).orElse(0.0);
    }

    public double creditsAfter() {
        return credits(after);
    }

    /** One line for people. */
    public String words() {
        String from = before.map(Cadence::words).orElse("never");
        return String.format(
                Locale.ROOT,
                "%s -> %s: at most %,.0f -> %,.0f runs a month; at %.1f s each (%s) %.1f -> %.1f credits%s",
                from,
                after.words(),
                before.map(Cadence::runsPerMonth).orElse(0.0),
                after.runsPerMonth(),
                runTime.seconds(),
                runTime.source(),
                creditsBefore(),
                creditsAfter(),
                price.map(this::money).orElse(""));
    }

    private String money(CreditPrice credit) {
        return String.format(
                Locale.ROOT,
                ", %.2f -> %.2f %s",
                creditsBefore() * credit.amount(),
                creditsAfter() * credit.amount(),
                credit.currency());
    }

    private double credits(Cadence cadence) {
        double seconds = cadence.runsPerMonth()
                * switch (cadence.compute()) {
                    case SERVERLESS -> runTime.seconds() * SERVERLESS_FACTOR;
                    case WAREHOUSE -> Math.max(runTime.seconds(), WAREHOUSE_LEAST_SECONDS);
                };
        // A warehouse or task that never rests bills the whole month and no more.
        return Math.min(seconds, 30 * 86_400.0) / SECONDS_PER_HOUR;
    }
}
