import com.sun.management.OperatingSystemMXBean;
import dev.inverterflow.local.stack.Deployment;
import dev.inverterflow.local.stack.Distribution;
import dev.inverterflow.local.stack.LocalStack;
import dev.inverterflow.local.stack.Workspace;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.duckdb.DuckDBConnection;

/**
 * FLATTEN on the stand-in beside the best DuckDB SQL we could write for the same work, in turns in one process: each reads
 * the same text of the same raw column from a table in a DuckDB file with as many threads. Arguments: directory of the
 * hand-written SQL, ticks, inverters, rounds.
 */
public final class FlattenBench {
    private static final int FILES = 4;
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    /** What is measured: ways to empty the targets again, to do the work, and to show what it came to. */
    private record Case(String name, Sides prepare, Sides work, String outcome) {}

    private record Sides(List<String> standIn, List<String> byHand) {}

    private record Cost(double cpu, double wall) {}

    private final Connection standIn;
    private final Connection byHand;
    private final Path sql;

    private FlattenBench(Connection standIn, Connection byHand, Path sql) {
        this.standIn = standIn;
        this.byHand = byHand;
        this.sql = sql;
    }

    public static void main(String[] arguments) throws Exception {
        Path sql = Path.of(arguments[0]);
        int ticks = Integer.parseInt(arguments[1]);
        int inverters = Integer.parseInt(arguments[2]);
        int rounds = Integer.parseInt(arguments[3]);
        Path root = Files.createTempDirectory("flatten-bench-");
        try (Workspace workspace = Workspace.open(root);
                LocalStack stack = LocalStack.start(workspace, Distribution.find(), LocalStack.Ports.free())) {
            Deployment deployment = Deployment.of(stack, workspace, () -> false);
            deployment.run("bootstrap", line -> {});
            deployment.run("apply", line -> {});
            try (Connection standIn = stack.connect();
                    Connection byHand =
                            DriverManager.getConnection("jdbc:duckdb:" + root.resolve("by-hand.duckdb"), new Properties())) {
                FlattenBench bench = new FlattenBench(standIn, byHand, sql);
                bench.seed(ticks, inverters);
                System.out.printf(Locale.ROOT, "%d files, %d readings; load %.1f%n", ticks * FILES, ticks * inverters,
                        SYSTEM.getSystemLoadAverage());
                for (Case each : bench.cases()) {
                    bench.measure(each, rounds);
                }
            }
        }
    }

    private List<Case> cases() throws Exception {
        return List.of(
                new Case(
                        "the product's readings, CALL FLATTEN_INVERTER_DATA()",
                        new Sides(
                                List.of(
                                        "DELETE FROM INVERTER_READINGS",
                                        "DELETE FROM FLATTENED_FILES",
                                        "DELETE FROM INVERTER_DATA_RAW",
                                        "INSERT INTO INVERTER_DATA_RAW SELECT * FROM SEED_READINGS"),
                                List.of("DELETE FROM readings", "DELETE FROM files")),
                        new Sides(List.of("CALL FLATTEN_INVERTER_DATA()"), statements("readings.sql")),
                        "SELECT COUNT(*), ROUND(SUM(PAC)), ROUND(SUM(TOTAL_ENERGY) / 1000), COUNT(EXTRA), MIN(READING_TIME)::VARCHAR FROM %s"),
                new Case(
                        "the same, one record in 300 breaks a rule",
                        new Sides(
                                List.of(
                                        "DELETE FROM INVERTER_READINGS",
                                        "DELETE FROM INVERTER_READINGS_REJECTED",
                                        "DELETE FROM FLATTENED_FILES",
                                        "DELETE FROM INVERTER_DATA_RAW",
                                        """
                                        INSERT INTO INVERTER_DATA_RAW
                                        SELECT FILE_NAME, PARSE_JSON(REPLACE(TO_JSON(JSON_BODY), '"temperature":20,', '"temperature":120,')),
                                          FILE_CONTENT_KEY, FILE_LAST_MODIFIED, START_SCAN_TIME
                                        FROM SEED_READINGS"""),
                                List.of(
                                        "DELETE FROM readings",
                                        "DELETE FROM rejected",
                                        "DELETE FROM files",
                                        "DELETE FROM raw",
                                        "INSERT INTO raw SELECT name, replace(doc, '\"temperature\":20,', '\"temperature\":120,'), scan::TIMESTAMP FROM raw_text")),
                        new Sides(List.of("CALL FLATTEN_INVERTER_DATA()"), statements("readings-and-rejects.sql")),
                        "SELECT COUNT(*), ROUND(SUM(PAC)), ROUND(SUM(TOTAL_ENERGY) / 1000), COUNT(EXTRA), MIN(READING_TIME)::VARCHAR FROM %s"),
                new Case(
                        "nested telemetry, two LATERAL FLATTEN",
                        new Sides(List.of("DELETE FROM SAMPLES"), List.of("DELETE FROM samples")),
                        new Sides(
                                List.of("""
                                        INSERT INTO SAMPLES
                                        SELECT r.DOC:device.id::VARCHAR, r.DOC:device.firmware::VARCHAR, c.VALUE:name::VARCHAR, c.VALUE:unit::VARCHAR,
                                          s.VALUE:t::NUMBER(10, 0), s.VALUE:v::FLOAT, s.VALUE:q::VARCHAR
                                        FROM SEED_NESTED r, LATERAL FLATTEN(INPUT => r.DOC:channels) c, LATERAL FLATTEN(INPUT => c.VALUE:samples) s"""),
                                statements("nested.sql")),
                        "SELECT COUNT(*), ROUND(SUM(V)), SUM(T), COUNT(Q), MIN(DEVICE) FROM %s"));
    }

