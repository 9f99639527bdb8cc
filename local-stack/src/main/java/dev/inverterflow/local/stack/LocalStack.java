package dev.inverterflow.local.stack;

import dev.inverterflow.local.problem.LocalStackException;
import dev.inverterflow.local.s3.EmbeddedS3;
import dev.inverterflow.local.s3.S3Credentials;
import dev.inverterflow.snowflake.local.SnowflakeLocal;
import dev.inverterflow.snowflake.local.SnowflakeLocalBuilder;
import dev.inverterflow.snowflake.local.SnowflakeLocalException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import java.util.function.UnaryOperator;

/**
 * The embedded S3 and snowflake-local, wired as S3 and Snowflake are: objects reach the pipe through event notifications. What
 * runs on top, the deployment, the client, the drivers, is what runs on the real ones.
 */
public final class LocalStack implements AutoCloseable {
    /** Where the client uploads and the stage reads. */
    public static final String BUCKET = "inverterflow-local";

    public static final String PREFIX = "inverters/";

    /**
     * How much faster than real time tasks are scheduled: FLATTEN's 300 s between two runs pass in 1 s. Set here and not in SQL,
     * where Snowflake takes no trigger interval under 10 s.
     */
    private static final double TASK_CLOCK_SPEED = 300;

    private final EmbeddedS3 s3;
    private final SnowflakeLocal snowflake;
    private final EventDelivery events;

    private LocalStack(EmbeddedS3 s3, SnowflakeLocal snowflake, EventDelivery events) {
        this.s3 = s3;
        this.snowflake = snowflake;
        this.events = events;
    }

    /** Loopback ports; 0 takes a free one. */
    public record Ports(int s3, int snowflake) {
        public static Ports free() {
            return new Ports(0, 0);
        }
    }

    /**
     * Starts both servers.
     *
     * @throws LocalStackException if one cannot start; what had started is stopped again
     */
    public static LocalStack start(Workspace workspace, Distribution distribution, Ports ports) {
        return start(workspace, distribution, ports, UnaryOperator.identity());
    }

    /**
     * Starts both servers.
     *
     * @param settings what is to be otherwise in the stand-in
     * @throws LocalStackException if one cannot start; what had started is stopped again
     */
    public static LocalStack start(
            Workspace workspace,
            Distribution distribution,
            Ports ports,
            UnaryOperator<SnowflakeLocalBuilder> settings) {
        EventDelivery events = new EventDelivery();
        EmbeddedS3 s3 = EmbeddedS3.start(workspace.objects(), ports.s3(), S3Credentials.random(), events::enqueue);
        try {
            s3.createBucket(BUCKET);
            SnowflakeLocal snowflake = startSnowflake(settings.apply(builder(s3, distribution, ports.snowflake())));
            events.deliverTo(snowflake::deliverS3Event);
            return new LocalStack(s3, snowflake, events);
        } catch (RuntimeException e) {
            s3.close();
            throw e;
        }
    }

    private static SnowflakeLocal startSnowflake(SnowflakeLocalBuilder builder) {
        try {
            return builder.start();
        } catch (SnowflakeLocalException e) {
            throw new LocalStackException(e.getMessage() + " The option is --snowflake-port.", e);
        }
    }

    private static SnowflakeLocalBuilder builder(EmbeddedS3 s3, Distribution distribution, int port) {
        return SnowflakeLocal.builder()
                .port(port)
                .s3Endpoint(
                        s3.endpoint(),
                        EmbeddedS3.REGION,
                        s3.credentials().accessKeyId(),
                        s3.credentials().secretAccessKey())
                .snowparkRuntime(distribution.snowparkRuntime())
                .taskClockSpeed(TASK_CLOCK_SPEED);
    }

    public EmbeddedS3 s3() {
        return s3;
    }

    public SnowflakeLocal snowflake() {
        return snowflake;
    }

    /** The URL that the external stage reads. */
    public String stageUrl() {
        return "s3://" + BUCKET + "/" + PREFIX;
    }

    /** The client's settings that say where to upload, by their documented names. */
    public Map<String, String> uploadSettings() {
        return Map.of(
                "AWS_REGION",
                EmbeddedS3.REGION,
                "AWS_ACCESS_KEY_ID",
                s3.credentials().accessKeyId(),
                "AWS_SECRET_ACCESS_KEY",
                s3.credentials().secretAccessKey(),
                "S3_BUCKET",
                BUCKET,
                "S3_FILE_PREFIX",
                PREFIX,
                "S3_ENDPOINT",
                s3.endpoint().toString());
    }

    /** A session of the unmodified driver in the deployed schema, with the owner's role. */
    public Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.putAll(snowflake.properties());
        properties.put("role", "INVERTERFLOW_OWNER");
        properties.put("warehouse", "INVERTERFLOW_WH");
        properties.put("db", "INVERTERFLOW");
        properties.put("schema", "INGEST");
        return DriverManager.getConnection(snowflake.jdbcUrl(), properties);
    }

    /** Stops both in order: no more events, then Snowflake with its tasks, then S3. */
    @Override
    public void close() {
        events.close();
        try {
            snowflake.close();
        } finally {
            s3.close();
        }
    }
}
