package dev.inverterflow.client.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.inverterflow.client.spool.Milestone;
import dev.inverterflow.client.testing.ClientProcess;
import dev.inverterflow.client.testing.S3Server;
import dev.inverterflow.client.testing.SpoolLedger;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.core.ConditionFactory;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.S3Exceptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code kill -9} of the real jar, wherever it hurts. Each process is killed and the next one goes on with what it left; in the end
 * the spool is drained and ledger and bucket are compared.
 */
class CrashIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final URI NOWHERE = URI.create("http://127.0.0.1:1");
    private static final Set<Milestone> WHEN_DROPPING =
            EnumSet.of(Milestone.DROP_SET_ASIDE, Milestone.DROP_LOGGED, Milestone.DROP_BEGUN);
    private static final Set<Milestone> WHEN_QUARANTINING =
            EnumSet.of(Milestone.QUARANTINE_NOTED, Milestone.QUARANTINE_TAKEN);

    @TempDir
    private static Path archives;

    /** Classes as the JVM wants them: halves the time to the first upload, and there are many processes here. */
    private static Path classes;

    @TempDir
    private Path directory;

    private S3Server s3;

    @BeforeAll
    static void archiveClasses() throws Exception {
        classes = archives.resolve("client.jsa");
        try (S3Server s3 = S3Server.start()) {
            ClientProcess client = new ClientProcess.Start(archives, s3.endpoint())
                    .jvm("-XX:ArchiveClassesAtExit=" + classes, "-Xlog:disable")
                    .run("run", "--batches", "1", "--interval", "1s", "--inverters", "2");
            assertThat(client.exitCode()).as(client.output()).isZero();
        }
    }

    @AfterAll
    static void classesWereArchived() {
        assertThat(classes).exists();
    }

    @BeforeEach
    void startS3() throws Exception {
        s3 = S3Server.start();
    }

    @AfterEach
    void stopS3() throws Exception {
        s3.close();
    }

    @Test
    void killedAtEveryLabelledPointItLosesNothingDoublesNothingAndCutsNothingShort() throws Exception {
        for (Milestone point : Milestone.values()) {
            Path held = directory.resolve(point + ".held");
            ClientProcess client = clientHeldAt(point, held);
            soon().until(() -> Files.exists(held) || !client.isAlive());
            assertThat(held)
                    .as("%s; the client said: %s", point, client.output())
                    .exists();
            client.kill();
        }
        everythingIsKept("after kills at " + Milestone.values().length + " points");
        assertThat(directory.resolve("spool/quarantine/foreign-QUARANTINE_NOTED"))
                .hasContent("not ours");
        assertThat(SpoolLedger.of(spool()).dropped()).isNotEmpty();
    }

    private ClientProcess clientHeldAt(Milestone point, Path held) throws IOException {
        if (WHEN_QUARANTINING.contains(point)) {
            Files.writeString(spool().resolve("pending/foreign-" + point), "not ours");
        }
        ClientProcess.Start start = client(WHEN_DROPPING.contains(point) ? NOWHERE : s3.endpoint())
                .jvm("-Dinverterflow.hold-at=" + point, "-Dinverterflow.hold-file=" + held);
        if (WHEN_DROPPING.contains(point)) {
            start.setting("SPOOL_FULL", "drop-oldest").setting("SPOOL_MAX_BYTES", "1");
        }
        return start.run("run", "--interval", "1s", "--inverters", "10", "--files", "4");
    }

    @Test
    void killedWhileS3ReceivesAFileAndAfterItHasStoredItItLosesNothingAndDoublesNothing() throws Exception {
        killedDuringAPut((store, request, content) -> {
            throw S3Exceptions.fromStatusCode(500);
        });
        killedDuringAPut(BlobStore::putBlob);
        everythingIsKept("after kills during a put");
    }

    /** @param afterDeath what the server does with the file of a client that is dead by now */
    private void killedDuringAPut(S3Server.Fault afterDeath) throws Exception {
        CountDownLatch received = new CountDownLatch(1);
        CountDownLatch dead = new CountDownLatch(1);
        s3.nextPuts((store, request, content) -> {
            received.countDown();
            awaitUninterrupted(dead);
            return afterDeath.put(store, request, content);
        });
        ClientProcess client = client(s3.endpoint()).run("run", "--interval", "1s", "--inverters", "10");
        assertThat(received.await(SOON.toSeconds(), TimeUnit.SECONDS))
                .as(client.output())
                .isTrue();
        client.kill();
        dead.countDown();
    }

    @Test
    void killedAtRandomMomentsItLosesNothingDoublesNothingAndCutsNothingShort() throws Exception {
        killAtRandomMoments(10);
    }

    @Test
    @Tag("soak")
    void killedTwoHundredTimesItLosesNothingDoublesNothingAndCutsNothingShort() throws Exception {
        killAtRandomMoments(200);
    }

    /** Counted from the launch, from the run's beginning and from a commit in turn, so that recovery, ticks and uploads all have their share. */
    private void killAtRandomMoments(int kills) throws Exception {
        long seed = Long.getLong("seed", 20_261_128);
        Random random = new Random(seed);
        for (int kill = 0; kill < kills; kill++) {
            long runs = runsBegun();
            long batches = SpoolLedger.of(spool()).batches();
            ClientProcess client =
                    client(s3.endpoint()).run("run", "--interval", "1s", "--inverters", "12", "--files", "6");
            switch (kill % 3) {
                case 0 -> killWithin(client, random.nextInt(1_000));
                case 1 -> {
                    soon().until(() -> runsBegun() > runs || !client.isAlive());
                    killWithin(client, random.nextInt(1_200));
                }
                default -> {
                    soon().until(() -> SpoolLedger.of(spool()).batches() > batches || !client.isAlive());
                    killWithin(client, random.nextInt(60));
                }
            }
        }
        everythingIsKept("after " + kills + " kills with -Dseed=" + seed);
        assertThat(SpoolLedger.of(spool()).batches())
                .as("batches, -Dseed=%d", seed)
                .isGreaterThanOrEqualTo(kills / 3);
    }

    private static void killWithin(ClientProcess client, int millis) throws InterruptedException {
        assertThat(client.endsWithin(Duration.ofMillis(millis)))
                .as("the kill comes first; the client said: %s", client.output())
                .isFalse();
        client.kill();
    }

    private long runsBegun() throws IOException {
        Path log = directory.resolve("output.log");
        return Files.exists(log)
                ? Files.readAllLines(log).stream()
                        .filter(line -> line.contains(" begins, its first tick "))
                        .count()
                : 0;
    }

    private static ConditionFactory soon() {
        return await().atMost(SOON).pollInterval(Duration.ofMillis(5));
    }

    private void everythingIsKept(String when) throws Exception {
        ClientProcess drain = client(s3.endpoint()).run("drain");
        assertThat(drain.exitCode()).as("drain %s: %s", when, drain.output()).isZero();
        SpoolLedger ledger = SpoolLedger.of(spool());
        assertThat(ledger.promised()).as(when).isNotEmpty();
        ledger.assertKept(s3, when);
    }

    private ClientProcess.Start client(URI endpoint) {
        return new ClientProcess.Start(directory, endpoint).jvm("-XX:SharedArchiveFile=" + classes);
    }

    private Path spool() {
        return directory.resolve("spool");
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        await().atMost(SOON).until(() -> latch.getCount() == 0);
    }
}
