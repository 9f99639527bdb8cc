package dev.inverterflow.client.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.inverterflow.client.generate.Delivery;
import dev.inverterflow.client.generate.Generator;
import dev.inverterflow.client.generate.GeneratorOptions;
import dev.inverterflow.client.metrics.ClientMetrics;
import dev.inverterflow.client.reading.Inverter;
import dev.inverterflow.client.settings.Settings;
import dev.inverterflow.client.settings.Settings.Compression;
import dev.inverterflow.client.settings.Settings.Fleet;
import dev.inverterflow.client.settings.Settings.LogFormat;
import dev.inverterflow.client.settings.Settings.SpoolSpace;
import dev.inverterflow.client.settings.Settings.WhenFull;
import dev.inverterflow.client.source.GeneratorSource;
import dev.inverterflow.client.spool.Disk;
import dev.inverterflow.client.spool.LocalDisk;
import dev.inverterflow.client.spool.Spool;
import dev.inverterflow.client.spool.SpoolException;
import dev.inverterflow.client.testing.DyingDisk;
import dev.inverterflow.client.testing.S3Server;
import dev.inverterflow.client.upload.Uploader;
import dev.inverterflow.client.validate.RatedPowers;
import dev.inverterflow.client.validate.ReadingRules;
import dev.inverterflow.client.validate.Validator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.retries.api.BackoffStrategy;

class GenerationRunTest {
    private static final Instant START = Instant.parse("2026-06-21T12:00:07Z");
    private static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final BackoffStrategy NEVER = BackoffStrategy.fixedDelayWithoutJitter(Duration.ofHours(1));

    private static S3Server s3;

    @TempDir
    private Path directory;

    private final VirtualTime time = new VirtualTime(START);
    private final ClientMetrics metrics = new ClientMetrics();
    private WhenFull whenFull = WhenFull.PAUSE;

    @AfterEach
    void healS3() {
        s3.heal();
    }

    @BeforeAll
    static void startS3() throws Exception {
        s3 = S3Server.start();
    }

    @AfterAll
    static void stopS3() throws Exception {
        s3.close();
    }

    @Test
    void batchesAreMadeAtTheirTicksUploadedAndAccountedFor() throws Exception {
        Outcome outcome = run(3, 1 << 30, 0.1, new LocalDisk());

        List<JsonNode> ledger = ledger();
        assertThat(ledger)
                .extracting(line -> line.get("tick").textValue())
                .containsExactly("2026-06-21T12:00:20Z", "2026-06-21T12:00:40Z", "2026-06-21T12:01:00Z");
        assertThat(ledger).allSatisfy(line -> {
            assertThat(line.get("generated").intValue()).isEqualTo(30);
            assertThat(line.get("refused").intValue() + line.get("records").intValue())
                    .isEqualTo(30);
        });
        assertThat(outcome.counts().generated()).isEqualTo(90);
        assertThat(outcome.counts().refused()).isPositive();
        assertThat(outcome.waitingFiles()).isZero();
        assertThat(ours()).containsExactlyInAnyOrderElementsOf(promised());
        int stored = 0;
        for (String key : ours()) {
            stored += new JsonMapper().readTree(s3.content(key)).size();
        }
        assertThat(stored).isEqualTo((int) (90 - outcome.counts().refused()));
    }

    @Test
    void ticksPassedOverAreSkippedCountedAndInTheLedger() throws Exception {
        time.atPause(20, () -> time.move(Duration.ofSeconds(65)));

        Outcome outcome = run(3, 1 << 30, 0, new LocalDisk());

        assertThat(outcome.counts().skippedTicks()).isEqualTo(2);
        assertThat(ledger())
                .extracting(line -> line.get("skipped_ticks").longValue())
                .containsExactly(0L, 2L, 0L);
    }

    @Test
    void aClockSetBackNeitherStopsItNorReusesAKey() throws Exception {
        time.atPause(30, () -> time.move(Duration.ofMinutes(-1)));

        run(6, 1 << 30, 0, new LocalDisk());

        assertThat(promised()).doesNotHaveDuplicates().hasSize(12);
        assertThat(ours()).containsExactlyInAnyOrderElementsOf(promised());
        assertThat(ledger()).extracting(line -> line.get("run").longValue()).containsExactly(1L, 2L, 2L, 2L, 2L, 2L);
    }

    @Test
    void aSecondStartGoesOnWithANewRunAndTheCountersOfTheFirst() throws Exception {
        run(1, 1 << 30, 0, new LocalDisk());
        run(1, 1 << 30, 0, new LocalDisk());

        List<JsonNode> ledger = ledger();
        assertThat(ledger).extracting(line -> line.get("run").longValue()).containsExactly(1L, 2L);
        assertThat(energyIn(ledger.get(1))).isGreaterThan(energyIn(ledger.get(0)));
    }

    @Test
    void aFullSpoolPausesGenerationAndTellsTheTicks() throws Exception {
        s3.everyPut(S3Server.status(503));
        time.atPause(90, time::stop);

        Outcome outcome = run(100, 1, 0, new LocalDisk(), NEVER);

        assertThat(outcome.counts().batches()).isEqualTo(1);
        assertThat(outcome.counts().pausedTicks()).isEqualTo(3);
        assertThat(outcome.waitingFiles()).isEqualTo(2);
        assertThat(metrics.snapshot().ticksPaused()).isEqualTo(3);
    }

