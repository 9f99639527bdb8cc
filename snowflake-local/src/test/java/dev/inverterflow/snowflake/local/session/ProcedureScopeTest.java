package dev.inverterflow.snowflake.local.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.inverterflow.snowflake.local.ast.Command.CallProcedure;
import dev.inverterflow.snowflake.local.authentication.Authenticator;
import dev.inverterflow.snowflake.local.authentication.LoginMethod;
import dev.inverterflow.snowflake.local.catalog.AccountType;
import dev.inverterflow.snowflake.local.catalog.Catalog;
import dev.inverterflow.snowflake.local.catalog.Grant;
import dev.inverterflow.snowflake.local.catalog.ObjectName;
import dev.inverterflow.snowflake.local.catalog.Role;
import dev.inverterflow.snowflake.local.command.account.AccessGuard;
import dev.inverterflow.snowflake.local.command.account.SystemRoles;
import dev.inverterflow.snowflake.local.command.query.QueryCommands;
import dev.inverterflow.snowflake.local.command.schema.SchemaCommands;
import dev.inverterflow.snowflake.local.command.session.SessionCommands;
import dev.inverterflow.snowflake.local.emission.EngineLibrary;
import dev.inverterflow.snowflake.local.engine.DuckDb;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.execution.Binds;
import dev.inverterflow.snowflake.local.execution.CallFrame;
import dev.inverterflow.snowflake.local.execution.CallFrame.Rights;
import dev.inverterflow.snowflake.local.execution.CallScope;
import dev.inverterflow.snowflake.local.execution.CommandRegistry;
import dev.inverterflow.snowflake.local.execution.Result;
import dev.inverterflow.snowflake.local.execution.ServerAddress;
import dev.inverterflow.snowflake.local.execution.SystemSession;
import dev.inverterflow.snowflake.local.execution.SystemSessionSpec;
import dev.inverterflow.snowflake.local.rows.RowFiles;
import dev.inverterflow.snowflake.local.warehouse.WarehouseMeter;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The body of a procedure in its caller's session; here it is a piece of the test that talks as a driver would. */
class ProcedureScopeTest {

    /** What a procedure does. */
    interface Body {
        void run(CallScope scope) throws Exception;
    }

    private final AtomicReference<Body> body = new AtomicReference<>();
    private final AtomicReference<Rights> rights = new AtomicReference<>(Rights.OWNER);
    private final ExecutorService pool = Executors.newCachedThreadPool();
    private DuckDb engine;
    private RowFiles rowFiles;
    private Sessions sessions;
    private SystemSession caller;

    @BeforeEach
    void open() throws Exception {
        engine = DuckDb.open(null, EngineLibrary::install);
        rowFiles = RowFiles.open();
        Catalog catalog = new Catalog();
        for (String role : List.of(Role.ACCOUNTADMIN, "OWNER_ROLE")) {
            catalog.account(AccountType.ROLE)
                    .put(new Role(role, "", Clock.systemUTC().instant(), ""));
        }
        sessions = new Sessions(new SessionsConfig(
                catalog,
                engine,
                new Authenticator(catalog, "local", "secret", Clock.systemUTC()),
                "ME",
                pool,
                rowFiles,
                null,
                () -> new ServerAddress("127.0.0.1", 0, "local"),
                Clock.systemUTC()));
        sessions.install(new Contributions(
                CommandRegistry.of(List.of(
                        new SessionCommands(),
                        new QueryCommands(),
                        new SchemaCommands(stage -> {}),
                        registry -> registry.add(
                                CallProcedure.class, (statement, session) -> call(session.enter(frame()))))),
                List.of(),
                List.of(),
                List.of(),
                new AccessGuard(),
                new WarehouseMeter(Clock.systemUTC())));
        SystemRoles.grants(Instant.EPOCH).forEach(catalog.grants()::add);
        // The procedure's owner may do what its caller may: this is about levels of calls, not about privileges.
        catalog.grants()
                .add(new Grant("USAGE", "ROLE", Role.ACCOUNTADMIN, "ROLE", "OWNER_ROLE", false, "", Instant.EPOCH));
        caller = sessions.open(new SystemSessionSpec("ME", Role.ACCOUNTADMIN, "DB", "S", null, Map.of()));
        for (String sql :
                List.of("create database db", "create schema home", "create schema s", "create table t (a int)")) {
            caller.execute(sql);
        }
    }

    @AfterEach
    void close() throws Exception {
        caller.close();
        sessions.close();
        engine.close();
        rowFiles.close();
        pool.shutdownNow();
    }

    @Test
    void theBodysDriverWorksInTheCallersSessionWhileTheCallWaits() throws Exception {
        caller.execute("begin");
        caller.execute("insert into t values (1)");
        calling(scope -> {
            Pass attached = attach(scope);
            assertThat(run(attached, "select sum(a) from s.t")).isEqualTo("1");
            run(attached, "insert into s.t values (2)");
        });
        assertThat(value("select sum(a) from t")).isEqualTo("3");
        caller.execute("rollback");
        assertThat(value("select count(*) from t")).isEqualTo("0");
    }

