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
import dev.inverterflow.client.spool.LocalDisk;
import dev.inverterflow.client.spool.Spool;
import dev.inverterflow.client.testing.S3Server;
import dev.inverterflow.client.upload.Uploader;
import dev.inverterflow.client.validate.RatedPowers;
import dev.inverterflow.client.validate.ReadingRules;
import dev.inverterflow.client.validate.Validator;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/** Long runs on a clock of their own: every tick is in the ledger as a batch or as skipped, and nothing grows. */
class ScheduleTest {
    private static final Instant START = Instant.parse("2026-06-21T00:00:07Z");
    private static final Duration INTERVAL = Duration.ofSeconds(20);
    private static final Duration DEADLINE = Duration.ofMinutes(2);
    private static final int INVERTERS = 60;

    @TempDir
    private Path directory;

    @Test
    void eachTickOfAnHourHasItsBatchAndMemoryStaysFlat() throws Exception {
        everyTickIsAccountedForAndMemoryStaysFlat(Duration.ofHours(1), 4);
    }

    @Test
    @Tag("soak")
    void eachTickOfADayHasItsBatchAndMemoryStaysFlat() throws Exception {
        everyTickIsAccountedForAndMemoryStaysFlat(Duration.ofHours(24), 1);
    }

    @Test
    void whateverTheClockDoesAcrossStartsNoKeyIsUsedTwiceAndNoTickIsLostSilently() throws Exception {
        long seed = 20_261_128;
        Random random = new Random(seed);
        VirtualTime time = new VirtualTime(START);
        try (S3Server s3 = forgetfulS3()) {
            for (int start = 0; start < 8; start++) {
                for (int i = 0; i < 40; i++) {
                    long seconds = random.nextInt(100) < 70 ? 0 : random.nextInt(-7_200, 7_200);
                    time.atPause(i + 1, () -> time.move(Duration.ofSeconds(seconds)));
                }
                run(time, time, s3, 6, 1);
                time.move(Duration.ofSeconds(random.nextInt(-90_000, 90_000)));
            }
        }

        List<JsonNode> ledger = ledger();
        assertThat(ledger).as("seed %d", seed).hasSize(48);
        assertThat(keys(ledger)).as("seed %d", seed).hasSize(48).doesNotHaveDuplicates();
        Map<Long, Instant> lastOfRun = new HashMap<>();
        for (JsonNode line : ledger) {
            Instant tick = Instant.parse(line.get("tick").textValue());
            long run = line.get("run").longValue();
            long skipped = line.get("skipped_ticks").longValue();
            assertThat(tick.getEpochSecond() % INTERVAL.toSeconds())
                    .as("seed %d", seed)
                    .isZero();
            Instant before = lastOfRun.put(run, tick);
            if (before != null) {
                assertThat(Duration.between(before, tick))
                        .as("seed %d, run %d, %s", seed, run, tick)
                        .isEqualTo(INTERVAL.multipliedBy(1 + skipped));
            }
        }
        assertThat(ledger.stream().map(line -> line.get("run").longValue()))
                .as("seed %d", seed)
                .isSorted();
    }