    @Test
    void aPausedGenerationGoesOnWhenUploadsHaveMadeRoom() throws Exception {
        s3.everyPut(S3Server.status(503));
        time.atPause(60, () -> {
            s3.heal();
            await().atMost(DEADLINE).until(() -> ours().size() == 2);
        });

        Outcome outcome = run(2, 1, 0, new LocalDisk());

        assertThat(outcome.counts().batches()).isEqualTo(2);
        assertThat(outcome.counts().pausedTicks()).isPositive();
        assertThat(ledger().get(1).get("skipped_ticks").longValue())
                .isEqualTo(outcome.counts().pausedTicks());
        assertThat(ours()).containsExactlyInAnyOrderElementsOf(promised());
    }

    @Test
    void aFullSpoolThatMayDropGivesUpWhatIsOldestAndTellsItInTheLedger() throws Exception {
        whenFull = WhenFull.DROP_OLDEST;
        s3.everyPut(S3Server.status(503));

        Outcome outcome = run(12, 30_000, 0, new LocalDisk(), NEVER, Duration.ofMillis(1));

        assertThat(outcome.counts().batches()).isEqualTo(12);
        List<String> dropped = new ArrayList<>();
        long records = 0;
        for (JsonNode line : ledgerWithDrops()) {
            if (line.has("dropped")) {
                line.get("files").forEach(key -> dropped.add(key.textValue()));
                records += line.get("records").longValue();
            }
        }
        assertThat(dropped).isNotEmpty();
        assertThat(metrics.snapshot().filesDropped()).isEqualTo(dropped.size());
        assertThat(records).isEqualTo(15L * dropped.size());

        s3.heal();
        run(1, 1 << 30, 0, new LocalDisk());
        assertThat(ours())
                .as("everything but what the ledger calls dropped")
                .containsExactlyInAnyOrderElementsOf(promised().stream()
                        .filter(key -> !dropped.contains(key))
                        .toList());
    }

    @Test
    void aStopEndsItAndSaysWhatStays() throws Exception {
        time.atPause(25, time::stop);

        Outcome outcome = run(100, 1 << 30, 0, new LocalDisk());

        assertThat(outcome.counts().batches()).isEqualTo(1);
        assertThat(ours().size() + outcome.waitingFiles()).isEqualTo(2);
    }

    @Test
    void aFullDiskEndsItWithOneErrorAndNothingLost() throws Exception {
        Outcome outcome = run(100, 1 << 30, 0, new DyingDisk(30));

        assertThat(outcome.failure())
                .hasValueSatisfying(failure -> assertThat(failure)
                        .isInstanceOf(SpoolException.class)
                        .hasMessageContaining("No space left on device"));
        assertThat(outcome.counts().batches()).isPositive();
        run(1, 1 << 30, 0, new LocalDisk());
        assertThat(ours()).containsExactlyInAnyOrderElementsOf(promised());
    }

    private Outcome run(long batches, long maxBytes, double invalidRate, Disk disk) throws Exception {
        return run(batches, maxBytes, invalidRate, disk, BackoffStrategy.fixedDelayWithoutJitter(Duration.ofMillis(5)));
    }

    private Outcome run(long batches, long maxBytes, double invalidRate, Disk disk, BackoffStrategy backoff)
            throws Exception {
        return run(batches, maxBytes, invalidRate, disk, backoff, DEADLINE);
    }

    private Outcome run(
            long batches, long maxBytes, double invalidRate, Disk disk, BackoffStrategy backoff, Duration deadline)
            throws Exception {
        List<Inverter> fleet = IntStream.rangeClosed(1, 30)
                .mapToObj(i -> new Inverter("INV-" + i, "S", "", 10_000, 37.39, -5.99))
                .toList();
        Settings settings = new Settings(
                s3.store(),
                new SpoolSpace(directory, maxBytes, whenFull),
                new Fleet(Optional.empty(), 30, 37.39, -5.99, 10_000, 42),
                new Settings.Trouble(0, invalidRate, 0, 0, 0),
                new Settings.Files(prefix(), "test", 2, 1 << 20, Compression.NONE, Optional.empty()),
                Duration.ofSeconds(20),
                Optional.empty(),
                Optional.empty(),
                LogFormat.TEXT);
        try (Spool spool = Spool.open(directory, disk, START)) {
            return new GenerationRun(
                            settings,
                            time,
                            time,
                            new GeneratorSource(
                                    new Generator(fleet, new GeneratorOptions(42, 0, invalidRate, 1)),
                                    new Delivery(42, Delivery.Rates.NONE)),
                            new Validator(ReadingRules.defaults(), RatedPowers.allOf(10_000)),
                            spool,
                            new Uploader(s3.client(), S3Server.BUCKET, spool, backoff, metrics),
                            metrics)
                    .run(batches, deadline);
        }
    }

    private double energyIn(JsonNode ledgerLine) throws IOException {
        String key = ledgerLine.get("files").get(0).textValue();
        return new JsonMapper()
                .readTree(s3.content(key))
                .get(0)
                .get("total_energy")
                .doubleValue();
    }

    /** Tests share a server, so each has a prefix of its own. */
    private String prefix() {
        return directory.getFileName() + "/";
    }

    private List<String> ours() {
        return s3.keys().stream().filter(key -> key.startsWith(prefix())).toList();
    }

    private List<String> promised() throws IOException {
        List<String> keys = new ArrayList<>();
        for (JsonNode line : ledger()) {
            line.get("files").forEach(key -> keys.add(key.textValue()));
        }
        return keys;
    }

    private List<JsonNode> ledger() throws IOException {
        return ledgerWithDrops().stream().filter(line -> !line.has("dropped")).toList();
    }

    private List<JsonNode> ledgerWithDrops() throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : Files.readAllLines(directory.resolve("ledger.ndjson"))) {
            lines.add(new JsonMapper().readTree(line));
        }
        return lines;
    }
}
