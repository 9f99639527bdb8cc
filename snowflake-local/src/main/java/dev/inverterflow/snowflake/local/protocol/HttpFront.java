package dev.inverterflow.snowflake.local.protocol;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import dev.inverterflow.snowflake.local.engine.EngineErrors;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.execution.HttpFiles;
import dev.inverterflow.snowflake.local.session.Sessions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP server, on the loopback only. */
public final class HttpFront implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(HttpFront.class);
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int METHOD_NOT_ALLOWED = 405;

    static {
        // Read once, when the JDK's server is first used; without it each answer waits 40 ms for an acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final JsonFactory json = new JsonFactory();
    private final RequestBody body = new RequestBody();
    private final LostAnswers lost;

    private HttpFront(HttpServer server, LostAnswers lost) {
        this.server = server;
        this.lost = lost;
    }

    /**
     * Starts to listen.
     *
     * @param port the port, 0 for a free one
     * @param threads runs the requests; it must not have an upper bound, since one request may wait for others
     * @param lost answers that are not sent
     * @throws IOException if the port is taken
     */
    public static HttpFront start(
            int port, Sessions sessions, List<HttpFiles> files, Executor threads, LostAnswers lost) throws IOException {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        HttpServer server = HttpServer.create(new InetSocketAddress(loopback, port), 0);
        HttpFront front = new HttpFront(server, lost);
        QueryReplies replies = new QueryReplies("http://" + front.host() + ":" + front.port() + ResultChunks.PATH);
        Endpoints.all(sessions, replies)
                .forEach(endpoint -> server.createContext(endpoint.path(), front.handler(endpoint)));
        files.forEach(one -> server.createContext(one.path(), bodyDropped(one)));
        server.createContext("/", front::notFound);
        server.setExecutor(threads);
        server.start();
        return front;
    }

    /** The port it listens on. */
    public int port() {
        return server.getAddress().getPort();
    }

    /** The address it listens on. */
    public String host() {
        return server.getAddress().getAddress().getHostAddress();
    }

    /** Stops to listen; requests that run are cut off. */
    @Override
    public void close() {
        server.stop(0);
    }

    private HttpHandler handler(Endpoint endpoint) {
        return exchange -> {
            if (!endpoint.answersTo(exchange.getRequestURI().getPath())) {
                notFound(exchange);
                return;
            }
            if (!exchange.getRequestMethod().equals(endpoint.method())) {
                exchange.getResponseHeaders().set("Allow", endpoint.method());
                refuse(exchange, METHOD_NOT_ALLOWED, "This address takes " + endpoint.method() + " only.");
                return;
            }
            try (exchange) {
                byte[] answer = answer(endpoint, exchange);
                if (endpoint instanceof QueryEndpoint && lost.next()) {
                    return; // which closes the connection
                }
                send(exchange, OK, answer);
            }
        };
    }

    private static HttpHandler bodyDropped(HttpHandler handler) {
        return exchange -> {
            RequestBody.drop(exchange.getRequestBody());
            handler.handle(exchange);
        };
    }

    private byte[] answer(Endpoint endpoint, HttpExchange exchange) throws IOException {
        Reply reply = reply(endpoint, exchange);
        try {
            return json(reply);
        } catch (OutOfMemoryError tooLong) {
            return json(defect(exchange, tooLong));
        }
    }

    private Reply reply(Endpoint endpoint, HttpExchange exchange) throws IOException {
        try {
            return endpoint.answer(WireRequest.read(exchange, body));
        } catch (SnowflakeException refused) {
            return Reply.error(refused.paddedCode(), refused.getMessage(), Reply.Data.NULL);
        } catch (SQLException failure) {
            SnowflakeException error = EngineErrors.translate(failure);
            return Reply.error(error.paddedCode(), error.getMessage(), Reply.Data.NULL);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IOException("the server is being stopped", stopping);
        } catch (RuntimeException | VirtualMachineError defect) {
            return defect(exchange, defect);
        }
    }

    private static Reply defect(HttpExchange exchange, Throwable defect) {
        log.error(
                "The request {} met a defect of snowflake-local",
                exchange.getRequestURI().getPath(),
                defect);
        return Reply.error(
                "370001",
                "snowflake-local met a defect of its own (" + defect.getClass().getSimpleName()
                        + ") in this request; the server's log has the details",
                Reply.Data.NULL);
    }

    private byte[] json(Reply reply) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        // Through a writer, which makes a question mark of half a surrogate pair; the generator's own encoder fails on
        // it.
        try (JsonGenerator generator = json.createGenerator(new OutputStreamWriter(bytes, StandardCharsets.UTF_8))) {
            reply.write(generator);
        }
        return bytes.toByteArray();
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    private void notFound(HttpExchange exchange) throws IOException {
        refuse(exchange, NOT_FOUND, "snowflake-local has nothing at this address.");
    }

    private void refuse(HttpExchange exchange, int status, String message) throws IOException {
        try (exchange) {
            RequestBody.drop(exchange.getRequestBody());
            SnowflakeException refused = WireRequest.badRequest(message);
            byte[] answer = json(Reply.error(refused.paddedCode(), message, Reply.Data.NULL));
            if (exchange.getRequestMethod().equals("HEAD")) {
                exchange.sendResponseHeaders(status, -1);
                return;
            }
            send(exchange, status, answer);
        }
    }
}
