package dev.inverterflow.client.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.inverterflow.client.testing.S3Server;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.gaul.s3proxy.blobstore.S3Exceptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real jar in processes of its own, against a real S3 server. */
class ClientProcessIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final long MAX_JAR_BYTES = 13_000_000;

    @TempDir
    private Path directory;

    private final List<Process> started = new ArrayList<>();
    private S3Server s3;

    @BeforeEach
    void startS3() throws Exception {
        s3 = S3Server.start();
    }

    @AfterEach
    void stopAll() throws Exception {
        for (Process process : started) {
            process.destroyForcibly().waitFor();
        }
        s3.close();
    }

    @Test
    void theJarIsThinAndUploadsABatch() throws Exception {
        assertThat(Files.size(jar())).isLessThan(MAX_JAR_BYTES);

        Process client = start("run", "--batches", "2", "--interval", "1s", "--inverters", "10", "--files", "2");

        assertThat(exitCode(client)).as(this::output).isZero();
        assertThat(s3.keys())
                .hasSize(4)
                .allMatch(key -> key.matches("readings/[0-9-]{10}/[0-9TZ]+_it_r1_p[12]of2_n5\\.json"));
        assertThat(output()).contains("10 readings").contains("2 batches").doesNotContain(S3Server.SECRET);
    }

    @Test
    void sigtermEndsItInOrderAndTheSpoolTellsWhatIsLeft() throws Exception {
        for (int i = 0; i < 200; i++) {
            s3.nextPuts((store, request, content) -> {
                throw S3Exceptions.fromStatusCode(503);
            });
        }
        Process client = start("run", "--interval", "1s", "--inverters", "4", "--files", "2");
        await().atMost(SOON).until(() -> ledger().size() > 0);

        client.destroy();

        assertThat(exitCode(client)).as(this::output).isEqualTo(143);
        assertThat(output()).containsPattern("files \\([0-9.]+ k?B\\) stay in the spool");
    }

    @Test
    void aSecondInstanceIsToldWhoHasTheSpoolAndUnreachableS3KeepsTheData() throws Exception {
        Process first = start("run", "--interval", "1s");
        await().atMost(SOON).until(() -> ledger().size() > 0);

        assertThat(exitCode(start("drain"))).isEqualTo(3);
        assertThat(output()).contains("in use by process " + first.pid());
        first.destroy();
        assertThat(exitCode(first)).isEqualTo(143);

        URI nowhere = URI.create("http://127.0.0.1:1");
        Process unlucky = start(nowhere, "run", "--batches", "1", "--interval", "1s", "--drain-deadline", "1s");
        assertThat(exitCode(unlucky)).as(this::output).isEqualTo(4);
        assertThat(exitCode(start("drain"))).as(this::output).isZero();
        assertThat(s3.keys()).hasSize(ledger().size() * 4);
    }

    private Process start(String... arguments) throws IOException {
        return start(s3.endpoint(), arguments);
    }

    private Process start(URI endpoint, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                jar().toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        builder.environment()
                .putAll(Map.of(
                        "AWS_REGION",
                        "us-east-1",
                        "S3_BUCKET",
                        S3Server.BUCKET,
                        "S3_ENDPOINT",
                        endpoint.toString(),
                        "AWS_ACCESS_KEY_ID",
                        S3Server.ACCESS_KEY,
                        "AWS_SECRET_ACCESS_KEY",
                        S3Server.SECRET,
                        "FAULTS_PER_DAY",
                        "0",
                        "CLIENT_ID",
                        "it",
                        "SPOOL_DIR",
                        directory.resolve("spool").toString()));
        Process process = builder.start();
        started.add(process);
        return process;
    }

    private static int exitCode(Process process) throws InterruptedException {
        assertThat(process.waitFor(SOON.toSeconds(), TimeUnit.SECONDS))
                .as("the client has ended")
                .isTrue();
        return process.exitValue();
    }

    private String output() {
        try {
            return Files.readString(log());
        } catch (IOException e) {
            throw new UncheckedIOException("the client's output cannot be read", e);
        }
    }

    private Path log() {
        return directory.resolve("output.log");
    }

    /** Only whole lines: the client may be writing the last one. */
    private List<JsonNode> ledger() throws IOException {
        Path file = directory.resolve("spool/ledger.ndjson");
        List<JsonNode> lines = new ArrayList<>();
        String text = Files.exists(file) ? Files.readString(file) : "";
        for (String line : text.substring(0, text.lastIndexOf('\n') + 1).lines().toList()) {
            lines.add(new JsonMapper().readTree(line));
        }
        return lines;
    }

    private static Path jar() {
        return Path.of("target", "generator-client.jar").toAbsolutePath();
    }
}
