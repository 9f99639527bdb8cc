package dev.inverterflow.snowflake.local.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.execution.CallFrame.Rights;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The body of a procedure in its caller's session; here it is a piece of the test that talks as a driver would. */
class ProcedureScopeTest {

    private ProcedureServer server;

    @BeforeEach
    void open() throws Exception {
        server = new ProcedureServer();
    }

    @AfterEach
    void close() throws Exception {
        server.close();
    }

    @Test
    void theBodysDriverWorksInTheCallersSessionWhileTheCallWaits() throws Exception {
        server.caller().execute("begin");
        server.caller().execute("insert into t values (1)");
        server.calling(scope -> {
            Pass attached = server.attach(scope);
            assertThat(server.run(attached, "select sum(a) from s.t")).isEqualTo("1");
            server.run(attached, "insert into s.t values (2)");
        });
        assertThat(server.value("select sum(a) from t")).isEqualTo("3");
        server.caller().execute("rollback");
        assertThat(server.value("select count(*) from t")).isEqualTo("0");
    }

    @Test
    void anOwnersRightsBodyHasItsOwnersRoleAndItsOwnSchemaUntilItEnds() throws Exception {
        server.calling(scope -> assertThat(
                        server.run(server.attach(scope), "select current_role() || ' ' || current_schema()"))
                .isEqualTo("OWNER_ROLE HOME"));
        assertThat(server.value("select current_role() || ' ' || current_schema()"))
                .isEqualTo("ACCOUNTADMIN S");
    }

    @Test
    void aCallersRightsBodyHasWhatItsCallerHas() throws Exception {
        server.giveRights(Rights.CALLER);
        server.caller().execute("set x = 'seen'");
        server.calling(scope -> assertThat(server.run(
                        server.attach(scope), "select current_role() || ' ' || current_schema() || ' ' || $x"))
                .isEqualTo("ACCOUNTADMIN S seen"));
    }

    @Test
    void anOwnersRightsBodySeesNoSessionVariablesAndChangesNoSession() throws Exception {
        server.caller().execute("set x = 'hidden'");
        server.calling(scope -> {
            Pass attached = server.attach(scope);
            assertThatThrownBy(() -> server.run(attached, "select $x")).hasMessageContaining("$X");
            assertUnsupported(attached, "alter session set query_tag = 'x'", "ALTER_SESSION");
            assertUnsupported(attached, "use schema db.s", "USE");
            assertUnsupported(attached, "show parameters", "SHOW PARAMETER");
            assertUnsupported(attached, "create temporary table x (a int)", "temporary TABLE");
            assertUnsupported(attached, "create temporary stage x", "temporary STAGE");
            assertUnsupported(attached, "create temporary view x as select 1 as a", "temporary VIEW");
        });
    }

    /** The words and the SQLSTATE are those of errors that users of Snowflake have published. */
    private void assertUnsupported(Pass attached, String sql, String type) {
        assertThatThrownBy(() -> server.run(attached, sql))
                .isInstanceOfSatisfying(SnowflakeException.class, failure -> {
                    assertThat(failure.code()).isEqualTo(90236);
                    assertThat(failure.sqlState()).isEqualTo("42601");
                })
                .hasMessage("Stored procedure execution error: Unsupported statement type '" + type + "'.");
    }

    @Test
    void theEndOfTheBodysLoginLeavesTheCallersSession() throws Exception {
        server.calling(scope -> {
            Pass attached = server.attach(scope);
            server.run(attached, "insert into s.t values (1)");
            server.sessions().logout(attached);
        });
        assertThat(server.value("select count(*) from t")).isEqualTo("1");
    }

    @Test
    void aTicketIsWorthNothingOnceTheCallHasEnded() throws Exception {
        AtomicReference<String> ticket = new AtomicReference<>();
        AtomicReference<Pass> late = new AtomicReference<>();
        server.calling(scope -> {
            ticket.set(scope.ticket());
            late.set(server.attach(scope));
        });
        assertThatThrownBy(() -> server.login(ticket.get())).hasMessageContaining("Incorrect username or password");
        assertThatThrownBy(() -> server.run(late.get(), "select 1")).hasMessageContaining("Session no longer exists");
    }

    @Test
    void aTransactionOfTheBodyCommitsInTheBody() throws Exception {
        server.calling(scope -> {
            Pass attached = server.attach(scope);
            server.run(attached, "begin");
            server.run(attached, "insert into s.t values (1)");
            server.run(attached, "commit");
        });
        assertThat(server.value("select count(*) from t")).isEqualTo("1");
    }

    @Test
    void aTransactionTheBodyLeavesOpenIsRolledBackAndTheCallFails() {
        assertThatThrownBy(() -> server.calling(scope -> {
                    Pass attached = server.attach(scope);
                    server.run(attached, "begin");
                    server.run(attached, "insert into s.t values (1)");
                }))
                .isInstanceOf(SnowflakeException.class)
                .hasMessageContaining("Scoped transaction started in stored procedure is incomplete");
        assertThat(server.value("select count(*) from t")).isEqualTo("0");
    }

    @Test
    void theBodyCannotEndItsCallersTransaction() throws Exception {
        server.caller().execute("begin");
        server.caller().execute("insert into t values (1)");
        server.calling(scope -> {
            Pass attached = server.attach(scope);
            for (String sql : List.of("commit", "rollback", "create table u (a int)")) {
                assertThatThrownBy(() -> server.run(attached, sql))
                        .as(sql)
                        .hasMessageContaining("started at a different scope");
            }
        });
        server.caller().execute("commit");
        assertThat(server.value("select count(*) from t")).isEqualTo("1");
    }

    @Test
    void aCallInsideACallHasItsOwnLevel() throws Exception {
        server.calling(scope -> {
            Pass outer = server.attach(scope);
            server.procedure("P", inner -> server.run(server.attach(inner), "insert into s.t values (2)"));
            server.run(outer, "call p()");
            server.run(outer, "insert into s.t values (1)");
        });
        assertThat(server.value("select sum(a) from t")).isEqualTo("3");
    }
}
