package dev.inverterflow.snowflake.local.load.pipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.inverterflow.snowflake.local.MovingServer;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens to a pipe beside loading: it is paused for long, changes hands, loses its stage, reports failures. */
class PipeLifeTest {
    private static final String COPY =
            " AS COPY INTO raw FROM (SELECT METADATA$FILENAME, $1 FROM @st) FILE_FORMAT = (TYPE = JSON)";

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-23T06:00:00Z"));

    @TempDir
    private Path folder;

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
    void severalPipesOnOnePrefixEachLoadEveryFile() throws Exception {
        server.execute("CREATE TABLE other LIKE raw");
        server.execute("CREATE PIPE p AUTO_INGEST = TRUE" + COPY);
        server.execute("CREATE PIPE q AUTO_INGEST = TRUE" + COPY.replace("raw", "other"));

        server.put("raw/a.json", "1");

        await().until(server::idle);
        assertThat(names("raw")).containsExactly("raw/a.json");
        assertThat(names("other")).containsExactly("raw/a.json");
    }

    @Test
    void aPipeWithoutAutoIngestHearsNoEventsAndLoadsWhatARefreshFinds() throws Exception {
        server.execute("CREATE PIPE p" + COPY);
        assertThat(status("notificationChannelName")).isEmpty();
        server.put("raw/a.json", "1");
        await().until(server::idle);
        assertThat(names("raw")).isEmpty();

        now.set(Instant.now());
        assertThat(server.rows("ALTER PIPE p REFRESH")).containsExactly(List.of("raw/a.json", "SENT"));

        await().until(() -> names("raw").size(), count -> count == 1);
        assertThat(server.rows("ALTER PIPE p REFRESH")).isEmpty();
    }

    @Test
    void aPipeMayReadAnInternalStageButNotByEvents() throws Exception {
        server.execute("CREATE STAGE inner");
        var file = Files.writeString(folder.resolve("a.json"), "{\"n\":1}");
        server.rows("PUT file://" + file + " @inner/in");
        now.set(Instant.now());
        server.execute("CREATE PIPE p" + COPY.replace("@st", "@inner/in"));

        assertThat(server.rows("ALTER PIPE p REFRESH")).hasSize(1);

        await().until(() -> names("raw"), names -> names.equals(List.of("in/a.json.gz")));
        assertThatThrownBy(() -> server.execute("CREATE PIPE q AUTO_INGEST = TRUE" + COPY.replace("@st", "@inner")))
                .hasMessageContaining("not supported by snowflake-local: AUTO_INGEST = TRUE with internal stage");
    }

    @Test
    void aPipePausedForMoreThanFourteenDaysGoesOnOnlyWhenForcedAndWithoutTheNotificationsItDropped() throws Exception {
        server.execute("CREATE PIPE p AUTO_INGEST = TRUE" + COPY);
        server.execute("ALTER PIPE p SET PIPE_EXECUTION_PAUSED = TRUE");
        server.put("raw/old.json", "1");
        now.updateAndGet(time -> time.plus(Duration.ofDays(14)).plusSeconds(1));
        server.put("raw/new.json", "2");

        assertThatThrownBy(() -> server.execute("ALTER PIPE p SET PIPE_EXECUTION_PAUSED = FALSE"))
                .hasMessageContaining("stale")
                .hasMessageContaining("SYSTEM$PIPE_FORCE_RESUME('P', 'staleness_check_override')");
        assertThatThrownBy(() -> server.rows("SELECT SYSTEM$PIPE_FORCE_RESUME('p')"))
                .hasMessageContaining("stale");
        server.rows("SELECT SYSTEM$PIPE_FORCE_RESUME('p', 'staleness_check_override')");

        await().until(server::idle);
        assertThat(names("raw")).containsExactly("raw/new.json");
    }

