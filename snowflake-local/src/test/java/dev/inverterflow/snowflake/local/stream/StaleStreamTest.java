package dev.inverterflow.snowflake.local.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.inverterflow.snowflake.local.MovingClockServer;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Streams that nobody consumes, on a clock that is moved by weeks. */
class StaleStreamTest {
    private MovingClockServer server;

    @BeforeEach
    void start() throws SQLException {
        server = MovingClockServer.start();
        server.execute("CREATE TABLE t (v INTEGER)");
        server.execute("CREATE TABLE sink (v INTEGER)");
        server.execute("CREATE STREAM s ON TABLE t APPEND_ONLY = TRUE");
    }

    @AfterEach
    void stop() throws SQLException {
        server.close();
    }

    @Test
    void aStreamIsStaleWhenItsTablesRetentionIsOver() throws SQLException {
        server.execute("INSERT INTO t VALUES (1)");
        server.clock().advance(Duration.ofDays(14));
        assertThat(server.rows("SELECT v FROM s")).containsExactly(List.of("1"));
        assertThat(stale()).isEqualTo("false");

        server.clock().advance(Duration.ofSeconds(1));

        assertThat(stale()).isEqualTo("true");
        assertThatThrownBy(() -> server.rows("SELECT v FROM s")).hasMessageContaining("Stream S is stale");
        assertThatThrownBy(() -> server.rows("SELECT SYSTEM$STREAM_HAS_DATA('S')"))
                .hasMessageContaining("Stream S is stale");
    }

    @Test
    void consumingAndLookingAtAnEmptyStreamKeepItFresh() throws SQLException {
        for (int week = 0; week < 5; week++) {
            server.clock().advance(Duration.ofDays(10));
            if (week % 2 == 0) {
                server.execute("INSERT INTO t VALUES (1)");
                server.execute("INSERT INTO sink SELECT v FROM s");
            } else {
                assertThat(server.rows("SELECT SYSTEM$STREAM_HAS_DATA('S')")).containsExactly(List.of("FALSE"));
            }
        }

        assertThat(stale()).isEqualTo("false");
        assertThat(server.rows("SELECT v FROM sink")).hasSize(3);
    }

    private String stale() throws SQLException {
        return server.rows("SHOW STREAMS").get(0).get(10);
    }
}
