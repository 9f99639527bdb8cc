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

/** Streams through the driver: how all of them are made and consumed, and what append-only ones show. */
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

    /** docs.snowflake.com/en/sql-reference/sql/begin: "queried at the stream advance point … when the transaction began" */
    @Test
    void aTransactionReadsAStreamAsItWasWhenItBegan() throws Exception {
        server.execute("CREATE STREAM initial ON TABLE t APPEND_ONLY = TRUE SHOW_INITIAL_ROWS = TRUE");
        server.execute("INSERT INTO t VALUES (1)");
        try (var session = server.connect()) {
            session.execute("BEGIN");
            server.execute("INSERT INTO t VALUES (2)");
            session.execute("INSERT INTO sink VALUES (-1)");
            server.execute("INSERT INTO t VALUES (3)");
            assertThat(session.rows("SELECT v FROM t ORDER BY v")).hasSize(4);
            assertThat(session.rows("SELECT v FROM s")).containsExactly(List.of("1"));
            assertThat(session.rows("SELECT v FROM initial ORDER BY v")).containsExactly(List.of("0"), List.of("1"));
            session.execute("INSERT INTO sink SELECT v FROM s");
            session.execute("INSERT INTO sink SELECT v + 10 FROM initial");
            session.execute("COMMIT");
            assertThat(session.rows("SELECT v FROM s ORDER BY v")).containsExactly(List.of("2"), List.of("3"));
            assertThat(session.rows("SELECT v FROM initial ORDER BY v")).containsExactly(List.of("2"), List.of("3"));
        }
        assertThat(server.rows("SELECT v FROM sink ORDER BY v"))
                .containsExactly(List.of("-1"), List.of("1"), List.of("10"), List.of("11"));
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

    @Test
    void anAppendOnlyStreamShowsWhatWasAddedWhateverBecameOfIt() throws SQLException {
        server.execute("INSERT INTO t VALUES (1), (2), (3)");
        var ids = server.rows("SELECT v, METADATA$ROW_ID FROM s ORDER BY v");

        server.execute("UPDATE t SET v = 20 WHERE v = 2");
        server.execute("DELETE FROM t WHERE v = 3");
        server.execute("UPDATE t SET v = 21 WHERE v = 20");
        assertThat(server.rows("SELECT v, METADATA$ROW_ID FROM s ORDER BY v")).isEqualTo(ids);
        server.execute("TRUNCATE TABLE t");
        server.execute("INSERT INTO t VALUES (4)");

        assertThat(server.rows("SELECT v FROM s ORDER BY v"))
                .containsExactly(List.of("1"), List.of("2"), List.of("3"), List.of("4"));
        server.execute("INSERT INTO sink SELECT v FROM s");
        assertThat(hasData()).isFalse();
        server.execute("DELETE FROM t");
        assertThat(hasData()).as("a row it is past").isFalse();
    }

    @Test
    void aRolledBackDeletionLeavesAnAppendOnlyStreamAsItWas() throws Exception {
        server.execute("INSERT INTO t VALUES (1)");
        try (var session = server.connect()) {
            session.execute("BEGIN");
            session.execute("DELETE FROM t");
            assertThat(session.rows("SELECT v FROM s")).containsExactly(List.of("1"));
            session.execute("ROLLBACK");
        }

        assertThat(server.rows("SELECT v FROM s")).containsExactly(List.of("1"));
    }

    @Test
    void anAppendOnlyStreamFollowsItsTableThroughColumnsAndNames() throws SQLException {
        server.execute("INSERT INTO t VALUES (1)");
        server.execute("ALTER TABLE t ADD COLUMN w VARCHAR");
        server.execute("INSERT INTO t VALUES (2, 'two')");
        server.execute("DELETE FROM t");
        server.execute("ALTER TABLE t RENAME TO t2");
        server.execute("INSERT INTO t2 VALUES (3, 'three')");

        assertThat(server.rows("SELECT v, COALESCE(w, '-') FROM s ORDER BY v"))
                .containsExactly(List.of("1", "-"), List.of("2", "two"), List.of("3", "three"));
        assertThat(server.rows("SHOW STREAMS").get(0).get(6)).isEqualTo("DB.SC.T2");
    }

    @Test
    void initialRowsAreShownUntilTheStreamIsConsumed() throws SQLException {
        for (var mode : List.of("APPEND_ONLY = TRUE", "APPEND_ONLY = FALSE")) {
            server.execute("CREATE OR REPLACE TABLE t (v INTEGER)");
            server.execute("INSERT INTO t VALUES (0)");
            server.execute("CREATE OR REPLACE STREAM i ON TABLE t SHOW_INITIAL_ROWS = TRUE " + mode);
            server.execute("INSERT INTO t VALUES (1)");
            assertThat(server.rows("SELECT v, METADATA$ACTION, METADATA$ISUPDATE FROM i ORDER BY v"))
                    .as(mode)
                    .containsExactly(List.of("0", "INSERT", "FALSE"), List.of("1", "INSERT", "FALSE"));
            server.execute("INSERT INTO sink SELECT v FROM i");
            assertThat(server.rows("SELECT v FROM i")).as(mode).isEmpty();
            server.execute("INSERT INTO t VALUES (2)");
            assertThat(server.rows("SELECT v FROM i")).as(mode).containsExactly(List.of("2"));
        }
    }

    @Test
    void aStreamCanBeReplacedWithoutLosingItsPlace() throws SQLException {
        server.execute("CREATE STREAM d ON TABLE t");
        server.execute("INSERT INTO t VALUES (1)");

        server.execute("CREATE OR REPLACE STREAM s ON TABLE t AT (STREAM => 's') APPEND_ONLY = TRUE");
        server.execute("CREATE OR REPLACE STREAM d ON TABLE t AT (STREAM => 'd')");
        server.execute("CREATE STREAM late ON TABLE t APPEND_ONLY = TRUE");

        assertThat(server.rows("SELECT v FROM s")).containsExactly(List.of("1"));
        assertThat(server.rows("SELECT v FROM d")).containsExactly(List.of("1"));
        assertThat(server.rows("SELECT v FROM late")).isEmpty();
        assertThatThrownBy(() -> server.execute("CREATE STREAM x ON TABLE t AT (OFFSET => -60) APPEND_ONLY = TRUE"))
                .hasMessageContaining("not supported by snowflake-local");
        server.execute("CREATE VIEW w AS SELECT * FROM t");
        assertThatThrownBy(() -> server.execute("CREATE STREAM x ON VIEW w"))
                .hasMessageContaining("not supported by snowflake-local: a stream ON VIEW");
    }

    @Test
    void theTimestampOfAStreamIsThatOfItsOffset() throws SQLException {
        assertThat(server.rows("SELECT TO_TIMESTAMP_NTZ(SYSTEM$STREAM_GET_TABLE_TIMESTAMP('S')::NUMBER, 9)"
                        + " BETWEEN DATEADD(MINUTE, -5, SYSDATE()) AND SYSDATE()"))
                .containsExactly(List.of("TRUE"));
    }

    private boolean hasData() throws SQLException {
        return Boolean.parseBoolean(
                server.rows("SELECT SYSTEM$STREAM_HAS_DATA('S')").get(0).get(0));
    }
}
