package dev.inverterflow.client.testing;

import com.sun.net.httpserver.HttpServer;
import dev.inverterflow.client.settings.Settings.Keys;
import dev.inverterflow.client.settings.Settings.Store;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** An HTTP server that gives every request the same answer of S3: for the refusals that an embedded server never makes. */
public final class CannedStore implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger requests = new AtomicInteger();

    private CannedStore(HttpServer server) {
        this.server = server;
    }

    /**
     * Starts.
     *
     * @param code S3's error code
     * @param headers beside those of every answer
     */
    public static CannedStore answering(int status, String code, Map<String, String> headers) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        CannedStore store = new CannedStore(server);
        byte[] body = ("<?xml version=\"1.0\" encoding=\"UTF-8\"?><Error><Code>" + code
                        + "</Code><Message>canned</Message></Error>")
                .getBytes(StandardCharsets.UTF_8);
        server.createContext("/", exchange -> {
            store.requests.incrementAndGet();
            try (exchange) {
                exchange.getRequestBody().readAllBytes();
                exchange.getResponseHeaders().set("Content-Type", "application/xml");
                headers.forEach(exchange.getResponseHeaders()::set);
                boolean isHead = exchange.getRequestMethod().equals("HEAD");
                exchange.sendResponseHeaders(status, isHead ? -1 : body.length);
                if (!isHead) {
                    exchange.getResponseBody().write(body);
                }
            }
        });
        server.setExecutor(store.threads);
        server.start();
        return store;
    }

    public int requests() {
        return requests.get();
    }

    public Store store() {
        return new Store(
                "us-east-1",
                S3Server.BUCKET,
                Optional.of(URI.create("http://127.0.0.1:" + server.getAddress().getPort())),
                Optional.of(new Keys(S3Server.ACCESS_KEY, S3Server.SECRET, Optional.empty())));
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
