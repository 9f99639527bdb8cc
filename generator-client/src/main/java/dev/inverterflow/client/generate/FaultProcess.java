package dev.inverterflow.client.generate;

import dev.inverterflow.client.generate.Noise.Topic;
import dev.inverterflow.client.reading.Inverter;
import java.time.Instant;
import java.util.Optional;

/** Rare faults of single inverters: at most one in six hours, on average one in three days, of 10 to 60 minutes. */
final class FaultProcess {
    private static final long WINDOW_SECONDS = 6 * 3_600;
    private static final double CHANCE_PER_WINDOW = 1.0 / 12;
    private static final long SHORTEST_SECONDS = 600;
    private static final long LONGEST_SECONDS = 3_600;

    private final Noise noise;

    FaultProcess(Noise noise) {
        this.noise = noise;
    }

    Optional<Fault> at(Inverter inverter, Instant time) {
        long subject = inverter.id().hashCode();
        long window = Math.floorDiv(time.getEpochSecond(), WINDOW_SECONDS);
        if (noise.uniform(Topic.FAULT_HAPPENS, subject, window) >= CHANCE_PER_WINDOW) {
            return Optional.empty();
        }
        long length = SHORTEST_SECONDS
                + (long) (noise.uniform(Topic.FAULT_LENGTH, subject, window) * (LONGEST_SECONDS - SHORTEST_SECONDS));
        long start = (long) (noise.uniform(Topic.FAULT_START, subject, window) * (WINDOW_SECONDS - length));
        long second = Math.floorMod(time.getEpochSecond(), WINDOW_SECONDS);
        if (second < start || second >= start + length) {
            return Optional.empty();
        }
        Fault[] kinds = Fault.values();
        return Optional.of(kinds[(int) (noise.uniform(Topic.FAULT_KIND, subject, window) * kinds.length)]);
    }

    /** Faults that stop an inverter, with the state code it shows. */
    enum Fault {
        AC_VOLTAGE_TOO_HIGH(102),
        AC_FREQUENCY_TOO_HIGH(105),
        DC_OVERCURRENT(302),
        OVER_TEMPERATURE(303),
        GROUND_FAULT(475);

        private final int code;

        Fault(int code) {
            this.code = code;
        }

        int code() {
            return code;
        }
    }
}
