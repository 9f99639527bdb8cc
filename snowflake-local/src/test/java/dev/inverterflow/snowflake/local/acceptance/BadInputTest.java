package dev.inverterflow.snowflake.local.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever comes in, the answer is an error in the protocol's envelope, and another session has not noticed. */
class BadInputTest {

    @RegisterExtension
    static final LocalServer SERVER = new LocalServer();

    private static final String BAD_REQUEST = "390400";
    private static final String NOT_SUPPORTED = "000002";
    private static final int LONGER_THAN_ALLOWED = 65 << 20;

    private WireClient client;
    private String token;
    private Connection witness;

    @BeforeEach
    void openTwoSessions() throws Exception {
        client = new WireClient(SERVER.server());
        token = client.login();
        witness = SERVER.connect();
        LocalServer.execute(
                witness, "create or replace temporary table seen (a int)", "begin", "insert into seen values (1)");
    }

    @AfterEach
    void theOtherSessionHasNotNoticed() throws SQLException {
        LocalServer.execute(witness, "insert into seen values (2)", "commit");
        assertThat(LocalServer.value(witness, "select sum(a) from seen")).isEqualTo("3");
        witness.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "no JSON",
                "[]",
                "\"select 1\"",
                "{} {}",
                "{}",
                "{\"sqlText\": 1}",
                "{\"sqlText\": null}",
                "{\"sqlText\": {\"a\": 1}}",
                "{\"sqlText\": \"select 1\", \"asyncExec\": \"yes\"}",
                "{\"sqlText\": \"select 1\", \"describeOnly\": 1}",
                "{\"sqlText\": \"select 1\", \"parameters\": []}",
                "{\"sqlText\": \"select ?\", \"bindings\": []}",
                "{\"sqlText\": \"select ?\", \"bindings\": {\"2\": {\"type\": \"TEXT\", \"value\": \"a\"}}}",
                "{\"sqlText\": \"select ?\", \"bindings\": {\"1\": \"a\"}}",
                "{\"sqlText\": \"select ?\", \"bindings\": {\"1\": {\"type\": 1, \"value\": \"a\"}}}",
                "{\"sqlText\": \"select ?\", \"bindings\": {\"1\": {\"type\": \"TEXT\", \"value\": []}}}",
                "{\"sqlText\": \"select ?\", \"bindings\": {\"1\": {\"type\": \"TEXT\", \"value\": [[\"a\"]]}}}"
            })
    void aMalformedRequestIsRefused(String body) throws Exception {
        assertThat(client.body(token, body).path("code").asText()).isEqualTo(BAD_REQUEST);
    }

    @Test
    void jsonNestedTooDeeplyIsRefused() throws Exception {
        JsonNode answer = client.body(token, "{\"sqlText\": " + "[".repeat(100_000));
        assertThat(answer.path("code").asText()).isEqualTo(BAD_REQUEST);
        assertThat(answer.path("message").asText()).contains("nesting depth");
    }

    @Test
    void theErrorOfAMalformedRequestRepeatsNothingOfIt() throws Exception {
        HttpResponse<String> answer = client.send(client.post("/session/v1/login-request", "")
                .POST(BodyPublishers.ofString("{\"data\": {\"PASSWORD\": \"hidden\", }")));
        assertThat(client.envelope(answer).path("code").asText()).isEqualTo(BAD_REQUEST);
        assertThat(answer.body()).doesNotContain("hidden");
    }

    @ParameterizedTest
    @CsvSource({
        "FIXED, x, 100038",
        "FIXED, 1e999999999, 100038",
        "FIXED, 1e-999999999, 100038",
        "REAL, x, 100038",
        "DATE, 99999999999999999999, 100040",
        "TIME, x, 002086",
        "BOOLEAN, maybe, 002086",
        "TIMESTAMP_NTZ, 99999999999999999999999999999999999999, 100035",
        "TIMESTAMP_TZ, 1 x, 100035",
        "BINARY, zz, 002086"
    })
    void aBoundValueThatIsNoneOfItsTypeIsRefused(String type, String value, String code) throws Exception {
        String body = "{\"sqlText\": \"select ?\", \"bindings\": {\"1\": {\"type\": \"%s\", \"value\": \"%s\"}}}";
        assertThat(client.body(token, body.formatted(type, value)).path("code").asText())
                .isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"MULTI_STATEMENT_COUNT, '\"many\"'", "TIMEZONE, {}", "AUTOCOMMIT, 7"})
    void aSettingOfAWrongTypeIsRefused(String name, String value) throws Exception {
        String body = "{\"sqlText\": \"select 1\", \"parameters\": {\"%s\": %s}}";
        assertThat(client.body(token, body.formatted(name, value)).path("code").asText())
                .isEqualTo("001008");
    }

    @Test
    void aBodyInAnotherEncodingThanItSaysIsRefused() throws Exception {
        byte[] zipped = WireClient.gzip("{\"sqlText\": \"select 1\"}");
        assertThat(client.body(token, "gzip", zipped).path("success").asBoolean())
                .isTrue();
        assertThat(refused("gzip", "{}".getBytes(StandardCharsets.UTF_8))).contains("no gzip");
        assertThat(refused("gzip", Arrays.copyOf(zipped, zipped.length / 2))).contains("no gzip");
        assertThat(refused("br", zipped)).contains("Content-Encoding br");
        assertThat(refused("identity", zipped)).contains("no JSON");
    }

    @Test
    void aBodyLongerThanAllowedIsRefusedAndReadToItsEnd() throws Exception {
        InputStream blanks = new ByteArrayInputStream(new byte[0]) {
            private int left = LONGER_THAN_ALLOWED;

            @Override
            public synchronized int read(byte[] buffer, int offset, int length) {
                int read = Math.min(left, length);
                Arrays.fill(buffer, offset, offset + read, (byte) ' ');
                left -= read;
                return read == 0 ? -1 : read;
            }
        };
        HttpResponse<String> answer = client.send(
                client.post(WireClient.queryPath(), token).POST(BodyPublishers.ofInputStream(() -> blanks)));
        assertThat(client.envelope(answer).path("message").asText()).contains("longer than 64 MiB");
    }

    @Test
    void aBodyThatUnzipsToMoreThanAllowedIsRefused() throws Exception {
        String blanks = " ".repeat(LONGER_THAN_ALLOWED);
        assertThat(refused("gzip", WireClient.gzip(blanks + "{\"sqlText\": \"select 1\"}")))
                .contains("longer than 64 MiB");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /queries/v1/query-request, 405",
        "PUT, /session/v1/login-request, 405",
        "DELETE, /session, 405",
        "POST, /monitoring/queries/x, 405",
        "POST, /queries/x/result, 405",
        "POST, /session/v1/login-requests, 404",
        "POST, /session/heartbeat/x, 404",
        "GET, /, 404",
        "POST, /../../etc/passwd, 404"
    })
    void anAddressOrMethodThatIsNotServedSaysSo(String method, String path, int status) throws Exception {
        HttpResponse<String> answer =
                client.send(client.post(path, token).method(method, BodyPublishers.ofString("{}")));
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(client.envelope(answer).path("success").asBoolean()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/session?delete=no",
                "/session?delete=%zz",
                "/session/token-request",
                "/session/heartbeat",
                "/queries/v1/abort-request",
                "/queries/v1/query-request"
            })
    void nobodyGetsAnywhereWithAnUnknownToken(String path) throws Exception {
        String asked = path.replace("%zz", "%25zz");
        HttpResponse<String> answer =
                client.send(client.post(asked, "made up").POST(BodyPublishers.ofString("{\"sqlText\": \"select 1\"}")));
        assertThat(client.envelope(answer).path("code").asText()).isIn("390111", BAD_REQUEST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/result-chunks/",
                "/result-chunks/0123456789abcdef0123456789abcdef0123456789abcdef",
                "/result-chunks/..%2f..%2fetc%2fpasswd",
                "/result-chunks/a%00b"
            })
    void aChunkThatNobodyWasGivenIsNotThere(String path) throws Exception {
        assertThat(client.send(client.post(path, token).GET()).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/presigned/", "/presigned/0123/file", "/presigned/..%2f..%2fetc/passwd"})
    void aPresignedUrlThatNobodyWasGivenIsForbidden(String path) throws Exception {
        assertThat(client.send(client.post(path, token).GET()).statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\n\t", ";", ";;;", "--", "-- 'x", "/* */", "//", "/* ; */ ;"})
    void aTextWithoutAStatementIsEmpty(String sql) throws Exception {
        assertThat(code(sql)).isEqualTo("000900");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'",
                "''",
                "\"",
                "\"\"",
                "/*",
                "$$",
                "$$x",
                "$",
                "@",
                "\0",
                "select 1\0",
                "select 'x",
                "select \"x",
                "select /* 1",
                "select $$x",
                "select a\ud800",
                "("
            })
    void anUnfinishedStatementIsASyntaxError(String sql) throws Exception {
        assertThat(code(sql)).isEqualTo("001003");
    }

    @Test
    void aNulCharacterIsAValueButNoName() throws Exception {
        assertThat(rows("select 'a\0b', length('a\0b'), to_variant('a\0b')::varchar = 'a' || chr(0) || 'b'"))
                .isEqualTo("[[\"a\\u0000b\",\"3\",\"1\"]]");
        assertThat(code("create table \"t\0\" (a int)")).isEqualTo(NOT_SUPPORTED);
        assertThat(code("select \"a\0b\" from (select 1 as a)")).isEqualTo(NOT_SUPPORTED);
    }

    @Test
    void halfASurrogatePairIsNoCharacter() throws Exception {
        assertThat(rows("select '\\ud800'")).isEqualTo("[[\"?\"]]");
        assertThat(client.query(token, "select chr(55296)").path("message").asText())
                .contains("Invalid character code 55296 in the CHR input");
    }

    @Test
    void whatIsNestedTooDeeplyIsRefusedAndWhatIsNotRuns() throws Exception {
        for (String[] parts : new String[][] {
            {"select ", "(", "1", ")"},
            {"select ", "not ", "true", ""},
            {"select ", "- ", "1", ""},
            {"select ", "abs(", "1", ")"},
            {"select ", "case when true then ", "1", " end"},
            {"select ", "array_construct(", "1", ")"},
            {"select ", "(select ", "1", ")"},
            {"select * from ", "(select * from ", "(select 1 as a)", ")"},
            {"select 1", "", "", " + 1"},
            {"select 'a'", "", "", " || 'a'"},
            {"select true", "", "", " and 1 = 1"},
            {"select 1", "", "", " union all select 1"}
        }) {
            assertThat(code(nested(parts, 10_000))).as(parts[1] + parts[3]).isEqualTo(NOT_SUPPORTED);
            assertThat(code(nested(parts, 60))).as(parts[1] + parts[3]).isEqualTo("null");
            for (int depth : new int[] {120, 240, 480, 990}) {
                assertThat(code(nested(parts, depth))).as(parts[1] + parts[3]).isIn("null", NOT_SUPPORTED);
            }
        }
    }

    @Test
    void aLongChainOfCommonTableExpressionsEndsNoProcess() throws Exception {
        assertThat(rows(chain(300))).isEqualTo("[[\"1\"]]");
        assertThat(code(chain(3000))).isEqualTo(NOT_SUPPORTED);
    }

    @Test
    void deepJsonInAValueIsAnErrorOfThatValue() throws Exception {
        String deep = "[".repeat(5000) + "]".repeat(5000);
        assertThat(client.query(token, "select parse_json('" + deep + "')")
                        .path("message")
                        .asText())
                .contains("Error parsing JSON: document is nested too deeply");
        assertThat(rows("select try_parse_json('" + deep + "')")).isEqualTo("[[null]]");
        String allowed = "[".repeat(900) + "]".repeat(900);
        assertThat(rows("select count(*) from table(flatten(input => parse_json('" + allowed
                        + "'), recursive => true))"))
                .isEqualTo("[[\"899\"]]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ls @~/../..",
                "ls '@~/../../etc'",
                "ls '@~/a\0b'",
                "remove @~/../..",
                "select $1 from @~/../../etc/passwd",
                "get @~/../../etc/passwd file:///tmp",
                "put file:///tmp/x @~/../.."
            })
    void aPathNeverLeadsOutOfItsStage(String sql) throws Exception {
        JsonNode answer = client.query(token, sql);
        assertThat(answer.path("success").asBoolean()).isFalse();
        assertThat(answer.path("message").asText()).contains("leads out of its stage");
    }

    private String refused(String encoding, byte[] body) throws Exception {
        JsonNode answer = client.body(token, encoding, body);
        assertThat(answer.path("code").asText()).isEqualTo(BAD_REQUEST);
        return answer.path("message").asText();
    }

    private String code(String sql) throws Exception {
        return client.query(token, sql).path("code").asText();
    }

    private String rows(String sql) throws Exception {
        JsonNode answer = client.query(token, sql);
        assertThat(answer.path("success").asBoolean())
                .as(answer.path("message").asText())
                .isTrue();
        return answer.path("data").path("rowset").toString();
    }

    private static String nested(String[] parts, int depth) {
        return parts[0] + parts[1].repeat(depth) + parts[2] + parts[3].repeat(depth);
    }

    private static String chain(int length) {
        return IntStream.range(1, length)
                .mapToObj(i -> "c%d as (select a from c%d)".formatted(i, i - 1))
                .collect(Collectors.joining(", ", "with c0 as (select 1 as a), ", " select * from c" + (length - 1)));
    }
}
