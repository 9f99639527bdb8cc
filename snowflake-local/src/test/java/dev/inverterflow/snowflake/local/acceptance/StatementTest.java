package dev.inverterflow.snowflake.local.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("driver")
class StatementTest {

    @RegisterExtension
    static final LocalServer SERVER = new LocalServer();

    private Connection connection;

    @BeforeEach
    void connect() throws SQLException {
        connection = SERVER.connect();
        LocalServer.execute(connection, "create or replace table t (a int, b varchar)");
    }

    @AfterEach
    void disconnect() throws SQLException {
        connection.close();
    }

    @Test
    void updateCountsAreThoseOfTheRowsChanged() throws SQLException {
        assertThat(LocalServer.update(connection, "insert into t values (1, 'x'), (2, 'y'), (3, null)"))
                .isEqualTo(3);
        assertThat(LocalServer.update(connection, "update t set b = 'z' where a > 1"))
                .isEqualTo(2);
        assertThat(LocalServer.update(connection, "delete from t where a = 1")).isEqualTo(1);
        assertThat(LocalServer.value(connection, "select count(*) from t where b = 'z'"))
                .isEqualTo("2");
    }

    @Test
    void aMergeCountsEachClauseApart() throws SQLException {
        LocalServer.execute(connection, "insert into t values (1, 'old'), (2, 'gone')");
        String merge = "merge into t using (select column1 as a from values (1), (2), (3), (4)) s on t.a = s.a "
                + "when matched and s.a = 2 then delete "
                + "when matched then update set b = 'new' "
                + "when not matched then insert (a, b) values (s.a, 'added')";
        try (var statement = connection.createStatement();
                var counts = statement.executeQuery(merge)) {
            counts.next();
            assertThat(counts.getInt("number of rows inserted")).isEqualTo(2);
            assertThat(counts.getInt("number of rows updated")).isEqualTo(1);
            assertThat(counts.getInt("number of rows deleted")).isEqualTo(1);
        }
        assertThat(LocalServer.column(connection, "select a || b as ab from t order by a", "AB"))
                .containsExactly("1new", "3added", "4added");
    }

    @Test
    void insertOverwriteReplacesAllRows() throws SQLException {
        LocalServer.execute(connection, "insert into t values (1, 'x')", "insert overwrite into t values (2, 'y')");
        assertThat(LocalServer.column(connection, "select a from t", "A")).containsExactly("2");
    }

    @Test
    void truncateEmptiesTheTable() throws SQLException {
        LocalServer.execute(connection, "insert into t values (1, 'x')", "truncate table t");
        assertThat(LocalServer.value(connection, "select count(*) from t")).isEqualTo("0");
        LocalServer.execute(connection, "truncate table if exists no_such_table");
    }

    @Test
    void theHiddenColumnsOfATableAreNeverSeen() throws SQLException {
        LocalServer.execute(connection, "insert into t values (1, 'x')");
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select * from t")) {
            assertThat(rows.getMetaData().getColumnCount()).isEqualTo(2);
        }
        assertThat(LocalServer.column(connection, "describe table t", "name")).containsExactly("A", "B");
        assertThatThrownBy(() -> LocalServer.value(connection, "select \"$TXN\" from t"))
                .isInstanceOfSatisfying(
                        SQLException.class,
                        failure -> assertThat(failure.getErrorCode()).isEqualTo(904));
    }

    @Test
    void aSyntaxErrorTellsLineAndPosition() {
        assertThatThrownBy(() -> LocalServer.value(connection, "selec 1"))
                .isInstanceOfSatisfying(SQLException.class, failure -> {
                    assertThat(failure.getErrorCode()).isEqualTo(1003);
                    assertThat(failure.getSQLState()).isEqualTo("42000");
                    assertThat(failure.getMessage()).contains("syntax error line 1 at position 0 unexpected 'selec'");
                });
    }

    @Test
    void anUnknownTableColumnAndFunctionAreToldApart() {
        assertThatThrownBy(() -> LocalServer.value(connection, "select 1 from nothing"))
                .hasMessageContaining("Object 'NOTHING' does not exist or not authorized.")
                .extracting(failure -> ((SQLException) failure).getErrorCode())
                .isEqualTo(2003);
        assertThatThrownBy(() -> LocalServer.value(connection, "select nothing from t"))
                .hasMessageContaining("invalid identifier 'NOTHING'")
                .extracting(failure -> ((SQLException) failure).getErrorCode())
                .isEqualTo(904);
        assertThatThrownBy(() -> LocalServer.value(connection, "select nothing(1)"))
                .hasMessageContaining("Unknown function NOTHING")
                .extracting(failure -> ((SQLException) failure).getErrorCode())
                .isEqualTo(2140);
    }

    @Test
    void noFileOfTheMachineCanBeReadThroughTheEngine() {
        assertThatThrownBy(() -> LocalServer.value(connection, "select * from read_text('/etc/hostname')"))
                .isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> LocalServer.value(connection, "select * from '/etc/hostname'"))
                .isInstanceOf(SQLException.class);
    }

    @Test
    void executeImmediateRunsTheTextOfASessionVariable() throws SQLException {
        // docs.snowflake.com/en/sql-reference/sql/execute-immediate, "Setting a session variable to a statement"
        LocalServer.execute(connection, "set stmt = $$select PI()$$");
        assertThat(LocalServer.value(connection, "execute immediate $stmt")).startsWith("3.14159265358979");
    }

    @Test
    void executeImmediateBindsSessionVariables() throws SQLException {
        // docs.snowflake.com/en/sql-reference/sql/execute-immediate: USING (bind_variable, …)
        LocalServer.execute(
                connection,
                "insert into t values (1, 'x'), (2, 'y'), (3, 'y')",
                "set (least, wanted, day) = (2, 'y', '2024-02-29'::date)");
        assertThat(LocalServer.value(
                        connection,
                        "execute immediate 'select sum(a) || '' '' || ? from t where a >= ? and b = ?'"
                                + " using ($day, $least, $wanted)"))
                .isEqualTo("5 2024-02-29");
        assertThatThrownBy(() -> LocalServer.value(connection, "execute immediate 'select ?' using (1 + 1)"))
                .hasMessageContaining("not supported by snowflake-local: a value of EXECUTE IMMEDIATE … USING");
    }

    @Test
    void executeImmediateRunsAStatementInAText() throws SQLException {
        LocalServer.execute(connection, "execute immediate 'insert into t values (7, ''x'')'");
        assertThat(LocalServer.value(connection, "select a from t")).isEqualTo("7");
    }
}