    @Test
    void aPipePausedForLessGoesOnWithEverything() throws Exception {
        server.execute("CREATE PIPE p AUTO_INGEST = TRUE" + COPY);
        server.execute("ALTER PIPE p SET PIPE_EXECUTION_PAUSED = TRUE");
        server.put("raw/old.json", "1");
        now.updateAndGet(time -> time.plus(Duration.ofDays(13)));

        server.execute("ALTER PIPE p SET PIPE_EXECUTION_PAUSED = FALSE");

        await().until(() -> names("raw"), names -> names.equals(List.of("raw/old.json")));
    }

    @Test
    void aPipeThatChangedHandsWhilePausedGoesOnOnlyWhenForced() throws Exception {
        server.execute("CREATE ROLE loader");
        server.execute("GRANT ROLE loader TO ROLE sysadmin");
        server.execute("GRANT USAGE ON DATABASE db TO ROLE loader");
        server.execute("GRANT USAGE ON SCHEMA db.sc TO ROLE loader");
        server.execute("GRANT SELECT, INSERT ON TABLE raw TO ROLE loader");
        server.execute("GRANT USAGE ON STAGE st TO ROLE loader");
        server.execute("CREATE PIPE p AUTO_INGEST = TRUE" + COPY);
        server.execute("ALTER PIPE p SET PIPE_EXECUTION_PAUSED = TRUE");
        server.execute("GRANT OWNERSHIP ON PIPE p TO ROLE loader");

        assertThatThrownBy(() -> server.execute("ALTER PIPE p SET PIPE_EXECUTION_PAUSED = FALSE"))
                .hasMessageContaining("ownership had been transferred");
        server.rows("SELECT SYSTEM$PIPE_FORCE_RESUME('p')");

        assertThat(status("executionState")).isEqualTo("RUNNING");
        assertThat(status("pendingHistoryRefreshJobsCount")).isEqualTo("0");
    }

    @Test
    void aPipeSaysWhatIsWrongWithItsStageOrTable() throws Exception {
        server.execute("CREATE PIPE p AUTO_INGEST = TRUE" + COPY);
        assertThat(invalidReason()).isNull();

        server.execute("ALTER STAGE st SET URL = 's3://bucket/raw/elsewhere/'");
        assertThat(status("executionState")).isEqualTo("STOPPED_STAGE_ALTERED");
        assertThat(invalidReason()).contains("DB.SC.ST").contains("altered");

        server.execute("CREATE OR REPLACE STAGE st URL = 's3://bucket/raw/' STORAGE_INTEGRATION = s3_integration");
        assertThat(status("executionState")).isEqualTo("STOPPED_STAGE_DROPPED");

        server.execute("CREATE OR REPLACE PIPE p AUTO_INGEST = TRUE" + COPY);
        server.execute("DROP TABLE raw");
        assertThat(status("executionState")).isEqualTo("STOPPED_MISSING_TABLE");
        assertThat(invalidReason()).contains("DB.SC.RAW");
    }

    @Test
    void aPipeKeepsToTheFileFormatThatItWasMadeWithAndWaitsWhileThereIsNone() throws Exception {
        server.execute("CREATE SCHEMA elsewhere");
        server.execute("CREATE FILE FORMAT elsewhere.js TYPE = JSON");
        server.execute("USE SCHEMA elsewhere");
        server.execute("CREATE PIPE sc.p AUTO_INGEST = TRUE AS COPY INTO sc.raw"
                + " FROM (SELECT METADATA$FILENAME, $1 FROM @sc.st) FILE_FORMAT = (FORMAT_NAME = 'js')");
        server.execute("USE SCHEMA sc");
        server.put("raw/a.json", "1");
        await().until(() -> names("raw"), names -> names.equals(List.of("raw/a.json")));

        server.execute("DROP FILE FORMAT elsewhere.js");
        server.put("raw/b.json", "2");
        assertThat(status("executionState")).isEqualTo("STOPPED_FILE_FORMAT_DROPPED");
        assertThat(invalidReason()).contains("DB.ELSEWHERE.JS");
        assertThat(names("raw")).hasSize(1);

        server.execute("CREATE FILE FORMAT elsewhere.js TYPE = JSON");
        assertThat(status("executionState")).isEqualTo("RUNNING");
        server.put("raw/c.json", "3");
        await().until(() -> names("raw"), names -> names.equals(List.of("raw/a.json", "raw/b.json", "raw/c.json")));
    }