    @Test
    void anOwnersRightsBodyHasItsOwnersRoleAndItsOwnSchemaUntilItEnds() throws Exception {
        calling(scope -> assertThat(run(attach(scope), "select current_role() || ' ' || current_schema()"))
                .isEqualTo("OWNER_ROLE HOME"));
        assertThat(value("select current_role() || ' ' || current_schema()")).isEqualTo("ACCOUNTADMIN S");
    }

    @Test
    void aCallersRightsBodyHasWhatItsCallerHas() throws Exception {
        rights.set(Rights.CALLER);
        caller.execute("set x = 'seen'");
        calling(scope -> assertThat(run(attach(scope), "select current_role() || ' ' || current_schema() || ' ' || $x"))
                .isEqualTo("ACCOUNTADMIN S seen"));
    }

    @Test
    void anOwnersRightsBodySeesNoSessionVariablesAndChangesNoSession() throws Exception {
        caller.execute("set x = 'hidden'");
        calling(scope -> {
            Pass attached = attach(scope);
            assertThatThrownBy(() -> run(attached, "select $x")).hasMessageContaining("$X");
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
        assertThatThrownBy(() -> run(attached, sql))
                .isInstanceOfSatisfying(SnowflakeException.class, failure -> {
                    assertThat(failure.code()).isEqualTo(90236);
                    assertThat(failure.sqlState()).isEqualTo("42601");
                })
                .hasMessage("Stored procedure execution error: Unsupported statement type '" + type + "'.");
    }

    @Test
    void theEndOfTheBodysLoginLeavesTheCallersSession() throws Exception {
        calling(scope -> {
            Pass attached = attach(scope);
            run(attached, "insert into s.t values (1)");
            sessions.logout(attached);
        });
        assertThat(value("select count(*) from t")).isEqualTo("1");
    }

    @Test
    void aTicketIsWorthNothingOnceTheCallHasEnded() throws Exception {
        AtomicReference<String> ticket = new AtomicReference<>();
        AtomicReference<Pass> late = new AtomicReference<>();
        calling(scope -> {
            ticket.set(scope.ticket());
            late.set(attach(scope));
        });
        assertThatThrownBy(() -> login(ticket.get())).hasMessageContaining("Incorrect username or password");
        assertThatThrownBy(() -> run(late.get(), "select 1")).hasMessageContaining("Session no longer exists");
    }

    @Test
    void aTransactionOfTheBodyCommitsInTheBody() throws Exception {
        calling(scope -> {
            Pass attached = attach(scope);
            run(attached, "begin");
            run(attached, "insert into s.t values (1)");
            run(attached, "commit");
        });
        assertThat(value("select count(*) from t")).isEqualTo("1");
    }

    @Test
    void aTransactionTheBodyLeavesOpenIsRolledBackAndTheCallFails() {
        assertThatThrownBy(() -> calling(scope -> {
                    Pass attached = attach(scope);
                    run(attached, "begin");
                    run(attached, "insert into s.t values (1)");
                }))
                .isInstanceOf(SnowflakeException.class)
                .hasMessageContaining("Scoped transaction started in stored procedure is incomplete");
        assertThat(value("select count(*) from t")).isEqualTo("0");
    }

    @Test
    void theBodyCannotEndItsCallersTransaction() throws Exception {
        caller.execute("begin");
        caller.execute("insert into t values (1)");
        calling(scope -> {
            Pass attached = attach(scope);
            for (String sql : List.of("commit", "rollback", "create table u (a int)")) {
                assertThatThrownBy(() -> run(attached, sql))
                        .as(sql)
                        .hasMessageContaining("started at a different scope");
            }
        });
        caller.execute("commit");
        assertThat(value("select count(*) from t")).isEqualTo("1");
    }

    @Test
    void aCallInsideACallHasItsOwnLevel() throws Exception {
        calling(scope -> {
            Pass outer = attach(scope);
            body.set(inner -> run(attach(inner), "insert into s.t values (2)"));
            run(outer, "call p()");
            run(outer, "insert into s.t values (1)");
        });
        assertThat(value("select sum(a) from t")).isEqualTo("3");
    }

    private CallFrame frame() {
        return new CallFrame(new ObjectName("DB", "HOME", "P"), "OWNER_ROLE", rights.get());
    }

    private Result call(CallScope scope) throws SQLException {
        try (scope) {
            body.get().run(scope);
            return Result.status("done");
        } catch (SQLException | RuntimeException | Error failure) {
            throw failure;
        } catch (Exception other) {
            throw new IllegalStateException(other);
        }
    }

    private void calling(Body what) {
        body.set(what);
        caller.execute("call p()");
    }

    private Pass attach(CallScope scope) throws SQLException {
        return login(scope.ticket());
    }

    private Pass login(String ticket) throws SQLException {
        Login login = sessions.login(new LoginRequest(
                "test",
                "ME",
                LoginMethod.PASSWORD,
                "",
                null,
                null,
                null,
                null,
                Map.of(CallScope.TICKET_PARAMETER, ticket)));
        return sessions.require(login.token());
    }

    private String run(Pass pass, String sql) throws InterruptedException {
        PendingQuery query =
                sessions.submit(pass, new QueryRequest("", sql, Binds.NONE, QueryRequest.Mode.RUN, false, Map.of()));
        assertThat(query.await(Duration.ofSeconds(20))).as(sql).isPresent();
        return query.join().scalar();
    }

    private String value(String sql) {
        return caller.execute(sql).scalar();
    }
}
