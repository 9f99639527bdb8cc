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
class TransactionTest {

    @RegisterExtension
    static final LocalServer SERVER = new LocalServer();

    private Connection connection;
    private Connection other;

    @BeforeEach
    void connect() throws SQLException {
        connection = SERVER.connect();
        other = SERVER.connect();
        LocalServer.execute(connection, "create or replace table t (a int not null)");
    }

    @AfterEach
    void disconnect() throws SQLException {
        connection.close();
        other.close();
    }

    @Test
    void aStatementOutsideOfTransactionsIsSeenByOthersAtOnce() throws SQLException {
        LocalServer.execute(connection, "insert into t values (1)");
        assertThat(rows(other)).isEqualTo(1);
    }

    @Test
    void whatATransactionWritesIsSeenByOthersAfterItsCommit() throws SQLException {
        LocalServer.execute(connection, "begin", "insert into t values (1)");
        assertThat(rows(connection)).isEqualTo(1);
        assertThat(rows(other)).isZero();
        LocalServer.execute(connection, "commit");
        assertThat(rows(other)).isEqualTo(1);
    }

    @Test
    void currentTransactionIsTheIdOfTheOpenOneOrNull() throws SQLException {
        // docs.snowflake.com/en/sql-reference/functions/current_transaction
        assertThat(LocalServer.value(connection, "select current_transaction()"))
                .isNull();
        LocalServer.execute(connection, "begin");
        String open = LocalServer.value(connection, "select current_transaction()");
        assertThat(LocalServer.column(connection, "show transactions", "id")).containsExactly(open);
        LocalServer.execute(connection, "commit");
        assertThat(LocalServer.value(connection, "select current_transaction()"))
                .isNull();
    }

    /** docs.snowflake.com/en/sql-reference/functions/last_transaction, sql-reference/sql/desc-transaction */
    @Test
    void theLastTransactionOfASessionIsDescribed() throws SQLException {
        assertThat(LocalServer.value(connection, "select last_transaction()")).isNull();
        LocalServer.execute(connection, "insert into t values (1)", "begin name first_one");
        String first = LocalServer.value(connection, "select current_transaction()");
        assertThat(LocalServer.value(connection, "select last_transaction()"))
                .as("a statement under AUTOCOMMIT is in no transaction that has a name")
                .isNull();
        assertThat(LocalServer.labels(connection, "describe transaction " + first))
                .containsExactly("id", "user", "session", "name", "started_on", "state", "ended_on");
        assertThat(LocalServer.rows(connection, "desc transaction " + first, "|")
                        .get(0))
                .startsWith(first + "|")
                .contains("|" + LocalServer.value(connection, "select current_session()") + "|FIRST_ONE|")
                .endsWith("|running|null");
        LocalServer.execute(connection, "commit", "begin", "rollback");
        String second = LocalServer.value(connection, "select last_transaction()");

        assertThat(LocalServer.value(other, "select last_transaction()")).isNull();
        assertThat(LocalServer.column(connection, "describe transaction " + first, "state"))
                .containsExactly("committed");
        assertThat(LocalServer.column(connection, "describe transaction " + second, "state"))
                .containsExactly("rolled back");
        assertThat(LocalServer.column(connection, "describe transaction " + second, "ended_on"))
                .doesNotContainNull();
        assertThatThrownBy(() -> LocalServer.execute(connection, "describe transaction 12"))
                .hasMessageContaining("Transaction '12' does not exist or not authorized");
    }

    /** As Snowpark makes its temporary tables in an open transaction: TableSuite and DataFrameReaderSuite of its own. */
    @Test
    void aTableMadeByDdlThatDoesNotCommitIsThereWithinTheTransactionAndAfterIt() throws SQLException {
        LocalServer.execute(
                connection,
                "alter session set SNOWPARK_SKIP_TXN_COMMIT_IN_DDL = true",
                "begin",
                "create temporary table made (a int)",
                "insert into made values (1)");
        assertThat(LocalServer.value(connection, "select count(*) from made")).isEqualTo("1");
        assertThat(LocalServer.value(connection, "select current_transaction()"))
                .isNotNull();
        LocalServer.execute(connection, "commit");
        assertThat(LocalServer.value(connection, "select count(*) from made")).isEqualTo("1");
    }

    @Test
    void aRollbackTakesRowsButNotTablesMadeByDdlThatDoesNotCommit() throws SQLException {
        LocalServer.execute(
                connection,
                "alter session set SNOWPARK_SKIP_TXN_COMMIT_IN_DDL = true",
                "begin",
                "create temporary table undone (a int)",
                "insert into undone values (1)",
                "rollback");
        assertThat(LocalServer.value(connection, "select count(*) from undone")).isEqualTo("0");
    }

    @Test
    void aRollbackUndoesEverything() throws SQLException {
        LocalServer.execute(connection, "begin", "insert into t values (1)", "delete from t", "rollback");
        assertThat(rows(connection)).isZero();
    }

