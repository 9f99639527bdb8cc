package dev.inverterflow.client.generate;

/**
 * Random numbers that are a function of seed, topic, subject and place in time and of nothing else. That makes every reading
 * reproducible for itself: after a restart, over a gap, on any number of threads.
 */
final class Noise {
    private static final double UNIT = 0x1.0p-53;

    private final long seed;

    Noise(long seed) {
        this.seed = seed;
    }

    /** Uniform in [0, 1). */
    double uniform(Topic topic, long subject, long place) {
        return (hash(topic, subject, place) >>> 11) * UNIT;
    }

    /** Uniform in [-1, 1). */
    double symmetric(Topic topic, long subject, long place) {
        return 2 * uniform(topic, subject, place) - 1;
    }

    /** A smooth walk in [0, 1) over time: uniform values at multiples of the period, joined without corners. */
    Walk walk(Topic topic, long subject, long periodSeconds) {
        return new Walk(topic, subject, periodSeconds);
    }

    private long hash(Topic topic, long subject, long place) {
        long mixed = mix(seed + 0x9E3779B97F4A7C15L * topic.number);
        mixed = mix(mixed ^ (subject * 0xD1B54A32D192ED03L));
        return mix(mixed ^ (place * 0x8CB92BA72F3D8DD7L));
    }

    /** The finaliser of SplitMix64 (Steele, Lea, Flood: Fast splittable pseudorandom number generators, 2014). */
    private static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    /** A walk, with the two values it is between; used by one thread. */
    final class Walk {
        private final Topic topic;
        private final long subject;
        private final long periodSeconds;
        private long node = Long.MIN_VALUE;
        private double from;
        private double to;

        private Walk(Topic topic, long subject, long periodSeconds) {
            this.topic = topic;
            this.subject = subject;
            this.periodSeconds = periodSeconds;
        }

        double at(long epochSecond) {
            long left = Math.floorDiv(epochSecond, periodSeconds);
            if (left != node) {
                from = uniform(topic, subject, left);
                to = uniform(topic, subject, left + 1);
                node = left;
            }
            double way = (double) (epochSecond - left * periodSeconds) / periodSeconds;
            return from + (to - from) * way * way * (3 - 2 * way);
        }
    }

    /** What a number is drawn for; two topics never share a number, and a topic keeps its own. */
    enum Topic {
        CLOUD_COVER(1),
        CLOUD_EDGE(2),
        WEATHER(3),
        SOILING(4),
        AGE(5),
        GRID_VOLTAGE(6),
        GRID_FREQUENCY(7),
        STRING_VOLTAGE(8),
        CABINET(9),
        FAULT_HAPPENS(10),
        FAULT_START(11),
        FAULT_LENGTH(12),
        FAULT_KIND(13),
        SPOIL(14),
        SPOIL_HOW(15),
        LATE(16),
        LATE_BY(17),
        DUPLICATE(18),
        OUT_OF_ORDER(19);

        private final long number;

        Topic(long number) {
            this.number = number;
        }
    }
}
