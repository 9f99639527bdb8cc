package dev.inverterflow.snowflake.local.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.zip.GZIPOutputStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What drivers do rarely, asked for directly: retries, renewal, asynchronous and stopped queries. */
class WireProtocolTest {

    @RegisterExtension
    static final LocalServer SERVER = new LocalServer();

    private static final String NUMBERS = "(select seq4() as n from table(generator(rowcount => 300000)))";
    private static final String LONG_QUERY =
            "select count(*) from " + NUMBERS + " x, " + NUMBERS + " y where (x.n * y.n) % 7 = 3";

    private final ObjectMapper mapper = new ObjectMapper();
    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void aRequestThatComesTwiceIsRunOnce() throws Exception {
        String token = token();
        query(token, "create or replace table once (a int)", "{}");
        String requestId = UUID.randomUUID().toString();
        String body = "{\"sqlText\": \"insert into once values (1)\"}";
        JsonNode first = post("/queries/v1/query-request?requestId=" + requestId, token, body);
        JsonNode again = post("/queries/v1/query-request?requestId=" + requestId + "&retryCount=1", token, body);
        assertThat(again.path("data").path("queryId"))
                .isEqualTo(first.path("data").path("queryId"));
        assertThat(query(token, "select count(*) from once", "{}")
                        .path("data")
                        .path("rowset")
                        .path(0)
                        .path(0)
                        .asText())
                .isEqualTo("1");
    }

    @Test
    void aBoundTimestampKeepsItsOffset() throws Exception {
        JsonNode answer = query(
                token(),
                "select to_char(?::timestamp_tz, 'YYYY-MM-DD HH24:MI:SS.FF3 TZH:TZM')",
                "{\"bindings\": {\"1\": {\"type\": \"TIMESTAMP_TZ\", \"value\": \"-1500000000 1770\"}}}");
        assertThat(answer.path("data").path("rowset").path(0).path(0).asText())
                .isEqualTo("1970-01-01 05:29:58.500 +05:30");
    }

    @Test
    void anUnknownTokenIsToldToLogIn() throws Exception {
        assertThat(query("made-up", "select 1", "{}").path("code").asText()).isEqualTo("390111");
    }

    @Test
    void aMasterTokenGivesANewTokenAndEndsTheOldOne() throws Exception {
        JsonNode login = login();
        String old = login.path("token").asText();
        JsonNode renewed = post(
                "/session/token-request",
                login.path("masterToken").asText(),
                "{\"oldSessionToken\": \"" + old + "\", \"requestType\": \"RENEW\"}");
        String fresh = renewed.path("data").path("sessionToken").asText();
        assertThat(query(fresh, "select 1", "{}").path("success").asBoolean()).isTrue();
        assertThat(query(old, "select 1", "{}").path("code").asText()).isEqualTo("390111");
    }

    @Test
    void aHeartbeatIsAnsweredToSessionsThatAreThere() throws Exception {
        assertThat(post("/session/heartbeat", token(), "").path("success").asBoolean())
                .isTrue();
        assertThat(post("/session/heartbeat", "made-up", "").path("code").asText())
                .isEqualTo("390111");
    }

    @Test
    void resultsAreJsonEvenIfArrowIsWanted() throws Exception {
        String token = token();
        query(token, "alter session set jdbc_query_result_format = 'ARROW'", "{}");
        assertThat(query(token, "select 1", "{}")
                        .path("data")
                        .path("queryResultFormat")
                        .asText())
                .isEqualTo("json");
    }

    @Test
    void aSessionThatWasClosedTakesNoMoreStatements() throws Exception {
        String token = token();
        assertThat(post("/session?delete=true", token, "").path("success").asBoolean())
                .isTrue();
        assertThat(query(token, "select 1", "{}").path("code").asText()).isEqualTo("390111");
    }

    @Test
    void anErrorCarriesCodeStateAndPosition() throws Exception {
        JsonNode answer = query(token(), "select\n  nothing", "{}");
        assertThat(answer.path("success").asBoolean()).isFalse();
        assertThat(answer.path("code").asText()).isEqualTo("000904");
        assertThat(answer.path("data").path("errorCode").asText()).isEqualTo("000904");
        assertThat(answer.path("data").path("sqlState").asText()).isEqualTo("42000");
        assertThat(answer.path("data").path("line").asInt()).isEqualTo(2);
        assertThat(answer.path("data").path("pos").asInt()).isEqualTo(2);
    }

