package dev.inverterflow.client.spool;

import static dev.inverterflow.client.testing.Batches.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.inverterflow.client.testing.Batches;
import dev.inverterflow.client.testing.DyingDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Lets a process die at each single change of the disk, one after the other, and looks whether the next start finds spool and ledger
 * in step. What arrives in the "bucket" here is what {@link Spool#uploaded} is told.
 */
class SpoolCrashTest {
    private static final int MORE_CHANGES_THAN_A_LIFE_HAS = 60;

    @TempDir
    private Path parent;

    @Test
    void nothingIsLostOrDoubledAndTheNextRunGoesOnWhereverTheProcessDies() throws Exception {
        boolean died = true;
        int changes = 0;
        for (; died; changes++) {
            Path directory = parent.resolve("spool-" + changes);
            List<String> bucket = new ArrayList<>();
            Set<String> committed = new LinkedHashSet<>();
            died = liveUntilTheDiskDies(directory, new DyingDisk(changes), committed, bucket);
            goesOnFromTheLedger(directory, changes);
            drainAfterRestart(directory, bucket);

            List<LedgerLine> ledger = ledger(directory);
            List<String> promised =
                    ledger.stream().flatMap(line -> line.files().stream()).toList();
            assertThat(new TreeSet<>(promised)).as("after %d changes", changes).hasSameSizeAs(promised);
            assertThat(new TreeSet<>(bucket))
                    .as("ledger and bucket after %d changes", changes)
                    .isEqualTo(new TreeSet<>(promised));
            assertThat(promised).as("after %d changes", changes).containsAll(committed);
        }
        assertThat(changes).as("changes that were died at").isBetween(20, MORE_CHANGES_THAN_A_LIFE_HAS);
    }

    /** A new run number, and the state of the last committed batch. */
    private static void goesOnFromTheLedger(Path directory, int changes) throws Exception {
        try (Spool spool = Spool.open(directory, new LocalDisk(), NOON)) {
            List<LedgerLine> ledger = ledger(directory);
            if (!ledger.isEmpty()) {
                LedgerLine last = ledger.get(ledger.size() - 1);
                assertThat(spool.state().source().textValue())
                        .as("after %d changes", changes)
                        .isEqualTo("after " + last.batch());
                assertThat(spool.beginRun()).as("after %d changes", changes).isGreaterThan(last.run());
            }
        }
    }

    /** Two runs, the second with the clock set back, and an upload in between. */
    private static boolean liveUntilTheDiskDies(Path directory, Disk disk, Set<String> committed, List<String> bucket)
            throws IOException {
        try (Spool spool = Spool.open(directory, disk, NOON)) {
            commit(spool, new BatchName(NOON, spool.beginRun()), committed);
            upload(spool, bucket);
            commit(spool, new BatchName(NOON.minusSeconds(3_600), spool.beginRun()), committed);
            return false;
        } catch (SpoolException e) {
            assertThat(e).hasMessageContaining("No space left on device");
            return true;
        }
    }

    private static void commit(Spool spool, BatchName name, Set<String> committed) throws SpoolException {
        NewBatch batch = Batches.of(name, 2);
        spool.commit(batch);
        batch.files().forEach(file -> committed.add(file.key()));
    }

    private static void upload(Spool spool, List<String> bucket) throws SpoolException {
        for (BatchName batch : spool.after(null, 10)) {
            for (PendingFile file : spool.files(batch)) {
                assertThat(spool.isIntact(file)).isTrue();
                bucket.add(file.key());
                spool.uploaded(file);
            }
            spool.finished(batch);
        }
    }

    private static void drainAfterRestart(Path directory, List<String> bucket) throws Exception {
        try (Spool spool = Spool.open(directory, new LocalDisk(), NOON)) {
            upload(spool, bucket);
            assertThat(spool.waitingFiles()).isZero();
        }
    }

    private static List<LedgerLine> ledger(Path directory) throws IOException {
        Path file = directory.resolve("ledger.ndjson");
        List<LedgerLine> lines = new ArrayList<>();
        for (String line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
            lines.add(new JsonMapper().readValue(line, LedgerLine.class));
        }
        return lines;
    }
}
