package dev.inverterflow.client.spool;

import static dev.inverterflow.client.testing.Batches.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.inverterflow.client.testing.Batches;
import dev.inverterflow.client.testing.DyingDisk;
import dev.inverterflow.client.testing.SpoolLedger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A spool beside a list that does the same: random commits, uploads, drops, damage, restarts and deaths in the middle of any of them.
 * After a death the spool must look as if the step had not begun or as if it had been completed. {@code -Dseed=N} runs one seed again.
 */
class SpoolModelTest {
    private static final int STEPS = 80;

    @TempDir
    private Path parent;

    static LongStream seeds() {
        Long given = Long.getLong("seed");
        return given != null ? LongStream.of(given) : new Random().longs(4);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aSpoolDoesWhatAListDoes(long seed) throws Exception {
        new Trial(parent.resolve("spool"), seed).run(STEPS);
    }

    @Test
    @Tag("soak")
    void aSpoolDoesWhatAListDoesForLong() throws Exception {
        Random seeds = new Random();
        for (int i = 0; i < 150; i++) {
            long seed = seeds.nextLong();
            new Trial(parent.resolve("spool-" + i), seed).run(STEPS);
        }
    }

    /** @param waiting keys in the order of commitment */
    private record Model(List<String> waiting, List<String> promised, List<String> dropped, List<String> quarantined) {

        Model plus(NewBatch batch) {
            List<String> keys =
                    batch.files().stream().map(NewBatch.NewFile::key).toList();
            return new Model(joined(waiting, keys), joined(promised, keys), dropped, quarantined);
        }

        Model without(PendingFile file) {
            return new Model(less(waiting, List.of(file.key())), promised, dropped, quarantined);
        }

        Model dropping(List<String> keys) {
            return new Model(less(waiting, keys), promised, joined(dropped, keys), quarantined);
        }

        Model quarantining(PendingFile file) {
            List<String> one = List.of(file.key());
            return new Model(less(waiting, one), promised, dropped, joined(quarantined, one));
        }

        private static List<String> joined(List<String> left, List<String> right) {
            List<String> all = new ArrayList<>(left);
            all.addAll(right);
            return all;
        }

        private static List<String> less(List<String> left, List<String> right) {
            List<String> rest = new ArrayList<>(left);
            rest.removeAll(right);
            return rest;
        }
    }

    private static final class Trial {
        private final Path directory;
        private final long seed;
        private final Random random;
        private final List<String> history = new ArrayList<>();
        private Model model = new Model(List.of(), List.of(), List.of(), List.of());
        private Spool spool;
        private long run;
        private Instant tick = NOON;
        private int deaths;

        Trial(Path directory, long seed) throws SpoolException {
            this.directory = directory;
            this.seed = seed;
            this.random = new Random(seed);
            this.spool = Spool.open(directory, new LocalDisk(), NOON);
        }

        void run(int steps) throws Exception {
            run = spool.beginRun();
            for (int step = 0; step < steps; step++) {
                boolean dies = random.nextInt(3) == 0;
                if (dies) {
                    reopen(new DyingDisk(12 + random.nextInt(30)));
                }
                Model before = model;
                try {
                    for (int i = 0; i < (dies ? 10 : 1); i++) {
                        before = model;
                        step();
                    }
                } catch (SpoolException e) {
                    deaths++;
                    history.add("died of: " + e.getMessage());
                    settle(before);
                }
                assertAgrees();
            }
            reopen(new LocalDisk());
            assertAgrees();
            assertThat(deaths).as(story()).isPositive();
            spool.close();
        }

        /** The model is changed first: it then says what the spool must look like if the step is completed. */
        private void step() throws Exception {
            switch (random.nextInt(10)) {
                case 0, 1, 2, 3 -> commit();
                case 4, 5, 6 -> upload();
                case 7 -> drop();
                case 8 -> damage();
                default -> beginRun();
            }
        }

        private void commit() throws SpoolException {
            tick = tick.plusSeconds(20);
            NewBatch batch = Batches.of(new BatchName(tick, run), 1 + random.nextInt(4));
            history.add("commit " + batch.name());
            model = model.plus(batch);
            spool.commit(batch);
        }

        private void upload() throws SpoolException {
            List<BatchName> batches = spool.after(null, 100);
            if (batches.isEmpty()) {
                return;
            }
            BatchName batch = batches.get(random.nextInt(batches.size()));
            List<PendingFile> files = spool.files(batch);
            if (!files.isEmpty()) {
                PendingFile file = files.get(random.nextInt(files.size()));
                history.add("upload " + file.key());
                assertThat(spool.isIntact(file)).as(story()).isTrue();
                model = model.without(file);
                spool.uploaded(file);
            }
            if (files.size() <= 1) {
                spool.finished(batch);
            } else {
                spool.release(batch);
            }
        }

        private void drop() throws SpoolException {
            List<BatchName> batches = spool.after(null, 100);
            if (batches.isEmpty()) {
                return;
            }
            List<String> keys = List.of();
            for (BatchName batch : batches) {
                keys = spool.files(batch).stream().map(PendingFile::key).toList();
                spool.release(batch);
                if (!keys.isEmpty()) {
                    break;
                }
            }
            history.add("drop " + keys);
            model = model.dropping(keys);
            assertThat(spool.dropOldest(NOON).map(Dropped::files).orElse(List.of()))
                    .as(story())
                    .containsExactlyInAnyOrderElementsOf(keys);
        }

        private void damage() throws SpoolException, IOException {
            List<BatchName> batches = spool.after(null, 100);
            if (batches.isEmpty()) {
                return;
            }
            BatchName batch = batches.get(random.nextInt(batches.size()));
            List<PendingFile> files = spool.files(batch);
            spool.release(batch);
            if (files.isEmpty()) {
                return;
            }
            PendingFile file = files.get(0);
            history.add("damage " + file.key());
            Files.write(file.path(), new byte[random.nextInt(5)]);
            model = model.quarantining(file);
            assertThat(spool.isIntact(file)).as(story()).isFalse();
        }

        private void beginRun() throws SpoolException {
            long begun = spool.beginRun();
            history.add("run " + begun);
            assertThat(begun).as(story()).isGreaterThan(run);
            run = begun;
        }

        /** The next owner finds the step undone or done. */
        private void settle(Model before) throws Exception {
            reopen(new LocalDisk());
            if (!waiting().equals(sorted(model.waiting()))) {
                model = before;
            }
            finishHalfQuarantined();
            long begun = spool.beginRun();
            assertThat(begun).as(story()).isGreaterThan(run);
            run = begun;
        }

        /** A damaged file that the death kept from quarantine is found again by the next look. */
        private void finishHalfQuarantined() throws SpoolException {
            for (BatchName batch : spool.after(null, 1_000)) {
                for (PendingFile file : spool.files(batch)) {
                    if (!spool.isIntact(file)) {
                        model = model.quarantining(file);
                    }
                }
                spool.release(batch);
            }
        }

        private void reopen(Disk disk) throws Exception {
            history.add("reopen");
            spool.close();
            try {
                spool = Spool.open(directory, disk, NOON);
            } catch (SpoolException e) {
                history.add("died while opening");
                spool = Spool.open(directory, new LocalDisk(), NOON);
            }
        }

        private void assertAgrees() throws Exception {
            assertThat(waiting()).as(story()).isEqualTo(sorted(model.waiting()));
            assertThat(spool.waitingFiles())
                    .as(story())
                    .isEqualTo(model.waiting().size());
            SpoolLedger ledger = SpoolLedger.of(directory);
            assertThat(ledger.promised())
                    .as(story())
                    .isEqualTo(model.promised())
                    .doesNotHaveDuplicates();
            assertThat(sorted(ledger.dropped())).as(story()).isEqualTo(sorted(model.dropped()));
            for (String key : model.quarantined()) {
                assertThat(directory.resolve("quarantine").resolve(key.substring(key.lastIndexOf('/') + 1)))
                        .as(story())
                        .exists();
            }
        }

        private List<String> waiting() throws SpoolException {
            List<String> keys = new ArrayList<>();
            for (BatchName batch : spool.after(null, 1_000)) {
                spool.files(batch).forEach(file -> keys.add(file.key()));
                spool.release(batch);
            }
            return sorted(keys);
        }

        private static List<String> sorted(List<String> keys) {
            return keys.stream().sorted().toList();
        }

        private String story() {
            return "-Dseed=" + seed + ": " + String.join("; ", history);
        }
    }
}
