package dev.inverterflow.snowflake.local.load.pipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.inverterflow.snowflake.local.MovingServer;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of a real S3, loaded by pipes and by hand, through the driver. */
class PipeLoadingTest {
    private static final String PIPE = """
            CREATE PIPE p AUTO_INGEST = TRUE AS
            COPY INTO raw (file_name, body, content_key, modified, scanned) FROM (
              SELECT METADATA$FILENAME, $1, METADATA$FILE_CONTENT_KEY,
                CONVERT_TIMEZONE('UTC', 'UTC', METADATA$FILE_LAST_MODIFIED),
                CONVERT_TIMEZONE('UTC', METADATA$START_SCAN_TIME)::TIMESTAMP_NTZ
              FROM @st)
            FILE_FORMAT = (TYPE = JSON) ON_ERROR = SKIP_FILE""";

    private MovingServer server;

    @BeforeEach
    void start() throws Exception {
        server = MovingServer.start();
        server.execute("CREATE TABLE raw (file_name VARCHAR NOT NULL, body VARIANT, content_key VARCHAR,"
                + " modified TIMESTAMP_NTZ, scanned TIMESTAMP_NTZ)");
        server.createStage("st", "s3://bucket/raw/");
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    @Test
    void anEventLoadsItsFileWithItsMetadata() throws Exception {
        server.execute(PIPE);

        server.put("raw/2026-11-23/a.json", "[{\"pac\": 1.50}, null]");

        await().until(() -> server.rows("SELECT file_name FROM raw").size(), count -> count == 1);
        assertThat(server.rows("SELECT file_name, body::VARCHAR, content_key FROM raw"))
                .containsExactly(
                        List.of("raw/2026-11-23/a.json", "[{\"pac\":1.5},null]", "c3494aec2aa87a71a4a2c0eb797ca2bf"));
        assertThat(server.rows("SELECT COUNT(*) FROM raw WHERE modified = DATE_TRUNC('SECOND', modified)"
                        + " AND DATEDIFF(SECOND, modified, scanned) BETWEEN -1 AND 60"
                        + " AND DATEDIFF(SECOND, scanned, SYSDATE()) BETWEEN 0 AND 60"))
                .containsExactly(List.of("1"));
    }

    @Test
    void duplicatedAndReorderedEventsLoadEachFileOnce() throws Exception {
        server.execute(PIPE);
        server.putSilently("raw/a.json", "1");
        server.putSilently("raw/b.json", "2");

        for (var key : List.of("raw/b.json", "raw/a.json", "raw/b.json", "raw/a.json")) {
            server.announce(key);
        }
        await().until(server::idle);
        server.announce("raw/a.json");
        await().until(server::idle);

        assertThat(server.rows("SELECT file_name FROM raw ORDER BY 1"))
                .containsExactly(List.of("raw/a.json"), List.of("raw/b.json"));
    }

    @Test
    void aChangedFileUnderALoadedPathIsNotLoadedAgain() throws Exception {
        server.execute(PIPE);
        server.put("raw/a.json", "1");
        await().until(() -> server.rows("SELECT 1 FROM raw").size(), count -> count == 1);

        server.put("raw/a.json", "2");
        await().until(server::idle);

        assertThat(server.rows("SELECT body::VARCHAR FROM raw")).containsExactly(List.of("1"));
    }

    @Test
    void aBadFileIsRecordedAndItsNeighboursAreLoaded() throws Exception {
        server.execute(PIPE);
        server.putSilently("raw/good.json", "[1]");
        server.putSilently("raw/bad.json", "[1,");
        server.announce("raw/bad.json", "raw/gone.json", "raw/good.json");

        await().until(() -> server.rows("SELECT 1 FROM raw").size(), count -> count == 1);
        await().until(server::idle);

        assertThat(server.rows("""
                        SELECT FILE_NAME, STATUS, ROW_COUNT, ERROR_COUNT, STAGE_LOCATION, PIPE_NAME,
                          SPLIT_PART(FIRST_ERROR_MESSAGE, ',', 1)
                        FROM TABLE(INFORMATION_SCHEMA.COPY_HISTORY(
                          TABLE_NAME => 'RAW', START_TIME => DATEADD(HOUR, -1, CURRENT_TIMESTAMP())))
                        ORDER BY FILE_NAME"""))
                .satisfiesExactly(
                        bad -> assertThat(bad)
                                .containsExactly(
                                        "bad.json",
                                        "Load failed",
                                        "0",
                                        "1",
                                        "s3://bucket/raw/",
                                        "P",
                                        "Error parsing JSON: incomplete array value"),
                        gone -> assertThat(gone).startsWith("gone.json", "Load failed", "0", "1"),
                        good -> assertThat(good).startsWith("good.json", "Loaded", "1", "0"));
    }

    @Test
    void filesWaitWhileTheStoreDoesNotAnswer() throws Exception {
        server.execute(PIPE);
        server.putSilently("raw/a.json", "1");
        server.stopS3();

        server.announce("raw/a.json");
        await().until(this::status, status -> status.contains("\"lastPipeErrorTimestamp\""));
        assertThat(status()).contains("\"pendingFileCount\":1", "Failure using stage area 's3://bucket/raw/a.json'");
        server.startS3Again();

        await().atMost(Duration.ofSeconds(30))
                .until(() -> server.rows("SELECT 1 FROM raw").size(), count -> count == 1);
    }

    @Test
    void aDamagedGzipFileIsRecordedAsFailed() throws Exception {
        server.execute(PIPE);

        server.putTruncatedGzip("raw/a.json", "[1,2,3]");
        server.announce("raw/a.json");

        await().until(
                        () -> server.rows("SELECT STATUS, FIRST_ERROR_MESSAGE LIKE '%damaged compressed content%'"
                                + " FROM SNOWFLAKE.ACCOUNT_USAGE.COPY_HISTORY"),
                        rows -> rows.equals(List.of(List.of("Load failed", "TRUE"))));
    }

    @Test
    void aFileThatTheTransformationCannotTakeFailsAlone() throws Exception {
        server.execute("CREATE TABLE numbers (n NUMBER(5, 0))");
        server.execute("CREATE PIPE n AUTO_INGEST = TRUE AS COPY INTO numbers FROM (SELECT $1:n::NUMBER FROM @st)"
                + " FILE_FORMAT = (TYPE = JSON)");
        server.putSilently("raw/a.json", "{\"n\":1}");
        server.putSilently("raw/b.json", "{\"n\":\"x\"}");
        server.putSilently("raw/c.json", "{\"n\":3}");
        server.announce("raw/a.json", "raw/b.json", "raw/c.json");

        await().until(server::idle);

        assertThat(server.rows("SELECT n FROM numbers ORDER BY n")).containsExactly(List.of("1"), List.of("3"));
        assertThat(server.rows("SELECT FILE_NAME FROM SNOWFLAKE.ACCOUNT_USAGE.COPY_HISTORY WHERE STATUS = 'Load failed'"
                        + " AND TABLE_NAME = 'NUMBERS'"))
                .containsExactly(List.of("b.json"));
    }

    @Test
    void filesOutsideTheStageAndMalformedEventsAreLeftAlone() throws Exception {
        server.execute(PIPE);
        server.putSilently("rawer/a.json", "1");
        server.announce("rawer/a.json");
        server.deliver("this is no event");
        server.put("raw/b.json", "2");

        await().until(() -> server.rows("SELECT 1 FROM raw").size(), count -> count == 1);
        await().until(server::idle);

        assertThat(server.rows("SELECT file_name FROM raw")).containsExactly(List.of("raw/b.json"));
        assertThat(server.droppedEvents()).isEqualTo(1);
    }

    @Test
    void aPausedPipeKeepsItsFilesUntilItIsResumed() throws Exception {
        server.execute(PIPE);
        server.execute("ALTER PIPE p SET PIPE_EXECUTION_PAUSED = TRUE");
        server.put("raw/a.json", "1");

        assertThat(status()).contains("\"executionState\":\"PAUSED\"", "\"pendingFileCount\":1");
        server.execute("ALTER PIPE p SET PIPE_EXECUTION_PAUSED = FALSE");

        await().until(() -> server.rows("SELECT 1 FROM raw").size(), count -> count == 1);
        await().until(server::idle);
        assertThat(status())
                .contains(
                        "\"executionState\":\"RUNNING\"",
                        "\"pendingFileCount\":0",
                        "\"lastIngestedFilePath\":\"a.json\"");
    }

    @Test
    void refreshLoadsWhatNoEventAnnouncedAndNothingTwice() throws Exception {
        server.putSilently("raw/a.json", "1");
        server.execute(PIPE);
        server.put("raw/b.json", "2");
        await().until(() -> server.rows("SELECT 1 FROM raw").size(), count -> count == 1);

        assertThat(server.rows("ALTER PIPE p REFRESH")).containsExactly(List.of("raw/a.json", "SENT"));
        await().until(() -> server.rows("SELECT 1 FROM raw").size(), count -> count == 2);

        assertThat(server.rows("ALTER PIPE p REFRESH")).isEmpty();
    }

    @Test
    void aReplacedPipeHasForgottenWhatItLoaded() throws Exception {
        server.execute(PIPE);
        server.put("raw/a.json", "1");
        await().until(() -> server.rows("SELECT 1 FROM raw").size(), count -> count == 1);

        server.execute(PIPE.replace("CREATE PIPE", "CREATE OR REPLACE PIPE"));
        server.announce("raw/a.json");

        await().until(() -> server.rows("SELECT 1 FROM raw").size(), count -> count == 2);
    }

    @Test
    void showPipesNamesTheChannelAndTheDefinition() throws Exception {
        server.execute(PIPE);
        server.execute("CREATE PIPE IF NOT EXISTS p AUTO_INGEST = TRUE AS COPY INTO raw (body)"
                + " FROM @st FILE_FORMAT = (TYPE = JSON)");

        assertThat(server.rows("SHOW PIPES")).singleElement().satisfies(pipe -> {
            assertThat(pipe.get(1)).isEqualTo("P");
            assertThat(pipe.get(4)).startsWith("COPY INTO raw (file_name").endsWith("ON_ERROR = SKIP_FILE");
            assertThat(pipe.get(6)).startsWith("arn:aws:sqs:");
        });
        assertThat(server.rows("DESC PIPE p")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FORCE = TRUE",
                "PURGE = TRUE",
                "FILES = ('a.json')",
                "SIZE_LIMIT = 10",
                "RETURN_FAILED_ONLY = TRUE",
                "VALIDATION_MODE = RETURN_ERRORS",
                "ON_ERROR = ABORT_STATEMENT"
            })
    void aPipeRefusesCopyOptionsThatItIgnoresOrCannotHave(String option) throws SQLException {
        assertThatThrownBy(() -> server.execute("CREATE PIPE p AUTO_INGEST = TRUE AS COPY INTO raw (body) FROM"
                        + " (SELECT $1 FROM @st) FILE_FORMAT = (TYPE = JSON) " + option))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining(option.substring(0, option.indexOf(' ')));
        server.execute("CREATE PIPE p AUTO_INGEST = TRUE AS COPY INTO raw (body) FROM"
                + " (SELECT $1 FROM @st) FILE_FORMAT = (TYPE = JSON) ON_ERROR = SKIP_FILE");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT $1 FROM @st WHERE $1:a = 1 | SELECT $1:a FROM @st",
                "SELECT $1 FROM (SELECT $1 FROM @st) | SELECT $1 FROM @st t",
                "SELECT $1 FROM @st ORDER BY 1 | SELECT t.$1 FROM @st t",
                "SELECT COUNT(*) FROM @st | SELECT ARRAY_SIZE($1) FROM @st",
                "SELECT DATE_TRUNC('DAY', METADATA$START_SCAN_TIME) FROM @st | SELECT TO_VARIANT(TO_DATE(METADATA$FILE_LAST_MODIFIED)) FROM @st",
                "SELECT UPPER($1::VARCHAR) FROM @st | SELECT TO_VARIANT(SPLIT_PART($1::VARCHAR, ',', 1)) FROM @st",
            })
    void aTransformationIsOneSimpleSelectWithListedFunctions(String refused, String accepted) throws SQLException {
        server.execute("CREATE TABLE v (v VARIANT)");

        assertThatThrownBy(() -> server.execute("CREATE PIPE v AUTO_INGEST = TRUE AS COPY INTO v FROM (" + refused
                        + ") FILE_FORMAT = (TYPE = JSON)"))
                .isInstanceOf(SQLException.class);
        server.execute(
                "CREATE PIPE v AUTO_INGEST = TRUE AS COPY INTO v FROM (" + accepted + ") FILE_FORMAT = (TYPE = JSON)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "COPY INTO raw (no_such) FROM (SELECT $1 FROM @st) | NO_SUCH",
                "COPY INTO raw (body) FROM (SELECT METADATA$NO_SUCH FROM @st) | METADATA$NO_SUCH",
                "COPY INTO raw (body) FROM (SELECT $1, $1 FROM @st) | 1",
                "COPY INTO no_such FROM (SELECT $1 FROM @st) | NO_SUCH",
                "COPY INTO raw (body) FROM (SELECT $1 FROM @no_such) | NO_SUCH",
            })
    void aPipesStatementIsCompiledWhenThePipeIsMade(String copy, String named) {
        assertThatThrownBy(() ->
                        server.execute("CREATE PIPE p AUTO_INGEST = TRUE AS " + copy + " FILE_FORMAT = (TYPE = JSON)"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining(named);
    }

    @Test
    void aLocationOutsideTheIntegrationIsRefused() throws SQLException {
        server.execute(
                "ALTER STORAGE INTEGRATION s3_integration SET STORAGE_ALLOWED_LOCATIONS = ('s3://bucket/other/')");

        assertThatThrownBy(() -> server.rows("LIST @st"))
                .hasMessageContaining("Location 's3://bucket/raw/' is not allowed by integration 'S3_INTEGRATION'");
    }

    private String status() throws SQLException {
        return server.rows("SELECT SYSTEM$PIPE_STATUS('P')").get(0).get(0);
    }
}