    private void measure(Case each, int rounds) throws SQLException {
        List<Cost> ours = new ArrayList<>();
        List<Cost> theirs = new ArrayList<>();
        for (int round = 0; round <= rounds; round++) {
            Cost our = cost(standIn, each.prepare().standIn(), each.work().standIn());
            Cost their = cost(byHand, each.prepare().byHand(), each.work().byHand());
            if (round > 0) { // the first warms up
                ours.add(our);
                theirs.add(their);
            }
        }
        String table = each.name().startsWith("nested") ? "SAMPLES" : "INVERTER_READINGS";
        String outcome = row(standIn, each.outcome().formatted(table));
        String expected = row(byHand, each.outcome().formatted(table.equals("SAMPLES") ? table : "readings"));
        if (!outcome.equals(expected)) {
            throw new IllegalStateException(each.name() + ": " + outcome + " beside " + expected + " by hand");
        }
        Cost our = median(ours);
        Cost their = median(theirs);
        System.out.printf(Locale.ROOT,
                "%s%n  stand-in CPU %.2f s, wall %.2f s; by hand CPU %.2f s, wall %.2f s; ratio CPU %.2f, wall %.2f; load %.1f%n",
                each.name(), our.cpu(), our.wall(), their.cpu(), their.wall(), our.cpu() / their.cpu(),
                our.wall() / their.wall(), SYSTEM.getSystemLoadAverage());
    }

    private static Cost median(List<Cost> costs) {
        double[] cpu = costs.stream().mapToDouble(Cost::cpu).sorted().toArray();
        double[] wall = costs.stream().mapToDouble(Cost::wall).sorted().toArray();
        return new Cost(cpu[cpu.length / 2], wall[wall.length / 2]);
    }

    private static Cost cost(Connection connection, List<String> prepare, List<String> work) throws SQLException {
        execute(connection, prepare);
        long cpu = SYSTEM.getProcessCpuTime();
        long wall = System.nanoTime();
        execute(connection, work);
        return new Cost((SYSTEM.getProcessCpuTime() - cpu) / 1e9, (System.nanoTime() - wall) / 1e9);
    }

