package dev.inverterflow.client.metrics;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;

/** Serves {@code /metrics} to this machine only. A daemon thread answers: a forgotten scrape never holds the client up. */
public final class MetricsServer implements AutoCloseable {
    private static final String PATH = "/metrics";

    private final HttpServer server;

    private MetricsServer(HttpServer server) {
        this.server = server;
    }

    /**
     * Starts.
     *
     * @param port 0 for any free one
     * @throws IOException if the port cannot be had
     */
    public static MetricsServer start(int port, ClientMetrics metrics, SpoolGauge spool, InstantSource clock)
            throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", exchange -> answer(exchange, metrics, spool, clock));
        server.setExecutor(task -> {
            Thread thread = new Thread(task, "metrics");
            thread.setDaemon(true);
            thread.start();
        });
        server.start();
        return new MetricsServer(server);
    }

    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static void answer(HttpExchange exchange, ClientMetrics metrics, SpoolGauge spool, InstantSource clock)
            throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            if (!exchange.getRequestURI().getPath().equals(PATH)) {
                send(exchange, 404, "metrics are at " + PATH + "\n");
            } else if (!exchange.getRequestMethod().equals("GET")) {
                send(exchange, 405, "use GET\n");
            } else {
                exchange.getResponseHeaders().set("Content-Type", PrometheusText.CONTENT_TYPE);
                send(exchange, 200, PrometheusText.of(metrics.snapshot(), spool, clock.instant()));
            }
        }
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }
}
