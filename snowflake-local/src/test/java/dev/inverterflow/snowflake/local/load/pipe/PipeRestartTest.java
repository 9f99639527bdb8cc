package dev.inverterflow.snowflake.local.load.pipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.inverterflow.snowflake.local.MovingClockServer;
import dev.inverterflow.snowflake.local.SnowflakeLocal;
import dev.inverterflow.snowflake.local.load.store.EmbeddedS3;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a pipe was told of and has not loaded outlives the server, with a data directory. */
class PipeRestartTest {
    private static final String BUCKET = "bucket";

    @TempDir
    private Path folder;

    @Test
    void filesAnnouncedBeforeARestartAreLoadedAfterItOnceEach() throws Exception {
        try (var s3 = EmbeddedS3.start(BUCKET)) {
            try (var server = start(s3);
                    var connection = connect(server)) {
                create(connection);
                announce(s3, server, "raw/a.json");
                await().atMost(Duration.ofMinutes(1)).until(server::idle);
                execute(connection, "ALTER PIPE p SET PIPE_EXECUTION_PAUSED = TRUE");
                announce(s3, server, "raw/b.json", "raw/c.json");
                execute(
                        connection,
                        "CREATE PIPE dropped AUTO_INGEST = TRUE AS COPY INTO raw FROM @st FILE_FORMAT = (TYPE = JSON)");
                execute(connection, "ALTER PIPE dropped SET PIPE_EXECUTION_PAUSED = TRUE");
                announce(s3, server, "raw/d.json");
                execute(connection, "DROP PIPE dropped");
            }
            try (var server = start(s3);
                    var connection = connect(server)) {
                assertThat(MovingClockServer.rows(
                                connection, "SELECT PARSE_JSON(SYSTEM$PIPE_STATUS('p')):pendingFileCount::INT"))
                        .containsExactly(List.of("3"));
                announce(s3, server, "raw/b.json");
                execute(connection, "ALTER PIPE p SET PIPE_EXECUTION_PAUSED = FALSE");
                await().atMost(Duration.ofMinutes(1)).until(server::idle);
                assertThat(MovingClockServer.rows(connection, "SELECT body:n::INT FROM raw ORDER BY 1"))
                        .containsExactly(List.of("0"), List.of("1"), List.of("2"), List.of("3"));
            }
            try (var server = start(s3);
                    var connection = connect(server)) {
                assertThat(MovingClockServer.rows(
                                connection, "SELECT PARSE_JSON(SYSTEM$PIPE_STATUS('p')):pendingFileCount::INT"))
                        .containsExactly(List.of("0"));
            }
        }
    }

    private SnowflakeLocal start(EmbeddedS3 s3) {
        var endpoint = s3.endpoint();
        return SnowflakeLocal.builder()
                .database("DB")
                .schema("SC")
                .dataDirectory(folder)
                .s3Endpoint(endpoint.uri(), endpoint.region(), endpoint.accessKeyId(), endpoint.secretAccessKey())
                .start();
    }

    private static Connection connect(SnowflakeLocal server) throws SQLException {
        var properties = server.properties();
        properties.setProperty("db", "DB");
        properties.setProperty("schema", "SC");
        return DriverManager.getConnection(server.jdbcUrl(), properties);
    }

    private static void create(Connection connection) throws SQLException {
        execute(connection, "CREATE TABLE raw (body VARIANT)");
        execute(
                connection,
                "CREATE STORAGE INTEGRATION s3_integration TYPE = EXTERNAL_STAGE STORAGE_PROVIDER = 'S3'"
                        + " STORAGE_AWS_ROLE_ARN = 'arn:aws:iam::000000000000:role/reader' ENABLED = TRUE"
                        + " STORAGE_ALLOWED_LOCATIONS = ('s3://bucket/raw/')");
        execute(connection, "CREATE STAGE st URL = 's3://bucket/raw/' STORAGE_INTEGRATION = s3_integration");
        execute(connection, "CREATE PIPE p AUTO_INGEST = TRUE AS COPY INTO raw FROM @st FILE_FORMAT = (TYPE = JSON)");
    }

    /** Each file holds its place in the alphabet. */
    private static void announce(EmbeddedS3 s3, SnowflakeLocal server, String... keys) {
        for (var key : keys) {
            s3.put(BUCKET, key, "{\"n\": " + (key.charAt("raw/".length()) - 'a') + "}");
            server.deliverS3Event(EmbeddedS3.eventOf(BUCKET, key));
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