    private void seed(int ticks, int inverters) throws Exception {
        int perFile = inverters / FILES;
        execute(standIn, List.of(
                "CREATE OR REPLACE TABLE SEED_READINGS LIKE INVERTER_DATA_RAW",
                """
                INSERT INTO SEED_READINGS
                SELECT 'inverters/' || TO_VARCHAR(ANY_VALUE(T), 'YYYY-MM-DD') || '/' || TICK || '_p' || PART || '.json', PARSE_JSON('[' || LISTAGG(RECORD, ',') WITHIN GROUP (ORDER BY N) || ']'), 'k',
                  ANY_VALUE(T), DATEADD(SECOND, 9, ANY_VALUE(T))
                FROM (
                  SELECT N, TICK, PART, T,
                    '{"inverter_id":"INV-' || LPAD(INVERTER, 4, '0') || '","timestamp":"' || TO_VARCHAR(T, 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
                    || '","pac":' || (MOD(N * 7919, 500000) / 100)::NUMBER(10,2) || ',"uac":' || (230 + MOD(N, 50) / 10)::NUMBER(10,1) || ',"iac":' || (MOD(N * 31, 2000) / 100)::NUMBER(10,2)
                    || ',"fac":' || (49.9 + MOD(N, 20) / 100)::NUMBER(10,2) || ',"udc":' || (600 + MOD(N * 13, 1000) / 10)::NUMBER(10,1) || ',"idc":' || (MOD(N * 17, 1000) / 100)::NUMBER(10,2)
                    || ',"pdc":' || (MOD(N * 7919, 500000) / 98)::NUMBER(10,2) || ',"day_energy":' || (MOD(N * 3, 4000000) / 100)::NUMBER(10,2) || ',"total_energy":' || (1234567 + TICK / 7)::NUMBER(12,2)
                    || ',"temperature":' || (20 + MOD(N, 300) / 10)::NUMBER(10,1) || ',"status_code":7,"error_code":0}' AS RECORD
                  FROM (
                    SELECT N, FLOOR(N / %1$d) AS TICK, MOD(N, %1$d) AS INVERTER, FLOOR(MOD(N, %1$d) / %2$d) AS PART,
                      DATEADD(SECOND, FLOOR(N / %1$d) * 20, '2026-06-01'::TIMESTAMP_NTZ) AS T
                    FROM (SELECT ROW_NUMBER() OVER (ORDER BY SEQ4()) - 1 AS N FROM TABLE(GENERATOR(ROWCOUNT => %3$d)))))
                GROUP BY TICK, PART"""
                        .formatted(inverters, perFile, ticks * inverters),
                "CREATE OR REPLACE TABLE SEED_NESTED (NAME VARCHAR, DOC VARIANT)",
                "CREATE OR REPLACE TABLE SAMPLES (DEVICE VARCHAR, FIRMWARE VARCHAR, CHANNEL VARCHAR, UNIT VARCHAR, T NUMBER(10, 0), V FLOAT, Q VARCHAR)",
                // One document: a device with six channels of as many samples as a tick has inverters.
                """
                INSERT INTO SEED_NESTED
                SELECT 'd' || DOCUMENT, PARSE_JSON('{"device":{"id":"dev-' || DOCUMENT || '","firmware":"1.2.3"},"channels":[' || LISTAGG(CHANNEL, ',') || ']}')
                FROM (
                  SELECT DOCUMENT, NUMBER, '{"name":"ch' || NUMBER || '","unit":"V","samples":['
                    || LISTAGG('{"t":' || S || ',"v":' || (MOD(S * 7919 + NUMBER, 100000) / 1000)::NUMBER(10,3) || IFF(MOD(S, 5) = 0, ',"q":"bad"', '') || '}', ',') || ']}' AS CHANNEL
                  FROM (
                    SELECT FLOOR(N / %1$d) AS DOCUMENT, MOD(N, 6) AS NUMBER, FLOOR(MOD(N, %1$d) / 6) AS S
                    FROM (SELECT ROW_NUMBER() OVER (ORDER BY SEQ4()) - 1 AS N FROM TABLE(GENERATOR(ROWCOUNT => %2$d))))
                  GROUP BY DOCUMENT, NUMBER)
                GROUP BY DOCUMENT"""
                        .formatted(6 * inverters, ticks * inverters)));
        execute(byHand, statements("tables.sql"));
        copy("SELECT FILE_NAME, TO_JSON(JSON_BODY), TO_VARCHAR(START_SCAN_TIME, 'YYYY-MM-DD HH24:MI:SS.FF6') FROM SEED_READINGS", "raw_text");
        execute(byHand, List.of("INSERT INTO raw SELECT name, doc, scan::TIMESTAMP FROM raw_text"));
        copy("SELECT NAME, TO_JSON(DOC), NULL FROM SEED_NESTED", "nested");
    }

    private void copy(String query, String table) throws SQLException {
        try (Statement statement = standIn.createStatement();
                ResultSet rows = statement.executeQuery(query);
                var appender = ((DuckDBConnection) byHand).createAppender("main", table)) {
            while (rows.next()) {
                appender.beginRow();
                for (int i = 1; i <= 3; i++) {
                    appender.append(rows.getString(i));
                }
                appender.endRow();
            }
        }
    }

    private List<String> statements(String file) throws Exception {
        return Arrays.stream(Files.readString(sql.resolve(file)).replaceAll("(?m)^--.*\\R", "").split(";\\R"))
                .filter(statement -> !statement.isBlank())
                .toList();
    }

    private static String row(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            List<String> values = new ArrayList<>();
            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                values.add(row.getObject(i) instanceof Number number ? String.valueOf(number.longValue()) : row.getString(i).substring(0, 5));
            }
            return String.join(" | ", values);
        }
    }

    private static void execute(Connection connection, List<String> statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }
}
