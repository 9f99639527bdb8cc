package dev.inverterflow.snowflake.local;

import dev.inverterflow.snowflake.local.usage.UsageLag;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;

/**
 * A server with a database DB, a schema SC and a clock that stands at 2026-11-23 06:00 UTC until it is moved; spoken to
 * through the driver. The session's time zone is not UTC, so that a wrong conversion shows.
 */
public final class MovingClockServer implements AutoCloseable {
    static {
        // What tests wait for comes soon, but not on a crowded machine.
        Awaitility.setDefaultTimeout(Duration.ofMinutes(1));
    }

    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-23T06:00:00Z"));
    private final SnowflakeLocal snowflake;
    private final Connection connection;

    private MovingClockServer(UsageLag lag) throws SQLException {
        snowflake = SnowflakeLocal.builder()
                .database("DB")
                .schema("SC")
                .clock(clock)
                .usageLag(lag)
                .start();
        connection = connect();
    }

    public static MovingClockServer start() throws SQLException {
        return new MovingClockServer(UsageLag.NONE);
    }

    public static MovingClockServer start(UsageLag lag) throws SQLException {
        return new MovingClockServer(lag);
    }

    public MovableClock clock() {
        return clock;
    }

    public SnowflakeLocal snowflake() {
        return snowflake;
    }

    /** Another session of the same user; the caller closes it. */
    public Connection connect() throws SQLException {
        var properties = snowflake.properties();
        properties.setProperty("db", "DB");
        properties.setProperty("schema", "SC");
        properties.setProperty("TIMEZONE", "America/Los_Angeles");
        return DriverManager.getConnection(snowflake.jdbcUrl(), properties);
    }

    public void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The rows of an answer, each value as text. */
    public List<List<String>> rows(String sql) throws SQLException {
        return rows(connection, sql);
    }

    public static List<List<String>> rows(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var answer = statement.executeQuery(sql)) {
            var rows = new ArrayList<List<String>>();
            while (answer.next()) {
                var row = new ArrayList<String>();
                for (int column = 1; column <= answer.getMetaData().getColumnCount(); column++) {
                    row.add(answer.getString(column));
                }
                rows.add(row);
            }
            return rows;
        }
    }

    /** Whether nothing is being loaded or run and nothing is due. */
    public boolean idle() {
        return snowflake.idle();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
        snowflake.close();
    }
}
