package dev.inverterflow.client.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.inverterflow.client.metrics.ClientMetrics;
import dev.inverterflow.client.reading.InputException;
import dev.inverterflow.client.settings.Settings;
import dev.inverterflow.client.settings.Settings.Compression;
import dev.inverterflow.client.settings.Settings.Fleet;
import dev.inverterflow.client.settings.Settings.LogFormat;
import dev.inverterflow.client.settings.Settings.SpoolSpace;
import dev.inverterflow.client.settings.Settings.WhenFull;
import dev.inverterflow.client.source.NdjsonSource;
import dev.inverterflow.client.spool.LocalDisk;
import dev.inverterflow.client.spool.Spool;
import dev.inverterflow.client.testing.S3Server;
import dev.inverterflow.client.upload.Uploader;
import dev.inverterflow.client.validate.RatedPowers;
import dev.inverterflow.client.validate.ReadingRules;
import dev.inverterflow.client.validate.Validator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.retries.api.BackoffStrategy;

class SourceRunTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    private static S3Server s3;

    @TempDir
    private Path directory;

    private final StopSignal stop = new StopSignal();
    private final JsonMapper json = new JsonMapper();

    @BeforeAll
    static void startS3() throws Exception {
        s3 = S3Server.start();
    }

    @AfterAll
    static void stopS3() throws Exception {
        s3.close();
    }

    @Test
    void readingsOfAFileAreJudgedSentAsTheyAreAndTheirUnknownFieldsKept() throws Exception {
        String odd = "{\"inverter_id\":\"INV-7\",\"firmware\":\"ü 1.0\",\"timestamp\":\"" + NOW + "\",\"pac\":4999.90,"
                + "\"day_energy\":1e4,\"total_energy\":1000000,\"temperature\":40,\"status_code\":7.0,\"error_code\":0}";
        Outcome outcome = run(file(List.of(
                odd,
                "",
                reading(1, 1_000),
                "no JSON",
                "[1]",
                reading(2, 1_000).replace("\"pac\":5000", "\"pac\":NaN"),
                reading(1, 999),
                reading(3, 1_000) + "}")));

        assertThat(outcome.failure()).isEmpty();
        JsonNode line = ledger().get(0);
        assertThat(line.get("generated").intValue()).isEqualTo(7);
        assertThat(line.get("records").intValue()).isEqualTo(2);
        assertThat(line.get("refused_by_rule"))
                .hasToString("{\"FALLING_ENERGY\":1,\"NOT_AN_OBJECT\":3,\"OUT_OF_RANGE\":1}");
        assertThat(sent()).hasSize(2);
        assertThat(contents()).contains("\"firmware\":\"ü 1.0\"", "\"pac\":4999.90", "\"status_code\":7.0");
    }

    @Test
    void refusedReadingsGoWithTheirReasonsWhereTheSettingSays() throws Exception {
        run(file(List.of(reading(1, 1), "no JSON \"x\"", "{\"pac\":-1}")));

        JsonNode line = ledger().get(0);
        assertThat(line.get("files")).hasSize(1);
        assertThat(line.get("invalid_files")).hasSize(1);
        String key = line.get("invalid_files").get(0).textValue();
        assertThat(key).startsWith(prefix("invalid")).endsWith("_p1of1_n2.invalid.json");
        JsonNode refused = json.readTree(s3.content(key));
        assertThat(refused.get(0))
                .hasToString("{\"rule\":\"NOT_AN_OBJECT\",\"violations\":[{\"rule\":\"NOT_AN_OBJECT\",\"field\":null,"
                        + "\"value\":\"no JSON \\\"x\\\"\"}],\"record\":\"no JSON \\\"x\\\"\"}");
        assertThat(refused.get(1).get("rule").textValue()).isEqualTo("MISSING");
        assertThat(refused.get(1).get("violations").get(2))
                .hasToString("{\"rule\":\"OUT_OF_RANGE\",\"field\":\"pac\",\"value\":-1}");
        assertThat(refused.get(1).get("record")).hasToString("{\"pac\":-1}");
    }

    @Test
    void aLongFileIsSentInBatchesWithoutWaitingForTicksAndGoneOnWithWhenItGrows() throws Exception {
        Path file = write(
                IntStream.range(0, 25_000).mapToObj(i -> reading(i, 1_000)).toList());
        run(source(file));
        int batches = ledger().size();
        assertThat(batches).isGreaterThanOrEqualTo(3);
        assertThat(sent()).hasSize(25_000);

        Files.writeString(file, reading(1, 2_000) + "\n", StandardOpenOption.APPEND);
        run(source(file));
        assertThat(ledger()).hasSize(batches + 1);
        assertThat(sent()).hasSize(25_001).doesNotHaveDuplicates();

        run(source(file));
        assertThat(ledger()).as("nothing new").hasSize(batches + 1);
    }

    @Test
    void aStreamIsSentTickByTickAndItsEndEndsTheRun() throws Exception {
        PipedInputStream in = new PipedInputStream();
        CompletableFuture<Outcome> outcome;
        try (OutputStream poller = new PipedOutputStream(in)) {
            outcome = CompletableFuture.supplyAsync(() -> runUnchecked(NdjsonSource.ofStream(in, 1 << 20)));
            write(poller, reading(1, 1));
            await().atMost(SOON).until(() -> ledger().size() == 1);
            write(poller, reading(2, 1));
            await().atMost(SOON).until(() -> ledger().size() == 2);
        }
        assertThat(outcome.get().counts().generated()).isEqualTo(2);
        assertThat(sent()).hasSize(2);
    }

    @Test
    void aStopSendsWhatWasReadAlready() throws Exception {
        PipedInputStream in = new PipedInputStream();
        try (OutputStream poller = new PipedOutputStream(in)) {
            NdjsonSource source = NdjsonSource.ofStream(in, 1 << 20);
            CompletableFuture<Outcome> outcome =
                    CompletableFuture.supplyAsync(() -> runUnchecked(source, Duration.ofHours(1)));
            write(poller, reading(1, 1));
            await().atMost(SOON).until(() -> !source.isEmpty());
            stop.request();
            assertThat(outcome.get().counts().generated()).isEqualTo(1);
        }
    }

    @Test
    void aSourceThatBreaksOffSaysSoAfterWhatItHadIsSpooled() throws Exception {
        InputStream broken = new InputStream() {
            private final InputStream begin =
                    new ByteArrayInputStream((reading(1, 1) + "\n").getBytes(StandardCharsets.UTF_8));

            @Override
            public int read() throws IOException {
                int next = begin.read();
                if (next < 0) {
                    throw new IOException("the cable was pulled");
                }
                return next;
            }
        };
        Outcome outcome = run(NdjsonSource.ofStream(broken, 1 << 20));

        assertThat(outcome.failure())
                .hasValueSatisfying(failure -> assertThat(failure)
                        .isInstanceOf(InputException.class)
                        .hasMessageContaining("the cable was pulled"));
        assertThat(sent()).hasSize(1);
    }

    @Test
    void aLineThatFitsIntoNoFileIsRefused() throws Exception {
        Outcome outcome = run(file(List.of("{\"note\":\"" + "x".repeat(100_000) + "\"}", reading(1, 1))));

        assertThat(outcome.failure()).isEmpty();

        assertThat(ledger().get(0).get("refused_by_rule")).hasToString("{\"NOT_AN_OBJECT\":1}");
        assertThat(sent()).hasSize(1);
    }

    private Outcome run(NdjsonSource source) throws Exception {
        return run(source, Duration.ofSeconds(1));
    }

    private Outcome run(NdjsonSource source, Duration interval) throws Exception {
        Settings settings = new Settings(
                s3.store(),
                new SpoolSpace(directory.resolve("spool"), 1 << 30, WhenFull.PAUSE),
                new Fleet(Optional.empty(), 30, 37.39, -5.99, 10_000, 42),
                Settings.Trouble.NONE,
                new Settings.Files(
                        prefix("readings"), "src", 4, 1 << 20, Compression.NONE, Optional.of(prefix("invalid"))),
                interval,
                Optional.empty(),
                Optional.empty(),
                LogFormat.TEXT);
        ClientMetrics metrics = new ClientMetrics();
        try (Spool spool = Spool.open(directory.resolve("spool"), new LocalDisk(), NOW)) {
            BackoffStrategy backoff = BackoffStrategy.fixedDelayWithoutJitter(Duration.ofMillis(5));
            return new SourceRun(
                            settings,
                            Clock.systemUTC(),
                            stop,
                            source,
                            new Validator(ReadingRules.defaults(), RatedPowers.allOf(10_000)),
                            spool,
                            new Uploader(s3.client(), S3Server.BUCKET, spool, backoff, metrics),
                            metrics)
                    .run(Long.MAX_VALUE, SOON);
        }
    }

    private Outcome runUnchecked(NdjsonSource source) {
        return runUnchecked(source, Duration.ofSeconds(1));
    }

    private Outcome runUnchecked(NdjsonSource source, Duration interval) {
        try {
            return run(source, interval);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private NdjsonSource file(List<String> lines) throws Exception {
        return source(write(lines));
    }

    private static NdjsonSource source(Path file) throws Exception {
        return NdjsonSource.ofFile(file, 1 << 20);
    }

    private Path write(List<String> lines) throws IOException {
        return Files.write(directory.resolve("source.ndjson"), lines, StandardCharsets.UTF_8);
    }

    private static void write(OutputStream out, String line) throws IOException {
        out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static String reading(int inverter, int totalWh) {
        return "{\"inverter_id\":\"INV-" + inverter + "\",\"timestamp\":\"" + NOW.plusSeconds(totalWh == 999 ? 1 : 0)
                + "\",\"pac\":5000,\"day_energy\":20000,\"total_energy\":" + totalWh
                + ",\"temperature\":40,\"status_code\":7,\"error_code\":0}";
    }

    private String prefix(String kind) {
        return directory.getFileName() + "-" + kind + "/";
    }

    private List<String> sent() throws IOException {
        List<String> records = new ArrayList<>();
        for (JsonNode line : ledger()) {
            for (JsonNode key : line.get("files")) {
                json.readTree(s3.content(key.textValue())).forEach(record -> records.add(record.toString()));
            }
        }
        return records;
    }

    private String contents() throws IOException {
        return ledger().stream()
                .flatMap(line -> line.get("files").valueStream())
                .map(key -> new String(s3.content(key.textValue()), StandardCharsets.UTF_8))
                .collect(Collectors.joining());
    }

    private List<JsonNode> ledger() throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        Path file = directory.resolve("spool/ledger.ndjson");
        String text = Files.exists(file) ? Files.readString(file) : "";
        for (String line : text.substring(0, text.lastIndexOf('\n') + 1).lines().toList()) {
            lines.add(json.readTree(line));
        }
        return lines;
    }
}
