package dev.inverterflow.client.settings;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Every setting: its name in the environment and in {@code .env}, its flag, its default. The one place where they stand. */
public enum Setting {
    AWS_REGION("--region", null, "REGION", Scope.UPLOAD, "region of the bucket"),
    S3_BUCKET("--bucket", null, "BUCKET", Scope.UPLOAD, "bucket to upload to"),
    S3_FILE_PREFIX("--prefix", "readings/", "PREFIX", Scope.GENERATE, "where in the bucket the files go"),
    AWS_ACCESS_KEY_ID(null, null, "", Scope.UPLOAD, "access key; without keys the AWS default provider chain is asked"),
    AWS_SECRET_ACCESS_KEY(null, null, "", Scope.UPLOAD, "secret of the access key"),
    AWS_SESSION_TOKEN(null, null, "", Scope.UPLOAD, "token of temporary keys"),
    INVERTERS_FILE(
            "--inverters-file",
            null,
            "FILE",
            Scope.GENERATE,
            "the fleet, CSV or JSON with the columns of table INVERTERS, instead of INVERTERS_NUM like inverters"),
    INVERTERS_NUM("--inverters", "60", "N", Scope.GENERATE, "inverters in the fleet"),
    NUM_FILES("--files", "4", "N", Scope.GENERATE, "files that a batch is split into"),
    INTERVAL_SECONDS("--interval", "20", "TIME", Scope.GENERATE, "time between two batches: 20, 20s, 5m, 1h"),
    S3_ENDPOINT("--endpoint", null, "URL", Scope.UPLOAD, "an S3-compatible store instead of AWS, addressed by path"),
    SPOOL_DIR("--spool-dir", "spool", "DIR", Scope.UPLOAD, "where batches wait for their upload"),
    SPOOL_MAX_BYTES(
            "--spool-max-bytes", "1073741824", "BYTES", Scope.GENERATE, "spool size at which generation pauses"),
    SPOOL_FULL("--spool-full", "pause", "pause|drop-oldest", Scope.GENERATE, "what happens at that size"),
    CLIENT_ID(
            "--client-id", null, "ID", Scope.GENERATE, "name of this client in file names; by default the host's name"),
    COMPRESSION("--compression", "none", "none|gzip", Scope.GENERATE, "how files are stored"),
    INVALID_RATE("--invalid-rate", "0", "SHARE", Scope.GENERATE, "share of readings made invalid on purpose, 0 to 1"),
    LATE_RATE("--late-rate", "0", "SHARE", Scope.GENERATE, "share of readings that come 2 to 15 batches late"),
    DUPLICATE_RATE("--duplicate-rate", "0", "SHARE", Scope.GENERATE, "share of readings that come twice"),
    OUT_OF_ORDER_RATE(
            "--out-of-order-rate",
            "0",
            "SHARE",
            Scope.GENERATE,
            "share of readings that come one batch late, behind the newer reading of their inverter"),
    FAULTS_PER_DAY("--faults-per-day", "0.1", "N", Scope.GENERATE, "mean number of faults of an inverter in a day"),
    UPLOAD_INVALID(
            "--upload-invalid",
            "false",
            "true|false",
            Scope.GENERATE,
            "send refused readings with their reasons under S3_INVALID_PREFIX"),
    S3_INVALID_PREFIX("--invalid-prefix", "invalid/", "PREFIX", Scope.GENERATE, "where refused readings go"),
    SEED("--seed", "42", "N", Scope.GENERATE, "the same seed and ticks give the same readings"),
    SITE_LATITUDE("--latitude", "37.39", "DEGREES", Scope.GENERATE, "where the inverters stand, north positive"),
    SITE_LONGITUDE("--longitude", "-5.99", "DEGREES", Scope.GENERATE, "where the inverters stand, east positive"),
    RATED_POWER_W("--rated-power", "10000", "WATTS", Scope.GENERATE, "rated AC power of each inverter"),
    MAX_FILE_BYTES("--max-file-bytes", "16777216", "BYTES", Scope.GENERATE, "largest file before compression"),
    READING_RULES("--rules", null, "FILE", Scope.GENERATE, "file that changes the thresholds readings are judged by"),
    METRICS_PORT("--metrics-port", null, "PORT", Scope.UPLOAD, "serve Prometheus metrics on this port of the loopback"),
    LOG_FORMAT("--log-format", "text", "text|json", Scope.UPLOAD, "text for people, json for machines");

    private final @Nullable String flag;
    private final @Nullable String defaultValue;
    private final String valueLabel;
    private final Scope scope;
    private final String meaning;

    Setting(@Nullable String flag, @Nullable String defaultValue, String valueLabel, Scope scope, String meaning) {
        this.flag = flag;
        this.defaultValue = defaultValue;
        this.valueLabel = valueLabel;
        this.scope = scope;
        this.meaning = meaning;
    }

    /** The flag on the command line; none for secrets, which would show in the process list. */
    public Optional<String> flag() {
        return Optional.ofNullable(flag);
    }

    public Optional<String> defaultValue() {
        return Optional.ofNullable(defaultValue);
    }

    public String valueLabel() {
        return valueLabel;
    }

    public String meaning() {
        return meaning;
    }

    public boolean isNeededFor(Scope what) {
        return scope == Scope.UPLOAD || what == Scope.GENERATE;
    }

    /** Secrets are settings without a flag; they are never printed. */
    public boolean isSecret() {
        return flag == null;
    }

    static Optional<Setting> named(String name) {
        return Arrays.stream(values())
                .filter(setting -> setting.name().equals(name))
                .findFirst();
    }

    /** What a command does; generating implies uploading. */
    public enum Scope {
        UPLOAD,
        GENERATE
    }
}
