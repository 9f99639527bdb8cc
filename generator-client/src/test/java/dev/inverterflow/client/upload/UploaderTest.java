package dev.inverterflow.client.upload;

import static dev.inverterflow.client.testing.Batches.NOON;
import static dev.inverterflow.client.testing.S3Server.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.inverterflow.client.metrics.ClientMetrics;
import dev.inverterflow.client.settings.Settings.Keys;
import dev.inverterflow.client.settings.Settings.Store;
import dev.inverterflow.client.spool.BatchName;
import dev.inverterflow.client.spool.LocalDisk;
import dev.inverterflow.client.spool.Spool;
import dev.inverterflow.client.testing.Batches;
import dev.inverterflow.client.testing.S3Server;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.gaul.s3proxy.blobstore.S3Exceptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * What becomes of a file, from the spool to S3, and of the uploader's thread. Long because every case needs the same server, spool
 * and log; faults of network and store that last are in {@link FaultTest}.
 */
class UploaderTest {
    private static final BatchName BATCH = new BatchName(NOON, 1);
    private static final BatchName LATER = new BatchName(NOON.plusSeconds(20), 1);
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Logger LOG = (Logger) LoggerFactory.getLogger(Uploader.class);

    @TempDir
    private Path directory;

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final ClientMetrics metrics = new ClientMetrics();
    private S3Server s3;
    private Spool spool;

    @BeforeEach
    void start() throws Exception {
        s3 = S3Server.start();
        spool = Spool.open(directory, new LocalDisk(), NOON);
        log.list = Collections.synchronizedList(log.list);
        log.start();
        LOG.addAppender(log);
    }

    @AfterEach
    void stop() throws Exception {
        LOG.detachAppender(log);
        spool.close();
        s3.close();
    }

