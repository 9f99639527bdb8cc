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
 * @param interval time between ticks, whole seconds
 * @param rulesFile changes the thresholds, if given
 */
public record Settings(
        Store store,
        SpoolSpace spool,
        Fleet fleet,
        Files files,
        Duration interval,
        Optional<Path> rulesFile,
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

    /** @param maxBytes size of waiting files that pauses generation */
    public record SpoolSpace(Path directory, long maxBytes) {}

    /**
     * @param ratedPowerW rated AC power of each inverter, W
     * @param invalidRate share of readings made invalid on purpose, 0 to 1
     */
    public record Fleet(
            int inverters, double latitude, double longitude, double ratedPowerW, long seed, double invalidRate) {}

    /**
     * @param prefix ends with one slash
     * @param number files of a batch; more when one would exceed {@code maxBytes}
     * @param maxBytes largest file before compression
     */
    public record Files(String prefix, String clientId, int number, long maxBytes, Compression compression) {}

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
