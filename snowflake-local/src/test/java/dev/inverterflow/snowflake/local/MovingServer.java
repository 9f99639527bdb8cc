package dev.inverterflow.snowflake.local;

import dev.inverterflow.snowflake.local.load.store.EmbeddedS3;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;
import org.awaitility.Awaitility;

/**
 * A server with a real S3 behind its external stages, a database DB with a schema SC, and a task clock a thousand times faster;
 * spoken to through the driver. The sessions' time zone is not UTC, so that a wrong conversion shows.
 */
public final class MovingServer implements AutoCloseable {
    static {
        // What tests wait for comes soon, but not on a crowded machine.
        Awaitility.setDefaultTimeout(Duration.ofMinutes(1));
    }

    private static final String BUCKET = "bucket";
    private static final double CLOCK_SPEED = 1000;

    private final EmbeddedS3 s3;
    private final SnowflakeLocal snowflake;
    private final Session session;

    private MovingServer(UnaryOperator<SnowflakeLocalBuilder> settings) throws Exception {
        s3 = EmbeddedS3.start(BUCKET);
        var endpoint = s3.endpoint();
        var builder = SnowflakeLocal.builder()
                .database("DB")
                .schema("SC")
                .s3Endpoint(endpoint.uri(), endpoint.region(), endpoint.accessKeyId(), endpoint.secretAccessKey())
                .taskClockSpeed(CLOCK_SPEED);
        snowflake = settings.apply(builder).start();
        session = connect();
        session.execute("CREATE STORAGE INTEGRATION s3_integration TYPE = EXTERNAL_STAGE STORAGE_PROVIDER = 'S3'"
                + " STORAGE_AWS_ROLE_ARN = 'arn:aws:iam::000000000000:role/reader' ENABLED = TRUE"
                + " STORAGE_ALLOWED_LOCATIONS = ('s3://bucket/raw/')");
    }

    public static MovingServer start() throws Exception {
        return new MovingServer(UnaryOperator.identity());
    }

    /** A server with settings beside the usual ones. */
    public static MovingServer start(UnaryOperator<SnowflakeLocalBuilder> settings) throws Exception {
        return new MovingServer(settings);
    }

    public void createStage(String name, String url) throws SQLException {
        execute("CREATE STAGE " + name + " URL = '" + url + "' STORAGE_INTEGRATION = s3_integration");
    }

    public void execute(String sql) throws SQLException {
        session.execute(sql);
    }

    /** The rows of an answer, each value as text. */
    public List<List<String>> rows(String sql) throws SQLException {
        return session.rows(sql);
    }

    /** The labels of an answer's columns. */
    public List<String> columns(String sql) throws SQLException {
        try (var statement = session.connection.createStatement();
                var answer = statement.executeQuery(sql)) {
            var labels = new ArrayList<String>();
            for (int column = 1; column <= answer.getMetaData().getColumnCount(); column++) {
                labels.add(answer.getMetaData().getColumnLabel(column));
            }
            return labels;
        }
    }

    /** Another session of the same user. */
    public Session connect() throws SQLException {
        var properties = snowflake.properties();
        properties.setProperty("db", "DB");
        properties.setProperty("schema", "SC");
        properties.setProperty("TIMEZONE", "America/Los_Angeles");
        return new Session(DriverManager.getConnection(snowflake.jdbcUrl(), properties));
    }

    /** Puts an object and announces it, as a bucket with a notification does. */
    public void put(String key, String content) {
        putSilently(key, content);
        announce(key);
    }

    public void putSilently(String key, String content) {
        s3.put(BUCKET, key, content);
    }

    public void putGzip(String key, String content) throws IOException {
        s3.put(BUCKET, key, gzip(content));
    }

    /** Puts a compressed object whose end is missing. */
    public void putTruncatedGzip(String key, String content) throws IOException {
        var compressed = gzip(content);
        s3.put(BUCKET, key, Arrays.copyOf(compressed, compressed.length - 10));
    }

    public void announce(String... keys) {
        for (var key : keys) {
            snowflake.deliverS3Event(EmbeddedS3.eventOf(BUCKET, key));
        }
    }

    public void deliver(String message) {
        snowflake.deliverS3Event(message);
    }

    /** What pipes reported of files that failed. */
    public List<String> pipeErrors() {
        return snowflake.pipeErrorNotifications();
    }

    public long droppedEvents() {
        return snowflake.droppedS3Events();
    }

    /** The bytes of an object, as they are stored. */
    public byte[] object(String key) {
        return s3.get(BUCKET, key);
    }

    public void stopS3() throws Exception {
        s3.stop();
    }

    public void startS3Again() throws Exception {
        s3.startAgain();
    }

    /** Whether nothing is being loaded or run and nothing is due. */
    public boolean idle() {
        return snowflake.idle();
    }

    @Override
    public void close() throws Exception {
        session.close();
        snowflake.close();
        s3.close();
    }

    private static byte[] gzip(String content) throws IOException {
        var compressed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(compressed)) {
            gzip.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return compressed.toByteArray();
    }

    /** A connection of the driver. */
    public static final class Session implements AutoCloseable {
        private final Connection connection;

        private Session(Connection connection) {
            this.connection = connection;
        }

        public void execute(String sql) throws SQLException {
            try (var statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }

        /** The rows of an answer, each value as text. */
        public List<List<String>> rows(String sql) throws SQLException {
            try (var statement = connection.createStatement();
                    var answer = statement.executeQuery(sql)) {
                var rows = new ArrayList<List<String>>();
                while (answer.next()) {
                    var row = new ArrayList<String>();
                    for (int column = 1; column <= answer.getMetaData().getColumnCount(); column++) {
                        row.add(answer.getString(column));
                    }
                    rows.add(row);
                }
                return rows;
            }
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }
}
