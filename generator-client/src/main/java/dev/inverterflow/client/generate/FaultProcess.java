package dev.inverterflow.client.generate;

import dev.inverterflow.client.generate.Noise.Topic;
import org.jspecify.annotations.Nullable;

/**
 * The faults of one inverter: at most one begins in each six hours. A function of seed, inverter and time; used by one thread.
 */
final class FaultProcess {
    private static final long WINDOW_SECONDS = 6 * 3_600;
    private static final int WINDOWS_A_DAY = 4;
    private static final Fault[] KINDS = Fault.values();

    private final Noise noise;
    private final long subject;
    private final double chance;
    private long window = Long.MIN_VALUE;
    private @Nullable Episode ofWindow;

    /** @param perDay mean number of faults a day, 0 to 4 */
    FaultProcess(Noise noise, long subject, double perDay) {
        this.noise = noise;
        this.subject = subject;
        this.chance = perDay / WINDOWS_A_DAY;
    }

    /** The fault that is present, or null. */
    @Nullable
    Episode at(long second) {
        long asked = Math.floorDiv(second, WINDOW_SECONDS);
        if (asked != window) {
            ofWindow = episode(asked);
            window = asked;
        }
        Episode episode = ofWindow;
        return episode != null && second >= episode.from() && second < episode.to() ? episode : null;
    }

    private @Nullable Episode episode(long asked) {
        if (noise.uniform(Topic.FAULT_HAPPENS, subject, asked) >= chance) {
            return null;
        }
        Fault kind = KINDS[(int) (noise.uniform(Topic.FAULT_KIND, subject, asked) * KINDS.length)];
        long length = kind.shortestSeconds
                + (long) (noise.uniform(Topic.FAULT_LENGTH, subject, asked)
                        * (kind.longestSeconds - kind.shortestSeconds));
        long start = asked * WINDOW_SECONDS
                + (long) (noise.uniform(Topic.FAULT_START, subject, asked) * (WINDOW_SECONDS - length));
        return new Episode(kind, start, start + length);
    }

    /**
     * One fault.
     *
     * @param from its first epoch second
     * @param to the first epoch second after it
     */
    record Episode(Fault kind, long from, long to) {}

    /**
     * Kinds of faults, with the state code a Fronius inverter shows (Symo operating instructions, chapter "Status diagnosis and
     * troubleshooting") and how long they last.
     */
    enum Fault {
        /** Insulation between modules and ground is lost: the inverter stops. */
        GROUND_FAULT(475, 30 * 60, 180 * 60),
        /** The power stage is too hot: half of the rated power is left. */
        OVER_TEMPERATURE(517, 10 * 60, 60 * 60),
        /** One of two strings gives nothing. */
        STRING_LOSS(522, 60 * 60, 340 * 60),
        /** The cabinet's temperature sensor keeps its value; the inverter does not notice, so it shows no code. */
        STUCK_SENSOR(0, 30 * 60, 180 * 60),
        /** Nothing is heard of the inverter, which goes on working. */
        COMMUNICATION_GAP(0, 2 * 60, 30 * 60);

        private final int code;
        private final long shortestSeconds;
        private final long longestSeconds;

        Fault(int code, long shortestSeconds, long longestSeconds) {
            this.code = code;
            this.shortestSeconds = shortestSeconds;
            this.longestSeconds = longestSeconds;
        }

        /** What the reading shows as {@code error_code}. */
        int code() {
            return code;
        }
    }
}
