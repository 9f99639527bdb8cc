package dev.inverterflow.snowflake.local;

import dev.inverterflow.snowflake.local.load.store.S3Endpoint;
import dev.inverterflow.snowflake.local.usage.UsageLag;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Settings of a {@link SnowflakeLocal}; each has a default. */
public final class SnowflakeLocalBuilder {

    private static final int MAX_PORT = 65_535;
    private static final int PASSWORD_BYTES = 24;

    private int port;
    private @Nullable String database;
    private @Nullable String schema;
    private String user = "LOCAL";
    private @Nullable String password;
    private @Nullable S3Endpoint s3;
    private @Nullable Path snowparkRuntime;
    private @Nullable Path dataDirectory;
    private @Nullable Path stageDirectory;
    private double taskClockSpeed = 1;
    private UsageLag usageLag = UsageLag.NONE;
    private Clock clock = Clock.systemUTC();

    SnowflakeLocalBuilder() {}

    /** The TCP port; 0, the default, is a free one. */
    public SnowflakeLocalBuilder port(int value) {
        if (value < 0 || value > MAX_PORT) {
            throw new IllegalArgumentException("port must be 0 to 65535, not " + value);
        }
        port = value;
        return this;
    }

    /** A database, with its schema PUBLIC, that is there from the start; none by default. */
    public SnowflakeLocalBuilder database(String value) {
        database = Objects.requireNonNull(value, "database");
        return this;
    }

    /** A schema of {@link #database} that is there from the start; none by default. */
    public SnowflakeLocalBuilder schema(String value) {
        schema = Objects.requireNonNull(value, "schema");
        return this;
    }

    /**
     * The user that may log in, {@code LOCAL} by default; its default warehouse is COMPUTE_WH. Users made by CREATE USER may log
     * in, too, and have the warehouse that they are given.
     */
    public SnowflakeLocalBuilder user(String value) {
        user = Objects.requireNonNull(value, "user");
        return this;
    }

    /** What the user must give as password or token; random by default. */
    public SnowflakeLocalBuilder password(String value) {
        password = Objects.requireNonNull(value, "password");
        return this;
    }

    /** The same as {@link #password}. */
    public SnowflakeLocalBuilder token(String value) {
        return password(value);
    }

    /**
     * Where the buckets of external stages really are: a store that speaks S3, with path-style addresses. Without it no
     * external stage can be read.
     *
     * @param endpoint its address, scheme included
     * @param region the region used for signing
     * @param accessKeyId the key used for signing
     * @param secretAccessKey the secret used for signing; never printed
     */
    public SnowflakeLocalBuilder s3Endpoint(URI endpoint, String region, String accessKeyId, String secretAccessKey) {
        s3 = new S3Endpoint(endpoint, region, accessKeyId, secretAccessKey);
        return this;
    }

    /**
     * The directory with the jars of Snowpark and of the bridge to it, needed to CALL procedures; by default
     * {@code lib/snowpark} beside this jar, if it is there.
     */
    public SnowflakeLocalBuilder snowparkRuntime(Path value) {
        snowparkRuntime = Objects.requireNonNull(value, "snowparkRuntime");
        return this;
    }

    /**
     * The directory of an account that outlives the server, and is made if it is not there: catalog, rows, stages, histories,
     * streams and tasks are as they were when the server is started over it again, also if it was killed. One server at a
     * time uses it. By default everything is in memory and gone at the end.
     */
    public SnowflakeLocalBuilder dataDirectory(Path value) {
        dataDirectory = Objects.requireNonNull(value, "dataDirectory");
        return this;
    }

    /**
     * Where files of internal stages are kept; by default in the {@linkplain #dataDirectory data directory}, and without one in
     * a temporary directory that is deleted at the end.
     */
    public SnowflakeLocalBuilder stageDirectory(Path value) {
        stageDirectory = Objects.requireNonNull(value, "stageDirectory");
        return this;
    }

    /** How much faster the schedules and intervals of tasks run than they say; 1 by default. */
    public SnowflakeLocalBuilder taskClockSpeed(double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException("taskClockSpeed must be above 0, not " + value);
        }
        taskClockSpeed = value;
        return this;
    }

    /** How late the views of ACCOUNT_USAGE are; not at all by default. */
    public SnowflakeLocalBuilder usageLag(UsageLag value) {
        usageLag = Objects.requireNonNull(value, "usageLag");
        return this;
    }

    /** What CURRENT_TIMESTAMP and all histories go by; the system's by default. */
    public SnowflakeLocalBuilder clock(Clock value) {
        clock = Objects.requireNonNull(value, "clock");
        return this;
    }

    /**
     * Starts the server; it answers when this returns.
     *
     * @throws SnowflakeLocalException if it cannot start, for example because the port is taken
     */
    public SnowflakeLocal start() {
        return SnowflakeLocal.of(Server.start(settings()));
    }

    private Settings settings() {
        if (schema != null && database == null) {
            throw new IllegalArgumentException("schema needs a database");
        }
        return new Settings(
                port,
                database,
                schema,
                user,
                password == null ? randomPassword() : password,
                s3,
                snowparkRuntime,
                dataDirectory,
                stageDirectory,
                taskClockSpeed,
                usageLag,
                clock);
    }

    private static String randomPassword() {
        byte[] bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
