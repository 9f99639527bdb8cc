package dev.inverterflow.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.inverterflow.local.account.Accounting;
import dev.inverterflow.local.account.PipelineCounts;
import dev.inverterflow.local.client.ClientProcess;
import dev.inverterflow.local.client.Ledger;
import dev.inverterflow.local.stack.Deployment;
import dev.inverterflow.local.stack.Distribution;
import dev.inverterflow.local.stack.LocalStack;
import dev.inverterflow.local.stack.Workspace;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The deployed pipeline with the real client, jar, driver and SQL; one stack for all tests. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PipelineIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Distribution distribution = Distribution.find();

    @TempDir
    static Path directory;

    private Workspace workspace;
    private LocalStack stack;
    private Deployment deployment;
    private Connection connection;

    @BeforeAll
    void deployThePipeline() throws Exception {
        workspace = Workspace.open(directory.resolve("stack"));
        stack = LocalStack.start(workspace, distribution, LocalStack.Ports.free());
        deployment = Deployment.of(stack, workspace, () -> false);
        for (String command : List.of("bootstrap", "apply", "resume")) {
            deployment.run(command, line -> {});
        }
        connection = stack.connect();
    }

    @AfterAll
    void stop() throws Exception {
        connection.close();
        stack.close();
    }

    @Test
    void aProjectionNeedsNothingMeasuredAndSaysWhatItAssumes() throws Exception {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(
                        "CALL PROJECT_INGESTION_COST({'inverters': 100000, 'num_files': 16, 'edition': 'ENTERPRISE'})")) {
            answer.next();
            JsonNode result = new ObjectMapper().readTree(answer.getString(1));

            assertThat(result.path("readings").asDouble()).isEqualTo(12_960_000_000.0);
            assertThat(result.path("ways").findValuesAsText("way"))
                    .containsExactly("SNOWPIPE", "SNOWPIPE_STREAMING", "SCHEDULED_COPY");
            assertThat(result.path("ways")
                            .path(2)
                            .path("latency")
                            .path("to_raw_p50_seconds")
                            .asText())
                    .isEqualTo("unknown");
            assertThat(result.path("ways").path(0).path("currency").asText()).isEqualTo("USD");
            assertThat(result.path("assumptions")).hasSizeGreaterThan(4);
        }
    }

    @Test
    void aClientKilledInTheMiddleLosesNoSpooledReading() throws Exception {
        Path spool = directory.resolve("killed");
        List<String> output = new ArrayList<>();
        try (ClientProcess client = client(spool, 20, output)) {
            Awaitility.await().atMost(PATIENCE).until(() -> Ledger.read(spool).batches() >= 2);
            ProcessHandle.of(client.pid()).orElseThrow().destroyForcibly(); // SIGKILL
            assertThat(client.waitFor()).isEqualTo(137);
        }
        long spooledBeforeTheKill = Ledger.read(spool).generated();

        try (ClientProcess client = client(spool, 1, output)) {
            assertThat(client.waitFor()).as(String.join("\n", output)).isZero();
        }

        Ledger ledger = Ledger.read(spool);
        assertThat(ledger.generated()).isGreaterThan(spooledBeforeTheKill);
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(accounting(ledger).lost())
                        .as(accounting(ledger).line())
                        .isZero());
    }

    @Test
    void aSecondApplyChangesNothing() {
        List<String> printed = new ArrayList<>();
        deployment.run("apply", printed::add);
        assertThat(String.join("\n", printed)).contains("nothing to do");
    }

    @Test
    void fileTimesAreUtcAndInOrder() throws Exception {
        Path spool = directory.resolve("times");
        List<String> output = new ArrayList<>();
        try (ClientProcess client = client(spool, 1, output)) {
            assertThat(client.waitFor()).as(String.join("\n", output)).isZero();
        }
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> PipelineCounts.read(connection).files() > 0);
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        SELECT
                          COUNT(*),
                          COUNT_IF(FILE_LAST_MODIFIED <= START_SCAN_TIME),
                          COUNT_IF(ABS(DATEDIFF(SECOND, START_SCAN_TIME, SYSDATE())) < 300),
                          COUNT_IF(LENGTH(FILE_CONTENT_KEY) > 0),
                          COUNT_IF(REGEXP_LIKE(FILE_NAME, 'inverters/[0-9]{4}-[0-9]{2}-[0-9]{2}/[0-9]{8}T[0-9]{6}Z_.*_r[0-9]+_p[0-9]+of[0-9]+_n[0-9]+[.]json'))
                        FROM INVERTER_DATA_RAW
                        """)) {
            row.next();
            for (int column = 2; column <= 5; column++) {
                assertThat(row.getLong(column)).as("column %d", column).isEqualTo(row.getLong(1));
            }
        }
    }

    private ClientProcess client(Path spool, int batches, List<String> output) throws Exception {
        Map<String, String> environment = new HashMap<>(stack.uploadSettings());
        environment.put("SPOOL_DIR", spool.toString());
        environment.put("CLIENT_ID", spool.getFileName().toString());
        environment.put("INVERTERS_NUM", "40");
        environment.put("NUM_FILES", "4");
        environment.put("INTERVAL_SECONDS", "1");
        return ClientProcess.start(
                distribution.clientJar(),
                List.of("run", "--batches", Integer.toString(batches)),
                environment,
                output::add);
    }

    /** Of the readings of one client: the other tests' are told apart by the client id in the file name. */
    private Accounting accounting(Ledger ledger) throws Exception {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        SELECT
                          (SELECT COUNT(*) FROM INVERTER_READINGS WHERE CONTAINS(FILE_NAME, '_killed_')),
                          (SELECT COUNT(*) FROM INVERTER_READINGS_REJECTED WHERE CONTAINS(FILE_NAME, '_killed_'))
                        """)) {
            row.next();
            return new Accounting(ledger.generated(), ledger.refused(), row.getLong(1), row.getLong(2), 0);
        }
    }
}
