package dev.inverterflow.client.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MetricsServerTest {
    private static final Instant NOON = Instant.parse("2026-06-21T12:00:00Z");

    private final ClientMetrics metrics = new ClientMetrics();
    private final HttpClient http = HttpClient.newHttpClient();
    private MetricsServer server;

    @BeforeEach
    void start() throws Exception {
        server = MetricsServer.start(0, metrics, new Waiting(), InstantSource.fixed(NOON));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void everyEventShowsInItsCounter() throws Exception {
        metrics.batchSpooled(4);
        metrics.ticksSkipped(2);
        metrics.tickPaused();
        metrics.readingsJudged(57, Map.of("MISSING", 2, "OUT_OF_RANGE", 1));
        metrics.uploadRetried("SlowDown");
        metrics.fileQuarantined();
        metrics.batchDropped(3);

        assertThat(scrape())
                .contains(
                        "inverterflow_client_ticks_total 1",
                        "inverterflow_client_ticks_skipped_total 2",
                        "inverterflow_client_ticks_paused_total 1",
                        "inverterflow_client_readings_total{validity=\"valid\",reason=\"\"} 57",
                        "inverterflow_client_readings_total{validity=\"invalid\",reason=\"MISSING\"} 2",
                        "inverterflow_client_readings_total{validity=\"invalid\",reason=\"OUT_OF_RANGE\"} 1",
                        "inverterflow_client_files_spooled_total 4",
                        "inverterflow_client_upload_retries_total{cause=\"SlowDown\"} 1",
                        "inverterflow_client_files_quarantined_total 1",
                        "inverterflow_client_batches_dropped_total 1",
                        "inverterflow_client_files_dropped_total 3",
                        "inverterflow_client_spool_files 3",
                        "inverterflow_client_spool_bytes 4096",
                        "inverterflow_client_spool_oldest_seconds 90.0");
    }

    @Test
    void latenciesFallIntoCumulativeBuckets() throws Exception {
        metrics.fileUploaded(1_000, Duration.ofMillis(5));
        metrics.fileUploaded(500, Duration.ofMillis(6));
        metrics.fileUploaded(1, Duration.ofMinutes(2));

        assertThat(scrape())
                .contains(
                        "inverterflow_client_files_uploaded_total 3",
                        "inverterflow_client_uploaded_bytes_total 1501",
                        "inverterflow_client_upload_seconds_bucket{le=\"0.005\"} 1",
                        "inverterflow_client_upload_seconds_bucket{le=\"0.01\"} 2",
                        "inverterflow_client_upload_seconds_bucket{le=\"60.0\"} 2",
                        "inverterflow_client_upload_seconds_bucket{le=\"+Inf\"} 3",
                        "inverterflow_client_upload_seconds_count 3");
        assertThat(scrape()).anyMatch(line -> line.startsWith("inverterflow_client_upload_seconds_sum 120.011"));
    }

    @Test
    void eachMetricHasItsTypeAndHelpOnceAndEachLineIsWellFormed() throws Exception {
        metrics.readingsJudged(1, Map.of("MISSING", 1));

        assertThat(scrape())
                .doesNotHaveDuplicates()
                .allMatch(line -> line.matches("# (HELP|TYPE) inverterflow_client_[a-z_]+ .+")
                        || line.matches("inverterflow_client_[a-z_]+(\\{[^}]+})? -?[0-9.E+-]+"));
        assertThat(scrape())
                .filteredOn(line -> line.startsWith("# TYPE inverterflow_client_readings_total"))
                .hasSize(1);
    }

    @Test
    void itListensOnTheLoopbackAndAnswersNothingElse() throws Exception {
        assertThat(InetAddress.getByName(uri("/").getHost()).isLoopbackAddress())
                .isTrue();
        assertThat(send(HttpRequest.newBuilder(uri("/"))).statusCode()).isEqualTo(404);
        assertThat(send(HttpRequest.newBuilder(uri("/metrics")).POST(BodyPublishers.ofString("x")))
                        .statusCode())
                .isEqualTo(405);
        assertThat(send(HttpRequest.newBuilder(uri("/metrics"))).headers().firstValue("Content-Type"))
                .hasValue("text/plain; version=0.0.4; charset=utf-8");
    }

    private List<String> scrape() throws Exception {
        return send(HttpRequest.newBuilder(uri("/metrics"))).body().lines().toList();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://" + InetAddress.getLoopbackAddress().getHostAddress() + ":" + server.port() + path);
    }

    private static final class Waiting implements SpoolGauge {
        @Override
        public long waitingFiles() {
            return 3;
        }

        @Override
        public long waitingBytes() {
            return 4_096;
        }

        @Override
        public Optional<Instant> oldestSince() {
            return Optional.of(NOON.minusSeconds(90));
        }
    }
}
