package dev.inverterflow.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inverterflow.local.stack.Deployment;
import dev.inverterflow.local.stack.Distribution;
import dev.inverterflow.local.stack.LocalStack;
import dev.inverterflow.local.stack.Workspace;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The contract of a reading, held against both sides: the client's jar and FLATTEN_INVERTER_DATA get the same records at the same
 * reference time, and must find the same violations in the same order.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GoldenContractIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path directory;

    private final List<String> names = new ArrayList<>();
    private final List<String> expected = new ArrayList<>();
    private String referenceTime;
    private List<String> verdictsOfTheClient;
    private List<String> verdictsOfTheWarehouse;

    @BeforeAll
    void judgeEveryCaseOnBothSides() throws Exception {
        ArrayNode records = readCases();
        verdictsOfTheClient = judgeByClient(records);
        verdictsOfTheWarehouse = judgeByWarehouse(records);
    }

    @TestFactory
    Stream<DynamicTest> theClientReachesTheVerdict() {
        return eachCase(verdictsOfTheClient);
    }

    @TestFactory
    Stream<DynamicTest> theWarehouseReachesTheVerdict() {
        return eachCase(verdictsOfTheWarehouse);
    }

    private Stream<DynamicTest> eachCase(List<String> verdicts) {
        return IntStream.range(0, names.size())
                .mapToObj(i -> dynamicTest(
                        names.get(i), () -> assertThat(verdicts.get(i)).isEqualTo(expected.get(i))));
    }

    private ArrayNode readCases() throws Exception {
        try (InputStream resource = GoldenContractIT.class.getResourceAsStream("/golden/readings.json")) {
            JsonNode golden = JSON.readTree(resource);
            referenceTime = golden.required("reference_time").asText();
            ArrayNode records = JSON.createArrayNode();
            for (JsonNode one : golden.required("cases")) {
                names.add(one.required("name").asText());
                expected.add(text(one.required("violations")));
                records.add(one.has("record") ? one.get("record") : record(golden.get("base"), one, records.size()));
            }
            return records;
        }
    }

    private static ObjectNode record(JsonNode base, JsonNode one, int index) {
        ObjectNode record = base.deepCopy();
        record.put("inverter_id", "INV-%04d".formatted(index));
        one.path("set").properties().forEach(field -> record.set(field.getKey(), field.getValue()));
        one.path("remove").forEach(field -> record.remove(field.asText()));
        return record;
    }

    private List<String> judgeByClient(ArrayNode records) throws Exception {
        Path file = directory.resolve("golden.json");
        JSON.writeValue(file.toFile(), records);
        try (LaunchedProcess client = LaunchedProcess.start(
                List.of(),
                "generator-client.jar",
                "validate",
                "--format",
                "json",
                "--reference-time",
                referenceTime,
                file.toString())) {
            assertThat(client.exitCode()).as(client.output()).isEqualTo(1); // some readings are invalid
            List<String> verdicts = new ArrayList<>();
            for (String line : client.lines()) {
                verdicts.add(text(JSON.readTree(line).required("violations")));
            }
            return verdicts;
        }
    }

    /** Puts the records into the raw table as the pipe would, but with the scan time of the golden set. */
    private List<String> judgeByWarehouse(ArrayNode records) throws Exception {
        try (Workspace workspace = Workspace.open(directory.resolve("stack"));
                LocalStack stack = LocalStack.start(workspace, Distribution.find(), LocalStack.Ports.free())) {
            Deployment deployment = Deployment.of(stack, workspace, () -> false);
            deployment.run("bootstrap", line -> {});
            deployment.run("apply", line -> {});
            try (Connection connection = stack.connect()) {
                insertRaw(connection, records);
                call(connection, "CALL FLATTEN_INVERTER_DATA()");
                return readVerdicts(connection, records.size());
            }
        }
    }

    private void insertRaw(Connection connection, ArrayNode records) throws Exception {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO INVERTER_DATA_RAW (FILE_NAME, JSON_BODY, FILE_CONTENT_KEY, FILE_LAST_MODIFIED, START_SCAN_TIME)
                SELECT 'inverters/golden.json', PARSE_JSON(?), 'golden', ?::TIMESTAMP_NTZ, ?::TIMESTAMP_NTZ
                """)) {
            String utc = referenceTime.replace('T', ' ').replace("Z", "");
            insert.setString(1, JSON.writeValueAsString(records));
            insert.setString(2, utc);
            insert.setString(3, utc);
            insert.executeUpdate();
        }
    }

    private static List<String> readVerdicts(Connection connection, int count) throws Exception {
        Map<Integer, String> byIndex = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        SELECT FILE_INDEX, '[]' FROM INVERTER_READINGS
                        UNION ALL
                        SELECT FILE_INDEX, TO_JSON(VIOLATIONS) FROM INVERTER_READINGS_REJECTED
                        """)) {
            while (rows.next()) {
                String before = byIndex.put(rows.getInt(1), text(JSON.readTree(rows.getString(2))));
                assertThat(before)
                        .as("record %d has one verdict only", rows.getInt(1))
                        .isNull();
            }
        }
        return IntStream.range(0, count)
                .mapToObj(i -> byIndex.getOrDefault(i, "no verdict"))
                .toList();
    }

    private static void call(Connection connection, String sql) throws Exception {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String text(JsonNode violations) {
        List<String> found = new ArrayList<>();
        for (JsonNode violation : violations) {
            String field =
                    violation.path("field").isTextual() ? violation.get("field").asText() : "record";
            found.add(field + " " + violation.required("rule").asText());
        }
        return found.isEmpty() ? "accepted" : String.join(", ", found);
    }
}
