package dev.inverterflow.client.metrics;

import dev.inverterflow.client.metrics.ClientMetrics.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * Renders metrics in Prometheus' text format, version 0.0.4
 * (<a href="https://prometheus.io/docs/instrumenting/exposition_formats/">exposition formats</a>). Label values are rule names and
 * error codes, which need no escaping beyond what is done here.
 */
final class PrometheusText {
    static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";
    private static final String PREFIX = "inverterflow_client_";

    private final StringBuilder text = new StringBuilder(4_096);

    private PrometheusText() {}

    static String of(Snapshot metrics, SpoolGauge spool, Instant now) {
        PrometheusText text = new PrometheusText();
        text.generation(metrics);
        text.uploads(metrics);
        text.spool(spool, now);
        return text.text.toString();
    }

    private void generation(Snapshot metrics) {
        counter("ticks_total", "Ticks whose batch was spooled.", metrics.ticks());
        counter("ticks_skipped_total", "Ticks that were overrun and skipped.", metrics.ticksSkipped());
        counter("ticks_paused_total", "Ticks without a batch because the spool was full.", metrics.ticksPaused());
        head("readings_total", "counter", "Judged readings; reason is the broken rule, empty for valid ones.");
        sample("readings_total{validity=\"valid\",reason=\"\"}", metrics.validReadings());
        sorted(metrics.refusedReadings())
                .forEach((rule, number) ->
                        sample("readings_total{validity=\"invalid\",reason=\"" + escaped(rule) + "\"}", number));
        counter("files_spooled_total", "Files committed to the spool.", metrics.filesSpooled());
    }

    private void uploads(Snapshot metrics) {
        counter("files_uploaded_total", "Files that S3 confirmed.", metrics.filesUploaded());
        counter("uploaded_bytes_total", "Size of the files that S3 confirmed.", metrics.bytesUploaded());
        head("upload_retries_total", "counter", "Upload attempts that failed, by cause.");
        sorted(metrics.retries())
                .forEach((cause, number) -> sample("upload_retries_total{cause=\"" + escaped(cause) + "\"}", number));
        counter("files_quarantined_total", "Files kept from the bucket, with a reason.", metrics.filesQuarantined());
        counter("batches_dropped_total", "Batches dropped from a full spool.", metrics.batchesDropped());
        counter("files_dropped_total", "Files dropped from a full spool.", metrics.filesDropped());
        histogram("upload_seconds", "Time of successful uploads.", metrics.uploadLatency());
    }

    private void spool(SpoolGauge spool, Instant now) {
        gauge("spool_files", "Files that wait in the spool.", spool.waitingFiles());
        gauge("spool_bytes", "Size of the files that wait in the spool.", spool.waitingBytes());
        double age = spool.oldestSince()
                .map(since -> Math.max(0, Duration.between(since, now).toMillis() / 1_000.0))
                .orElse(0.0);
        head("spool_oldest_seconds", "gauge", "Age of the oldest file that waits; 0 if none waits.");
        sample("spool_oldest_seconds", age);
    }

    private void histogram(String name, String help, LatencyHistogram.Snapshot histogram) {
        head(name, "histogram", help);
        long below = 0;
        for (int i = 0; i < histogram.boundsMillis().size(); i++) {
            below += histogram.counts().get(i);
            sample(name + "_bucket{le=\"" + histogram.boundsMillis().get(i) / 1_000.0 + "\"}", below);
        }
        below += histogram.counts().get(histogram.boundsMillis().size());
        sample(name + "_bucket{le=\"+Inf\"}", below);
        sample(name + "_sum", histogram.sum().toNanos() / 1e9);
        sample(name + "_count", below);
    }

    private void counter(String name, String help, long value) {
        head(name, "counter", help);
        sample(name, value);
    }

    private void gauge(String name, String help, long value) {
        head(name, "gauge", help);
        sample(name, value);
    }

    private void head(String name, String type, String help) {
        text.append("# HELP ")
                .append(PREFIX)
                .append(name)
                .append(' ')
                .append(help)
                .append('\n');
        text.append("# TYPE ")
                .append(PREFIX)
                .append(name)
                .append(' ')
                .append(type)
                .append('\n');
    }

    private void sample(String series, Number value) {
        text.append(PREFIX).append(series).append(' ').append(value).append('\n');
    }

    private static Map<String, Long> sorted(Map<String, Long> numbers) {
        return new TreeMap<>(numbers);
    }

    private static String escaped(String label) {
        return label.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }
}
