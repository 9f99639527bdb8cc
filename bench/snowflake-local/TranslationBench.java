import dev.inverterflow.snowflake.local.SnowflakeLocal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Properties;

/**
 * Translation of a statement of one page: EXPLAIN LOCAL parses, analyses and emits without running, and answers the engine's SQL. Its time
 * through the driver less that of EXPLAIN LOCAL of a literal whose answer is as long is the page's translation; less that of EXPLAIN LOCAL
 * SELECT 1 it is the translation and the passage of the longer texts both ways. The literal's own text is longer than the page, by what
 * the engine's SQL is longer, so the truth is between the two, near the first.
 */
public final class TranslationBench {
    private static final int ROUNDS = 5;

    private static final String[] TABLES = {
        "CREATE TABLE raw (payload VARIANT, file_name VARCHAR, last_modified TIMESTAMP_NTZ, row_number NUMBER)",
        "CREATE TABLE reading (inverter_id VARCHAR, read_at TIMESTAMP_NTZ, pac_w NUMBER(12,3), day_energy_wh NUMBER(18,3),"
                + " fault_code NUMBER, file_name VARCHAR, row_index NUMBER)",
        "CREATE TABLE inverter (inverter_id VARCHAR, site_id VARCHAR, rated_power_w NUMBER(12,0))"
    };

    private static final String PAGE =
            """
            WITH record AS (
                SELECT
                    raw.file_name,
                    raw.row_number,
                    raw.last_modified,
                    item.index AS row_index,
                    item.value AS record,
                    COALESCE(
                        TRY_TO_TIMESTAMP_NTZ(item.value:ts::VARCHAR),
                        DATEADD(second, -20, raw.last_modified)
                    ) AS read_at,
                    TRY_TO_NUMBER(item.value:pac_w::VARCHAR, 12, 3) AS pac_w,
                    item.value:id::VARCHAR AS inverter_id,
                    IFF(IS_INTEGER(item.value:fault_code), item.value:fault_code::NUMBER, NULL) AS fault_code
                FROM raw,
                    LATERAL FLATTEN(INPUT => raw.payload, OUTER => FALSE) AS item
                WHERE raw.last_modified >= DATEADD(day, -7, CURRENT_TIMESTAMP())::TIMESTAMP_NTZ
                    AND TYPEOF(item.value) = 'OBJECT'
                QUALIFY ROW_NUMBER() OVER (
                    PARTITION BY item.value:id::VARCHAR, item.value:ts::VARCHAR
                    ORDER BY raw.last_modified, raw.file_name, item.index
                ) = 1
            ),
            judged AS (
                SELECT
                    record.*,
                    inverter.site_id,
                    CASE
                        WHEN record.pac_w IS NULL THEN 'PAC_MISSING'
                        WHEN record.pac_w < 0 THEN 'PAC_NEGATIVE'
                        WHEN record.pac_w > inverter.rated_power_w * 1.2 THEN 'PAC_ABOVE_RATED'
                    END AS reason
                FROM record
                LEFT JOIN inverter ON inverter.inverter_id = record.inverter_id
                WHERE NOT EXISTS (
                    SELECT 1 FROM reading
                    WHERE reading.inverter_id = record.inverter_id AND reading.read_at = record.read_at
                )
            )
            SELECT
                site_id,
                DATE_TRUNC('hour', read_at) AS hour_utc,
                COUNT(*) AS readings,
                COUNT_IF(reason IS NOT NULL) AS refused,
                ROUND(AVG(pac_w), 1) AS mean_pac_w,
                APPROX_PERCENTILE(pac_w, 0.95) AS p95_pac_w,
                LISTAGG(DISTINCT reason, ', ') WITHIN GROUP (ORDER BY reason) AS reasons,
                SUM(COUNT(*)) OVER (PARTITION BY site_id ORDER BY DATE_TRUNC('hour', read_at)) AS so_far
            FROM judged
            GROUP BY site_id, DATE_TRUNC('hour', read_at)
            HAVING COUNT(*) > 0
            ORDER BY site_id, hour_utc
            """;

    private TranslationBench() {}

    public static void main(String[] args) throws Exception {
        int statements = Integer.parseInt(args[0]);
        try (SnowflakeLocal server = SnowflakeLocal.builder().database("DB").schema("S").start();
                Connection connection = connect(server);
                Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
                statement.execute(table);
            }
            String literal = "SELECT '" + "x".repeat(engineSql(statement).length()) + "'";
            double[] ofPage = new double[ROUNDS];
            double[] ofLiteral = new double[ROUNDS];
            double[] ofConstant = new double[ROUNDS];
            for (int round = -1; round < ROUNDS; round++) {
                // The first is to warm up; what it measured is written over.
                int place = Math.max(round, 0);
                ofPage[place] = round(statement, PAGE, statements);
                ofLiteral[place] = round(statement, literal, statements);
                ofConstant[place] = round(statement, "SELECT 1", statements);
            }
            System.out.printf(
                    "EXPLAIN LOCAL of %d lines, p50: %.2f ms, of a literal whose answer is as long: %.2f ms, difference %.2f ms"
                            + " (target 1.0); of SELECT 1: %.2f ms, difference %.2f ms%n",
                    PAGE.lines().count(),
                    median(ofPage),
                    median(ofLiteral),
                    median(ofPage) - median(ofLiteral),
                    median(ofConstant),
                    median(ofPage) - median(ofConstant));
        }
        System.exit(0);
    }

    private static Connection connect(SnowflakeLocal server) throws SQLException {
        Properties properties = server.properties();
        properties.setProperty("db", "DB");
        properties.setProperty("schema", "S");
        return DriverManager.getConnection(server.jdbcUrl(), properties);
    }

    private static String engineSql(Statement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery("EXPLAIN LOCAL " + PAGE)) {
            if (!rows.next()) {
                throw new AssertionError("no engine SQL");
            }
            return rows.getString(1);
        }
    }

    /** Half of the statements of a round are faster than this, in milliseconds; each text is new, so that no cache can answer. */
    private static double round(Statement statement, String query, int statements) throws SQLException {
        double[] millis = new double[statements];
        for (int number = 0; number < statements; number++) {
            String text = "EXPLAIN LOCAL " + query.replaceFirst("SELECT", "SELECT /* " + System.nanoTime() + " */");
            long start = System.nanoTime();
            try (ResultSet rows = statement.executeQuery(text)) {
                if (!rows.next()) {
                    throw new AssertionError("no engine SQL");
                }
            }
            millis[number] = (System.nanoTime() - start) / 1e6;
        }
        return median(millis);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
