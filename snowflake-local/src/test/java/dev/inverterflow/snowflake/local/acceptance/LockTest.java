package dev.inverterflow.snowflake.local.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Who changes rows of a table waits for who did so before.
 *
 * @see <a href="https://docs.snowflake.com/en/sql-reference/transactions#resource-locking">Resource locking</a>
 */
@Tag("driver")
class LockTest {

    @RegisterExtension
    static final LocalServer SERVER = new LocalServer();

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private Connection first;
    private Connection second;
    private Connection observer;

    @BeforeEach
    void connect() throws SQLException {
        first = SERVER.connect();
        second = SERVER.connect();
        observer = SERVER.connect();
        LocalServer.execute(
                first,
                "create or replace table t (a int)",
                "create or replace table u (a int)",
                "insert into t values (0)",
                "insert into u values (0)");
    }

    @AfterEach
    void disconnect() throws SQLException, InterruptedException {
        first.close();
        second.close();
        observer.close();
        threads.shutdownNow();
        assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aSecondWriterWaitsAndThenSeesWhatTheFirstOneDid() throws Exception {
        LocalServer.execute(first, "begin", "update t set a = a + 1");
        Future<?> waiting = inBackground(second, "update t set a = a * 10");
        awaitWaiting();
        assertThat(waiting.isDone()).isFalse();
        LocalServer.execute(first, "commit");
        waiting.get(60, TimeUnit.SECONDS);
        assertThat(LocalServer.value(observer, "select a from t")).isEqualTo("10");
    }

    @Test
    void aWriterInATransactionOfItsOwnSeesWhatItHasWaitedFor() throws Exception {
        LocalServer.execute(second, "begin", "insert into u values (7)");
        LocalServer.execute(first, "begin", "update t set a = a + 1");
        Future<?> waiting = inBackground(second, "update t set a = a * 10");
        awaitWaiting();
        LocalServer.execute(first, "commit");
        waiting.get(60, TimeUnit.SECONDS);
        LocalServer.execute(second, "commit");
        assertThat(LocalServer.value(observer, "select a from t")).isEqualTo("10");
        assertThat(LocalServer.value(observer, "select sum(a) from u")).isEqualTo("7");
    }

    @Test
    void insertsNeitherWaitNorMakeOthersWait() throws SQLException {
        LocalServer.execute(first, "begin", "insert into t values (1)");
        LocalServer.execute(second, "begin", "insert into t values (2)", "update t set a = -1 where a = 0", "commit");
        LocalServer.execute(first, "commit");
        assertThat(LocalServer.value(observer, "select listagg(a, ',') within group (order by a) from t"))
                .isEqualTo("-1,1,2");
    }

    @Test
    void readersNeverWait() throws SQLException {
        LocalServer.execute(first, "begin", "update t set a = 5");
        assertThat(LocalServer.value(second, "select a from t")).isEqualTo("0");
        LocalServer.execute(first, "rollback");
    }

    @Test
    void aStatementOfATransactionSeesWhatWasCommittedBeforeIt() throws SQLException {
        LocalServer.execute(first, "begin", "insert into u values (1)");
        assertThat(LocalServer.value(first, "select count(*) from t")).isEqualTo("1");
        LocalServer.execute(second, "insert into t values (1)");
        assertThat(LocalServer.value(first, "select count(*) from t")).isEqualTo("2");
        LocalServer.execute(first, "commit");
        assertThat(LocalServer.value(second, "select count(*) from u")).isEqualTo("2");
    }

    @Test
    void lockTimeoutEndsTheWaitWithSnowflakesError() throws SQLException {
        LocalServer.execute(first, "begin", "update t set a = 5");
        LocalServer.execute(second, "alter session set lock_timeout = 0");
        assertThatThrownBy(() -> LocalServer.execute(second, "delete from t"))
                .isInstanceOfSatisfying(SQLException.class, failure -> {
                    assertThat(failure.getErrorCode()).isEqualTo(625);
                    assertThat(failure.getSQLState()).isEqualTo("57014");
                    assertThat(failure.getMessage())
                            .matches("(?s).*Statement '.*' has locked table 'T' in transaction \\d+ "
                                    + "and this lock has not yet been released\\..*");
                });
        LocalServer.execute(second, "alter session set lock_timeout = 1");
        assertThatThrownBy(() -> LocalServer.execute(second, "delete from t"))
                .hasMessageContaining("has locked table 'T'");
        LocalServer.execute(first, "rollback");
        LocalServer.execute(second, "delete from t");
        assertThat(LocalServer.value(observer, "select count(*) from t")).isEqualTo("0");
    }

    @Test
    void aTransactionOutlivesAStatementThatGotNoLock() throws SQLException {
        LocalServer.execute(first, "begin", "update t set a = 5");
        LocalServer.execute(second, "alter session set lock_timeout = 0", "begin", "insert into u values (3)");
        assertThatThrownBy(() -> LocalServer.execute(second, "update t set a = 6"))
                .hasMessageContaining("has locked table");
        LocalServer.execute(second, "commit");
        LocalServer.execute(first, "commit");
        assertThat(LocalServer.value(observer, "select sum(a) from u")).isEqualTo("3");
    }

    @Test
    void ofTwoThatWaitForEachOtherOneFails() throws Exception {
        LocalServer.execute(first, "begin", "update t set a = 1");
        LocalServer.execute(second, "begin", "update u set a = 1");
        Future<?> waiting = inBackground(first, "update u set a = 2");
        awaitWaiting();
        assertThatThrownBy(() -> LocalServer.execute(second, "update t set a = 2"))
                .hasMessageContaining("deadlock");
        LocalServer.execute(second, "commit");
        waiting.get(60, TimeUnit.SECONDS);
        LocalServer.execute(first, "commit");
        assertThat(LocalServer.value(observer, "select a from u")).isEqualTo("2");
    }

    @Test
    void aSessionThatEndsGivesItsLocksBack() throws SQLException {
        try (Connection shortLived = SERVER.connect()) {
            LocalServer.execute(shortLived, "begin", "update t set a = 9");
        }
        LocalServer.execute(second, "update t set a = 1");
        assertThat(LocalServer.value(observer, "select a from t")).isEqualTo("1");
    }

    @Test
    void locksAndTransactionsAreListed() throws SQLException {
        LocalServer.execute(first, "begin name first_one", "update t set a = 5");
        assertThat(LocalServer.value(observer, "show transactions")).matches("\\d+");
        assertThat(
                        value(
                                "show locks in account",
                                "select \"resource\" || ' ' || \"type\" || ' ' || \"status\" from table(result_scan(last_query_id()))"))
                .endsWith(".T PARTITIONS HOLDING");
        LocalServer.execute(first, "commit");
        assertThat(value("show locks", "select count(*) from table(result_scan(last_query_id()))"))
                .isEqualTo("0");
    }

    /** docs.snowflake.com/en/sql-reference/sql/show-locks and show-transactions: IN ACCOUNT, and the column session. */
    @Test
    void onlyTheAccountAdministratorSeesSessionsAndTheTransactionsOfOthers() throws SQLException {
        assertThat(LocalServer.labels(observer, "show locks")).endsWith("query_id", "session");
        LocalServer.execute(observer, "create or replace role clerk");
        LocalServer.execute(observer, "use role clerk");
        assertThat(LocalServer.labels(observer, "show locks")).endsWith("query_id");
        assertThat(LocalServer.labels(observer, "show locks in account")).endsWith("query_id");
        LocalServer.execute(observer, "show transactions");
        assertThatThrownBy(() -> LocalServer.execute(observer, "show transactions in account"))
                .hasMessageContaining("Insufficient privileges");
        LocalServer.execute(observer, "use role accountadmin", "show transactions in account");
    }

    @Test
    void eightWritersOfOneRowLoseNoUpdate() throws Exception {
        List<Future<?>> writers = new ArrayList<>();
        for (int writer = 0; writer < 8; writer++) {
            writers.add(threads.submit(() -> {
                try (Connection own = SERVER.connect()) {
                    for (int round = 0; round < 5; round++) {
                        LocalServer.execute(own, "update t set a = a + 1");
                    }
                }
                return null;
            }));
        }
        for (Future<?> writer : writers) {
            writer.get(60, TimeUnit.SECONDS);
        }
        assertThat(LocalServer.value(observer, "select a from t")).isEqualTo("40");
    }

    private Future<?> inBackground(Connection connection, String sql) {
        return threads.submit(() -> {
            LocalServer.execute(connection, sql);
            return null;
        });
    }

    private String value(String first, String then) throws SQLException {
        LocalServer.execute(observer, first);
        return LocalServer.value(observer, then);
    }

    private void awaitWaiting() {
        await().until(() -> value(
                        "show locks in account",
                        "select count(*) from table(result_scan(last_query_id())) where \"status\" = 'WAITING'")
                .equals("1"));
    }
}
