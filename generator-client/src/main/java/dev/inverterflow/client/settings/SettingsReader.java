package dev.inverterflow.client.settings;

import dev.inverterflow.client.settings.Settings.Compression;
import dev.inverterflow.client.settings.Settings.Files;
import dev.inverterflow.client.settings.Settings.Fleet;
import dev.inverterflow.client.settings.Settings.Keys;
import dev.inverterflow.client.settings.Settings.LogFormat;
import dev.inverterflow.client.settings.Settings.SpoolSpace;
import dev.inverterflow.client.settings.Settings.Store;
import dev.inverterflow.client.settings.Settings.Trouble;
import dev.inverterflow.client.settings.Settings.WhenFull;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns chosen values into {@link Settings}, or names everything that is wrong with them. */
public final class SettingsReader {
    private static final long HARD_MAX_FILE_BYTES = 100L << 20;

    private final Values values;
    private final StoreUse storeUse;

    private SettingsReader(Values values, StoreUse storeUse) {
        this.values = values;
        this.storeUse = storeUse;
    }

    /**
     * Reads all settings.
     *
     * @throws SettingsException with every problem there is
     */
    public static Settings read(SettingSources sources) throws SettingsException {
        return read(sources, StoreUse.NEEDED);
    }

    /**
     * Reads all settings; what names the bucket may be absent where none is used.
     *
     * @throws SettingsException with every problem there is
     */
    public static Settings read(SettingSources sources, StoreUse storeUse) throws SettingsException {
        List<String> problems = new ArrayList<>();
        Map<Setting, Chosen> chosen = sources.choose(problems);
        Settings settings = new SettingsReader(new Values(chosen, problems), storeUse).settings();
        if (!problems.isEmpty()) {
            throw new SettingsException(problems);
        }
        return settings;
    }

    private Settings settings() {
        return new Settings(
                store(),
                new SpoolSpace(
                        values.path(Setting.SPOOL_DIR).orElse(Path.of("spool")),
                        values.whole(Setting.SPOOL_MAX_BYTES, 1, Long.MAX_VALUE),
                        values.oneOf(Setting.SPOOL_FULL, WhenFull.class, WhenFull.PAUSE)),
                fleet(),
                trouble(),
                files(),
                values.interval(Setting.INTERVAL_SECONDS),
                values.path(Setting.READING_RULES),
                values.text(Setting.METRICS_PORT).map(port -> (int) values.whole(Setting.METRICS_PORT, 1, 65_535)),
                values.oneOf(Setting.LOG_FORMAT, LogFormat.class, LogFormat.TEXT));
    }

    private Store store() {
        if (storeUse == StoreUse.NONE) {
            return new Store("", "", Optional.empty(), Optional.empty());
        }
        return new Store(
                values.required(Setting.AWS_REGION, "the region of the bucket, such as eu-west-1"),
                values.matching(
                        Setting.S3_BUCKET,
                        values.required(Setting.S3_BUCKET, "the name of the bucket"),
                        "[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]",
                        "3 to 63 lower case letters, digits, dots and hyphens, without s3://"),
                values.httpAddress(Setting.S3_ENDPOINT),
                keys());
    }

    private Optional<Keys> keys() {
        Optional<String> id = values.text(Setting.AWS_ACCESS_KEY_ID);
        Optional<String> secret = values.text(Setting.AWS_SECRET_ACCESS_KEY);
        if (id.isPresent() != secret.isPresent()) {
            Setting absent = id.isPresent() ? Setting.AWS_SECRET_ACCESS_KEY : Setting.AWS_ACCESS_KEY_ID;
            values.problem(absent
                    + " is not set, but its counterpart is; set both, or neither for the AWS default provider chain");
        }
        return id.flatMap(key -> secret.map(word -> new Keys(key, word, values.text(Setting.AWS_SESSION_TOKEN))));
    }

    private Fleet fleet() {
        return new Fleet(
                values.path(Setting.INVERTERS_FILE),
                (int) values.whole(Setting.INVERTERS_NUM, 1, 1_000_000),
                values.decimal(Setting.SITE_LATITUDE, -90, 90),
                values.decimal(Setting.SITE_LONGITUDE, -180, 180),
                values.decimal(Setting.RATED_POWER_W, 1, 1e9),
                values.whole(Setting.SEED, Long.MIN_VALUE, Long.MAX_VALUE));
    }

    private Trouble trouble() {
        return new Trouble(
                values.decimal(Setting.FAULTS_PER_DAY, 0, 4),
                values.decimal(Setting.INVALID_RATE, 0, 1),
                values.decimal(Setting.LATE_RATE, 0, 1),
                values.decimal(Setting.DUPLICATE_RATE, 0, 1),
                values.decimal(Setting.OUT_OF_ORDER_RATE, 0, 1));
    }

    private Files files() {
        String prefix = prefix(Setting.S3_FILE_PREFIX);
        return new Files(
                prefix,
                values.matching(
                        Setting.CLIENT_ID,
                        values.text(Setting.CLIENT_ID).orElse(""),
                        "[A-Za-z0-9-]{1,64}",
                        "1 to 64 letters, digits and hyphens, since it is part of file names"),
                (int) values.whole(Setting.NUM_FILES, 1, 1_000),
                values.whole(Setting.MAX_FILE_BYTES, 4_096, HARD_MAX_FILE_BYTES),
                values.oneOf(Setting.COMPRESSION, Compression.class, Compression.NONE),
                invalidPrefix(prefix));
    }

    /** A pipe takes all that is below its prefix, so none of the two may lie in the other. */
    private Optional<String> invalidPrefix(String prefix) {
        if (!values.yesOrNo(Setting.UPLOAD_INVALID)) {
            return Optional.empty();
        }
        String invalid = prefix(Setting.S3_INVALID_PREFIX);
        if (invalid.startsWith(prefix) || prefix.startsWith(invalid)) {
            values.problem("S3_INVALID_PREFIX is '" + invalid + "' and S3_FILE_PREFIX is '" + prefix
                    + "'; use two prefixes of which none contains the other");
        }
        return Optional.of(invalid);
    }

    private String prefix(Setting setting) {
        String given = values.text(setting).orElse("");
        String trimmed = given.replaceAll("^/+|/+$", "");
        return values.matching(
                        setting,
                        trimmed,
                        "[A-Za-z0-9!_.*'()=-]+(/[A-Za-z0-9!_.*'()=-]+)*",
                        "folders of letters, digits and !_.*'()=- joined by single slashes, such as plant-7/readings")
                + "/";
    }

    /** Whether a bucket is needed. */
    public enum StoreUse {
        NEEDED,
        NONE
    }
}
