package dev.inverterflow.snowflake.local.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.inverterflow.snowflake.local.MovableClock;
import dev.inverterflow.snowflake.local.SnowflakeLocal;
import dev.inverterflow.snowflake.local.SnowflakeLocalException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tasks on a clock that stands still until it is moved. */
class MovedClockTest {
    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-23T06:00:00Z"));
    private SnowflakeLocal snowflake;
    private Connection connection;

    @BeforeEach
    void start() throws SQLException {
        snowflake = SnowflakeLocal.builder().database("DB").clock(clock).start();
        var properties = snowflake.properties();
        properties.setProperty("db", "DB");
        properties.setProperty("schema", "PUBLIC");
        connection = DriverManager.getConnection(snowflake.jdbcUrl(), properties);
        execute("CREATE TABLE sink (v TIMESTAMP_NTZ)");
        execute("CREATE TASK hourly SCHEDULE = '60 MINUTES' AS INSERT INTO sink SELECT SYSDATE()");
        execute("ALTER TASK hourly RESUME");
    }

    @AfterEach
    void stop() throws SQLException {
        connection.close();
        snowflake.close();
    }

    @Test
    void aScheduledTaskRunsWhenTheClockReachesItsTimeAndNotBefore() throws SQLException {
        clock.advance(Duration.ofMinutes(59));
        assertThat(snowflake.idle()).isTrue();
        assertThat(runs()).isZero();

        clock.advance(Duration.ofMinutes(1));

        await().until(this::runs, count -> count == 1);
        assertThat(text("SELECT MAX(v)::VARCHAR FROM sink")).startsWith("2026-11-23 07:00:00");
        assertThat(text("SELECT SCHEDULED_TIME = '2026-11-23 07:00:00 +00:00'::TIMESTAMP_LTZ"
                        + " FROM TABLE(INFORMATION_SCHEMA.TASK_HISTORY()) WHERE STATE = 'SUCCEEDED'"))
                .isEqualTo("TRUE");
        assertThat(text("SELECT SCHEDULED_TIME = '2026-11-23 08:00:00 +00:00'::TIMESTAMP_LTZ AND QUERY_ID IS NULL"
                        + " FROM TABLE(INFORMATION_SCHEMA.TASK_HISTORY()) WHERE STATE = 'SCHEDULED'"))
                .isEqualTo("TRUE");
    }

    @Test
    void aTaskCanBeRunNowFromOutsideOfSql() throws SQLException {
        execute("ALTER TASK hourly SUSPEND");

        snowflake.runTask("DB.PUBLIC.HOURLY");

        await().until(this::runs, count -> count == 1);
        assertThatThrownBy(() -> snowflake.runTask("DB.PUBLIC.NOPE"))
                .isInstanceOf(SnowflakeLocalException.class)
                .hasMessageContaining("Task 'DB.PUBLIC.NOPE' does not exist");
    }

    @Test
    void runsThatWereMissedWhileTheClockJumpedAreNotMadeUpFor() throws SQLException {
        clock.advance(Duration.ofHours(5));
        await().until(this::runs, count -> count == 1);
        await().until(snowflake::idle);

        clock.advance(Duration.ofHours(1));

        await().until(this::runs, count -> count == 2);
    }

    private int runs() throws SQLException {
        return Integer.parseInt(text("SELECT COUNT(*) FROM sink"));
    }

    private String text(String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            return row.next() ? row.getString(1) : "";
        }
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
