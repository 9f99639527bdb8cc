import dev.inverterflow.local.stack.Deployment;
import dev.inverterflow.local.stack.Distribution;
import dev.inverterflow.local.stack.LocalStack;
import dev.inverterflow.local.stack.Workspace;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;

/**
 * A backlog of days in one call of FLATTEN_INVERTER_DATA: a tick every 20 s, four files a tick, and in the last file one
 * reading of ten years before. Arguments: days, inverters.
 */
public final class BacklogBench {
    private static final int TICKS = 4320;
    private static final int FILES = 4;

    public static void main(String[] arguments) throws Exception {
        int days = Integer.parseInt(arguments[0]);
        int inverters = Integer.parseInt(arguments[1]);
        Path root = Files.createTempDirectory("backlog-bench-");
        try (Workspace workspace = Workspace.open(root);
                LocalStack stack = LocalStack.start(workspace, Distribution.find(), LocalStack.Ports.free())) {
            Deployment deployment = Deployment.of(stack, workspace, () -> false);
            deployment.run("bootstrap", line -> {});
            deployment.run("apply", line -> {});
            try (Connection connection = stack.connect()) {
                for (int day = 0; day < days; day++) {
                    execute(connection, day(day, inverters));
                }
                execute(connection, """
                        INSERT INTO INVERTER_DATA_RAW (FILE_NAME, JSON_BODY, START_SCAN_TIME)
                        SELECT 'inverters/old.json', PARSE_JSON('[{"inverter_id":"INV-0001","timestamp":"2016-07-02T00:00:00Z","pac":1,"day_energy":1,"total_energy":1,"temperature":1,"status_code":7,"error_code":0}]'),
                          '2026-06-30 12:00:00'::TIMESTAMP_NTZ""");
                resetPeaks();
                long begun = System.nanoTime();
                String result = text(connection, "CALL FLATTEN_INVERTER_DATA()").replaceAll("\\s+", " ");
                double seconds = (System.nanoTime() - begun) / 1e9;
                long readings = Long.parseLong(text(connection, "SELECT COUNT(*) FROM INVERTER_READINGS"));
                System.out.printf(Locale.ROOT, "%d days, %d inverters: %s%n%.1f s, %.0f readings/s, heap at most %d MB, load %.1f%n",
                        days, inverters, result, seconds, readings / seconds, peak() >> 20,
                        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
                if (readings != (long) days * TICKS * inverters + 1) {
                    throw new IllegalStateException(readings + " readings");
                }
                // The same once more finds nothing, and one late file costs no more for all that is in the table.
                begun = System.nanoTime();
                execute(connection, "CALL FLATTEN_INVERTER_DATA()");
                System.out.printf(Locale.ROOT, "nothing new: %.2f s%n", (System.nanoTime() - begun) / 1e9);
            }
        }
    }

    private static String day(int day, int inverters) {
        return """
                INSERT INTO INVERTER_DATA_RAW (FILE_NAME, JSON_BODY, START_SCAN_TIME)
                SELECT 'inverters/' || TICK || '_p' || PART || '.json', PARSE_JSON('[' || LISTAGG(RECORD, ',') || ']'), DATEADD(SECOND, 9, ANY_VALUE(T))
                FROM (
                  SELECT TICK, PART, T,
                    '{"inverter_id":"INV-' || LPAD(INVERTER, 4, '0') || '","timestamp":"' || TO_VARCHAR(T, 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
                    || '","pac":' || (MOD(N * 7919, 500000) / 100)::NUMBER(10,2) || ',"uac":230.1,"iac":' || (MOD(N * 31, 2000) / 100)::NUMBER(10,2)
                    || ',"fac":50.02,"udc":' || (600 + MOD(N * 13, 1000) / 10)::NUMBER(10,1) || ',"idc":8.5,"pdc":' || (MOD(N * 7919, 500000) / 98)::NUMBER(10,2)
                    || ',"day_energy":' || (MOD(N * 3, 4000000) / 100)::NUMBER(10,2) || ',"total_energy":' || (1234567 + TICK)::NUMBER(12,2)
                    || ',"temperature":' || (20 + MOD(N, 300) / 10)::NUMBER(10,1) || ',"status_code":7,"error_code":0}' AS RECORD
                  FROM (
                    SELECT N, %3$d * %4$d + FLOOR(N / %1$d) AS TICK, MOD(N, %1$d) AS INVERTER, FLOOR(MOD(N, %1$d) / %2$d) AS PART,
                      DATEADD(SECOND, (%3$d * %4$d + FLOOR(N / %1$d)) * 20, '2026-06-01'::TIMESTAMP_NTZ) AS T
                    FROM (SELECT ROW_NUMBER() OVER (ORDER BY SEQ4()) - 1 AS N FROM TABLE(GENERATOR(ROWCOUNT => %5$d)))))
                GROUP BY TICK, PART""".formatted(inverters, inverters / FILES, day, TICKS, TICKS * inverters);
    }

    private static void resetPeaks() {
        System.gc();
        ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
    }

    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
    }

    private static String text(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