    @Test
    void anAsynchronousQueryIsWatchedAndItsResultFetchedLater() throws Exception {
        String token = token();
        JsonNode started = query(token, "select 42 as answer", "{\"asyncExec\": true}");
        assertThat(started.path("code").asText()).isEqualTo("333334");
        String id = started.path("data").path("queryId").asText();
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> status(token, id).equals("SUCCESS"));
        JsonNode result = get(started.path("data").path("getResultUrl").asText(), token);
        assertThat(result.path("data").path("rowset").path(0).path(0).asText()).isEqualTo("42");
    }

    @Test
    void ofAnUnknownQueryNothingIsToldAndATextThatIsNoIdIsRefused() throws Exception {
        String token = token();
        JsonNode unknown = get("/monitoring/queries/01b2c3d4-0000-0000-0000-000000000000", token);
        assertThat(unknown.path("success").asBoolean()).isTrue();
        assertThat(unknown.path("data").path("queries")).isEmpty();
        JsonNode refused = get("/monitoring/queries/no_query_id", token);
        assertThat(refused.path("success").asBoolean()).isFalse();
        assertThat(refused.path("message").asText()).isEqualTo("Statement no_query_id not found");
    }

    @Test
    void aRunningQueryIsStoppedByItsRequestId() throws Exception {
        String token = token();
        String requestId = UUID.randomUUID().toString();
        CompletableFuture<JsonNode> running = CompletableFuture.supplyAsync(() -> {
            try {
                return post(
                        "/queries/v1/query-request?requestId=" + requestId,
                        token,
                        mapper.writeValueAsString(Map.of("sqlText", LONG_QUERY)));
            } catch (IOException | InterruptedException failure) {
                throw new IllegalStateException(failure);
            }
        });
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> {
                    post("/queries/v1/abort-request", token, "{\"requestId\": \"" + requestId + "\"}");
                    return running.isDone();
                });
        assertThat(running.join().path("code").asText()).isEqualTo("000604");
        assertThat(query(token, "select 1", "{}").path("success").asBoolean()).isTrue();
    }

    @Test
    void aQueryTimeoutOfTheDriverStopsTheQuery() throws SQLException {
        try (Connection connection = SERVER.connect();
                Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(1);
            assertThat(catchThrowable(() -> statement.executeQuery(LONG_QUERY)))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            failure -> assertThat(failure.getErrorCode()).isEqualTo(604));
            assertThat(LocalServer.value(connection, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void theTimeoutOfTheSessionStopsAStatementWithItsOwnError() throws SQLException {
        try (Connection connection = SERVER.connect()) {
            LocalServer.execute(connection, "alter session set statement_timeout_in_seconds = 1");
            assertThat(catchThrowable(() -> LocalServer.value(connection, LONG_QUERY)))
                    .isInstanceOfSatisfying(SQLException.class, failure -> {
                        assertThat(failure.getErrorCode()).isEqualTo(630);
                        assertThat(failure.getSQLState()).isEqualTo("57014");
                    })
                    .hasMessageContaining(
                            "Statement reached its statement or warehouse timeout of 1 second(s) and was canceled.");
            assertThat(LocalServer.value(connection, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void severalStatementsOfOneRequestAnswerOneByOne() throws Exception {
        String token = token();
        JsonNode answer = query(token, "select 1; select 'two'", "{\"parameters\": {\"MULTI_STATEMENT_COUNT\": 2}}");
        String[] ids = answer.path("data").path("resultIds").asText().split(",");
        assertThat(ids).hasSize(2);
        assertThat(get("/queries/" + ids[1] + "/result", token)
                        .path("data")
                        .path("rowset")
                        .path(0)
                        .path(0)
                        .asText())
                .isEqualTo("two");
        assertThat(query(token, "select 1; select 2", "{}").path("code").asText())
                .isEqualTo("000008");
    }

    /** Code, state and words of the page on several statements in one request. */
    @Test
    void oneOfSeveralStatementsThatFailsIsNamedWithItsPlace() throws Exception {
        String token = token();
        String sql = "create or replace table table1 (i int); insert into table1 (i) values (1);"
                + " insert into table1 (i) values ('This is not a valid integer.');"
                + " insert into table1 (i) values (2); select i from table1 order by i";
        JsonNode answer = query(token, sql, "{\"parameters\": {\"MULTI_STATEMENT_COUNT\": 5}}");
        assertThat(answer.path("code").asText()).isEqualTo("100132");
        assertThat(answer.path("data").path("sqlState").asText()).isEqualTo("P0000");
        assertThat(answer.path("message").asText())
                .startsWith("JavaScript execution error: Uncaught Execution of multiple statements failed on statement"
                        + " \"insert into table1 (i) values ...\" (at line 1, position 75).\n")
                .contains("Numeric value 'This is not a valid integer.' is not recognized")
                .endsWith(" in SYSTEM$MULTISTMT at '    throw `Execution of multiple statements failed on statement {0}"
                        + " (at line {1}, position {2}).`.replace('{1}', LINES[i])' position 4\n"
                        + "stackstrace: \nSYSTEM$MULTISTMT line: 10");
        assertThat(query(token, "select i from table1", "{}")
                        .path("data")
                        .path("rowset")
                        .size())
                .as("what ran before it stays")
                .isEqualTo(1);
    }

    @Test
    void bindsInAStageAreRefusedByName() throws Exception {
        JsonNode answer = query(token(), "select ?", "{\"bindStage\": \"@SYSTEM$BIND/1\"}");
        assertThat(answer.path("message").asText())
                .isEqualTo("not supported by snowflake-local: binds of a batch in a stage");
    }

    /** As ALTER SESSION would: taken without effect, a parameter would give wrong answers. */
    @Test
    void aParameterOfOneStatementIsCheckedAsOneOfTheSession() throws Exception {
        String token = token();
        JsonNode century = query(token, "select 1", "{\"parameters\": {\"TWO_DIGIT_CENTURY_START\": 1980}}");
        assertThat(century.path("code").asText()).isEqualTo("000002");
        assertThat(century.path("message").asText()).contains("TWO_DIGIT_CENTURY_START = 1980");
        JsonNode range = query(token, "select 1", "{\"parameters\": {\"ROWS_PER_RESULTSET\": -1}}");
        assertThat(range.path("code").asText()).isEqualTo("001008");
        String known =
                "{\"parameters\": {\"DATE_INPUT_FORMAT\": \"AUTO\", \"ROWS_PER_RESULTSET\": 1, \"NOT_YET_KNOWN\": 1}}";
        assertThat(query(token, "select 1", known).path("success").asBoolean()).isTrue();
    }

    @Test
    void aRequestHasAsManyStatementsAsItSays() throws Exception {
        String token = token();
        String two = "{\"parameters\": {\"MULTI_STATEMENT_COUNT\": 2}}";
        String any = "{\"parameters\": {\"MULTI_STATEMENT_COUNT\": 0}}";
        assertThat(query(token, "select 1; select 2", two).path("success").asBoolean())
                .isTrue();
        assertThat(query(token, "select 1; select 2; select 3", two)
                        .path("message")
                        .asText())
                .contains("Actual statement count 3 did not match the desired statement count 2.");
        assertThat(query(token, "select 1", two).path("message").asText())
                .contains("Actual statement count 1 did not match the desired statement count 2.");
        assertThat(query(token, "select 1; select 2; select 3", any)
                        .path("success")
                        .asBoolean())
                .isTrue();
        assertThat(query(token, "select 1", any).path("success").asBoolean()).isTrue();
    }

    @Test
    void anAddressThatIsNoEndpointIsNotFound() throws Exception {
        HttpResponse<String> answer =
                http.send(HttpRequest.newBuilder(uri("/no/such/thing")).build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(404);
    }

    @Test
    void theServerListensOnTheLoopbackOnly() {
        assertThat(SERVER.server().host()).isEqualTo("127.0.0.1");
    }

    private String status(String token, String queryId) throws Exception {
        return get("/monitoring/queries/" + queryId, token)
                .path("data")
                .path("queries")
                .path(0)
                .path("status")
                .asText();
    }

    private String token() throws Exception {
        return login().path("token").asText();
    }

    private JsonNode login() throws Exception {
        var properties = SERVER.server().properties();
        String body = mapper.writeValueAsString(Map.of(
                "data",
                Map.of(
                        "LOGIN_NAME", properties.getProperty("user"),
                        "PASSWORD", properties.getProperty("password"),
                        "ACCOUNT_NAME", "local")));
        return post("/session/v1/login-request?databaseName=DB&schemaName=S", "", body)
                .path("data");
    }

    private JsonNode query(String token, String sql, String rest) throws Exception {
        var body = mapper.createObjectNode();
        body.put("sqlText", sql);
        body.setAll((ObjectNode) mapper.readTree(rest));
        return post("/queries/v1/query-request?requestId=" + UUID.randomUUID(), token, mapper.writeValueAsString(body));
    }

    private JsonNode post(String path, String token, String body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri(path))
                .header("Content-Encoding", "gzip")
                .header("Authorization", "Snowflake Token=\"" + token + "\"")
                .POST(BodyPublishers.ofByteArray(gzip(body))));
    }

    private JsonNode get(String path, String token) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri(path)).header("Authorization", "Snowflake Token=\"" + token + "\""));
    }

    private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        return mapper.readTree(answer.body());
    }

    private static URI uri(String path) {
        return URI.create(
                "http://" + SERVER.server().host() + ":" + SERVER.server().port() + path);
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
