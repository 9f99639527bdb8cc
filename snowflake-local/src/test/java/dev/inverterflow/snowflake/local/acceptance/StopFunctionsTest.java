package dev.inverterflow.snowflake.local.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * SYSTEM$ABORT_SESSION and SYSTEM$ABORT_TRANSACTION, each from another session
 * (docs.snowflake.com/en/sql-reference/functions/system_abort_session, system_abort_transaction).
 */
@Tag("driver")
class StopFunctionsTest {

    @RegisterExtension
    static final LocalServer SERVER = new LocalServer();

    private static final String ENDLESS =
            "select count(*) from table(generator(rowcount => 300000)) a, table(generator(rowcount => 300000)) b"
                    + " where random() = 1";

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private Connection operator;
    private Connection worker;

    @BeforeEach
    void connect() throws SQLException {
        operator = SERVER.connect();
        worker = SERVER.connect();
        LocalServer.execute(operator, "create or replace table t (a int)", "insert into t values (0)");
    }

    @AfterEach
    void disconnect() throws Exception {
        operator.close();
        worker.close();
        threads.shutdownNow();
        assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void anAbortedTransactionIsRolledBackAndItsSessionGoesOn() throws SQLException {
        String id = begin(worker);

        assertThat(LocalServer.value(operator, "select system$abort_transaction(" + id + ")"))
                .isEqualTo("Aborted transaction id: " + id);

        assertThat(LocalServer.column(operator, "describe transaction " + id, "state"))
                .containsExactly("rolled back");
        LocalServer.execute(operator, "update t set a = a + 1");
        assertThat(LocalServer.value(worker, "select a from t")).isEqualTo("1");
        assertThat(LocalServer.value(worker, "select current_transaction()")).isNull();
    }

    @Test
    void allQueriesOfASessionAreCancelledAlsoFromItselfAndTheOneThatAsksGoesOn() throws Exception {
        String session = LocalServer.value(worker, "select current_session()");
        assertThat(LocalServer.value(worker, "select system$cancel_all_queries(" + session + ")"))
                .isEqualTo("0 cancelled.");
        for (Connection asking : List.of(worker, operator)) {
            Future<String> endless = threads.submit(() -> LocalServer.value(worker, ENDLESS));
            await().until(() -> LocalServer.value(asking, "select system$cancel_all_queries(" + session + ")")
                    .equals("1 cancelled."));
            assertThatThrownBy(endless::get)
                    .cause()
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            canceled -> assertThat(canceled.getErrorCode()).isEqualTo(604));
        }
    }

    @Test
    void aTransactionThatHasEndedStaysWhatItIs() throws SQLException {
        String id = begin(worker);
        LocalServer.execute(worker, "commit");

        assertThat(LocalServer.value(operator, "select system$abort_transaction(" + id + ")"))
                .doesNotContain("Aborted");

        assertThat(LocalServer.column(operator, "describe transaction " + id, "state"))
                .containsExactly("committed");
        assertThatThrownBy(() -> LocalServer.execute(operator, "select system$abort_transaction(123)"))
                .hasMessageContaining("Transaction '123' does not exist or not authorized");
        assertThatThrownBy(() -> LocalServer.execute(operator, "select system$abort_transaction('x')"))
                .hasMessageContaining("x");
    }

    @Test
    void aStatementThatWaitsInAnAbortedTransactionEnds() throws Exception {
        String held = begin(operator);
        LocalServer.execute(worker, "begin");
        String id = LocalServer.value(worker, "select current_transaction()");
        Future<?> waiting = inBackground("update t set a = 7");
        awaitWaiting();

        LocalServer.execute(operator, "select system$abort_transaction(" + id + ")");

        assertThatThrownBy(() -> waiting.get(60, TimeUnit.SECONDS)).hasMessageContaining("canceled");
        assertThat(LocalServer.column(operator, "describe transaction " + id, "state"))
                .containsExactly("rolled back");
        assertThat(LocalServer.value(operator, "select current_transaction()")).isEqualTo(held);
    }

    @Test
    void aSessionAbortsItsOwnTransaction() throws SQLException {
        String id = begin(worker);
        assertThat(LocalServer.value(worker, "select system$abort_transaction(" + id + ")"))
                .isEqualTo("Aborted transaction id: " + id);
        assertThat(LocalServer.value(worker, "select a from t")).isEqualTo("0");
        assertThat(LocalServer.value(worker, "select last_transaction()")).isEqualTo(id);
    }

