package dev.inverterflow.snowflake.local.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A statement that fails in a transaction undoes itself alone.
 *
 * @see <a href="https://docs.snowflake.com/en/sql-reference/transactions#transactions-and-error-handling">Failed
 *     statements within a transaction</a>
 */
@Tag("driver")
class StatementRollbackTest {

    @RegisterExtension
    static final LocalServer SERVER = new LocalServer();

    private Connection connection;
    private Connection other;

    @BeforeEach
    void connect() throws SQLException {
        connection = SERVER.connect();
        other = SERVER.connect();
        LocalServer.execute(
                connection,
                "create or replace table t (a int not null)",
                "create or replace table u (a int, b varchar, c timestamp_tz, d binary)");
    }

    @AfterEach
    void disconnect() throws SQLException {
        connection.close();
        other.close();
    }

    @Test
    void theOtherStatementsOfTheTransactionStay() throws SQLException {
        LocalServer.execute(connection, "begin", "insert into t values (1)");
        fails("insert into t values ('This is not a valid integer.')");
        LocalServer.execute(connection, "insert into t values (2)", "commit");
        assertThat(all(other, "t")).isEqualTo("1,2");
    }

    @Test
    void aStatementThatFailsAtRunTimeLeavesNoneOfItsRows() throws SQLException {
        LocalServer.execute(connection, "begin", "insert into t values (1)");
        fails("insert into t select 2 union all select null");
        fails("insert into t select to_number('x')");
        fails("update t set a = 1 / 0");
        assertThat(all(connection, "t")).isEqualTo("1");
        LocalServer.execute(connection, "commit");
        assertThat(all(other, "t")).isEqualTo("1");
    }

    @Test
    void manyFailuresInARowAreUndoneOneByOne() throws SQLException {
        LocalServer.execute(connection, "begin");
        for (int round = 1; round <= 5; round++) {
            LocalServer.execute(connection, "insert into t values (" + round + ")");
            fails("select to_number('x')");
        }
        LocalServer.execute(connection, "delete from t where a = 3", "commit");
        assertThat(all(other, "t")).isEqualTo("1,2,4,5");
    }

    @Test
    void withoutAutocommitTheSameHolds() throws SQLException {
        connection.setAutoCommit(false);
        LocalServer.execute(connection, "insert into t values (1)");
        fails("insert into t select to_number('x')");
        LocalServer.execute(connection, "insert into t values (2)");
        connection.commit();
        assertThat(all(other, "t")).isEqualTo("1,2");
    }

    @Test
    void aRollbackAfterAFailureUndoesEverything() throws SQLException {
        LocalServer.execute(connection, "begin", "insert into t values (1)");
        fails("insert into t select to_number('x')");
        LocalServer.execute(connection, "rollback");
        assertThat(all(connection, "t")).isEmpty();
    }

    @Test
    void boundValuesAreDoneAgainAsTheyWere() throws SQLException {
        LocalServer.execute(connection, "begin");
        try (PreparedStatement insert = connection.prepareStatement("insert into u (a, b) values (?, ?)")) {
            for (int row = 1; row <= 3; row++) {
                insert.setInt(1, row);
                insert.setString(2, "row '" + row + "'");
                insert.addBatch();
            }
            insert.executeBatch();
        }
        fails("select to_number('x')");
        LocalServer.execute(connection, "commit");
        assertThat(LocalServer.value(other, "select listagg(b, ',') within group (order by a) from u"))
                .isEqualTo("row '1',row '2',row '3'");
    }

    @Test
    void timesAndGeneratedValuesThatAClientHasSeenStayAsTheyWere() throws SQLException {
        LocalServer.execute(
                connection,
                "create or replace table v (a int identity, b varchar, c timestamp_tz, d binary)",
                "begin",
                "insert into v (b, c, d) select uuid_string(), current_timestamp(), '00ff'::binary");
        String row = "select a || ' ' || b || ' ' || c || ' ' || d::varchar from v";
        String before = LocalServer.value(connection, row);
        fails("insert into t select to_number('x')");
        assertThat(LocalServer.value(connection, row)).isEqualTo(before);
        LocalServer.execute(connection, "commit");
        assertThat(LocalServer.value(other, row)).isEqualTo(before);
    }

    @Test
    void whatOthersCommittedMeanwhileDoesNotChangeWhatWasDone() throws SQLException {
        LocalServer.execute(other, "insert into t values (1)");
        LocalServer.execute(connection, "begin", "insert into u (a) select count(*) from t");
        LocalServer.execute(other, "insert into t values (2)");
        fails("insert into t select to_number('x')");
        assertThat(all(connection, "u")).isEqualTo("1");
        LocalServer.execute(connection, "commit");
        assertThat(all(other, "u")).isEqualTo("1");
        assertThat(all(other, "t")).isEqualTo("1,2");
    }

    @Test
    void whatCannotBeDoneAgainLeavesTheTransactionDeadAndItSaysSo() throws SQLException {
        LocalServer.execute(connection, "begin", "insert into u values (1, 'x', null, null)");
        LocalServer.execute(connection, "update u set b = uuid_string()");
        fails("insert into t select to_number('x')");
        assertThatThrownBy(() -> LocalServer.execute(connection, "insert into t values (2)"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("ROLLBACK");
        assertThatThrownBy(() -> LocalServer.execute(connection, "commit"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("Nothing of the transaction is kept");
        LocalServer.execute(connection, "rollback");
        assertThat(all(connection, "u")).isEmpty();
        LocalServer.execute(connection, "insert into t values (3)");
        assertThat(all(other, "t")).isEqualTo("3");
    }

    @Test
    void anErrorEndsTheWholeTransactionIfTheParameterSaysSo() throws SQLException {
        LocalServer.execute(
                connection, "alter session set transaction_abort_on_error = true", "begin", "insert into t values (1)");
        fails("insert into no_such_table values (1)");
        assertThatThrownBy(() -> LocalServer.execute(connection, "insert into t values (2)"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("TRANSACTION_ABORT_ON_ERROR");
        LocalServer.execute(connection, "rollback");
        assertThat(all(connection, "t")).isEmpty();
    }

    @Test
    void aFailureKeepsTheOffsetOfAStreamThatTheTransactionHasConsumed() throws SQLException {
        LocalServer.execute(
                connection,
                "create or replace stream s on table t append_only = true",
                "insert into t values (1)",
                "begin",
                "insert into u (a) select a from s");
        LocalServer.execute(other, "insert into t values (2)");
        fails("insert into t select to_number('x')");
        assertThat(LocalServer.value(connection, "select count(*) from s")).isEqualTo("1");
        LocalServer.execute(connection, "commit");
        assertThat(all(other, "u")).isEqualTo("1");
        assertThat(LocalServer.value(other, "select listagg(a, ',') from s")).isEqualTo("2");
    }

    private void fails(String sql) {
        assertThatThrownBy(() -> LocalServer.execute(connection, sql)).isInstanceOf(SQLException.class);
    }

    private static String all(Connection connection, String table) throws SQLException {
        return LocalServer.value(connection, "select listagg(a, ',') within group (order by a) from " + table);
    }
}
