package dev.inverterflow.snowflake.local.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.inverterflow.snowflake.local.SnowflakeLocal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;

/** Speaks the protocol without a driver, well-formed or not. */
final class WireClient {

    static final String QUERY_PATH = "/queries/v1/query-request";

    /** No answer takes so long; a request that is never answered fails its test. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper mapper = new ObjectMapper();
    private final SnowflakeLocal server;

    WireClient(SnowflakeLocal server) {
        this.server = server;
    }

    /** The token of a new session. */
    String login() throws IOException, InterruptedException {
        var properties = server.properties();
        String body = mapper.writeValueAsString(Map.of(
                "data",
                Map.of("LOGIN_NAME", properties.getProperty("user"), "PASSWORD", properties.getProperty("password"))));
        JsonNode answer = envelope(send(post("/session/v1/login-request?databaseName=DB&schemaName=S", "")
                .POST(BodyPublishers.ofString(body))));
        return answer.path("data").path("token").asText();
    }

    JsonNode query(String token, String sql) throws IOException, InterruptedException {
        return body(token, mapper.writeValueAsString(Map.of("sqlText", sql)));
    }

    /** What the query endpoint answers to a body, which is sent as it is. */
    JsonNode body(String token, String body) throws IOException, InterruptedException {
        return envelope(send(post(queryPath(), token).POST(BodyPublishers.ofString(body))));
    }

    /** What the query endpoint answers to a body in an encoding. */
    JsonNode body(String token, String encoding, byte[] body) throws IOException, InterruptedException {
        return envelope(send(
                post(queryPath(), token).header("Content-Encoding", encoding).POST(BodyPublishers.ofByteArray(body))));
    }

    HttpRequest.Builder post(String path, String token) {
        return HttpRequest.newBuilder(URI.create("http://" + server.host() + ":" + server.port() + path))
                .timeout(PATIENCE)
                .header("Authorization", "Snowflake Token=\"" + token + "\"");
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    JsonNode envelope(HttpResponse<String> answer) throws IOException {
        JsonNode json = mapper.readTree(answer.body());
        if (!json.path("success").isBoolean()) {
            throw new AssertionError("no envelope: " + answer.statusCode() + " " + answer.body());
        }
        return json;
    }

    static String queryPath() {
        return QUERY_PATH + "?requestId=" + UUID.randomUUID();
    }

    static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
