package dev.inverterflow.client.generate;

import dev.inverterflow.client.generate.Noise.Topic;
import dev.inverterflow.client.reading.Reading;
import java.util.ArrayList;
import java.util.List;

/**
 * Scripted trouble on the way from the inverter to the client: readings that come some batches late, that come after the next
 * reading of their inverter, and that come twice. A function of seed and readings.
 */
public final class Delivery {
    private static final int SHORTEST_DELAY = 2;
    private static final int LONGEST_DELAY = 15;

    private final Noise noise;
    private final Rates rates;
    private List<Held> held = new ArrayList<>();

    public Delivery(long seed, Rates rates) {
        this.noise = new Noise(seed);
        this.rates = rates;
    }

    /** Goes on with readings that were held back before. */
    public void restore(List<Held> before) {
        held = new ArrayList<>(before);
    }

    /** What was held back and has not come yet. */
    public List<Held> held() {
        return List.copyOf(held);
    }

    /** What comes in a batch of what was made for it: punctual readings, then held ones that are due, then second copies. */
    public Delivered deliver(List<Reading> made) {
        if (rates.isNone() && held.isEmpty()) {
            return new Delivered(made, Counts.NONE);
        }
        List<Held> due = due();
        List<Reading> come = new ArrayList<>(made.size() + due.size());
        List<Reading> copies = new ArrayList<>();
        int heldBack = 0;
        for (Reading reading : made) {
            int delay = delay(reading);
            if (delay > 0) {
                held.add(new Held(delay, reading));
                heldBack++;
            } else {
                come.add(reading);
                if (happens(Topic.DUPLICATE, reading, rates.duplicate())) {
                    copies.add(reading);
                }
            }
        }
        due.forEach(late -> come.add(late.reading()));
        come.addAll(copies);
        int outOfOrder = (int) due.stream().filter(Held::wasNextInLine).count();
        return new Delivered(come, new Counts(heldBack, due.size() - outOfOrder, outOfOrder, copies.size()));
    }

    /** Takes out what is due now, and brings the rest one batch nearer. */
    private List<Held> due() {
        List<Held> due = new ArrayList<>();
        List<Held> waiting = new ArrayList<>();
        for (Held one : held) {
            Held nearer = one.nearer();
            (nearer.batchesLeft() == 0 ? due : waiting).add(nearer);
        }
        held = waiting;
        return due;
    }

    private int delay(Reading reading) {
        if (happens(Topic.OUT_OF_ORDER, reading, rates.outOfOrder())) {
            return 1;
        }
        if (happens(Topic.LATE, reading, rates.late())) {
            return SHORTEST_DELAY
                    + (int) (noise.uniform(Topic.LATE_BY, subject(reading), second(reading))
                            * (LONGEST_DELAY - SHORTEST_DELAY + 1));
        }
        return 0;
    }

    private boolean happens(Topic topic, Reading reading, double rate) {
        return rate > 0 && noise.uniform(topic, subject(reading), second(reading)) < rate;
    }

    private static long subject(Reading reading) {
        return reading.inverterId().hashCode();
    }

    private static long second(Reading reading) {
        return reading.time().getEpochSecond();
    }

    /**
     * How much trouble there is, each as a share of readings, 0 to 1.
     *
     * @param late come 2 to 15 batches late
     * @param duplicate come twice in a batch
     * @param outOfOrder come one batch late, behind the newer reading of their inverter
     */
    public record Rates(double late, double duplicate, double outOfOrder) {
        public static final Rates NONE = new Rates(0, 0, 0);

        public boolean isNone() {
            return late == 0 && duplicate == 0 && outOfOrder == 0;
        }
    }

    /**
     * A reading that is on its way.
     *
     * @param batchesLeft it comes with the batch after so many
     * @param delay the number of batches it is late altogether
     */
    public record Held(int batchesLeft, int delay, Reading reading) {
        Held(int delay, Reading reading) {
            this(delay, delay, reading);
        }

        private Held nearer() {
            return new Held(batchesLeft - 1, delay, reading);
        }

        private boolean wasNextInLine() {
            return delay == 1;
        }
    }

    /** What comes in a batch, and what of that is trouble. */
    public record Delivered(List<Reading> readings, Counts counts) {}

    /**
     * Trouble of one batch.
     *
     * @param heldBack made for this batch, but come with a later one
     * @param late come with this batch, 2 to 15 batches late
     * @param outOfOrder come with this batch, one batch late
     * @param duplicates second copies
     */
    public record Counts(int heldBack, int late, int outOfOrder, int duplicates) {
        public static final Counts NONE = new Counts(0, 0, 0, 0);

        public Counts plus(Counts other) {
            return new Counts(
                    heldBack + other.heldBack,
                    late + other.late,
                    outOfOrder + other.outOfOrder,
                    duplicates + other.duplicates);
        }
    }
}