    @Test
    void commitAndRollbackWithoutATransactionSucceed() throws SQLException {
        LocalServer.execute(connection, "commit", "rollback");
        assertThat(rows(connection)).isZero();
    }

    @Test
    void withoutAutocommitATransactionBeginsWithTheFirstWrite() throws SQLException {
        connection.setAutoCommit(false);
        LocalServer.execute(connection, "insert into t values (1)");
        assertThat(rows(other)).isZero();
        connection.rollback();
        assertThat(rows(connection)).isZero();
        LocalServer.execute(connection, "insert into t values (2)");
        connection.commit();
        assertThat(rows(other)).isEqualTo(1);
    }

    @Test
    void turningAutocommitOnCommits() throws SQLException {
        connection.setAutoCommit(false);
        LocalServer.execute(connection, "insert into t values (1)");
        connection.setAutoCommit(true);
        assertThat(rows(other)).isEqualTo(1);
    }

    /** docs.snowflake.com/en/sql-reference/transactions: an implicit COMMIT "even if you set AUTOCOMMIT to FALSE when it is already FALSE" */
    @Test
    void settingAutocommitCommitsWhateverTheValueIs() throws SQLException {
        LocalServer.execute(connection, "alter session set autocommit = false", "insert into t values (1)");
        LocalServer.execute(connection, "alter session set lock_timeout = 43200");
        assertThat(rows(other)).isZero();
        LocalServer.execute(connection, "alter session set autocommit = false", "rollback");
        assertThat(rows(other)).isEqualTo(1);
        LocalServer.execute(connection, "insert into t values (2)", "alter session unset autocommit");
        assertThat(rows(other)).isEqualTo(2);
    }

    @Test
    void ddlCommitsWhatIsOpen() throws SQLException {
        LocalServer.execute(connection, "begin", "insert into t values (1)", "create or replace table u (a int)");
        assertThat(rows(other)).isEqualTo(1);
        LocalServer.execute(connection, "rollback");
        assertThat(rows(connection)).isEqualTo(1);
    }

    @Test
    void aStatementThatIsRefusedBeforeItRunsLeavesTheTransactionAlive() throws SQLException {
        LocalServer.execute(connection, "begin", "insert into t values (1)");
        assertThatThrownBy(() -> LocalServer.execute(connection, "insert into t select no_such_column from t"))
                .isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> LocalServer.execute(connection, "insert into no_such_table values (1)"))
                .isInstanceOf(SQLException.class);
        LocalServer.execute(connection, "insert into t values (2)", "commit");
        assertThat(rows(other)).isEqualTo(2);
    }

    @Test
    void aTransactionThatHasWrittenNothingOutlivesAFailedQuery() throws SQLException {
        LocalServer.execute(connection, "begin");
        assertThatThrownBy(() -> LocalServer.value(connection, "select to_number('x')"))
                .isInstanceOf(SQLException.class);
        LocalServer.execute(connection, "insert into t values (1)", "commit");
        assertThat(rows(other)).isEqualTo(1);
    }

    @Test
    void aFailedStatementOutsideOfTransactionsLeavesNothing() throws SQLException {
        assertThatThrownBy(() -> LocalServer.execute(connection, "insert into t select 1 union all select null"))
                .isInstanceOfSatisfying(SQLException.class, failure -> {
                    assertThat(failure.getErrorCode()).isEqualTo(100072);
                    assertThat(failure.getSQLState()).isEqualTo("22000");
                });
        assertThat(rows(connection)).isZero();
    }

    @Test
    void aSessionThatEndsInATransactionLeavesNothing() throws SQLException {
        try (Connection shortLived = SERVER.connect()) {
            LocalServer.execute(shortLived, "begin", "insert into t values (1)");
        }
        assertThat(rows(other)).isZero();
    }

    @Test
    void aTemporaryTableIsSeenByItsSessionOnly() throws SQLException {
        LocalServer.execute(connection, "create temporary table scratch (a int)", "insert into scratch values (1)");
        assertThat(LocalServer.value(connection, "select count(*) from scratch"))
                .isEqualTo("1");
        assertThatThrownBy(() -> LocalServer.value(other, "select count(*) from scratch"))
                .isInstanceOfSatisfying(
                        SQLException.class,
                        failure -> assertThat(failure.getErrorCode()).isEqualTo(2003));
    }

    @Test
    void aTemporaryTableHidesAPermanentOneUntilItIsDropped() throws SQLException {
        LocalServer.execute(connection, "insert into t values (1)", "create temporary table t (a int)");
        assertThat(rows(connection)).isZero();
        assertThat(rows(other)).isEqualTo(1);
        LocalServer.execute(connection, "drop table t");
        assertThat(rows(connection)).isEqualTo(1);
    }

    private static int rows(Connection connection) throws SQLException {
        return Integer.parseInt(LocalServer.value(connection, "select count(*) from t"));
    }
}