    @Test
    void filesAreStoredUnderTheirKeysAndLeaveTheSpool() throws Exception {
        spool.commit(Batches.of(BATCH, 3));

        Uploader uploader = drain(s3.client());

        assertThat(s3.keys()).containsExactly(key(1, 3), key(2, 3), key(3, 3));
        assertThat(s3.content(key(2, 3))).isEqualTo(Batches.content(BATCH, 2));
        assertThat(uploader.counts().files()).isEqualTo(3);
        assertThat(spool.after(null, 10)).isEmpty();
        assertThat(metrics.snapshot().filesUploaded()).isEqualTo(3);
        assertThat(metrics.snapshot().uploadLatency().counts().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(3);
    }

    @Test
    void serverErrorsAreRetriedWithinAndBeyondTheSdk() throws Exception {
        spool.commit(Batches.of(BATCH, 1));
        s3.nextPuts(status(503), status(500), status(503), status(503), status(503), status(503));

        Uploader uploader = drain(s3.client());

        assertThat(s3.keys()).containsExactly(key(1, 1));
        assertThat(uploader.counts().retries()).isPositive();
        assertThat(spool.waitingFiles()).isZero();
    }

    @Test
    void aLostAnswerDoesNotStoreTwiceNorBlockTheFile() throws Exception {
        spool.commit(Batches.of(BATCH, 1));
        s3.nextPuts(answerLost());

        Uploader uploader = drain(s3.client());

        assertThat(s3.keys()).containsExactly(key(1, 1));
        assertThat(s3.content(key(1, 1))).isEqualTo(Batches.content(BATCH, 1));
        assertThat(uploader.counts().files()).isEqualTo(1);
        assertThat(spool.waitingFiles()).isZero();
        assertThat(directory.resolve("quarantine")).isEmptyDirectory();
    }

    @Test
    void aKeyThatHoldsOtherContentIsLeftAloneAndTheFileQuarantined() throws Exception {
        spool.commit(Batches.of(BATCH, 2));
        byte[] foreign = new byte[Batches.content(BATCH, 1).length];
        s3.put(key(1, 2), foreign);

        drain(s3.client());

        assertThat(s3.content(key(1, 2))).isEqualTo(foreign);
        assertThat(s3.content(key(2, 2))).isEqualTo(Batches.content(BATCH, 2));
        Path reason = directory.resolve("quarantine").resolve(BATCH + "_p1of2_n1.json.reason.txt");
        assertThat(Files.readString(reason)).contains("exists with other content");
        assertThat(spool.waitingFiles()).isZero();
        assertThat(spool.quarantinedFiles()).isEqualTo(1);
    }

    @Test
    void refusedAccessKeepsTheDataSaysOnceWhatToFixAndRecoversByItself() throws Exception {
        spool.commit(Batches.of(BATCH, 1));
        s3.nextPuts(status(403), status(403), status(403), status(403));

        drain(s3.client());

        assertThat(s3.keys()).containsExactly(key(1, 1));
        assertThat(messages())
                .filteredOn(text -> text.contains("403"))
                .singleElement()
                .asString()
                .contains("s3:PutObject", "Nothing is lost");
        assertThat(messages()).anyMatch(text -> text.startsWith("uploads work again"));
    }

    @Test
    void aMissingBucketKeepsTheDataAndNamesTheSetting() throws Exception {
        spool.commit(Batches.of(BATCH, 1));
        Uploader uploader = new Uploader(s3.client(), "no-such-bucket", spool, quickly(), metrics);
        uploader.start();
        await().atMost(SOON).until(() -> uploader.counts().retries() >= 3);
        uploader.stop(SOON);

        assertThat(spool.waitingFiles()).isEqualTo(1);
        assertThat(messages()).singleElement().asString().contains("404 NoSuchBucket", "S3_BUCKET");
    }

    @Test
    void wrongKeysKeepTheDataAndAreNotPrinted() throws Exception {
        spool.commit(Batches.of(BATCH, 1));
        Store wrong = new Store(
                "us-east-1",
                S3Server.BUCKET,
                Optional.of(s3.endpoint()),
                Optional.of(new Keys(S3Server.ACCESS_KEY, "not-the-secret", Optional.empty())));
        try (S3Client client = S3Clients.create(wrong)) {
            Uploader uploader = uploader(client);
            uploader.start();
            await().atMost(SOON).until(() -> uploader.counts().retries() >= 2);
            uploader.stop(SOON);
        }
        assertThat(spool.waitingFiles()).isEqualTo(1);
        assertThat(messages())
                .singleElement()
                .asString()
                .contains("AWS_SECRET_ACCESS_KEY")
                .doesNotContain("not-the-secret");
    }

    @Test
    void aStopLetsTheFilesInFlightFinishAndKeepsTheRest() throws Exception {
        int files = Uploader.IN_FLIGHT + 3;
        spool.commit(Batches.of(BATCH, files));
        CountDownLatch inFlight = new CountDownLatch(Uploader.IN_FLIGHT);
        CountDownLatch goOn = new CountDownLatch(1);
        s3.everyPut((store, request, content) -> {
            inFlight.countDown();
            await().atMost(SOON).until(() -> goOn.getCount() == 0);
            return store.putBlob(request, content);
        });
        Uploader uploader = uploader(s3.client());
        uploader.start();
        inFlight.await();
        Thread stopping = new Thread(() -> stop(uploader));
        stopping.start();
        await().atMost(SOON).until(() -> stopping.getState() == Thread.State.TIMED_WAITING);
        goOn.countDown();
        stopping.join(SOON.toMillis());

        assertThat(s3.keys()).hasSize(Uploader.IN_FLIGHT);
        assertThat(spool.waitingFiles()).isEqualTo(3);
        assertThat(uploader.failure()).isEmpty();
    }

    @Test
    void aStopDoesNotWaitForAnUploadThatHangs() throws Exception {
        spool.commit(Batches.of(BATCH, 1));
        CountDownLatch inFlight = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        s3.nextPuts((store, request, content) -> {
            inFlight.countDown();
            await().atMost(SOON).until(() -> release.getCount() == 0);
            throw S3Exceptions.fromStatusCode(500);
        });
        Uploader uploader = uploader(s3.client());
        uploader.start();
        inFlight.await();
        uploader.stop(Duration.ofMillis(100));
        release.countDown();

        assertThat(uploader.hasEndedWithin(SOON)).isTrue();
        assertThat(spool.waitingFiles()).isEqualTo(1);
    }

    @Test
    void aBatchCommittedLaterIsUploadedWithoutARestart() throws Exception {
        Uploader uploader = uploader(s3.client());
        uploader.start();
        spool.commit(Batches.of(BATCH, 1));
        uploader.wake();
        await().atMost(SOON).until(() -> spool.waitingFiles() == 0);
        uploader.stop(SOON);

        assertThat(s3.keys()).containsExactly(key(1, 1));
    }

    @Test
    void theUploadThreadDoesNotDieUnnoticed() throws Exception {
        spool.commit(Batches.of(BATCH, 1));
        s3.nextPuts(status(403));
        Uploader uploader = new Uploader(
                s3.client(),
                S3Server.BUCKET,
                spool,
                attempt -> {
                    throw new OutOfMemoryError("as for a large file");
                },
                metrics);
        uploader.start();

        assertThat(uploader.hasEndedWithin(SOON)).isTrue();
        assertThat(uploader.failure()).get().asString().contains("as for a large file");
        assertThat(spool.waitingFiles()).isEqualTo(1);
    }

    @Test
    void aTakenKeyThatMayNotBeLookedAtKeepsTheFileHoldsUpNobodyAndIsSettledOnceItMay() throws Exception {
        spool.commit(Batches.of(BATCH, 20));
        s3.nextPuts(answerLost());
        s3.refuseLooks();
        Uploader uploader = uploader(s3.client());
        uploader.start();
        await().atMost(SOON).until(() -> spool.waitingFiles() == 1);
        spool.commit(Batches.of(LATER, 1));
        uploader.wake();
        await().atMost(SOON).until(() -> s3.keys().contains(Batches.key(LATER, 1, 1)));
        await().atMost(SOON).until(() -> uploader.counts().retries() > 3);

        assertThat(spool.waitingFiles()).isEqualTo(1);
        assertThat(messages())
                .filteredOn(text -> text.contains("412"))
                .singleElement()
                .asString()
                .contains("allow s3:GetObject");

        s3.heal();
        await().atMost(SOON).until(() -> spool.waitingFiles() == 0);
        uploader.stop(SOON);
        assertThat(directory.resolve("quarantine")).isEmptyDirectory();
        assertThat(messages()).anyMatch(text -> text.startsWith("files that S3 had refused are uploaded"));
    }

    @Test
    void aFileThatTheStoreAlwaysRefusesHoldsUpNobody() throws Exception {
        spool.commit(Batches.of(BATCH, 3));
        spool.commit(Batches.of(LATER, 3));
        s3.everyPut((store, request, content) -> {
            if (request.key().equals(key(1, 3))) {
                throw S3Exceptions.invalidArgument("such a key is not taken here");
            }
            return store.putBlob(request, content);
        });
        Uploader uploader = uploader(s3.client());
        uploader.start();
        await().atMost(SOON).until(() -> spool.waitingFiles() == 1);
        await().atMost(SOON).until(() -> uploader.counts().retries() > 2);
        uploader.stop(SOON);

        assertThat(s3.keys()).hasSize(5).doesNotContain(key(1, 3));
        assertThat(messages())
                .filteredOn(text -> text.contains("400 InvalidArgument"))
                .hasSize(1);
    }

    @Test
    void aPrefixThatIsRefusedDoesNotHoldUpAnotherPrefix() throws Exception {
        spool.commit(Batches.under("refused/", BATCH, 12));
        spool.commit(Batches.of(LATER, 12));
        s3.everyPut((store, request, content) -> {
            if (request.key().startsWith("refused/")) {
                throw S3Exceptions.fromStatusCode(403);
            }
            return store.putBlob(request, content);
        });
        Uploader uploader = new Uploader(
                s3.client(),
                S3Server.BUCKET,
                spool,
                BackoffStrategy.fixedDelayWithoutJitter(Duration.ofMinutes(10)),
                metrics);
        uploader.start();
        await().atMost(SOON).until(() -> spool.waitingFiles() == 12);
        uploader.stop(SOON);

        assertThat(s3.keys()).hasSize(12).allMatch(key -> key.startsWith("readings/"));
        assertThat(uploader.counts().retries())
                .as("refused uploads that were in flight together")
                .isBetween(1L, (long) Uploader.IN_FLIGHT);
    }

    @Test
    void whileTheStoreFailsOneFileAtATimeTriesWhetherItWorksAgain() throws Exception {
        spool.commit(Batches.of(BATCH, 40));
        s3.everyPut(status(403));
        Uploader uploader = new Uploader(
                s3.client(),
                S3Server.BUCKET,
                spool,
                BackoffStrategy.fixedDelayWithoutJitter(Duration.ofMillis(100)),
                metrics);
        uploader.start();
        await().atMost(SOON).until(() -> uploader.counts().retries() > Uploader.IN_FLIGHT + 4);
        AtomicInteger together = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        s3.everyPut((store, request, content) -> {
            most.accumulateAndGet(together.incrementAndGet(), Math::max);
            try {
                throw S3Exceptions.fromStatusCode(403);
            } finally {
                together.decrementAndGet();
            }
        });
        long before = uploader.counts().retries();
        await().atMost(SOON).until(() -> uploader.counts().retries() > before + 4);
        s3.heal();
        await().atMost(SOON).until(() -> spool.waitingFiles() == 0);
        uploader.stop(SOON);

        assertThat(most).hasValue(1);
        assertThat(s3.keys()).hasSize(40);
    }

    @Test
    void aBacklogOfManyBatchesIsUploadedWhole() throws Exception {
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            BatchName name = new BatchName(NOON.plusSeconds(i), 1);
            spool.commit(Batches.of(name, 1));
            keys.add(Batches.key(name, 1, 1));
        }

        drain(s3.client());

        assertThat(s3.keys()).containsExactlyInAnyOrderElementsOf(keys);
        assertThat(directory.resolve("pending")).isEmptyDirectory();
    }

    /** The object is stored, and the client is not told. */
    private static S3Server.Fault answerLost() {
        return (store, request, content) -> {
            store.putBlob(request, content);
            throw S3Exceptions.fromStatusCode(500);
        };
    }

    private void stop(Uploader uploader) {
        try {
            uploader.stop(SOON);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Uploader uploader(S3Client client) {
        return new Uploader(client, S3Server.BUCKET, spool, quickly(), metrics);
    }

    private Uploader drain(S3Client client) throws InterruptedException {
        Uploader uploader = uploader(client);
        uploader.start();
        uploader.finish();
        assertThat(uploader.hasEndedWithin(SOON)).as("spool was emptied").isTrue();
        assertThat(uploader.failure()).isEmpty();
        return uploader;
    }

    private List<String> messages() {
        return log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    private static BackoffStrategy quickly() {
        return BackoffStrategy.fixedDelayWithoutJitter(Duration.ofMillis(5));
    }

    private static String key(int part, int parts) {
        return Batches.key(BATCH, part, parts);
    }
}
