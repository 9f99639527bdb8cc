package dev.inverterflow.snowflake.local.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.execution.LockClaim;
import dev.inverterflow.snowflake.local.execution.Result;
import dev.inverterflow.snowflake.local.execution.SystemSession;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * Who waits for whom when a procedure has begun a transaction inside the open one of its caller, and how the waiting ends.
 *
 * @see <a href="https://docs.snowflake.com/en/sql-reference/transactions#scoped-transactions">Scoped transactions</a>
 */
class ScopedTransactionLockTest extends ScopedTransactions {

    @Test
    void waitingForTheOuterOnesLockIsADeadlockAtOnce() throws Exception {
        caller.execute("begin");
        caller.execute("update t set a = 1");
        server.calling(scope -> {
            Pass body = server.attach(scope);
            server.runAll(body, "begin", "insert into s.u values (5)");
            assertThatThrownBy(() -> server.run(body, "update s.t set a = 2"))
                    .isInstanceOfSatisfying(
                            SnowflakeException.class,
                            failure -> assertThat(failure.code()).isEqualTo(625))
                    .hasMessageContaining("has locked table 'T'")
                    .hasMessageContaining("deadlock");
            // The transaction of the victim stays, and rows may still be added.
            server.runAll(body, "insert into s.t values (3)", "update s.u set a = a + 1", "commit");
        });
        caller.execute("commit");
        assertThat(other.execute("select sum(a) from t").scalar()).isEqualTo("4");
        assertThat(other.execute("select sum(a) from u").scalar()).isEqualTo("7");
    }

    @Test
    void aCircleThroughAnotherSessionIsADeadlock() throws Exception {
        caller.execute("begin");
        caller.execute("update t set a = 1");
        other.execute("begin");
        other.execute("update u set a = 1");
        CompletableFuture<Result> waiting = CompletableFuture.supplyAsync(() -> other.execute("update t set a = 2"));
        await().until(this::isAnyoneWaiting);
        server.calling(scope -> {
            Pass body = server.attach(scope);
            server.run(body, "begin");
            assertThatThrownBy(() -> server.run(body, "update s.u set a = 2")).hasMessageContaining("deadlock");
            server.run(body, "rollback");
        });
        caller.execute("commit");
        waiting.get(60, TimeUnit.SECONDS);
        other.execute("commit");
        assertThat(server.value("select a from t")).isEqualTo("2");
    }

    @Test
    void waitingForAnotherSessionEndsWithLockTimeout() throws Exception {
        other.execute("begin");
        other.execute("update u set a = 1");
        caller.execute("alter session set lock_timeout = 1");
        caller.execute("begin");
        caller.execute("insert into t values (1)");
        server.calling(scope -> {
            Pass body = server.attach(scope);
            server.run(body, "begin");
            assertThatThrownBy(() -> server.run(body, "update s.u set a = 2"))
                    .hasMessageContaining("this lock has not yet been released");
            server.run(body, "rollback");
        });
        caller.execute("commit");
        other.execute("rollback");
        assertThat(server.value("select sum(a) from t")).isEqualTo("1");
    }

    @Test
    void theLocksOfOneAreGivenBackWhenItEnds() throws Exception {
        caller.execute("begin");
        server.calling(scope -> server.runAll(server.attach(scope), "begin", "update s.t set a = 1", "commit"));
        other.execute("update t set a = a + 1");
        caller.execute("update t set a = a + 10");
        caller.execute("commit");
        assertThat(server.value("select a from t")).isEqualTo("12");
    }

    @Test
    void aCancelStopsTheStatementThatWaitsInItAndTheOuterOneStays() throws Exception {
        other.execute("begin");
        other.execute("update u set a = 1");
        caller.execute("begin");
        caller.execute("insert into t values (1)");
        server.procedure(
                "P",
                scope -> server.runAll(
                        server.attach(scope), "begin", "insert into s.t values (2)", "update s.u set a = 2"));
        CompletableFuture<Result> calling = CompletableFuture.supplyAsync(() -> caller.execute("call p()"));
        await().until(this::isAnyoneWaiting);
        server.sessions().session(caller.context().id()).orElseThrow().cancelAll();
        assertThatThrownBy(() -> calling.get(60, TimeUnit.SECONDS)).hasMessageContaining("canceled");
        other.execute("rollback");
        caller.execute("commit");
        assertThat(server.value("select sum(a) from t")).isEqualTo("1");
    }

    @Test
    void theEndOfTheSessionRollsAllOfThemBack() throws Exception {
        SystemSession shortLived = server.another();
        CountDownLatch open = new CountDownLatch(1);
        CountDownLatch stopped = new CountDownLatch(1);
        server.procedure("P", scope -> {
            scope.onCancel(stopped::countDown);
            server.runAll(server.attach(scope), "begin", "update s.u set a = 9");
            open.countDown();
            assertThat(stopped.await(60, TimeUnit.SECONDS)).isTrue();
        });
        CompletableFuture<Void> calling = CompletableFuture.runAsync(() -> {
            shortLived.execute("begin");
            shortLived.execute("update t set a = 9");
            shortLived.execute("call p()");
        });
        assertThat(open.await(60, TimeUnit.SECONDS)).isTrue();
        shortLived.close();
        assertThatThrownBy(() -> calling.get(60, TimeUnit.SECONDS)).isNotNull();
        other.execute("update t set a = a + 1");
        other.execute("update u set a = a + 1");
        assertThat(server.value("select a from t")).isEqualTo("1");
        assertThat(server.value("select a from u")).isEqualTo("1");
        assertThat(caller.context().transactions().open()).isEmpty();
    }

    /** docs.snowflake.com/en/developer-guide/stored-procedure/java/procedure-java-limitations, "Concurrency isn't supported" */
    @Test
    void aBodyThatSendsAQueryWhileAnotherOfItsThreadsWaitsForOneIsRefused() throws Exception {
        other.execute("begin");
        other.execute("update u set a = 1");
        server.calling(scope -> {
            Pass body = server.attach(scope);
            CompletableFuture<String> waiting = new CompletableFuture<>();
            Thread ofTheBody = new Thread(() -> {
                try {
                    waiting.complete(server.run(body, "update s.u set a = a + 1"));
                } catch (InterruptedException | RuntimeException | AssertionError failure) {
                    waiting.completeExceptionally(failure);
                }
            });
            ofTheBody.start();
            await().until(this::isAnyoneWaiting);
            assertThatThrownBy(() -> server.run(body, "select 1"))
                    .hasMessageContaining("Unsupported feature")
                    .hasMessageContaining("sends at once");
            other.execute("commit");
            assertThat(waiting.get(60, TimeUnit.SECONDS)).isEqualTo("1");
            assertThat(server.run(body, "select a from s.u"))
                    .as("one after the other they are taken, from whatever thread")
                    .isEqualTo("2");
        });
    }

    private boolean isAnyoneWaiting() {
        return caller.context().transactions().locks().stream()
                .map(LockClaim::acquiredOn)
                .anyMatch(since -> since == null);
    }
}
