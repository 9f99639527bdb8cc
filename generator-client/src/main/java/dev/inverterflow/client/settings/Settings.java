package dev.inverterflow.client.settings;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * The settings of a run, typed and checked.
 *
 * @param store where files go
 * @param spool where they wait
 * @param fleet what is generated
 * @param files how a batch is cut into files
 * @param trouble what goes wrong on purpose
 * @param interval time between ticks, whole seconds
 * @param rulesFile changes the thresholds, if given
 * @param metricsPort where metrics are served on the loopback, if they are
 */
public record Settings(
        Store store,
        SpoolSpace spool,
        Fleet fleet,
        Trouble trouble,
        Files files,
        Duration interval,
        Optional<Path> rulesFile,
        Optional<Integer> metricsPort,
        LogFormat logFormat) {

    /**
     * @param endpoint an S3-compatible store other than AWS
     * @param keys without them the AWS default provider chain is asked
     */
    public record Store(String region, String bucket, Optional<URI> endpoint, Optional<Keys> keys) {}

    /** Access keys; never part of any text. */
    public record Keys(String accessKeyId, String secretAccessKey, Optional<String> sessionToken) {
        @Override
        public String toString() {
            return "Keys[hidden]";
        }
    }

    /**
     * @param maxBytes size of waiting files from which on no batch is made
     * @param whenFull what happens instead
     */
    public record SpoolSpace(Path directory, long maxBytes, WhenFull whenFull) {}

    /** What a full spool does. */
    public enum WhenFull {
        /** Generation pauses until uploads make room. */
        PAUSE,
        /** The oldest batches are given up. */
        DROP_OLDEST
    }

    /**
     * @param file the inverters, if they stand in a file; else there are so many like ones
     * @param latitude of inverters whose place is not told
     * @param longitude of inverters whose place is not told
     * @param ratedPowerW rated AC power of inverters for which it is not told, W
     */
    public record Fleet(
            Optional<Path> file, int inverters, double latitude, double longitude, double ratedPowerW, long seed) {}

    /**
     * Rates are shares of readings, 0 to 1.
     *
     * @param faultsPerDay mean number of faults of an inverter in a day
     * @param invalid incomplete or out of range
     * @param late come some batches late
     * @param duplicate come twice
     * @param outOfOrder come behind the next reading of their inverter
     */
    public record Trouble(double faultsPerDay, double invalid, double late, double duplicate, double outOfOrder) {
        public static final Trouble NONE = new Trouble(0, 0, 0, 0, 0);
    }

    /**
     * @param prefix ends with one slash
     * @param number files of a batch; more when one would exceed {@code maxBytes}
     * @param maxBytes largest file before compression
     * @param invalidPrefix where refused readings go, if they are sent at all; ends with one slash
     */
    public record Files(
            String prefix,
            String clientId,
            int number,
            long maxBytes,
            Compression compression,
            Optional<String> invalidPrefix) {}

    /** How files are stored. */
    public enum Compression {
        NONE,
        GZIP
    }

    /** How the program talks. */
    public enum LogFormat {
        TEXT,
        JSON
    }
}
