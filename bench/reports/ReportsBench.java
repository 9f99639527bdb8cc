import dev.inverterflow.local.stack.Deployment;
import dev.inverterflow.local.stack.Distribution;
import dev.inverterflow.local.stack.LocalStack;
import dev.inverterflow.local.stack.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Times of the report procedures over history that is made in the tables, without any file: a tick every 20 s, four files a
 * tick. Arguments: days of history (at most 31, also 0.3), inverters; then, optionally, a directory for the rendered page.
 */
public final class ReportsBench {
    private static final int FILES = 4;
    private static final int INTERVAL = 20;
    private static final int ROUNDS = 5;
    private static final Map<String, String> CALLS = new LinkedHashMap<>();

    public static void main(String[] arguments) throws Exception {
        double length = Double.parseDouble(arguments[0]);
        long seconds = Math.round(length * 24 * 3600);
        int days = (int) Math.ceil(length);
        int inverters = Integer.parseInt(arguments[1]);
        Path root = Files.createTempDirectory("reports-bench-");
        try (Workspace workspace = Workspace.open(root);
                LocalStack stack = LocalStack.start(workspace, Distribution.find(), LocalStack.Ports.free())) {
            Deployment deployment = Deployment.of(stack, workspace, () -> false);
            deployment.run("bootstrap", line -> {});
            deployment.run("apply", line -> {});
            try (Connection connection = stack.connect()) {
                LocalDateTime end = LocalDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MINUTES).minusMinutes(1);
                LocalDateTime start = end.minusSeconds(seconds);
                long seeded = System.nanoTime();
                seed(connection, start, seconds / INTERVAL, inverters);
                System.out.printf(Locale.ROOT, "%s days, %d inverters: %d files, made in %.1f s%n", arguments[0], inverters,
                        count(connection, "INGESTION_FILES"), (System.nanoTime() - seeded) / 1e9);
                String window = "'" + start + "'::TIMESTAMP_NTZ, '" + end + "'::TIMESTAMP_NTZ";
                CALLS.put("RECONCILE_BATCHES", "CALL RECONCILE_BATCHES(" + window + ")");
                CALLS.put("REPORT_INGESTION_LATENCY", "CALL REPORT_INGESTION_LATENCY(" + window + ")");
                CALLS.put("REPORT_INGESTION_COST", "CALL REPORT_INGESTION_COST(" + window + ")");
                CALLS.put("RENDER_INGESTION_REPORT", "CALL RENDER_INGESTION_REPORT(" + days + ")");
                for (Map.Entry<String, String> call : CALLS.entrySet()) {
                    measure(connection, call.getKey(), call.getValue());
                }
                if (arguments.length > 2) {
                    save(connection, days, Path.of(arguments[2]));
                }
            }
        }
    }

    private static void measure(Connection connection, String name, String call) throws SQLException {
        double[] seconds = new double[ROUNDS];
        execute(connection, call); // warms up
        for (int i = 0; i < ROUNDS; i++) {
            long begun = System.nanoTime();
            execute(connection, call);
            seconds[i] = (System.nanoTime() - begun) / 1e9;
        }
        Arrays.sort(seconds);
        System.out.printf(Locale.ROOT, "%-26s median %.2f s, best %.2f s%n", name, seconds[ROUNDS / 2], seconds[0]);
    }

    private static void save(Connection connection, int days, Path directory) throws Exception {
        Files.createDirectories(directory);
        execute(connection, "CALL RENDER_INGESTION_REPORT(" + days + ")");
        execute(connection, "GET @INGESTION_REPORTS/ 'file://" + directory.toAbsolutePath() + "/'");
    }

    private static void seed(Connection connection, LocalDateTime start, long ticks, int inverters) throws SQLException {
        List<String> statements = new ArrayList<>();
        statements.add("""
                INSERT INTO INGESTION_FILES (FILE_NAME, GENERATED_AT, CLIENT_ID, CLIENT_RUN, PART, NUM_FILES, EXPECTED_RECORDS, FILE_SIZE,
                  BYTES_BILLED, STATUS, FILE_LAST_MODIFIED, RECEIVED_AT, START_SCAN_TIME, COMMITTED_AT, COMMITTED_SOURCE, FLATTENED_AT,
                  RECORDS, TYPED, REJECTED, DUPLICATES, LISTED_AT, SNAPSHOT_AT)
                SELECT 'inverters/' || TO_VARCHAR(T, 'YYYY-MM-DD') || '/' || TO_VARCHAR(T, 'YYYYMMDD"T"HH24MISS"Z"') || '_bench_r1_p' || P || 'of%1$d_n%2$d.json',
                  T, 'bench', 'r1', P, %1$d, %2$d, %2$d * 290, %2$d * 290, 'Loaded',
                  DATEADD(MILLISECOND, 300 + R, T), DATEADD(MILLISECOND, 2000 + 3 * R, T), DATEADD(MILLISECOND, 9000 + 9 * R, T),
                  DATEADD(MILLISECOND, 14000 + 12 * R, T), 'COPY_HISTORY.LAST_LOAD_TIME', DATEADD(MILLISECOND, 40000 + 250 * R, T),
                  %2$d, %2$d, 0, 0, SYSDATE(), SYSDATE()
                FROM (
                  SELECT DATEADD(SECOND, FLOOR(N / %1$d) * 20, '%3$s'::TIMESTAMP_NTZ) AS T, MOD(N, %1$d) + 1 AS P, MOD(N * 7919, 1000) AS R
                  FROM (SELECT ROW_NUMBER() OVER (ORDER BY SEQ4()) - 1 AS N FROM TABLE(GENERATOR(ROWCOUNT => %4$d))))"""
                .formatted(FILES, Math.max(1, inverters / FILES), start, ticks * FILES));
        statements.add("""
                INSERT INTO FLATTENED_FILES (FILE_NAME, START_SCAN_TIME, RECORDS, TYPED, REJECTED, DUPLICATES, FLATTENED_AT, UPDATED_AT, RUN_ID)
                SELECT FILE_NAME, START_SCAN_TIME, RECORDS, TYPED, 0, 0, FLATTENED_AT, FLATTENED_AT, 'r' FROM INGESTION_FILES""");
        statements.add("""
                INSERT INTO PIPELINE_RUNS (RUN_ID, PROCEDURE_NAME, STARTED_AT, FINISHED_AT, FILES, PROBES, RECORDS, TYPED, REJECTED, DUPLICATES, UNCHANGED)
                SELECT 'r' || N, 'FLATTEN_INVERTER_DATA', T, DATEADD(MILLISECOND, 4000 + MOD(N * 31, 900), T), 60, 0, 15 * %1$d, 15 * %1$d, 0, 0, 0
                FROM (
                  SELECT N, DATEADD(SECOND, N * 300, '%2$s'::TIMESTAMP_NTZ) AS T
                  FROM (SELECT ROW_NUMBER() OVER (ORDER BY SEQ4()) - 1 AS N FROM TABLE(GENERATOR(ROWCOUNT => %3$d))))"""
                .formatted(inverters, start, Math.max(1, ticks / 15)));
        statements.add("""
                INSERT INTO INVERTER_READINGS (INVERTER_ID, READING_TIME, READING_DATE, PAC, UAC, IAC, FAC, UDC, IDC, PDC, DAY_ENERGY, TOTAL_ENERGY,
                  TEMPERATURE, STATUS_CODE, ERROR_CODE, FILE_NAME, FILE_INDEX, START_SCAN_TIME, FLATTENED_AT, RUN_ID)
                SELECT 'INV-' || I, T, T::DATE,
                  GREATEST(0, 5000 * SIN((DATE_PART(EPOCH_SECOND, T) / 86400 - FLOOR(DATE_PART(EPOCH_SECOND, T) / 86400)) * 6.2832 - 1.5708)) * (0.8 + MOD(N * 7919, 100) / 400),
                  230, 5, 50, 600, 8, 5100, 1000, 100000 + N, 30, 7, 0, 'f', I, T, T, 'r'
                FROM (
                  SELECT N, MOD(N, %1$d) AS I, DATEADD(SECOND, FLOOR(N / %1$d) * 20, '%2$s'::TIMESTAMP_NTZ) AS T
                  FROM (SELECT ROW_NUMBER() OVER (ORDER BY SEQ4()) - 1 AS N FROM TABLE(GENERATOR(ROWCOUNT => %3$d))))"""
                .formatted(inverters, start, ticks * inverters));
        for (String statement : statements) {
            execute(connection, statement);
        }
    }

    private static long count(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
