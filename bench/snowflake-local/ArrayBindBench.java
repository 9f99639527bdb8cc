import dev.inverterflow.snowflake.local.SnowflakeLocal;
import java.sql.Connection;
import java.sql.Date;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.Properties;

/** An INSERT of a thousand rows as one batch of the driver: numbers, text, a timestamp and a date beside an identity. */
public final class ArrayBindBench {
    private static final int ROWS = 1_000;

    private ArrayBindBench() {}

    public static void main(String[] args) throws Exception {
        int batches = Integer.parseInt(args[0]);
        try (SnowflakeLocal server = SnowflakeLocal.builder().database("DB").schema("S").start();
                Connection connection = connect(server);
                Statement statement = connection.createStatement()) {
            statement.execute("create table t (id int identity, a int, b varchar, c float, d timestamp_ntz, e date)");
            double first = insert(connection);
            double[] millis = new double[batches];
            for (int batch = 0; batch < batches; batch++) {
                millis[batch] = insert(connection);
            }
            Arrays.sort(millis);
            System.out.printf(
                    "array bind of %,d rows: first %.0f ms, p50 %.0f ms, longest %.0f ms (target well under 1,000)%n",
                    ROWS, first, millis[batches / 2], millis[batches - 1]);
        }
        System.exit(0);
    }

    private static Connection connect(SnowflakeLocal server) throws SQLException {
        Properties properties = server.properties();
        properties.setProperty("db", "DB");
        properties.setProperty("schema", "S");
        return DriverManager.getConnection(server.jdbcUrl(), properties);
    }

    /** How long the batch took, in milliseconds. */
    private static double insert(Connection connection) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into t (a, b, c, d, e) values (?, ?, ?, ?, ?)")) {
            for (int row = 0; row < ROWS; row++) {
                insert.setInt(1, row);
                insert.setString(2, "row " + row);
                insert.setDouble(3, row / 2.0);
                insert.setTimestamp(4, new Timestamp(row * 1_000L));
                insert.setDate(5, Date.valueOf("2024-02-29"));
                insert.addBatch();
            }
            long start = System.nanoTime();
            int inserted = Arrays.stream(insert.executeBatch()).sum();
            double millis = (System.nanoTime() - start) / 1e6;
            if (inserted != ROWS) {
                throw new AssertionError(inserted + " rows instead of " + ROWS);
            }
            return millis;
        }
    }
}