    @Test
    void ticksDoNotDriftWhenEveryWaitTakesLongerThanAsked() throws Exception {
        VirtualTime time = new VirtualTime(START);
        for (int i = 1; i < 400; i++) {
            time.atPause(1, () -> time.move(Duration.ofMillis(700)));
        }
        try (S3Server s3 = forgetfulS3()) {
            run(time, time, s3, 10, 1);
        }
        assertThat(ledger().stream().map(line -> line.get("tick").textValue()))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 10)
                        .mapToObj(i -> Instant.parse("2026-06-21T00:00:00Z")
                                .plus(INTERVAL.multipliedBy(i))
                                .toString())
                        .toList());
    }

    private void everyTickIsAccountedForAndMemoryStaysFlat(Duration length, int files) throws Exception {
        long ticks = length.dividedBy(INTERVAL);
        List<Long> usedHeap = new ArrayList<>();
        try (S3Server s3 = forgetfulS3()) {
            Outcome outcome = runWithFlowControl(s3, ticks, files, usedHeap);
            assertThat(outcome.counts()).isEqualTo(new Outcome.Counts(ticks, ticks * INVERTERS, 0, 0, 0));
            assertThat(outcome.uploads().files()).isEqualTo(ticks * files);
            assertThat(s3.puts()).isEqualTo((int) (ticks * files));
        }
        List<JsonNode> ledger = ledger();
        assertThat(ledger).hasSize((int) ticks);
        for (int i = 0; i < ticks; i++) {
            assertThat(ledger.get(i).get("tick").textValue())
                    .isEqualTo(Instant.parse("2026-06-21T00:00:20Z")
                            .plus(INTERVAL.multipliedBy(i))
                            .toString());
            assertThat(ledger.get(i).get("records").intValue()).isEqualTo(INVERTERS);
        }
        assertThat(keys(ledger)).doesNotHaveDuplicates();
        // After a quarter everything is loaded; what is kept from then on must not depend on the number of ticks.
        long quarter = usedHeap.get(usedHeap.size() / 4);
        long end = usedHeap.get(usedHeap.size() - 1);
        assertThat(end - quarter).as("bytes kept more, of %s", usedHeap).isLessThan(4 << 20);
    }

    /** The virtual clock waits for the uploader, else it would fill the spool in no time. */
    private Outcome runWithFlowControl(S3Server s3, long ticks, int files, List<Long> usedHeap) throws Exception {
        VirtualTime time = new VirtualTime(START);
        try (Spool spool = Spool.open(directory.resolve("spool"), new LocalDisk(), START)) {
            Waiter patient = new Waiter() {
                private long pauses;

                @Override
                public void pause(Duration length) {
                    if (spool.waitingFiles() > 40) {
                        await().pollDelay(Duration.ZERO)
                                .pollInterval(Duration.ofMillis(1))
                                .atMost(DEADLINE)
                                .until(() -> spool.waitingFiles() <= 40);
                    }
                    time.pause(length);
                    if (++pauses % Math.max(1, ticks * 20 / 16) == 0) {
                        usedHeap.add(usedHeapAfterCollection());
                    }
                }

                @Override
                public boolean isStopped() {
                    return false;
                }
            };
            return run(time, patient, s3, spool, ticks, files);
        }
    }

    @SuppressWarnings("CallToSystemGC")
    private static long usedHeapAfterCollection() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private Outcome run(InstantSource clock, Waiter waiter, S3Server s3, long batches, int files) throws Exception {
        try (Spool spool = Spool.open(directory.resolve("spool"), new LocalDisk(), START)) {
            return run(clock, waiter, s3, spool, batches, files);
        }
    }

    private Outcome run(InstantSource clock, Waiter waiter, S3Server s3, Spool spool, long batches, int files)
            throws Exception {
        List<Inverter> fleet = IntStream.rangeClosed(1, INVERTERS)
                .mapToObj(i -> new Inverter("INV-" + i, "S", "", 10_000, 37.39, -5.99))
                .toList();
        Settings settings = new Settings(
                s3.store(),
                new SpoolSpace(directory.resolve("spool"), 1 << 30, WhenFull.PAUSE),
                new Fleet(Optional.empty(), INVERTERS, 37.39, -5.99, 10_000, 42),
                Settings.Trouble.NONE,
                new Settings.Files("readings/", "day", files, 1 << 20, Compression.NONE, Optional.empty()),
                INTERVAL,
                Optional.empty(),
                Optional.empty(),
                LogFormat.TEXT);
        ClientMetrics metrics = new ClientMetrics();
        BackoffStrategy backoff = BackoffStrategy.fixedDelayWithoutJitter(Duration.ofMillis(5));
        return new GenerationRun(
                        settings,
                        clock,
                        waiter,
                        new GeneratorSource(
                                new Generator(fleet, GeneratorOptions.quiet(42)),
                                new Delivery(42, Delivery.Rates.NONE)),
                        new Validator(ReadingRules.defaults(), RatedPowers.allOf(10_000)),
                        spool,
                        new Uploader(s3.client(), S3Server.BUCKET, spool, backoff, metrics),
                        metrics)
                .run(batches, DEADLINE);
    }

    /** Takes objects and keeps none: what the server keeps must not be taken for what the client keeps. */
    private static S3Server forgetfulS3() throws Exception {
        S3Server s3 = S3Server.start();
        s3.everyPut((store, request, content) -> {
            try {
                content.transferTo(OutputStream.nullOutputStream());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return PutObjectResponse.builder().eTag("\"forgotten\"").build();
        });
        return s3;
    }

    private static List<String> keys(List<JsonNode> ledger) {
        List<String> keys = new ArrayList<>();
        ledger.forEach(line -> line.get("files").forEach(key -> keys.add(key.textValue())));
        return keys;
    }

    private List<JsonNode> ledger() throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : Files.readAllLines(directory.resolve("spool/ledger.ndjson"))) {
            lines.add(new JsonMapper().readTree(line));
        }
        return lines;
    }
}
