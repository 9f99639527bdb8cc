package dev.inverterflow.snowflake.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What tests reach beside SQL: settings, the clock, events, runs, histories and faults. */
@Tag("driver")
class ServerControlTest {
    private static MovingClockServer server;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() throws SQLException {
        server = MovingClockServer.start();
    }

    @AfterAll
    static void stop() throws SQLException {
        server.close();
    }

    @Test
    void theBuildersSettingsAreThoseOfTheServer() throws Exception {
        var clock = new MovableClock(Instant.parse("2026-11-23T06:00:00Z"));
        try (var snowflake = SnowflakeLocal.builder()
                        .user("somebody")
                        .token("a token")
                        .database("mine")
                        .schema("here")
                        .stageDirectory(folder)
                        .clock(clock)
                        .start();
                var connection = DriverManager.getConnection(snowflake.jdbcUrl(), snowflake.properties())) {
            assertThat(snowflake.properties())
                    .containsEntry("user", "somebody")
                    .containsEntry("password", "a token")
                    .containsEntry("account", snowflake.account());
            assertThat(snowflake.jdbcUrl()).isEqualTo("jdbc:snowflake://http://127.0.0.1:" + snowflake.port());
            var file = Files.writeString(folder.resolve("file.txt"), "content");
            for (var sql : List.of("USE SCHEMA mine.here", "CREATE STAGE st", "PUT 'file://" + file + "' @st")) {
                try (var statement = connection.createStatement()) {
                    statement.execute(sql);
                }
            }
            try (var files = Files.walk(folder)) {
                assertThat(files.map(Path::getFileName).map(Path::toString)).contains("file.txt.gz");
            }
            clock.advance(Duration.ofDays(1));
            assertThat(MovingClockServer.rows(
                            connection, "SELECT TO_CHAR(SYSDATE(), 'YYYY-MM-DD HH24:MI'), CURRENT_USER()"))
                    .containsExactly(List.of("2026-11-24 06:00", "SOMEBODY"));
        }
    }

    @Test
    void settingsThatCannotBeAreRefusedAtOnce() {
        assertThatThrownBy(() -> SnowflakeLocal.builder().port(65_536)).hasMessageContaining("65536");
        assertThatThrownBy(() -> SnowflakeLocal.builder().taskClockSpeed(0)).hasMessageContaining("above 0");
        assertThatThrownBy(() -> SnowflakeLocal.builder().schema("s").start()).hasMessageContaining("needs a database");
        assertThatThrownBy(() -> server.clock().advance(Duration.ofSeconds(-1)))
                .hasMessageContaining("must not be negative");
    }

    @Test
    void aTaskRunsNowAlsoIfItIsSuspended() throws SQLException {
        server.execute("CREATE TABLE log (entry VARCHAR)");
        server.execute("CREATE TASK now AS INSERT INTO log VALUES ('now')");

        server.snowflake().runTask("DB.SC.NOW");
        await().until(server::idle);

        assertThat(server.rows("SELECT * FROM log")).containsExactly(List.of("now"));
        assertThatThrownBy(() -> server.snowflake().runTask("DB.SC.NOWHERE"))
                .isInstanceOf(SnowflakeLocalException.class)
                .hasMessageContaining("NOWHERE");
    }

    @Test
    void runsOfATaskFailAsOftenAsOrderedAndTheHistorySaysWhy() throws SQLException {
        server.execute("CREATE TASK flaky AS SELECT 1");
        server.snowflake().faults().failTaskRuns("flaky", 1, "no sun");
        for (int run = 0; run < 2; run++) {
            server.snowflake().runTask("DB.SC.FLAKY");
            await().until(server::idle);
            server.clock().advance(Duration.ofSeconds(1));
        }
        assertThat(server.rows("SELECT STATE, COALESCE(ERROR_MESSAGE, '') FROM TABLE(INFORMATION_SCHEMA.TASK_HISTORY("
                        + "TASK_NAME => 'FLAKY')) ORDER BY SCHEDULED_TIME"))
                .containsExactly(List.of("FAILED", "no sun"), List.of("SUCCEEDED", ""));
        assertThatThrownBy(() -> server.snowflake().faults().failTaskRuns("flaky", -1, "x"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theTimesOfFilesMayBeAnotherZonesWallClock() throws Exception {
        var file = Files.writeString(folder.resolve("times.json"), "1");
        server.execute("CREATE STAGE times FILE_FORMAT = (TYPE = JSON)");
        server.execute("PUT 'file://" + file + "' @times");
        var modified = "SELECT DISTINCT METADATA$FILE_LAST_MODIFIED FROM @times";
        var before = server.rows("SELECT DATEADD(HOUR, 9, MAX(METADATA$FILE_LAST_MODIFIED)) FROM @times");

        server.snowflake().faults().fileTimesIn(ZoneId.of("Asia/Tokyo"));

        assertThat(server.rows(modified)).isEqualTo(before);
        server.snowflake().faults().fileTimesIn(ZoneOffset.UTC);
        assertThat(server.rows(modified)).isNotEqualTo(before);
    }

    @Test
    void aMessageThatIsNoEventIsCountedAndDropped() {
        long before = server.snowflake().droppedS3Events();
        server.snowflake().deliverS3Event("{\"not\": \"an event\"}");
        assertThat(server.snowflake().droppedS3Events()).isEqualTo(before + 1);
        assertThat(server.idle()).isTrue();
    }
}
