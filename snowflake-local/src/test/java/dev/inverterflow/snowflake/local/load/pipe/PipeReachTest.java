package dev.inverterflow.snowflake.local.load.pipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.inverterflow.snowflake.local.MovingServer;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Which files a pipe takes: how far its memory, its refresh and its pattern reach, and what of a bad file it keeps. */
@Tag("driver")
class PipeReachTest {
    private static final String COPY =
            " AS COPY INTO raw FROM (SELECT METADATA$FILENAME, $1 FROM @st%s)" + " FILE_FORMAT = (TYPE = JSON)";

    /** Objects of the embedded S3 are as old as the machine says. */
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.now());

    private MovingServer server;

    @BeforeEach
    void start() throws Exception {
        InstantSource time = now::get;
        Clock clock = time.withZone(ZoneOffset.UTC);
        server = MovingServer.start(settings -> settings.clock(clock));
        server.execute("CREATE TABLE raw (file_name VARCHAR, body VARIANT)");
        server.createStage("st", "s3://bucket/raw/");
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    @Test
    void aPathIsRememberedForFourteenDays() throws Exception {
        server.execute("CREATE PIPE p AUTO_INGEST = TRUE" + COPY.formatted(""));
        server.put("raw/a.json", "1");
        await().until(() -> names().size(), count -> count == 1);

        pass(Duration.ofDays(14).minusMinutes(1));
        server.put("raw/a.json", "2");
        await().until(server::idle);
        assertThat(names()).as("known, though its content is another").hasSize(1);

        pass(Duration.ofMinutes(2));
        server.announce("raw/a.json");
        await().until(() -> names().size(), count -> count == 2);
    }

    @Test
    void refreshReachesBackSevenDaysOrAsFarAsItIsTold() throws Exception {
        server.execute("CREATE PIPE p AUTO_INGEST = TRUE" + COPY.formatted("/in/"));
        for (var key : List.of("raw/in/d1/a.json", "raw/in/d2/b.json", "raw/other/c.json")) {
            server.putSilently(key, "1");
        }

        assertThat(server.rows("ALTER PIPE p REFRESH PREFIX = 'd1/' MODIFIED_AFTER = '"
                        + now.get().plusSeconds(60) + "'"))
                .isEmpty();
        assertThat(server.rows("ALTER PIPE p REFRESH PREFIX = 'd1/'"))
                .containsExactly(List.of("raw/in/d1/a.json", "SENT"));
        await().until(this::names, names -> names.equals(List.of("raw/in/d1/a.json")));
        pass(Duration.ofDays(7).plusMinutes(1));
        assertThat(server.rows("ALTER PIPE p REFRESH")).as("b.json is too old").isEmpty();
    }

    @Test
    void refreshLeavesOutWhatACopyByHandHasLoaded() throws Exception {
        server.execute("CREATE PIPE p AUTO_INGEST = TRUE" + COPY.formatted(""));
        server.putSilently("raw/a.json", "1");
        server.execute("COPY INTO raw FROM (SELECT METADATA$FILENAME, $1 FROM @st) FILE_FORMAT = (TYPE = JSON)");

        assertThat(server.rows("ALTER PIPE p REFRESH")).isEmpty();
    }

    @Test
    void thePatternOfAPipeIsHeldAgainstThePathBelowTheStageAndThatOfACopyAgainstAllOfIt() throws Exception {
        server.execute("CREATE PIPE p AUTO_INGEST = TRUE" + COPY.formatted("") + " PATTERN = 'in/a[.]json'");
        server.execute("CREATE PIPE q AUTO_INGEST = TRUE" + COPY.formatted("") + " PATTERN = 'raw/in/b[.]json'");
        server.put("raw/in/a.json", "1");
        server.put("raw/in/b.json", "2");
        await().until(server::idle);
        assertThat(names()).containsExactly("raw/in/a.json");

        server.execute("COPY INTO raw FROM (SELECT METADATA$FILENAME, $1 FROM @st) FILE_FORMAT = (TYPE = JSON)"
                + " PATTERN = 'raw/in/b[.]json'");

        assertThat(names()).containsExactly("raw/in/a.json", "raw/in/b.json");
    }

    @Test
    void aPipeThatContinuesKeepsTheGoodRowsOfABadFile() throws Exception {
        server.execute("CREATE TABLE numbers (n NUMBER)");
        server.execute("CREATE PIPE n AUTO_INGEST = TRUE AS COPY INTO numbers FROM @st ON_ERROR = CONTINUE");
        server.put("raw/a.csv", "1\nx\n3\n");
        await().until(server::idle);

        assertThat(server.rows("SELECT n FROM numbers ORDER BY 1")).containsExactly(List.of("1"), List.of("3"));
        assertThat(server.rows("SELECT STATUS, ROW_COUNT, ROW_PARSED, ERROR_COUNT, FIRST_ERROR_MESSAGE,"
                        + " FIRST_ERROR_LINE_NUMBER FROM TABLE(INFORMATION_SCHEMA.COPY_HISTORY(TABLE_NAME => 'NUMBERS',"
                        + " START_TIME => DATEADD(HOUR, -1, CURRENT_TIMESTAMP())))"))
                .containsExactly(
                        List.of("Partially loaded", "2", "3", "1", "Numeric value 'x' is not recognized", "2"));
    }

    @Test
    void theStatusTellsWhatWaitsAndWhatCameLast() throws Exception {
        server.execute("CREATE PIPE p AUTO_INGEST = TRUE" + COPY.formatted(""));
        assertThat(status().has("oldestPendingFilePath")).isFalse();
        server.execute("ALTER PIPE p SET PIPE_EXECUTION_PAUSED = TRUE");
        server.put("raw/a.json", "1");

        assertThat(status().path("executionState").asText()).isEqualTo("PAUSED");
        assertThat(status().path("pendingFileCount").asInt()).isEqualTo(1);
        assertThat(status().path("oldestPendingFilePath").asText()).isEqualTo("raw/a.json");
        assertThat(status().path("lastForwardedFilePath").asText()).isEqualTo("bucket/raw/a.json");
        assertThat(status().has("lastIngestedTimestamp")).isFalse();
        server.execute("ALTER PIPE p SET PIPE_EXECUTION_PAUSED = FALSE");
        await().until(() -> names().size(), count -> count == 1);
        await().until(server::idle);

        var after = status();
        assertThat(after.path("executionState").asText()).isEqualTo("RUNNING");
        assertThat(after.path("pendingFileCount").asInt()).isZero();
        assertThat(after.path("notificationChannelName").asText()).startsWith("arn:aws:sqs:");
        assertThat(after.path("numOutstandingMessagesOnChannel").asInt()).isZero();
        assertThat(after.has("oldestFileTimestamp")).isFalse();
        for (var time : List.of(
                "lastIngestedTimestamp",
                "lastReceivedMessageTimestamp",
                "lastForwardedMessageTimestamp",
                "lastPulledFromChannelTimestamp")) {
            assertThat(Instant.parse(after.path(time).asText())).as(time).isBeforeOrEqualTo(now.get());
        }
    }

    private void pass(Duration time) {
        now.updateAndGet(instant -> instant.plus(time));
    }

    private JsonNode status() throws Exception {
        return new ObjectMapper()
                .readTree(server.rows("SELECT SYSTEM$PIPE_STATUS('p')").get(0).get(0));
    }

    private List<String> names() throws SQLException {
        return server.rows("SELECT file_name FROM raw ORDER BY 1").stream()
                .map(row -> row.get(0))
                .toList();
    }
}
