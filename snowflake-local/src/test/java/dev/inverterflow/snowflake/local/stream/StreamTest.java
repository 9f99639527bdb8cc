package dev.inverterflow.snowflake.local.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.inverterflow.snowflake.local.MovingServer;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Append-only streams through the driver. */
@Tag("driver")
class StreamTest {
    private MovingServer server;

    @BeforeEach
    void start() throws Exception {
        server = MovingServer.start();
        server.execute("CREATE TABLE t (v INTEGER)");
        server.execute("INSERT INTO t VALUES (0)");
        server.execute("CREATE STREAM s ON TABLE t APPEND_ONLY = TRUE");
        server.execute("CREATE TABLE sink (v INTEGER)");
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    @Test
    void showsWhatWasInsertedSinceItWasMade() throws SQLException {
        server.execute("INSERT INTO t VALUES (1), (2)");

        assertThat(server.rows("SELECT v, METADATA$ACTION, METADATA$ISUPDATE FROM s ORDER BY v"))
                .containsExactly(List.of("1", "INSERT", "FALSE"), List.of("2", "INSERT", "FALSE"));
        assertThat(server.rows("SELECT DISTINCT METADATA$ROW_ID FROM s")).hasSize(2);
    }

    @Test
    void aSelectDoesNotMoveTheOffsetAndACommittedInsertDoes() throws SQLException {
        server.execute("INSERT INTO t VALUES (1)");
        assertThat(server.rows("SELECT v FROM s")).hasSize(1);
        assertThat(hasData()).isTrue();

        server.execute("INSERT INTO sink SELECT v FROM s");

        assertThat(server.rows("SELECT v FROM s")).isEmpty();
        assertThat(hasData()).isFalse();
        server.execute("INSERT INTO t VALUES (2)");
        assertThat(server.rows("SELECT v FROM s")).containsExactly(List.of("2"));
    }

    @Test
    void anInsertThatFiltersEverythingStillConsumes() throws SQLException {
        server.execute("INSERT INTO t VALUES (1)");

        server.execute("INSERT INTO sink SELECT v FROM s WHERE v > 10");

        assertThat(hasData()).isFalse();
    }

    @Test
    void severalStatementsOfOneTransactionReadTheSameRows() throws Exception {
        server.execute("INSERT INTO t VALUES (1)");
        try (var session = server.connect()) {
            session.execute("BEGIN");
            session.execute("INSERT INTO sink SELECT v FROM s");
            server.execute("INSERT INTO t VALUES (2)");
            assertThat(session.rows("SELECT v FROM s")).containsExactly(List.of("1"));
            session.execute("INSERT INTO sink SELECT v + 10 FROM s");
            session.execute("COMMIT");
        }

        assertThat(server.rows("SELECT v FROM sink ORDER BY v")).containsExactly(List.of("1"), List.of("11"));
        assertThat(server.rows("SELECT v FROM s")).containsExactly(List.of("2"));
    }

    @Test
    void aRolledBackConsumerLeavesTheOffset() throws Exception {
        server.execute("INSERT INTO t VALUES (1)");
        try (var session = server.connect()) {
            session.execute("BEGIN");
            session.execute("INSERT INTO sink SELECT v FROM s");
            session.execute("ROLLBACK");
        }

        assertThat(server.rows("SELECT v FROM s")).containsExactly(List.of("1"));
    }

    @Test
    void rowsInsertedEarlyAndCommittedLateAreNotLost() throws Exception {
        try (var early = server.connect()) {
            early.execute("BEGIN");
            early.execute("INSERT INTO t VALUES (1)");
            server.execute("INSERT INTO t VALUES (2)");
            server.execute("INSERT INTO sink SELECT v FROM s");
            assertThat(server.rows("SELECT v FROM sink")).containsExactly(List.of("2"));
            early.execute("COMMIT");
        }

        assertThat(server.rows("SELECT v FROM s")).containsExactly(List.of("1"));
    }

    @Test
    void twoStreamsOnOneTableHaveOffsetsOfTheirOwn() throws SQLException {
        server.execute("CREATE STREAM other ON TABLE t APPEND_ONLY = TRUE");
        server.execute("INSERT INTO t VALUES (1)");

        server.execute("INSERT INTO sink SELECT v FROM s");

        assertThat(server.rows("SELECT v FROM s")).isEmpty();
        assertThat(server.rows("SELECT v FROM other")).containsExactly(List.of("1"));
    }

    @Test
    void aMergeConsumesAsWell() throws SQLException {
        server.execute("INSERT INTO t VALUES (1)");

        server.execute("MERGE INTO sink USING (SELECT v FROM s) AS n ON sink.v = n.v"
                + " WHEN NOT MATCHED THEN INSERT (v) VALUES (n.v)");

        assertThat(hasData()).isFalse();
        assertThat(server.rows("SELECT v FROM sink")).containsExactly(List.of("1"));
    }

    @Test
    void aReplacedTableLeavesTheStreamStale() throws SQLException {
        server.execute("CREATE OR REPLACE TABLE t (v INTEGER)");

        assertThatThrownBy(() -> server.rows("SELECT v FROM s"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("cannot read from stream 'S'");
        assertThat(server.rows("SHOW STREAMS"))
                .singleElement()
                .satisfies(stream -> assertThat(stream.get(10)).isEqualTo("true"));
    }

    @Test
    void showStreamsTellsTableAndMode() throws SQLException {
        assertThat(server.rows("SHOW STREAMS LIKE 's'")).singleElement().satisfies(stream -> {
            assertThat(stream.get(1)).isEqualTo("S");
            assertThat(stream.get(6)).isEqualTo("DB.SC.T");
            assertThat(stream.get(10)).isEqualTo("false");
            assertThat(stream.get(11)).isEqualTo("APPEND_ONLY");
        });
        server.execute("DROP STREAM s");
        assertThat(server.rows("SHOW STREAMS")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE STREAM x ON TABLE t",
                "CREATE STREAM x ON TABLE t APPEND_ONLY = FALSE",
                "CREATE STREAM x ON TABLE t APPEND_ONLY = TRUE SHOW_INITIAL_ROWS = TRUE",
            })
    void otherKindsOfStreamsAreRefusedByName(String statement) throws SQLException {
        assertThatThrownBy(() -> server.execute(statement))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("not supported by snowflake-local");
        server.execute("CREATE STREAM x ON TABLE t APPEND_ONLY = TRUE SHOW_INITIAL_ROWS = FALSE");
    }

    private boolean hasData() throws SQLException {
        return Boolean.parseBoolean(
                server.rows("SELECT SYSTEM$STREAM_HAS_DATA('S')").get(0).get(0));
    }
}
