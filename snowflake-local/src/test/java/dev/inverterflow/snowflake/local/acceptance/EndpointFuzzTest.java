package dev.inverterflow.snowflake.local.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Requests with random damage: each gets an answer that is no defect, and a session beside them goes on. */
class EndpointFuzzTest {

    @RegisterExtension
    static final LocalServer SERVER = new LocalServer();

    private static final long SEED = 20261128;
    private static final int REQUESTS = 600;
    private static final String DEFECT = "370001";
    private static final String UNFORESEEN = "000603";

    private static final List<String> PATHS = List.of(
            WireClient.QUERY_PATH,
            WireClient.QUERY_PATH,
            WireClient.QUERY_PATH,
            "/session/v1/login-request",
            "/session/token-request",
            "/session/heartbeat",
            "/session",
            "/queries/v1/abort-request",
            "/queries/a/result",
            "/monitoring/queries/a",
            "/telemetry/send");

    private static final List<String> BODIES = List.of(
            "{\"sqlText\": \"select ? + 1, 'a'\", \"bindings\": {\"1\": {\"type\": \"FIXED\", \"value\": \"1\"}}, "
                    + "\"parameters\": {\"TIMEZONE\": \"UTC\", \"MULTI_STATEMENT_COUNT\": 1}}",
            "{\"sqlText\": \"select to_varchar(?)\", \"bindings\": {\"1\": {\"type\": \"TIMESTAMP_TZ\", "
                    + "\"value\": \"1500000000 1440\"}}, \"describeOnly\": false, \"asyncExec\": false}",
            "{\"data\": {\"LOGIN_NAME\": \"admin\", \"PASSWORD\": \"x\", \"AUTHENTICATOR\": \"SNOWFLAKE\", "
                    + "\"SESSION_PARAMETERS\": {\"TIMEZONE\": \"UTC\"}}}",
            "{\"oldSessionToken\": \"x\", \"requestType\": \"RENEW\", \"requestId\": \"x\"}");

    private static final List<String> PIECES = List.of(
            "null",
            "true",
            "1e999",
            "-1",
            "\"\"",
            "{}",
            "[]",
            "[[",
            "\\u0000",
            "\\ud800",
            "\u0000",
            "\"",
            "\\",
            ",",
            ":",
            "{",
            "99999999999999999999",
            "\"DATE\"",
            "\"REAL\"",
            "\"BINARY\"",
            "\"value\"",
            "select",
            "'",
            ";",
            "\u00fc");

    private final Random random = new Random(SEED);
    private final WireClient client = new WireClient(SERVER.server());

    @Test
    void damagedRequestsAreAnsweredAndDisturbNobody() throws Exception {
        int refused = 0;
        try (Connection witness = SERVER.connect()) {
            LocalServer.execute(witness, "create temporary table counted (a int)");
            String token = client.login();
            for (int request = 0; request < REQUESTS; request++) {
                String path = pick(PATHS);
                String body = damaged(pick(BODIES));
                refused += answer(token, path, body, request).path("success").asBoolean() ? 0 : 1;
                if (request % 50 == 0) {
                    LocalServer.execute(witness, "insert into counted values (" + request + ")");
                }
            }
            assertThat(LocalServer.value(witness, "select count(*) from counted"))
                    .isEqualTo(String.valueOf(REQUESTS / 50));
            assertThat(client.query(client.login(), "select 1").path("success").asBoolean())
                    .isTrue();
        }
        assertThat(refused).as("refused").isBetween(REQUESTS / 4, REQUESTS - 1);
    }

    private JsonNode answer(String token, String path, String body, int request) throws Exception {
        String described = "seed " + SEED + ", request " + request + ": " + path + " " + body;
        String sentToken = random.nextInt(10) == 0 ? "x" + token : token;
        var builder = client.post(path, sentToken);
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        if (random.nextInt(3) == 0) {
            builder.header("Content-Encoding", "gzip");
            bytes = damagedBytes(WireClient.gzip(body));
        }
        String method = random.nextInt(10) == 0 ? pick(List.of("GET", "PUT", "DELETE")) : "POST";
        HttpResponse<String> answer = client.send(builder.method(method, BodyPublishers.ofByteArray(bytes)));
        JsonNode envelope = client.envelope(answer);
        assertThat(answer.statusCode()).as(described).isIn(200, 404, 405);
        assertThat(envelope.path("code").asText()).as(described).isNotIn(DEFECT, UNFORESEEN);
        return envelope;
    }

    private String damaged(String body) {
        StringBuilder text = new StringBuilder(body);
        for (int i = random.nextInt(4); i > 0 && text.length() > 1; i--) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(5)) {
                case 0 -> text.deleteCharAt(at);
                case 1 -> text.insert(at, pick(PIECES));
                case 2 -> text.setLength(at);
                case 3 -> text.replace(at, Math.min(text.length(), at + 1 + random.nextInt(8)), pick(PIECES));
                default -> text.insert(at, text.substring(random.nextInt(text.length())));
            }
        }
        return text.toString();
    }

    private byte[] damagedBytes(byte[] bytes) {
        if (random.nextBoolean()) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return bytes;
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
