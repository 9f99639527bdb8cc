package dev.inverterflow.local.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.inverterflow.local.problem.LocalStackException;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What one run of the pipeline measured, read from the answers of its procedures.
 *
 * @param numFiles files per batch
 * @param files files loaded
 * @param bytes of those files, as stored
 * @param flattenRuns runs of FLATTEN that read files
 * @param latencies by hop, in the order of the way
 * @param costs amounts of the run's own cost report, by component and basis
 * @param modelled amounts of a month at the 20 s schedule, by component, but for FLATTEN, which would rest on the stand-in's speed
 * @param formerFileFee of that month, part of no sum
 * @param currency of all amounts
 * @param crossedAnHour whether the latencies are of the hour with most files only
 */
public record Measurement(
        int numFiles,
        long files,
        long bytes,
        long flattenRuns,
        Map<String, Percentiles> latencies,
        Map<String, Double> costs,
        Map<String, Double> modelled,
        double formerFileFee,
        String currency,
        boolean crossedAnHour) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TOTALS = """
            SELECT
              (SELECT COUNT(*) FROM INGESTION_FILES WHERE EXPECTED_RECORDS > 0),
              (SELECT SUM(FILE_SIZE) FROM INGESTION_FILES WHERE EXPECTED_RECORDS > 0),
              (SELECT COUNT(*) FROM PIPELINE_RUNS WHERE PROCEDURE_NAME = 'FLATTEN_INVERTER_DATA' AND FILES > 0)""";

    /** Median and 95th percentile of a hop, s, and of how many files. */
    public record Percentiles(long files, double p50, double p95) {}

    /** Calls the reports in a session of the deployed schema and reads what they answer. */
    public static Measurement read(Connection connection, int numFiles, int inverters) throws SQLException {
        call(connection, "SNAPSHOT_LOAD_HISTORY()");
        JsonNode latency = call(connection, "REPORT_INGESTION_LATENCY()").get("rows");
        JsonNode cost = call(connection, "REPORT_INGESTION_COST()").get("rows");
        JsonNode projection = call(
                connection,
                "PROJECT_INGESTION_COST({'inverters': %d, 'interval_seconds': 20, 'num_files': %d})"
                        .formatted(inverters, numFiles));
        JsonNode snowpipe = projection.get("ways").get(0);
        try (Statement statement = connection.createStatement();
                ResultSet totals = statement.executeQuery(TOTALS)) {
            totals.next();
            Map<String, Percentiles> latencies = latencies(latency);
            return new Measurement(
                    numFiles,
                    totals.getLong(1),
                    totals.getLong(2),
                    totals.getLong(3),
                    latencies,
                    costs(cost),
                    amounts(snowpipe.get("components")),
                    projection.get("comparison").get(0).get("amount").asDouble(),
                    snowpipe.get("currency").asText(),
                    latency.size() > latencies.size());
        }
    }

    /** Percentiles of two hours cannot be put together: the hour with more files stands. */
    static Map<String, Percentiles> latencies(JsonNode rows) {
        Map<String, Percentiles> latencies = new LinkedHashMap<>();
        for (JsonNode row : rows) {
            Percentiles read = new Percentiles(
                    row.get("files").asLong(),
                    row.path("p50_seconds").asDouble(),
                    row.path("p95_seconds").asDouble());
            latencies.merge(row.get("hop").asText(), read, (a, b) -> b.files() > a.files() ? b : a);
        }
        return latencies;
    }

    /** Lines of two days are added up: a run over midnight has both. */
    private static Map<String, Double> costs(JsonNode rows) {
        Map<String, Double> costs = new LinkedHashMap<>();
        for (JsonNode row : rows) {
            costs.merge(
                    row.get("component").asText() + ", " + row.get("basis").asText(),
                    row.path("amount").asDouble(),
                    Double::sum);
        }
        return costs;
    }

    private static Map<String, Double> amounts(JsonNode components) {
        Map<String, Double> amounts = new LinkedHashMap<>();
        components.forEach(line ->
                amounts.put(line.get("component").asText(), line.get("amount").asDouble()));
        amounts.remove("FLATTEN_SERVERLESS");
        return amounts;
    }

    private static JsonNode call(Connection connection, String call) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("CALL " + call)) {
            result.next();
            return JSON.readTree(result.getString(1));
        } catch (IOException e) {
            throw new LocalStackException(call + " answered what is no JSON: " + e.getMessage(), e);
        }
    }
}
