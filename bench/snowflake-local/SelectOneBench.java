import com.sun.net.httpserver.HttpServer;
import dev.inverterflow.snowflake.local.SnowflakeLocal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/** select 1 through the driver: against the server, and against a stub that repeats what the server answered first, in turns. */
public final class SelectOneBench {
    private static final int ROUNDS = 5;
    private static final String QUERY = "/queries/v1/query-request";

    private SelectOneBench() {}

    public static void main(String[] args) throws Exception {
        int queries = Integer.parseInt(args[0]);
        System.setProperty("sun.net.httpserver.nodelay", "true");
        try (SnowflakeLocal server = SnowflakeLocal.builder().database("DB").schema("S").start();
                Connection real = connect(server, server.port())) {
            HttpServer stub = stub(server);
            try (Connection constant = connect(server, stub.getAddress().getPort())) {
                round(real, queries);
                round(constant, queries);
                double[] ofServer = new double[ROUNDS];
                double[] ofStub = new double[ROUNDS];
                for (int round = 0; round < ROUNDS; round++) {
                    ofServer[round] = round(real, queries);
                    ofStub[round] = round(constant, queries);
                }
                double serverMillis = median(ofServer);
                double stubMillis = median(ofStub);
                System.out.printf(
                        "select 1, p50: server %.2f ms, stub %.2f ms, difference %.2f ms (target 1.5)%n",
                        serverMillis, stubMillis, serverMillis - stubMillis);
            } finally {
                stub.stop(0);
            }
        }
        System.exit(0);
    }

    private static Connection connect(SnowflakeLocal server, int port) throws SQLException {
        Properties properties = server.properties();
        properties.setProperty("db", "DB");
        properties.setProperty("schema", "S");
        return DriverManager.getConnection(server.jdbcUrl().replace(":" + server.port(), ":" + port), properties);
    }

    /** Half of the queries of a round are faster than this, in milliseconds. */
    private static double round(Connection connection, int queries) throws SQLException {
        double[] millis = new double[queries];
        for (int query = 0; query < queries; query++) {
            long start = System.nanoTime();
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("select 1")) {
                rows.next();
                if (rows.getInt(1) != 1) {
                    throw new AssertionError("not 1");
                }
            }
            millis[query] = (System.nanoTime() - start) / 1e6;
        }
        return median(millis);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static HttpServer stub(SnowflakeLocal server) throws IOException {
        HttpServer stub = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        HttpClient client = HttpClient.newHttpClient();
        Map<String, byte[]> constants = new ConcurrentHashMap<>();
        stub.setExecutor(Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task);
            thread.setDaemon(true);
            return thread;
        }));
        stub.createContext("/", exchange -> {
            try (exchange) {
                byte[] body = exchange.getRequestBody().readAllBytes();
                String path = exchange.getRequestURI().getPath();
                byte[] answer = path.equals(QUERY) ? constants.get(path) : null;
                if (answer == null) {
                    HttpRequest.Builder request = HttpRequest.newBuilder(
                                    URI.create("http://" + server.host() + ":" + server.port() + exchange.getRequestURI()))
                            .POST(BodyPublishers.ofByteArray(body));
                    for (String header : new String[] {"Authorization", "Content-Encoding"}) {
                        String value = exchange.getRequestHeaders().getFirst(header);
                        if (value != null) {
                            request.header(header, value);
                        }
                    }
                    answer = send(client, request.build());
                    constants.put(path, answer);
                }
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, answer.length);
                exchange.getResponseBody().write(answer);
            }
        });
        stub.start();
        return stub;
    }

    private static byte[] send(HttpClient client, HttpRequest request) throws IOException {
        try {
            return client.send(request, BodyHandlers.ofByteArray()).body();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped", stopped);
        }
    }
}
