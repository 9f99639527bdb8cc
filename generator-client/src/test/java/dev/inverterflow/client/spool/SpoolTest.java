package dev.inverterflow.client.spool;

import static dev.inverterflow.client.testing.Batches.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.inverterflow.client.testing.Batches;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolTest {
    private static final BatchName FIRST = new BatchName(NOON, 1);
    private static final BatchName SECOND = new BatchName(NOON.plusSeconds(20), 1);

    @TempDir
    private Path directory;

    @Test
    void aCommittedBatchIsOfferedWithItsContent() throws Exception {
        try (Spool spool = open()) {
            spool.commit(Batches.of(FIRST, 2));

            assertThat(spool.after(null, 10)).containsExactly(FIRST);
            List<PendingFile> files = spool.files(FIRST);
            assertThat(files)
                    .extracting(PendingFile::key)
                    .containsExactly(Batches.key(FIRST, 1, 2), Batches.key(FIRST, 2, 2));
            assertThat(files.get(0).path()).hasBinaryContent(Batches.content(FIRST, 1));
            assertThat(spool.isIntact(files.get(0))).isTrue();
            assertThat(spool.waitingFiles()).isEqualTo(2);
        }
    }

    @Test
    void aBatchIsNotOfferedBeforeItsLedgerLineAndStateAreOnDisk() throws Exception {
        AtomicReference<Spool> looking = new AtomicReference<>();
        Set<BatchName> seenDuringCommit = new HashSet<>();
        Disk watched = (Disk) Proxy.newProxyInstance(
                Disk.class.getClassLoader(), new Class<?>[] {Disk.class}, (proxy, change, arguments) -> {
                    if (looking.get() != null) {
                        seenDuringCommit.addAll(looking.get().after(null, 10));
                    }
                    return change.invoke(new LocalDisk(), arguments);
                });
        try (Spool spool = Spool.open(directory, watched, NOON)) {
            spool.commit(Batches.of(FIRST, 1));
            looking.set(spool);
            spool.commit(Batches.of(SECOND, 1));

            assertThat(seenDuringCommit).containsExactly(FIRST);
            assertThat(spool.after(null, 10)).containsExactly(FIRST, SECOND);
        }
    }

    @Test
    void whatWaitsAndTheStateAreFoundAgainByTheNextStart() throws Exception {
        try (Spool spool = open()) {
            assertThat(spool.beginRun()).isEqualTo(1);
            spool.commit(Batches.of(FIRST, 2));
        }
        try (Spool spool = open()) {
            assertThat(spool.after(null, 10)).containsExactly(FIRST);
            assertThat(spool.waitingFiles()).isEqualTo(2);
            assertThat(spool.state().lastTick()).hasValue(NOON);
            assertThat(spool.beginRun()).isEqualTo(2);
        }
    }

    @Test
    void aRunNumberIsNeverGivenTwiceEvenIfTheStateFileIsTakenAway() throws Exception {
        try (Spool spool = open()) {
            spool.beginRun();
            spool.commit(Batches.of(new BatchName(NOON, 7), 1));
        }
        Files.delete(directory.resolve("state.json"));
        try (Spool spool = open()) {
            assertThat(spool.beginRun()).isEqualTo(8);
        }
    }

    @Test
    void batchesAreOfferedOldestFirstAndNoMoreThanAskedFor() throws Exception {
        BatchName third = new BatchName(NOON.plusSeconds(40), 2);
        try (Spool spool = open()) {
            for (BatchName name : List.of(FIRST, SECOND, third)) {
                spool.commit(Batches.of(name, 1));
            }
            assertThat(spool.after(null, 2)).containsExactly(FIRST, SECOND);
        }
    }

    @Test
    void anUploadedFileLeavesAndAnEmptyBatchIsRemoved() throws Exception {
        try (Spool spool = open()) {
            spool.commit(Batches.of(FIRST, 1));
            spool.uploaded(spool.files(FIRST).get(0));
            spool.finished(FIRST);

            assertThat(spool.waitingFiles()).isZero();
            assertThat(spool.waitingBytes()).isZero();
            assertThat(children("pending")).isEmpty();
        }
    }

    @Test
    void aSecondInstanceIsToldWhoHasTheSpool() throws Exception {
        try (Spool owner = open()) {
            assertThat(owner.waitingFiles()).isZero();
            assertThatExceptionOfType(SpoolException.class)
                    .isThrownBy(this::open)
                    .withMessageContaining(
                            "in use by process " + ProcessHandle.current().pid() + " on "
                                    + InetAddress.getLocalHost().getHostName() + " since 2026-06-21T12:00:00Z")
                    .matches(e -> e.kind() == SpoolException.Kind.IN_USE);
        }
        try (Spool spool = open()) {
            assertThat(spool.waitingFiles()).isZero();
        }
    }

    @Test
    void aTruncatedFileIsQuarantinedWithTheReasonAndNotOffered() throws Exception {
        try (Spool spool = open()) {
            spool.commit(Batches.of(FIRST, 2));
            PendingFile file = spool.files(FIRST).get(0);
            Files.write(file.path(), new byte[] {'['});

            assertThat(spool.isIntact(file)).isFalse();
            assertThat(spool.files(FIRST)).hasSize(1);
            assertThat(spool.waitingFiles()).isEqualTo(1);
            assertThat(reasonOf(file.path().getFileName().toString())).contains("has 1 bytes");
        }
    }

    @Test
    void aFileWithOtherContentOfTheSameLengthIsQuarantined() throws Exception {
        try (Spool spool = open()) {
            spool.commit(Batches.of(FIRST, 1));
            PendingFile file = spool.files(FIRST).get(0);
            byte[] content = Files.readAllBytes(file.path());
            content[2] ^= 1;
            Files.write(file.path(), content);

            assertThat(spool.isIntact(file)).isFalse();
            assertThat(reasonOf(file.path().getFileName().toString())).contains("SHA-256 differs");
        }
    }

    @Test
    void foreignThingsInTheSpoolAreQuarantinedNotUploaded() throws Exception {
        try (Spool spool = open()) {
            spool.commit(Batches.of(FIRST, 1));
        }
        Files.writeString(directory.resolve("pending/holiday.jpg"), "x");
        Files.writeString(directory.resolve("pending").resolve(FIRST.toString()).resolve("extra.json"), "[]");
        try (Spool spool = open()) {
            assertThat(spool.after(null, 10)).containsExactly(FIRST);
            assertThat(spool.files(FIRST)).hasSize(1);
            assertThat(spool.waitingFiles()).isEqualTo(1);
            assertThat(reasonOf("holiday.jpg")).contains("did not put this into its spool");
            assertThat(reasonOf("extra.json")).contains("does not name this file");
        }
    }

    @Test
    void aBatchWithoutReadableManifestIsQuarantinedWhole() throws Exception {
        try (Spool spool = open()) {
            spool.commit(Batches.of(FIRST, 2));
            spool.commit(Batches.of(SECOND, 1));
            Files.writeString(
                    directory.resolve("pending").resolve(FIRST.toString()).resolve("manifest.json"), "{\"format\":");

            assertThat(spool.files(FIRST)).isEmpty();
            assertThat(spool.after(null, 10)).containsExactly(SECOND);
            assertThat(spool.waitingFiles()).isEqualTo(1);
            assertThat(reasonOf(FIRST.toString())).contains("manifest cannot be read");
        }
    }

    @Test
    void aBatchOfAnUnknownFormatIsQuarantinedWhole() throws Exception {
        try (Spool spool = open()) {
            spool.commit(Batches.of(FIRST, 1));
            Path manifest =
                    directory.resolve("pending").resolve(FIRST.toString()).resolve("manifest.json");
            Files.writeString(manifest, Files.readString(manifest).replace("\"format\":1", "\"format\":2"));

            assertThat(spool.files(FIRST)).isEmpty();
            assertThat(reasonOf(FIRST.toString())).contains("format 2");
        }
    }

    @Test
    void aDamagedStateFileIsRefusedWithTheRemedy() throws Exception {
        open().close();
        Files.writeString(directory.resolve("state.json"), "{\"run\":");
        assertThatExceptionOfType(SpoolException.class)
                .isThrownBy(this::open)
                .withMessageContaining("state.json is damaged")
                .withMessageContaining("move it away");
    }

    @Test
    void aPlaceThatIsNoDirectoryIsRefusedWithItsName() throws Exception {
        Path file = Files.createFile(directory.resolve("taken"));
        assertThatExceptionOfType(SpoolException.class)
                .isThrownBy(() -> Spool.open(file, new LocalDisk(), NOON))
                .withMessageContaining("spool " + file + " cannot be opened")
                .withMessageContaining("Not a directory");
    }

    @Test
    void theLedgerHasOneLineForEachBatch() throws Exception {
        try (Spool spool = open()) {
            spool.commit(Batches.of(FIRST, 1));
            spool.commit(Batches.of(SECOND, 1));
        }
        open().close();
        List<String> lines = Files.readAllLines(directory.resolve("ledger.ndjson"));
        String more =
                ",\"invalid_files\":[],\"trouble\":{\"held_back\":0,\"late\":0,\"out_of_order\":0,\"duplicates\":0}}";
        assertThat(lines)
                .containsExactly(
                        "{\"tick\":\"2026-06-21T12:00:00Z\",\"run\":1,\"generated\":1,\"refused\":0,\"refused_by_rule\":{},"
                                + "\"files\":[\"readings/2026-06-21/20260621T120000Z_r1_p1of1_n1.json\"],"
                                + "\"records\":1,\"skipped_ticks\":0" + more,
                        "{\"tick\":\"2026-06-21T12:00:20Z\",\"run\":1,\"generated\":1,\"refused\":0,\"refused_by_rule\":{},"
                                + "\"files\":[\"readings/2026-06-21/20260621T120020Z_r1_p1of1_n1.json\"],"
                                + "\"records\":1,\"skipped_ticks\":0" + more);
    }

    private Spool open() throws SpoolException {
        return Spool.open(directory, new LocalDisk(), NOON);
    }

    private String reasonOf(String name) throws IOException {
        assertThat(directory.resolve("quarantine").resolve(name)).exists();
        return Files.readString(directory.resolve("quarantine").resolve(name + ".reason.txt"));
    }

    private List<Path> children(String part) throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve(part))) {
            return files.toList();
        }
    }
}
