package dev.inverterflow.client.cli;

import dev.inverterflow.client.metrics.ClientMetrics;
import dev.inverterflow.client.metrics.MetricsServer;
import dev.inverterflow.client.metrics.SpoolGauge;
import dev.inverterflow.client.settings.Settings;
import dev.inverterflow.client.settings.SettingsException;
import dev.inverterflow.client.spool.LocalDisk;
import dev.inverterflow.client.spool.Spool;
import dev.inverterflow.client.spool.SpoolException;
import dev.inverterflow.client.upload.S3Clients;
import dev.inverterflow.client.upload.Uploader;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.S3Client;

/** What every command has open that brings files from the spool to the bucket. */
final class Sending implements AutoCloseable {
    private final ClientMetrics metrics;
    private final Spool spool;
    private final S3Client s3;
    private final Uploader uploader;
    private final @Nullable MetricsServer server;

    private Sending(
            ClientMetrics metrics, Spool spool, S3Client s3, Uploader uploader, @Nullable MetricsServer server) {
        this.metrics = metrics;
        this.spool = spool;
        this.s3 = s3;
        this.uploader = uploader;
        this.server = server;
    }

    static Sending open(Settings settings, Surroundings surroundings)
            throws IOException, SpoolException, SettingsException {
        ClientMetrics metrics = new ClientMetrics();
        Spool spool = Spool.open(
                settings.spool().directory(),
                new LocalDisk(),
                surroundings.clock().instant());
        MetricsServer server = null;
        boolean opened = false;
        try {
            server = server(settings, surroundings, metrics, spool);
            S3Client s3 = S3Clients.create(settings.store());
            Uploader uploader = new Uploader(s3, settings.store().bucket(), spool, Uploader.patientBackoff(), metrics);
            opened = true;
            return new Sending(metrics, spool, s3, uploader, server);
        } finally {
            if (!opened) {
                close(server, spool);
            }
        }
    }

    private static @Nullable MetricsServer server(
            Settings settings, Surroundings surroundings, ClientMetrics metrics, Spool spool) throws SettingsException {
        if (settings.metricsPort().isEmpty()) {
            return null;
        }
        int port = settings.metricsPort().get();
        try {
            return MetricsServer.start(port, metrics, new Waiting(spool), surroundings.clock());
        } catch (IOException e) {
            throw new SettingsException(List.of("METRICS_PORT is " + port + ", which cannot be listened on ("
                    + e.getMessage() + "); choose another port"));
        }
    }

    ClientMetrics metrics() {
        return metrics;
    }

    Spool spool() {
        return spool;
    }

    Uploader uploader() {
        return uploader;
    }

    @Override
    public void close() throws IOException {
        s3.close();
        close(server, spool);
    }

    private static void close(@Nullable MetricsServer server, Spool spool) throws IOException {
        if (server != null) {
            server.close();
        }
        spool.close();
    }

    private record Waiting(Spool spool) implements SpoolGauge {
        @Override
        public long waitingFiles() {
            return spool.waitingFiles();
        }

        @Override
        public long waitingBytes() {
            return spool.waitingBytes();
        }

        @Override
        public Optional<Instant> oldestSince() {
            return spool.oldestSince();
        }
    }
}