    @Test
    void filesThatFailAreReportedToTheErrorIntegrationAndOthersAreNot() throws Exception {
        server.execute("CREATE NOTIFICATION INTEGRATION sns TYPE = QUEUE DIRECTION = OUTBOUND"
                + " NOTIFICATION_PROVIDER = AWS_SNS AWS_SNS_TOPIC_ARN = 'arn:aws:sns:us-east-1:000000000000:errors'"
                + " AWS_SNS_ROLE_ARN = 'arn:aws:iam::000000000000:role/errors' ENABLED = TRUE");
        server.execute("CREATE PIPE p AUTO_INGEST = TRUE ERROR_INTEGRATION = sns" + COPY);

        server.put("raw/good.json", "1");
        server.put("raw/bad.json", "{");
        await().until(server::idle);

        await().until(() -> server.pipeErrors().size(), count -> count == 1);
        var message = new ObjectMapper().readTree(server.pipeErrors().get(0));
        assertThat(message.path("version").asText()).isEqualTo("1.0");
        assertThat(message.path("messageType").asText()).isEqualTo("INGEST_FAILED_FILE");
        assertThat(message.path("timestamp").asText()).isEqualTo("2026-11-23T06:00:00Z");
        assertThat(message.path("pipeName").asText()).isEqualTo("DB.SC.P");
        assertThat(message.path("tableName").asText()).isEqualTo("DB.SC.RAW");
        assertThat(message.path("stageLocation").asText()).isEqualTo("s3://bucket/raw/");
        assertThat(message.path("messages").findValuesAsText("fileName")).containsExactly("raw/bad.json");
        assertThat(message.path("messages").path(0).path("firstError").asText())
                .startsWith("Error parsing JSON: incomplete object value");
        assertThat(server.rows("SHOW PIPES").get(0)).contains("SNS");
    }

    @Test
    void onlyAnIntegrationThatSendsCanBeAnErrorIntegration() {
        assertThatThrownBy(() -> server.execute("CREATE PIPE p AUTO_INGEST = TRUE ERROR_INTEGRATION = nothing" + COPY))
                .hasMessageContaining("NOTHING");
        assertThatThrownBy(() ->
                        server.execute("CREATE PIPE p AUTO_INGEST = TRUE ERROR_INTEGRATION = s3_integration" + COPY))
                .hasMessageContaining("ERROR_INTEGRATION");
    }

    /** docs.snowflake.com/en/sql-reference/sql/alter-pipe, "UNSET". */
    @Test
    void whatWasSetOfAPipeCanBeUnset() throws Exception {
        server.execute("CREATE PIPE p AUTO_INGEST = TRUE COMMENT = 'first'" + COPY);
        server.execute("ALTER PIPE p SET PIPE_EXECUTION_PAUSED = TRUE");
        assertThat(status("executionState")).isEqualTo("PAUSED");

        server.execute("ALTER PIPE p UNSET PIPE_EXECUTION_PAUSED, COMMENT");

        assertThat(status("executionState")).isEqualTo("RUNNING");
        int comment = server.columns("SHOW PIPES").indexOf("comment");
        assertThat(server.rows("SHOW PIPES").get(0).get(comment)).isNullOrEmpty();
    }

    private String status(String field) throws Exception {
        var status = server.rows("SELECT SYSTEM$PIPE_STATUS('p')").get(0).get(0);
        return new ObjectMapper().readTree(status).path(field).asText();
    }

    private String invalidReason() throws SQLException {
        int column = server.columns("SHOW PIPES").indexOf("invalid_reason");
        return server.rows("SHOW PIPES").get(0).get(column);
    }

    private List<String> names(String table) throws SQLException {
        return server.rows("SELECT file_name FROM " + table + " ORDER BY 1").stream()
                .map(row -> row.get(0))
                .toList();
    }
}
