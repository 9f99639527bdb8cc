package dev.inverterflow.snowflake.local.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** INSERT into several tables, UPDATE from others and MERGE by name: rows and counts, through the driver. */
@Tag("driver")
class DmlCountsTest {

    @RegisterExtension
    static final LocalServer SERVER = new LocalServer();

    private Connection connection;

    @BeforeEach
    void connect() throws SQLException {
        connection = SERVER.connect();
        LocalServer.execute(
                connection,
                "CREATE OR REPLACE TABLE SRC (N1 INT, N2 INT, N3 INT)",
                "INSERT INTO SRC VALUES (2, 22, 222), (7, 77, 777), (101, 111, 1111), (NULL, 0, 0)",
                "CREATE OR REPLACE TABLE T1 (C1 INT, C2 INT, C3 INT DEFAULT 99)",
                "CREATE OR REPLACE TABLE T2 (C1 INT, C2 INT, C3 INT)");
    }

    @AfterEach
    void disconnect() throws SQLException {
        connection.close();
    }

    // docs.snowflake.com/en/sql-reference/sql/merge, "Perform a merge with deterministic and nondeterministic results"
    @Test
    void severalRowsOfTheSourceMayDeleteARow() throws SQLException {
        startMerge();

        assertThat(answer("MERGE INTO t1 USING t2 ON t1.c1 = t2.c1 WHEN MATCHED AND t2.c2 <= 12 THEN DELETE"))
                .containsExactly("number of rows deleted=1");

        assertThat(rows("SELECT * FROM t1")).isEmpty();
    }

    // UpdatableSuite of Snowpark, "merge with multiple clause conditions": VALUES make columns that take NULL
    @Test
    void aTableMadeFromValuesTakesNull() throws SQLException {
        LocalServer.execute(connection, "CREATE OR REPLACE TABLE MADE AS SELECT $1 AS K, $2 AS V FROM VALUES (1, 'a')");

        LocalServer.execute(connection, "INSERT INTO MADE (K) VALUES (2)");

        assertThat(rows("SELECT * FROM made ORDER BY k")).containsExactly("1,a", "2,null");
    }

    // docs.snowflake.com/en/sql-reference/sql/merge, "Nondeterministic results for UPDATE and DELETE"
    @Test
    void anyRowOfTheSourceChangesARowIfMergesNeedNotBeDeterministic() throws SQLException {
        startMerge();
        LocalServer.execute(connection, "ALTER SESSION SET ERROR_ON_NONDETERMINISTIC_MERGE = FALSE");

        assertThat(answer("""
                MERGE INTO t1 USING (SELECT * FROM t2 UNION ALL SELECT 5, 5, 5 UNION ALL SELECT 5, 5, 5) s ON t1.c1 = s.c1
                WHEN MATCHED AND s.c2 > 12 THEN UPDATE SET c2 = s.c2 WHEN NOT MATCHED THEN INSERT (c1) VALUES (s.c1)""")).containsExactly("number of rows inserted=2", "number of rows updated=1");

        assertThat(rows("SELECT c1, c2 FROM t1 ORDER BY c1")).containsExactly("0,13", "5,null", "5,null");
    }

    private void startMerge() throws SQLException {
        LocalServer.execute(
                connection,
                "INSERT INTO T1 (C1, C2) VALUES (0, 10)",
                "INSERT INTO T2 (C1, C2) VALUES (0, 11), (0, 12), (0, 13)");
    }

    // docs.snowflake.com/en/sql-reference/sql/insert-multi-table, "Unconditional multi-table inserts"
    @Test
    void insertAllWritesEveryRowIntoEachTable() throws SQLException {
        assertThat(answer("""
                INSERT ALL INTO t1 INTO t1 (c1, c2, c3) VALUES (n2, n1, DEFAULT) INTO t2 (c1, c2) VALUES (n1 + 1, n3)
                SELECT n1, n2, n3 FROM src"""))
                .containsExactly(
                        "number of rows inserted into T1=4",
                        "number of rows inserted into T1=4",
                        "number of rows inserted into T2=4");
        assertThat(rows("SELECT * FROM t1 WHERE c1 IN (7, 77)")).containsExactlyInAnyOrder("7,77,777", "77,7,99");
        assertThat(rows("SELECT * FROM t2 ORDER BY c1")).contains("3,222,null", "null,0,null");
    }