    @Test
    void anAbortedSessionEndsWithWhatItRuns() throws Exception {
        begin(operator);
        String session = LocalServer.value(worker, "select current_session()");
        Future<?> waiting = inBackground("update t set a = 7");
        awaitWaiting();

        assertThat(LocalServer.value(operator, "select system$abort_session(" + session + ")"))
                .isEqualTo("session [" + session + "] terminated.");

        assertThatThrownBy(() -> waiting.get(60, TimeUnit.SECONDS)).isNotNull();
        assertThatThrownBy(() -> LocalServer.execute(worker, "select 1"))
                .hasMessageContaining("Session no longer exists");
        assertThatThrownBy(() -> LocalServer.execute(operator, "select system$abort_session(" + session + ")"))
                .hasMessageContaining("does not exist or not authorized");
    }

    @Test
    void aSessionEndsItselfAfterItsAnswer() throws SQLException {
        String session = LocalServer.value(worker, "select current_session()");
        assertThat(LocalServer.value(worker, "select system$abort_session(" + session + ")"))
                .isEqualTo("session [" + session + "] terminated.");
        assertThatThrownBy(() -> LocalServer.execute(worker, "select 1"))
                .hasMessageContaining("Session no longer exists");
    }

    @Test
    void othersSessionsAndTransactionsAreForAccountAdministratorsOnly() throws SQLException {
        String id = begin(worker);
        String session = LocalServer.value(worker, "select current_session()");
        LocalServer.execute(operator, "create or replace user mallory password = 'Secret-123'");
        Properties properties = SERVER.properties();
        properties.setProperty("user", "mallory");
        properties.setProperty("password", "Secret-123");
        try (Connection other = SERVER.connect(properties)) {
            for (String sql : new String[] {
                "select system$abort_transaction(" + id + ")",
                "select system$abort_session(" + session + ")",
                "describe transaction " + id
            }) {
                assertThatThrownBy(() -> LocalServer.execute(other, sql))
                        .hasMessageContaining("does not exist or not authorized");
            }
        }
        assertThat(LocalServer.value(worker, "select current_transaction()")).isEqualTo(id);
    }

    /** docs.snowflake.com/en/sql-reference/functions/system_cancel_all_queries, usage notes. */
    @Test
    void queriesOfOthersAreCancelledByWhoOperatesTheirWarehouse() throws Exception {
        String session = LocalServer.value(worker, "select current_session()");
        LocalServer.execute(
                operator,
                "create or replace user mallory password = 'Secret-123'",
                "create or replace role watcher",
                "grant role watcher to user mallory",
                "alter user mallory set default_role = watcher");
        LocalServer.execute(operator, "begin", "update t set a = 1");
        Future<?> query = threads.submit(() -> {
            LocalServer.execute(worker, "update t set a = 2");
            return null;
        });
        Awaitility.await()
                .until(() ->
                        LocalServer.column(operator, "show locks", "status").contains("WAITING"));
        Properties properties = SERVER.properties();
        properties.setProperty("user", "mallory");
        properties.setProperty("password", "Secret-123");
        String order = "select system$cancel_all_queries(" + session + ")";
        try (Connection other = SERVER.connect(properties);
                Connection granting = SERVER.connect()) {
            assertThat(LocalServer.value(other, order)).isEqualTo("0 cancelled.");
            LocalServer.execute(granting, "grant operate on warehouse compute_wh to role watcher");
            assertThat(LocalServer.value(other, order)).isEqualTo("1 cancelled.");
        }
        assertThatThrownBy(() -> query.get(60, TimeUnit.SECONDS)).hasMessageContaining("SQL execution canceled");
    }

    private static String begin(Connection connection) throws SQLException {
        LocalServer.execute(connection, "begin", "update t set a = a + 10");
        return LocalServer.value(connection, "select current_transaction()");
    }

    private Future<?> inBackground(String sql) {
        return threads.submit(() -> {
            LocalServer.execute(worker, sql);
            return null;
        });
    }

    private void awaitWaiting() {
        await().until(() ->
                LocalServer.column(operator, "show locks in account", "status").contains("WAITING"));
    }
}
