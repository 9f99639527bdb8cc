package dev.inverterflow.client.upload;

import static dev.inverterflow.client.testing.Batches.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.inverterflow.client.metrics.ClientMetrics;
import dev.inverterflow.client.settings.Settings.Store;
import dev.inverterflow.client.spool.BatchName;
import dev.inverterflow.client.spool.LocalDisk;
import dev.inverterflow.client.spool.Spool;
import dev.inverterflow.client.testing.Batches;
import dev.inverterflow.client.testing.CannedStore;
import dev.inverterflow.client.testing.FaultProxy;
import dev.inverterflow.client.testing.S3Server;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.s3.S3Client;

/** What networks and stores do, done to the uploader: afterwards every file is in the bucket once, whole, and the spool is empty. */
class FaultTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int FILES = 20;
    private static final Logger LOG = (Logger) LoggerFactory.getLogger(Uploader.class);

    @TempDir
    private Path directory;

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final ClientMetrics metrics = new ClientMetrics();
    private S3Server s3;
    private FaultProxy proxy;
    private Spool spool;
    private S3Client client;
    private Uploader uploader;

    @BeforeEach
    void start() throws Exception {
        s3 = S3Server.start();
        proxy = FaultProxy.before(s3.endpoint());
        spool = Spool.open(directory, new LocalDisk(), NOON);
        client = S3Clients.create(at(proxy));
        uploader = uploader(client);
        log.list = Collections.synchronizedList(log.list);
        log.start();
        LOG.addAppender(log);
    }

    @AfterEach
    void stop() throws Exception {
        LOG.detachAppender(log);
        uploader.stop(SOON);
        client.close();
        proxy.close();
        spool.close();
        s3.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = FaultProxy.Fault.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"NONE"})
    void afterAFaultOfTheNetworkEverythingIsThereOnce(FaultProxy.Fault fault) throws Exception {
        proxy.become(fault);
        spool.commit(Batches.of(batch(0), FILES));
        uploader.start();
        await().atMost(SOON).until(() -> proxy.faults() >= 10);
        // An answer that breaks off may break off behind its headers, which confirm the upload.
        if (fault != FaultProxy.Fault.HALF_ANSWER) {
            assertThat(spool.waitingFiles()).isPositive();
        }

        proxy.become(FaultProxy.Fault.NONE);

        everythingArrives(1);
        assertThat(errors()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"500", "503", "429"})
    void afterAFaultOfTheStoreEverythingIsThereOnce(int status) throws Exception {
        s3.everyPut(S3Server.status(status));
        spool.commit(Batches.of(batch(0), FILES));
        uploader.start();
        await().atMost(SOON).until(() -> uploader.counts().retries() >= 3);

        s3.heal();

        everythingArrives(1);
        assertThat(errors()).isEmpty();
        assertThat(metrics.snapshot().retriesInAll())
                .isEqualTo(uploader.counts().retries());
    }

    @Test
    void refusedAccessIsToldOnceAndNeedsNoRestart() throws Exception {
        s3.everyPut(S3Server.status(403));
        for (int i = 0; i < 5; i++) {
            spool.commit(Batches.of(batch(i), FILES));
        }
        uploader.start();
        await().atMost(SOON).until(() -> uploader.counts().retries() >= 10);
        assertThat(spool.waitingFiles()).isEqualTo(5L * FILES);

        s3.heal();

        everythingArrives(5);
        assertThat(errors()).isNotEmpty().allSatisfy(error -> assertThat(error).contains("403", "s3:PutObject"));
        // Under load the server's first answer may come without its body; what its code tells is then told after it,
        // and once.
        assertThat(errors()).filteredOn(error -> error.contains("AccessDenied")).hasSizeLessThan(2);
        assertThat(errors()).hasSizeLessThan(3);
    }

    /** The embedded server refuses with few codes; these are S3's own. */
    @ParameterizedTest
    @CsvSource({
        "301, PermanentRedirect, AWS_REGION",
        "400, AuthorizationHeaderMalformed, AWS_REGION",
        "400, ExpiredToken, renew the temporary keys",
        "403, InvalidAccessKeyId, AWS_ACCESS_KEY_ID",
        "403, RequestTimeTooSkewed, set this machine's clock",
        "403, AccessDenied, s3:PutObject",
        "404, NoSuchBucket, S3_BUCKET"
    })
    void whatAPersonMustPutRightIsToldOnceAndTheDataKept(int status, String code, String remedy) throws Exception {
        spool.commit(Batches.of(batch(0), FILES));
        try (CannedStore canned = CannedStore.answering(status, code, Map.of());
                S3Client refused = S3Clients.create(canned.store())) {
            uploader = uploader(refused);
            uploader.start();
            await().atMost(SOON).until(() -> uploader.counts().retries() >= 4);
            uploader.stop(SOON);
        }
        assertThat(spool.waitingFiles()).isEqualTo(FILES);
        assertThat(directory.resolve("quarantine")).isEmptyDirectory();
        assertThat(errors()).singleElement().asString().contains(status + " " + code, remedy);

        uploader = uploader(client);
        uploader.start();
        everythingArrives(1);
    }

    @Test
    void slowDownMakesItSlower() throws Exception {
        spool.commit(Batches.of(batch(0), FILES));
        try (CannedStore canned = CannedStore.answering(503, "SlowDown", Map.of());
                S3Client slowed = S3Clients.create(canned.store())) {
            BackoffStrategy patient = BackoffStrategy.fixedDelayWithoutJitter(Duration.ofMinutes(10));
            uploader = new Uploader(slowed, S3Server.BUCKET, spool, patient, metrics);
            uploader.start();
            await().atMost(SOON).until(() -> uploader.counts().retries() >= 1);
            uploader.stop(SOON);
            assertThat(canned.requests())
                    .as("what was in flight, with the SDK's retries, and then nothing")
                    .isLessThanOrEqualTo(Uploader.IN_FLIGHT * 4);
        }
        assertThat(metrics.snapshot().retries()).containsOnlyKeys("SlowDown");
        assertThat(spool.waitingFiles()).isEqualTo(FILES);
    }

    @Test
    void connectionsThatARestartedServerHasClosedCostNoFileAndNoDelay() throws Exception {
        spool.commit(Batches.of(batch(0), FILES));
        uploader.start();
        await().atMost(SOON).until(() -> spool.waitingFiles() == 0);
        proxy.become(FaultProxy.Fault.NONE);

        spool.commit(Batches.of(batch(1), 1));
        uploader.wake();
        await().atMost(SOON).until(() -> spool.waitingFiles() == 0);
        proxy.become(FaultProxy.Fault.NONE);
        spool.commit(Batches.of(batch(2), FILES));
        uploader.wake();
        await().atMost(SOON).until(() -> spool.waitingFiles() == 0);

        assertThat(s3.keys()).hasSize(2 * FILES + 1);
        assertThat(directory.resolve("quarantine")).isEmptyDirectory();
    }

    private void everythingArrives(int batches) {
        await().atMost(SOON)
                .until(() -> spool.waitingFiles() == 0 || uploader.failure().isPresent());
        assertThat(uploader.failure()).isEmpty();
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < batches; i++) {
            for (int part = 1; part <= FILES; part++) {
                String key = Batches.key(batch(i), part, FILES);
                expected.add(key);
                assertThat(s3.content(key)).as(key).isEqualTo(Batches.content(batch(i), part));
            }
        }
        assertThat(s3.keys()).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(directory.resolve("quarantine")).isEmptyDirectory();
    }

    private List<String> errors() {
        return log.list.stream()
                .filter(event -> event.getLevel() == Level.ERROR)
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    private Uploader uploader(S3Client store) {
        return new Uploader(
                store,
                S3Server.BUCKET,
                spool,
                BackoffStrategy.fixedDelayWithoutJitter(Duration.ofMillis(5)),
                metrics,
                Duration.ofMillis(600));
    }

    private Store at(FaultProxy where) {
        Store direct = s3.store();
        return new Store(direct.region(), direct.bucket(), Optional.of(where.endpoint()), direct.keys());
    }

    private static BatchName batch(int number) {
        return new BatchName(NOON.plusSeconds(20L * number), 1);
    }
}
