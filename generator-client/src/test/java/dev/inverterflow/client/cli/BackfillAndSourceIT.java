package dev.inverterflow.client.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.inverterflow.client.testing.ClientProcess;
import dev.inverterflow.client.testing.S3Server;
import dev.inverterflow.client.testing.SpoolLedger;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real jar: history, readings of others, metrics. */
class BackfillAndSourceIT {
    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    private Path directory;

    private S3Server s3;

    @BeforeEach
    void startS3() throws Exception {
        s3 = S3Server.start();
    }

    @AfterEach
    void stopS3() throws Exception {
        s3.close();
    }

    @Test
    void aBackfillThatIsKilledGoesOnWhereItWasAndEachReadingIsInTheBucketOnce() throws Exception {
        long seed = 20_261_128;
        Random random = new Random(seed);
        String[] command = {
            "backfill",
            "--from",
            "2026-06-21",
            "--to",
            "2026-06-22",
            "--interval",
            "1m",
            "--inverters",
            "60",
            "--max-file-bytes",
            "100000"
        };
        for (int kill = 1; kill <= 3; kill++) {
            int batches = kill * 15;
            ClientProcess client = client().run(command);
            await().atMost(SOON)
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> ledger().batches() >= batches || !client.isAlive());
            assertThat(client.endsWithin(Duration.ofMillis(random.nextInt(100))))
                    .as("seed %d: %s", seed, client.output())
                    .isFalse();
            client.kill();
        }
        ClientProcess last = client().run(command);
        assertThat(last.exitCode()).as(last.output()).isZero();
        assertThat(last.output()).contains("going on at 2026-06-21T");

        ledger().assertKept(s3, "seed " + seed);
        JsonMapper json = new JsonMapper();
        Set<String> seen = new HashSet<>();
        for (String key : s3.keys()) {
            for (JsonNode record : json.readTree(s3.content(key))) {
                assertThat(seen.add(record.get("inverter_id") + " " + record.get("timestamp")))
                        .as("seed %d: %s in %s", seed, record, key)
                        .isTrue();
            }
        }
        assertThat(seen).as("seed %d", seed).hasSize(1_440 * 60);

        ClientProcess again = client().run(command);
        assertThat(again.exitCode()).isZero();
        assertThat(again.output()).contains("complete already");
        assertThat(s3.keys()).hasSize(ledger().promised().size());
    }

    @Test
    void aRunAfterABackfillGoesOnWithItsCounters() throws Exception {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        ClientProcess history = client().run(
                        "backfill",
                        "--from",
                        now.minusSeconds(7_200).toString(),
                        "--to",
                        now.toString(),
                        "--inverters",
                        "3",
                        "--interval",
                        "1m");
        assertThat(history.exitCode()).as(history.output()).isZero();
        double reached = totalEnergyIn(ledger().promised().get(0));
        ClientProcess run = client().run("run", "--batches", "1", "--interval", "1s", "--inverters", "3");
        assertThat(run.exitCode()).as(run.output()).isZero();

        double total = totalEnergyIn(ledger().promised().get(1));
        assertThat(total).isGreaterThanOrEqualTo(reached).isLessThan(reached + 20_000);
    }

    @Test
    void aPollerOnStandardInputIsSentAndTheClientEndsWithIt() throws Exception {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            lines.add("{\"inverter_id\":\"INV-" + i + "\",\"timestamp\":\""
                    + Instant.now().truncatedTo(ChronoUnit.SECONDS)
                    + "\",\"pac\":" + (i == 7 ? -1 : 100)
                    + ",\"day_energy\":1,\"total_energy\":2,\"temperature\":20,\"status_code\":7,\"error_code\":0}");
        }
        Path file = Files.write(directory.resolve("readings.ndjson"), lines);
        ClientProcess.Start start = client().setting("UPLOAD_INVALID", "true");
        List<String> command =
                new ArrayList<>(List.of("sh", "-c", "f=$1; shift; cat \"$f\" | \"$@\"", "sh", file.toString()));
        command.addAll(start.command("run", "--source", "-", "--files", "2"));
        ClientProcess client = start.run(command);

        assertThat(client.exitCode()).as(client.output()).isZero();
        ledger().assertKept(s3, "after the pipe's end");
        assertThat(s3.keys()).filteredOn(key -> key.startsWith("readings/")).hasSize(2);
        assertThat(s3.keys()).filteredOn(key -> key.startsWith("invalid/")).hasSize(1);
        assertThat(client.output()).contains("499 readings (1 refused: 1 OUT_OF_RANGE)");
    }

    @Test
    void metricsAreServedToThisMachineWhileItRunsAndATakenPortIsSaidSo() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        ClientProcess client = client().setting("METRICS_PORT", Integer.toString(port))
                .run("run", "--interval", "1s", "--inverters", "10", "--files", "2", "--invalid-rate", "0.3");
        HttpClient http = HttpClient.newHttpClient();
        HttpRequest scrape = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/metrics"))
                .build();
        await().atMost(SOON)
                .ignoreExceptionsMatching(ConnectException.class::isInstance)
                .untilAsserted(() -> assertThat(
                                http.send(scrape, BodyHandlers.ofString()).body())
                        .containsPattern("inverterflow_client_ticks_total [1-9]")
                        .containsPattern("inverterflow_client_files_uploaded_total [1-9]")
                        .containsPattern("readings_total\\{validity=\"invalid\",reason=\"[A-Z_]+\"} [1-9]"));

        ClientProcess second = client().setting("METRICS_PORT", Integer.toString(port))
                .setting("SPOOL_DIR", directory.resolve("other").toString())
                .run("run", "--batches", "1");
        assertThat(second.exitCode()).isEqualTo(2);
        assertThat(second.output()).contains("METRICS_PORT is " + port);
        client.terminate();
        assertThat(client.exitCode()).isEqualTo(143);
    }

    @Test
    void aStatusLineTakesThePlaceOfALogLineForEachBatch() throws Exception {
        ClientProcess client =
                client().run("run", "--batches", "2", "--interval", "1s", "--inverters", "3", "--status", "line");

        assertThat(client.exitCode()).as(client.output()).isZero();
        assertThat(client.output())
                .contains("\r\u001B[Ktick in 1 s | spool ", "end: 2 batches")
                .doesNotContain("3 readings  ");
    }

    private double totalEnergyIn(String key) throws Exception {
        JsonNode records = new JsonMapper().readTree(s3.content(key));
        for (int i = records.size() - 1; i >= 0; i--) {
            if (records.get(i).get("inverter_id").textValue().equals("INV-0001")) {
                return records.get(i).get("total_energy").doubleValue();
            }
        }
        throw new AssertionError("INV-0001 is not in " + key);
    }

    private ClientProcess.Start client() {
        return new ClientProcess.Start(directory, s3.endpoint());
    }

    private SpoolLedger ledger() throws Exception {
        return SpoolLedger.of(directory.resolve("spool"));
    }
}
