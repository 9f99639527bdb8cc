package dev.inverterflow.snowflake.local.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.execution.CallFrame.Rights;
import org.junit.jupiter.api.Test;

/**
 * A transaction that a procedure begins inside the open one of its caller.
 *
 * @see <a href="https://docs.snowflake.com/en/sql-reference/transactions#scoped-transactions">Scoped transactions</a>
 */
class ScopedTransactionTest extends ScopedTransactions {

    @Test
    void itSeesNothingThatTheOuterOneHasNotCommitted() throws Exception {
        caller.execute("begin");
        caller.execute("insert into t values (1)");
        server.calling(scope -> {
            Pass body = server.attach(scope);
            assertThat(server.run(body, "select count(*) from s.t")).isEqualTo("2");
            server.run(body, "begin");
            assertThat(server.run(body, "select count(*) from s.t")).isEqualTo("1");
            server.run(body, "insert into s.t values (2)");
            assertThat(server.run(body, "select sum(a) from s.t")).isEqualTo("2");
            server.run(body, "commit");
            assertThat(server.run(body, "select sum(a) from s.t")).isEqualTo("3");
        });
        assertThat(other.execute("select sum(a) from t").scalar()).isEqualTo("2");
        assertThat(server.value("select sum(a) from t")).isEqualTo("3");
        caller.execute("rollback");
        assertThat(server.value("select sum(a) from t")).isEqualTo("2");
    }

    @Test
    void itsRollbackLeavesTheOuterOneAsItWas() throws Exception {
        caller.execute("begin");
        caller.execute("insert into t values (1)");
        server.calling(scope -> server.runAll(
                server.attach(scope),
                "begin",
                "insert into s.t values (10)",
                "update s.u set a = 7",
                "rollback",
                "insert into s.t values (2)"));
        caller.execute("commit");
        assertThat(other.execute("select sum(a) from t").scalar()).isEqualTo("3");
        assertThat(other.execute("select a from u").scalar()).isEqualTo("0");
    }

    @Test
    void aSecondBeginOfTheSameBodyIsIgnored() throws Exception {
        caller.execute("begin");
        server.calling(scope -> {
            Pass body = server.attach(scope);
            server.runAll(body, "begin", "begin", "insert into s.t values (1)", "commit");
            assertThatThrownBy(() -> server.run(body, "commit")).hasMessageContaining("started at a different scope");
        });
        caller.execute("rollback");
        assertThat(server.value("select count(*) from t")).isEqualTo("2");
    }

    @Test
    void eachLevelHasItsOwn() throws Exception {
        server.procedure(
                "INNERMOST",
                scope -> server.runAll(
                        server.attach(scope),
                        "insert into s.t values (10)",
                        "begin",
                        "insert into s.t values (100)",
                        "commit"));
        server.procedure(
                "MIDDLE",
                scope -> server.runAll(
                        server.attach(scope),
                        "begin",
                        "insert into s.t values (1)",
                        "call innermost()",
                        "call innermost()",
                        "rollback",
                        "insert into s.t values (1000)"));
        caller.execute("begin");
        caller.execute("call middle()");
        assertThat(other.execute("select sum(a) from t").scalar()).isEqualTo("200");
        caller.execute("commit");
        assertThat(other.execute("select sum(a) from t").scalar()).isEqualTo("1200");
    }

    @Test
    void oneThatIsLeftOpenIsRolledBackAndTheCallFailsButNotTheOuterOne() throws Exception {
        caller.execute("begin");
        caller.execute("insert into t values (1)");
        assertThatThrownBy(() -> server.calling(scope -> server.runAll(
                        server.attach(scope), "insert into s.t values (2)", "begin", "insert into s.t values (4)")))
                .isInstanceOfSatisfying(
                        SnowflakeException.class,
                        failure -> assertThat(failure.code()).isEqualTo(90232));
        caller.execute("insert into t values (8)");
        caller.execute("commit");
        assertThat(other.execute("select sum(a) from t").scalar())
                .as("the CALL is undone, too")
                .isEqualTo("9");
    }

    @Test
    void aStatementThatFailsInItIsUndoneAlone() throws Exception {
        caller.execute("create table strict (a int not null)");
        caller.execute("begin");
        caller.execute("insert into t values (1)");
        server.calling(scope -> {
            Pass body = server.attach(scope);
            server.runAll(body, "begin", "insert into s.strict values (1)");
            assertThatThrownBy(() -> server.run(body, "insert into s.strict select 2 union all select null"))
                    .isInstanceOf(SnowflakeException.class);
            server.runAll(body, "insert into s.strict values (4)", "commit");
        });
        caller.execute("rollback");
        assertThat(server.value("select sum(a) from strict")).isEqualTo("5");
    }

    @Test
    void temporaryTablesAreThoseOfTheSession() throws Exception {
        server.giveRights(Rights.CALLER);
        caller.execute("create temporary table scratch (a int)");
        caller.execute("insert into scratch values (1)");
        caller.execute("begin");
        caller.execute("insert into scratch values (2)");
        server.calling(scope -> {
            Pass body = server.attach(scope);
            server.run(body, "begin");
            assertThat(server.run(body, "select sum(a) from scratch")).isEqualTo("1");
            server.runAll(body, "insert into scratch values (4)", "commit");
        });
        caller.execute("rollback");
        assertThat(server.value("select sum(a) from scratch")).isEqualTo("5");
    }

    @Test
    void aTransactionOfABodyIsNoScopedOneIfNoneIsOpen() throws Exception {
        server.calling(scope -> {
            server.runAll(
                    server.attach(scope),
                    "begin",
                    "update s.t set a = 1",
                    "commit",
                    "begin",
                    "update s.t set a = 2",
                    "commit");
            assertThat(caller.context().transactions().open()).isEmpty();
        });
        assertThat(server.value("select a from t")).isEqualTo("2");
    }

    @Test
    void whatIsSentAsynchronouslyIsPartOfIt() throws Exception {
        caller.execute("begin");
        server.calling(scope -> {
            Pass body = server.attach(scope);
            server.run(body, "begin");
            for (int rows = 2; rows < 30; rows++) {
                PendingQuery sent = server.send(body, "insert into s.t values (1)");
                assertThat(server.run(body, "select count(*) from s.t"))
                        .as("they run in the order in which they were sent")
                        .isEqualTo(Integer.toString(rows));
                assertThat(sent.answer()).isPresent();
            }
            server.run(body, "rollback");
        });
        caller.execute("commit");
        assertThat(server.value("select count(*) from t")).isEqualTo("1");
    }

    @Test
    void anErrorThatAbortsItLeavesTheOuterOneAlive() throws Exception {
        caller.execute("alter session set transaction_abort_on_error = true");
        caller.execute("begin");
        caller.execute("insert into t values (1)");
        server.calling(scope -> {
            Pass body = server.attach(scope);
            server.runAll(body, "begin", "insert into s.t values (2)");
            assertThatThrownBy(() -> server.run(body, "select no_such_column")).isInstanceOf(SnowflakeException.class);
            assertThatThrownBy(() -> server.run(body, "commit")).hasMessageContaining("Transaction aborted");
            server.runAll(body, "rollback", "insert into s.t values (4)");
        });
        caller.execute("commit");
        assertThat(server.value("select sum(a) from t")).isEqualTo("5");
    }
}