    // the same page, "Conditional multi-table inserts"
    @Test
    void insertAllWithConditionsWritesARowWhereverItBelongs() throws SQLException {
        assertThat(LocalServer.update(connection, """
                INSERT ALL WHEN n1 > 100 THEN INTO t1 WHEN n1 > 5 THEN INTO t1 INTO t2 ELSE INTO t2
                SELECT n1, n2, n3 FROM src""")).isEqualTo(7);
        assertThat(rows("SELECT c1 FROM t1 ORDER BY 1")).containsExactly("7", "101", "101");
        assertThat(rows("SELECT c1 FROM t2 ORDER BY 1")).containsExactly("2", "7", "101", "null");
    }

    @Test
    void insertFirstWritesARowWhereItBelongsFirst() throws SQLException {
        assertThat(LocalServer.update(connection, """
                INSERT OVERWRITE FIRST WHEN n1 > 100 THEN INTO t1 WHEN n1 > 5 THEN INTO t1 INTO t2 ELSE INTO t2
                SELECT n1, n2, n3 FROM src""")).isEqualTo(5);
        assertThat(rows("SELECT c1 FROM t1 ORDER BY 1")).containsExactly("7", "101");
        assertThat(rows("SELECT c1 FROM t2 ORDER BY 1")).containsExactly("2", "7", "null");
    }

    @Test
    void insertIntoSeveralTablesIsOneStatement() throws SQLException {
        LocalServer.execute(connection, "CREATE OR REPLACE TABLE T3 (C1 INT NOT NULL, C2 INT, C3 INT)");

        assertThatThrownBy(() -> LocalServer.execute(connection, "INSERT ALL INTO t2 INTO t3 SELECT * FROM src"))
                .hasMessageContaining("NULL result in a non-nullable column");
        assertThat(rows("SELECT COUNT(*) FROM t2")).containsExactly("0");
        assertThatThrownBy(() -> LocalServer.execute(connection, "INSERT ALL INTO t2 INTO nope SELECT * FROM src"))
                .hasMessageContaining("'NOPE' does not exist");
        assertThatThrownBy(() -> LocalServer.execute(connection, "INSERT ALL INTO t2 (c1) SELECT * FROM src"))
                .hasMessageContaining("Insert value list does not match column list expecting 1 but got 3");
    }

    // docs.snowflake.com/en/sql-reference/sql/update: a row that joins with several is updated once.
    @Test
    void updateTellsHowManyRowsJoinedWithSeveral() throws SQLException {
        LocalServer.execute(
                connection,
                "INSERT INTO t1 VALUES (1, 0, 0), (2, 0, 0)",
                "INSERT INTO t2 VALUES (1, 5, 0), (1, 6, 0), (2, 7, 0)");

        assertThat(answer("UPDATE t1 SET c2 = t2.c2 FROM t2 WHERE t1.c1 = t2.c1"))
                .containsExactly("number of rows updated=2", "number of multi-joined rows updated=1");
        assertThat(rows("SELECT c2 FROM t1 WHERE c1 = 2")).containsExactly("7");
        assertThat(rows("SELECT c2 IN (5, 6) FROM t1 WHERE c1 = 1")).containsExactly("TRUE");
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE t1 SET c3 = ? FROM t2 WHERE t1.c1 = t2.c1 AND t2.c2 > ?")) {
            update.setInt(1, 8);
            update.setInt(2, 6);
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }

    // docs.snowflake.com/en/sql-reference/parameters#error-on-nondeterministic-update
    @Test
    void anUpdateOfARowBySeveralIsRefusedIfTheSessionWantsSo() throws SQLException {
        LocalServer.execute(
                connection,
                "INSERT INTO t1 VALUES (1, 0, 0), (2, 0, 0)",
                "INSERT INTO t2 VALUES (1, 5, 0), (1, 6, 0), (2, 7, 0)",
                "ALTER SESSION SET ERROR_ON_NONDETERMINISTIC_UPDATE = TRUE");

        assertThatThrownBy(() -> answer("UPDATE t1 SET c2 = t2.c2 FROM t2 WHERE t1.c1 = t2.c1"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("Duplicate row detected during DML action");
        assertThat(rows("SELECT c2 FROM t1 WHERE c1 IN (1, 2)")).containsExactly("0", "0");
        assertThat(answer("UPDATE t1 SET c2 = t2.c2 FROM t2 WHERE t1.c1 = t2.c1 AND t2.c2 > 5"))
                .containsExactly("number of rows updated=2", "number of multi-joined rows updated=0");
    }

    @Test
    void deleteTakesTheRowsThatJoinWithAnother() throws SQLException {
        LocalServer.execute(connection, "INSERT INTO t1 VALUES (2, 1, 1), (7, 1, 1), (8, 1, 1)");
        assertThat(LocalServer.update(connection, "DELETE FROM t1 USING src WHERE t1.c1 = src.n1 AND src.n2 > 1"))
                .isEqualTo(2);
        assertThat(rows("SELECT c1 FROM t1")).containsExactly("8");
    }

    // docs.snowflake.com/en/sql-reference/sql/merge, "Perform a merge by using ALL BY NAME"
    @Test
    void mergeByNameTakesEveryColumnFromTheOneOfItsName() throws SQLException {
        LocalServer.execute(
                connection,
                "CREATE OR REPLACE TABLE target_all (id INT, x INT, y VARCHAR)",
                "CREATE OR REPLACE TABLE source_all (id INT, y VARCHAR, x INT)",
                "INSERT INTO target_all VALUES (1, 10, 'Skiing'), (2, 20, 'Snowboarding')",
                "INSERT INTO source_all VALUES (1, 'Skiing', 10), (2, 'Snowboarding', 25), (3, 'Skating', 30)");
        assertThat(answer("""
                MERGE INTO target_all USING source_all ON target_all.id = source_all.id
                WHEN MATCHED THEN UPDATE ALL BY NAME WHEN NOT MATCHED THEN INSERT ALL BY NAME""")).containsExactly("number of rows inserted=1", "number of rows updated=2");
        assertThat(rows("SELECT * FROM target_all ORDER BY id"))
                .containsExactly("1,10,Skiing", "2,25,Snowboarding", "3,30,Skating");
    }

    @Test
    void mergeByNameWantsTheSameColumnsOnBothSides() {
        assertThatThrownBy(() -> LocalServer.update(connection, """
                MERGE INTO t1 USING (SELECT 1 AS c1, 2 AS c2) s ON t1.c1 = s.c1 WHEN MATCHED THEN UPDATE ALL BY NAME"""))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("expecting 3 but got 2");
        assertThatThrownBy(() -> LocalServer.update(connection, """
                MERGE INTO t1 USING (SELECT 1 AS c1, 2 AS c2, 3 AS c4) s ON t1.c1 = s.c1
                WHEN NOT MATCHED THEN INSERT ALL BY NAME"""))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("invalid identifier 'C3'");
    }

    @Test
    void aCaseOfAMergeThatNothingReachesIsRefused() {
        assertThatThrownBy(() -> LocalServer.update(connection, """
                MERGE INTO t1 USING src ON t1.c1 = src.n1
                WHEN MATCHED THEN DELETE WHEN MATCHED AND n2 > 1 THEN UPDATE SET c2 = 1"""))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("Unreachable case");
    }

    private List<String> answer(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
            statement.execute("SELECT * FROM TABLE(RESULT_SCAN(LAST_QUERY_ID()))");
            try (ResultSet row = statement.getResultSet()) {
                row.next();
                List<String> answer = new ArrayList<>();
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    answer.add(row.getMetaData().getColumnLabel(i) + "=" + row.getString(i));
                }
                return answer;
            }
        }
    }

    private List<String> rows(String sql) throws SQLException {
        return LocalServer.rows(connection, sql, ",");
    }
}
