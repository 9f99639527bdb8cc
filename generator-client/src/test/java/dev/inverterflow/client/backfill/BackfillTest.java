package dev.inverterflow.client.backfill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.inverterflow.client.generate.Delivery;
import dev.inverterflow.client.generate.Delivery.Rates;
import dev.inverterflow.client.generate.Generator;
import dev.inverterflow.client.generate.GeneratorOptions;
import dev.inverterflow.client.metrics.ClientMetrics;
import dev.inverterflow.client.reading.Inverter;
import dev.inverterflow.client.run.StopSignal;
import dev.inverterflow.client.settings.Settings;
import dev.inverterflow.client.settings.Settings.Compression;
import dev.inverterflow.client.spool.Disk;
import dev.inverterflow.client.spool.ExportDirectory;
import dev.inverterflow.client.spool.LocalDisk;
import dev.inverterflow.client.spool.SpoolException;
import dev.inverterflow.client.testing.DyingDisk;
import dev.inverterflow.client.validate.RatedPowers;
import dev.inverterflow.client.validate.ReadingRules;
import dev.inverterflow.client.validate.Validator;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackfillTest {
    private static final Instant FROM = Instant.parse("2026-06-21T06:00:00Z");
    private static final int INVERTERS = 60;
    private static final int MAX_BYTES = 200_000;
    private static final Rates SOME_TROUBLE = new Rates(0.02, 0.02, 0.02);
    private static final BackfillPlan PLAN =
            new BackfillPlan(FROM, FROM.plus(Duration.ofHours(8)), Duration.ofMinutes(1), "plan");

    @TempDir
    private Path directory;

    private final JsonMapper json = new JsonMapper();

    @Test
    void everyReadingOfEveryTickIsInAFileOnceAndNoFileIsTooLarge() throws Exception {
        BackfillProgress made = make(directory, PLAN, 2, Rates.NONE, new LocalDisk());

        assertThat(made.done()).isTrue();
        assertThat(made.readings()).isEqualTo(480 * INVERTERS);
        Map<String, byte[]> files = files(directory);
        assertThat(files).hasSize((int) made.files()).hasSizeGreaterThan(20);
        Set<String> seen = new HashSet<>();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            assertThat(file.getValue()).hasSizeLessThanOrEqualTo(MAX_BYTES);
            JsonNode records = json.readTree(file.getValue());
            assertThat(file.getKey())
                    .matches("readings/2026-06-21/20260621T[0-9]{6}Z_bf_r0_p1of1_n" + records.size() + "\\.json");
            String first = records.get(0).get("timestamp").textValue().replaceAll("[-:]", "");
            assertThat(file.getKey()).contains("/" + first + "_");
            records.forEach(record -> assertThat(seen.add(record.get("inverter_id") + " " + record.get("timestamp")))
                    .isTrue());
        }
        assertThat(seen).hasSize(480 * INVERTERS);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 7, 64})
    void theNumberOfThreadsDoesNotChangeAByte(int threads) throws Exception {
        make(directory.resolve("one"), PLAN, 1, Rates.NONE, new LocalDisk());
        make(directory.resolve("many"), PLAN, threads, Rates.NONE, new LocalDisk());

        assertThat(texts(directory.resolve("many"))).isEqualTo(texts(directory.resolve("one")));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void howeverOftenItDiesItEndsWithTheSameBytesAndTheSameLedger(boolean troubled) throws Exception {
        Rates rates = troubled ? SOME_TROUBLE : Rates.NONE;
        make(directory.resolve("whole"), PLAN, 1, rates, new LocalDisk());

        long seed = 20_261_128;
        Random random = new Random(seed);
        Path torn = directory.resolve("torn");
        int deaths = 0;
        boolean done = false;
        while (!done) {
            DyingDisk disk = new DyingDisk(20 + random.nextInt(60));
            try {
                done = isMade(torn, 1 + random.nextInt(3), rates, disk);
            } catch (SpoolException e) {
                assertThat(disk.isDead())
                        .as("seed %d: %s", seed, e.getMessage())
                        .isTrue();
                deaths++;
            }
        }
        assertThat(deaths).as("seed %d", seed).isGreaterThan(2);
        assertThat(texts(torn)).as("seed %d", seed).isEqualTo(texts(directory.resolve("whole")));
        assertThat(Files.readString(torn.resolve(".backfill/ledger.ndjson")))
                .as("seed %d", seed)
                .isEqualTo(Files.readString(directory.resolve("whole/.backfill/ledger.ndjson")));
    }

    @Test
    void aStopEndsItSoonAndItGoesOnFromThere() throws Exception {
        StopSignal stop = new StopSignal();
        BackfillProgress stopped = make(directory, PLAN, 1, Rates.NONE, new LocalDisk(), stop, progress -> {
            if (progress.files() > 0) {
                stop.request();
            }
        });
        assertThat(stopped.done()).isFalse();
        assertThat(stopped.files()).isBetween(1L, 20L);

        BackfillProgress rest = make(directory, PLAN, 1, Rates.NONE, new LocalDisk());
        assertThat(rest.done()).isTrue();
        assertThat(rest.readings()).isEqualTo(480 * INVERTERS);
        assertThat(files(directory)).hasSize((int) rest.files());
    }

    @Test
    void troubleIsInTheLedgerAndNothingIsLostByIt() throws Exception {
        BackfillProgress made = make(directory, PLAN, 1, SOME_TROUBLE, new LocalDisk());

        int heldBack = 0;
        int come = 0;
        int duplicates = 0;
        int records = 0;
        for (String line : Files.readAllLines(directory.resolve(".backfill/ledger.ndjson"))) {
            JsonNode trouble = json.readTree(line).required("trouble");
            heldBack += trouble.required("held_back").intValue();
            come += trouble.required("late").intValue()
                    + trouble.required("out_of_order").intValue();
            duplicates += trouble.required("duplicates").intValue();
            records += json.readTree(line).required("records").intValue();
        }
        assertThat(duplicates).isBetween(400, 800);
        assertThat(heldBack).isBetween(900, 1_400);
        assertThat(heldBack - come).as("still on their way at the end").isBetween(0, 40);
        assertThat(records).isEqualTo((int) made.readings()).isEqualTo(480 * INVERTERS - heldBack + come + duplicates);
    }

    @Test
    void aTickLargerThanAFileBecomesSeveralFiles() throws Exception {
        BackfillPlan oneTick = new BackfillPlan(FROM, FROM.plusSeconds(60), Duration.ofMinutes(1), "one");
        Settings.Files small = settings(5_000);
        run(directory, oneTick, 1, Rates.NONE, new LocalDisk(), new StopSignal(), progress -> {}, small);

        Map<String, byte[]> files = files(directory);
        assertThat(files).hasSizeGreaterThan(2);
        assertThat(files.values()).allSatisfy(content -> assertThat(content).hasSizeLessThanOrEqualTo(5_000));
        assertThat(files.keySet()).allMatch(key -> key.contains("of" + files.size() + "_n"));
    }

    @Test
    void ticksAreThoseOfARunFromTheFirstAtOrAfterItsBeginToBeforeItsEnd() {
        Duration interval = Duration.ofSeconds(20);
        assertThat(new BackfillPlan(FROM.plusMillis(1), FROM.plusSeconds(41), interval, "").firstTick())
                .isEqualTo(FROM.plusSeconds(20));
        assertThat(new BackfillPlan(FROM, FROM.plusSeconds(40), interval, "").ticks())
                .isEqualTo(2);
        assertThat(new BackfillPlan(FROM, FROM.plusSeconds(41), interval, "").ticks())
                .isEqualTo(3);
        assertThat(new BackfillPlan(FROM.plusSeconds(1), FROM.plusSeconds(2), interval, "").ticks())
                .isZero();
    }

    @Test
    void aFileOfSomebodyElseIsNeverOverwritten() throws Exception {
        make(directory, PLAN, 1, Rates.NONE, new LocalDisk());
        String key = files(directory).keySet().iterator().next();
        Path other = directory.resolve("other");
        Files.createDirectories(other.resolve(key).getParent());
        Files.writeString(other.resolve(key), "mine");

        assertThatExceptionOfType(SpoolException.class)
                .isThrownBy(() -> make(other, PLAN, 1, Rates.NONE, new LocalDisk()))
                .withMessageContaining(key)
                .withMessageContaining("exists with other content");
        assertThat(other.resolve(key)).hasContent("mine");
    }

    private static BackfillProgress make(Path target, BackfillPlan plan, int threads, Rates rates, Disk disk)
            throws Exception {
        return make(target, plan, threads, rates, disk, new StopSignal(), progress -> {});
    }

    private static BackfillProgress make(
            Path target,
            BackfillPlan plan,
            int threads,
            Rates rates,
            Disk disk,
            StopSignal stop,
            Consumer<BackfillProgress> progress)
            throws Exception {
        return run(target, plan, threads, rates, disk, stop, progress, settings(MAX_BYTES));
    }

    private static BackfillProgress run(
            Path target,
            BackfillPlan plan,
            int threads,
            Rates rates,
            Disk disk,
            StopSignal stop,
            Consumer<BackfillProgress> progress,
            Settings.Files settings)
            throws Exception {
        try (ExportDirectory export = ExportDirectory.open(target, disk, FROM)) {
            return backfill(plan, threads, rates, new DirectorySink(export), stop, progress, settings)
                    .run();
        }
    }

    /** As the command does it: what is made already, even if the disk died right after, is not made again. */
    private static boolean isMade(Path target, int threads, Rates rates, Disk disk) throws Exception {
        try (ExportDirectory export = ExportDirectory.open(target, disk, FROM)) {
            DirectorySink sink = new DirectorySink(export);
            return Backfill.isDone(PLAN, sink)
                    || backfill(PLAN, threads, rates, sink, new StopSignal(), progress -> {}, settings(MAX_BYTES))
                            .run()
                            .done();
        }
    }

    private static Backfill backfill(
            BackfillPlan plan,
            int threads,
            Rates rates,
            DirectorySink sink,
            StopSignal stop,
            Consumer<BackfillProgress> progress,
            Settings.Files settings) {
        List<Inverter> fleet = IntStream.rangeClosed(1, INVERTERS)
                .mapToObj(i -> new Inverter("INV-" + i, "S", "", 10_000, 37.39, -5.99))
                .toList();
        return new Backfill(
                plan,
                new Generator(fleet, new GeneratorOptions(42, 0, 0, threads)),
                new Delivery(42, rates),
                rates,
                new Validator(ReadingRules.defaults(), RatedPowers.allOf(10_000)),
                new BackfillFiles(settings, INVERTERS, new ClientMetrics()),
                sink,
                stop,
                progress);
    }

    private static Settings.Files settings(long maxBytes) {
        return new Settings.Files("readings/", "bf", 4, maxBytes, Compression.NONE, Optional.empty());
    }

    private static Map<String, String> texts(Path target) throws Exception {
        Map<String, String> texts = new TreeMap<>();
        files(target).forEach((key, content) -> texts.put(key, new String(content, StandardCharsets.UTF_8)));
        return texts;
    }

    private static Map<String, byte[]> files(Path target) throws Exception {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(target.resolve("readings"))) {
            files.filter(Files::isRegularFile).forEach(found::add);
        }
        Map<String, byte[]> contents = new TreeMap<>();
        for (Path file : found) {
            contents.put(target.relativize(file).toString(), Files.readAllBytes(file));
        }
        return contents;
    }
}
