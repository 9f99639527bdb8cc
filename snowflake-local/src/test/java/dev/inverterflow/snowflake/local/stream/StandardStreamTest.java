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

/** Streams that show all changes, through the driver. */
@Tag("driver")
class StandardStreamTest {
    private MovingServer server;

    @BeforeEach
    void start() throws Exception {
        server = MovingServer.start();
        server.execute("CREATE TABLE t (v INTEGER)");
        server.execute("INSERT INTO t VALUES (0)");
        server.execute("CREATE TABLE sink (v INTEGER)");
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    @Test
    void aStandardStreamShowsTheNetOfAllChanges() throws SQLException {
        server.execute("INSERT INTO t VALUES (1), (2), (3)");
        server.execute("CREATE STREAM d ON TABLE t");

        server.execute("INSERT INTO t VALUES (4), (5)");
        server.execute("DELETE FROM t WHERE v IN (1, 5)");
        server.execute("UPDATE t SET v = 20 WHERE v = 2");
        server.execute("UPDATE t SET v = 40 WHERE v = 4");

        assertThat(server.rows("SELECT v, METADATA$ACTION, METADATA$ISUPDATE FROM d ORDER BY v, METADATA$ACTION"))
                .as("the row of 5 came and went, that of 4 came as 40")
                .containsExactly(
                        List.of("1", "DELETE", "FALSE"),
                        List.of("2", "DELETE", "TRUE"),
                        List.of("20", "INSERT", "TRUE"),
                        List.of("40", "INSERT", "FALSE"));
        assertThat(server.rows("SELECT COUNT(DISTINCT METADATA$ROW_ID) FROM d WHERE METADATA$ISUPDATE"))
                .as("both halves of an update are one row")
                .containsExactly(List.of("1"));
        server.execute("UPDATE t SET v = 2 WHERE v = 20");
        assertThat(server.rows("SELECT v FROM d WHERE METADATA$ISUPDATE"))
                .as("changed and changed back")
                .isEmpty();
    }

    @Test
    void aStandardStreamIsConsumedByACommittedDmlAndStartsFromThere() throws Exception {
        server.execute("CREATE STREAM d ON TABLE t");
        server.execute("INSERT INTO t VALUES (1)");
        try (var session = server.connect()) {
            session.execute("BEGIN");
            session.execute("INSERT INTO sink SELECT v FROM d");
            server.execute("UPDATE t SET v = 10 WHERE v = 1");
            assertThat(session.rows("SELECT v, METADATA$ACTION FROM d")).containsExactly(List.of("1", "INSERT"));
            session.execute("ROLLBACK");
            assertThat(session.rows("SELECT v, METADATA$ACTION FROM d")).containsExactly(List.of("10", "INSERT"));
            session.execute("BEGIN");
            session.execute("INSERT INTO sink SELECT v FROM d");
            server.execute("DELETE FROM t WHERE v = 10");
            session.execute("COMMIT");
        }

        assertThat(server.rows("SELECT v FROM sink")).containsExactly(List.of("10"));
        assertThat(server.rows("SELECT v, METADATA$ACTION, METADATA$ISUPDATE FROM d"))
                .containsExactly(List.of("10", "DELETE", "FALSE"));
        server.execute("MERGE INTO sink USING (SELECT * FROM d) AS c ON sink.v = c.v"
                + " WHEN MATCHED AND c.METADATA$ACTION = 'DELETE' AND NOT c.METADATA$ISUPDATE THEN DELETE");
        assertThat(server.rows("SELECT v FROM sink")).isEmpty();
        assertThat(server.rows("SELECT SYSTEM$STREAM_HAS_DATA('D')")).containsExactly(List.of("FALSE"));
    }

    @Test
    void aStandardStreamSeesATruncationAndAMerge() throws SQLException {
        server.execute("CREATE STREAM d ON TABLE t");
        server.execute("MERGE INTO t USING (SELECT column1 AS v FROM VALUES (0), (7)) AS n ON t.v = n.v"
                + " WHEN MATCHED THEN UPDATE SET v = 70 WHEN NOT MATCHED THEN INSERT (v) VALUES (n.v)");
        assertThat(server.rows("SELECT v, METADATA$ACTION, METADATA$ISUPDATE FROM d ORDER BY v"))
                .containsExactly(
                        List.of("0", "DELETE", "TRUE"),
                        List.of("7", "INSERT", "FALSE"),
                        List.of("70", "INSERT", "TRUE"));

        server.execute("TRUNCATE TABLE t");

        assertThat(server.rows("SELECT v, METADATA$ACTION, METADATA$ISUPDATE FROM d"))
                .containsExactly(List.of("0", "DELETE", "FALSE"));
    }

    /** The example of docs.snowflake.com/en/user-guide/streams-intro, "Repeatable read isolation" */
    @Test
    void whatAConsumerItselfChangesIsStillToBeReadAfterItsCommit() throws Exception {
        server.execute("CREATE STREAM d ON TABLE t");
        server.execute("INSERT INTO t VALUES (1)");
        try (var session = server.connect()) {
            session.execute("BEGIN");
            session.execute("INSERT INTO sink SELECT v FROM d");
            session.execute("UPDATE t SET v = v + 10");
            session.execute("INSERT INTO t SELECT v + 1 FROM d");
            assertThat(session.rows("SELECT v, METADATA$ACTION, METADATA$ISUPDATE FROM d"))
                    .as("the same as before the transaction changed the table")
                    .containsExactly(List.of("1", "INSERT", "FALSE"));
            session.execute("COMMIT");
        }

        assertThat(server.rows("SELECT v, METADATA$ACTION, METADATA$ISUPDATE FROM d ORDER BY v"))
                .containsExactly(
                        List.of("0", "DELETE", "TRUE"),
                        List.of("1", "DELETE", "TRUE"),
                        List.of("2", "INSERT", "FALSE"),
                        List.of("10", "INSERT", "TRUE"),
                        List.of("11", "INSERT", "TRUE"));
        server.execute("INSERT INTO t SELECT v + 100 FROM d WHERE v = 2");
        assertThat(server.rows("SELECT v FROM d")).containsExactly(List.of("102"));
    }

    /** "the range from the current position of the stream until the transaction start time" */
    @Test
    void aTransactionReadsAStandardStreamAsItWasWhenItBegan() throws Exception {
        server.execute("CREATE STREAM d ON TABLE t");
        server.execute("CREATE STREAM initial ON TABLE t SHOW_INITIAL_ROWS = TRUE");
        server.execute("INSERT INTO t VALUES (1), (2)");
        var since = "SELECT v, METADATA$ACTION, METADATA$ISUPDATE FROM d ORDER BY v, METADATA$ACTION";
        try (var session = server.connect()) {
            session.execute("BEGIN");
            server.execute("INSERT INTO t VALUES (3)");
            server.execute("UPDATE t SET v = 20 WHERE v = 2");
            session.execute("INSERT INTO sink VALUES (-1)");
            server.execute("DELETE FROM t WHERE v = 1");
            assertThat(session.rows("SELECT v FROM t ORDER BY v"))
                    .as("tables are read as committed")
                    .containsExactly(List.of("0"), List.of("3"), List.of("20"));
            assertThat(session.rows(since))
                    .containsExactly(List.of("1", "INSERT", "FALSE"), List.of("2", "INSERT", "FALSE"));
            assertThat(session.rows("SELECT v FROM initial ORDER BY v"))
                    .containsExactly(List.of("0"), List.of("1"), List.of("2"));
            server.execute("TRUNCATE TABLE t");
            session.execute("INSERT INTO sink SELECT v FROM d");
            session.execute("COMMIT");
        }

        assertThat(server.rows("SELECT v FROM sink ORDER BY v"))
                .containsExactly(List.of("-1"), List.of("1"), List.of("2"));
        assertThat(server.rows(since))
                .as("the position is the transaction's beginning; 3 came and went after it")
                .containsExactly(
                        List.of("0", "DELETE", "FALSE"),
                        List.of("1", "DELETE", "FALSE"),
                        List.of("2", "DELETE", "FALSE"));
        assertThat(server.rows("SELECT v FROM initial")).isEmpty();
    }

    @Test
    void aTransactionSeesNothingOfAStandardStreamThatAnotherHasConsumedSinceItBegan() throws Exception {
        server.execute("CREATE STREAM d ON TABLE t");
        server.execute("INSERT INTO t VALUES (1)");
        try (var session = server.connect()) {
            session.execute("BEGIN");
            server.execute("INSERT INTO t VALUES (2)");
            server.execute("INSERT INTO sink SELECT v FROM d");
            assertThat(session.rows("SELECT v FROM d")).isEmpty();
            session.execute("INSERT INTO sink SELECT v FROM d");
            session.execute("COMMIT");
        }
        assertThat(server.rows("SELECT v FROM d")).isEmpty();
        server.execute("INSERT INTO t VALUES (3)");
        assertThat(server.rows("SELECT v FROM d")).containsExactly(List.of("3"));
    }

    @Test
    void aColumnWithADefaultAddsNoChangesToAStandardStream() throws Exception {
        server.execute("CREATE STREAM d ON TABLE t");
        try (var session = server.connect()) {
            session.execute("BEGIN");
            session.execute("INSERT INTO sink VALUES (1)");
            server.execute("ALTER TABLE t ADD COLUMN w VARCHAR DEFAULT 'none'");
            session.execute("INSERT INTO t (v) VALUES (1)");
            server.execute("UPDATE t SET v = 10 WHERE v = 0");
            session.execute("COMMIT");
        }
        server.execute("UPDATE t SET w = 'one' WHERE v = 1");

        assertThat(server.rows("SELECT v, w, METADATA$ACTION FROM d ORDER BY v"))
                .containsExactly(
                        List.of("0", "none", "DELETE"), List.of("1", "one", "INSERT"), List.of("10", "none", "INSERT"));
    }

    @Test
    void aReplacedStandardStreamDoesNotDisturbThoseWhoWriteToItsTable() throws Exception {
        server.execute("CREATE STREAM d ON TABLE t");
        try (var session = server.connect()) {
            session.execute("BEGIN");
            session.execute("UPDATE t SET v = 1");
            server.execute("CREATE OR REPLACE STREAM d ON TABLE t");
            session.execute("COMMIT");
        }
        assertThat(server.rows("SELECT v, METADATA$ACTION FROM d ORDER BY v"))
                .containsExactly(List.of("0", "DELETE"), List.of("1", "INSERT"));
    }

    @Test
    void aTransactionThatHasChangedATableBeforeItsFirstStreamFailsAndSaysSo() throws Exception {
        server.execute("CREATE TABLE fresh (v INTEGER)");
        try (var session = server.connect()) {
            session.execute("BEGIN");
            session.execute("INSERT INTO fresh VALUES (1)");
            server.execute("CREATE STREAM d ON TABLE fresh");
            assertThatThrownBy(() -> session.execute("COMMIT"))
                    .hasMessageContaining("A stream was created on table 'FRESH' while this transaction had changed");
            session.execute("INSERT INTO fresh VALUES (2)");
        }
        assertThat(server.rows("SELECT v FROM fresh")).containsExactly(List.of("2"));
        assertThat(server.rows("SELECT v FROM d")).containsExactly(List.of("2"));
    }

    /** What a definition does to a column is no change of rows, and what was in the column before stays in it. */
    @Test
    void renamedWidenedAndRemadeColumnsAreFollowed() throws SQLException {
        server.execute("CREATE OR REPLACE TABLE t (v NUMBER(2), w VARCHAR, x VARCHAR)");
        server.execute("INSERT INTO t VALUES (1, 'one', 'x'), (2, 'two', 'x'), (3, 'three', 'x')");
        server.execute("CREATE STREAM d ON TABLE t");
        server.execute("CREATE STREAM s ON TABLE t APPEND_ONLY = TRUE SHOW_INITIAL_ROWS = TRUE");
        server.execute("DELETE FROM t WHERE v = 1");
        server.execute("UPDATE t SET w = 'zwei' WHERE v = 2");

        server.execute("ALTER TABLE t RENAME COLUMN w TO word");
        server.execute("ALTER TABLE t ALTER COLUMN v SET DATA TYPE NUMBER(6)");
        server.execute("ALTER TABLE t DROP COLUMN x");
        server.execute("ALTER TABLE t ADD COLUMN x INTEGER");
        server.execute("INSERT INTO t VALUES (100000, 'many', 1)");

        assertThat(server.rows("SELECT v, word, METADATA$ACTION FROM d ORDER BY v, METADATA$ACTION"))
                .containsExactly(
                        List.of("1", "one", "DELETE"),
                        List.of("2", "two", "DELETE"),
                        List.of("2", "zwei", "INSERT"),
                        List.of("100000", "many", "INSERT"));
        assertThat(server.rows("SELECT v, word FROM s ORDER BY v"))
                .containsExactly(
                        List.of("1", "one"), List.of("2", "two"), List.of("3", "three"), List.of("100000", "many"));
    }
}
