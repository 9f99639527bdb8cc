package dev.inverterflow.snowflake.local.session;

import static org.assertj.core.api.Assertions.assertThat;

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
import dev.inverterflow.snowflake.local.execution.Binds;
import dev.inverterflow.snowflake.local.execution.CallFrame;
import dev.inverterflow.snowflake.local.execution.CallFrame.Rights;
import dev.inverterflow.snowflake.local.execution.CallScope;
import dev.inverterflow.snowflake.local.execution.CommandRegistry;
import dev.inverterflow.snowflake.local.execution.Result;
import dev.inverterflow.snowflake.local.execution.ServerAddress;
import dev.inverterflow.snowflake.local.execution.SessionContext;
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
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;

/** A server's sessions with procedures whose bodies are pieces of a test that talk as a driver would. */
final class ProcedureServer implements AutoCloseable {

    /** What a procedure does. */
    interface Body {
        void run(CallScope scope) throws Exception;
    }

    private final Map<String, Body> bodies = new ConcurrentHashMap<>();
    private final AtomicReference<Rights> rights = new AtomicReference<>(Rights.OWNER);
    private final ExecutorService pool = Executors.newCachedThreadPool();
    private final DuckDb engine;
    private final RowFiles rowFiles;
    private final Sessions sessions;
    private final SystemSession caller;

    ProcedureServer() throws Exception {
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
                        new SchemaCommands(stage -> {}, (table, name) -> 0),
                        registry -> registry.add(CallProcedure.class, this::call))),
                List.of(),
                List.of(),
                List.of(),
                new AccessGuard(),
                new WarehouseMeter(Clock.systemUTC())));
        SystemRoles.grants(Instant.EPOCH).forEach(catalog.grants()::add);
        // The procedure's owner may do what its caller may: this is about levels of calls, not about privileges.
        catalog.grants()
                .add(new Grant("USAGE", "ROLE", Role.ACCOUNTADMIN, "ROLE", "OWNER_ROLE", false, "", Instant.EPOCH));
        caller = another();
        for (String sql :
                List.of("create database db", "create schema home", "create schema s", "create table t (a int)")) {
            caller.execute(sql);
        }
    }

    /** A session in schema DB.S, which has a table T with a column A. */
    SystemSession caller() {
        return caller;
    }

    /** One more of these. */
    SystemSession another() {
        return sessions.open(new SystemSessionSpec("ME", Role.ACCOUNTADMIN, "DB", "S", null, Map.of()));
    }

    Sessions sessions() {
        return sessions;
    }

    /** Whose rights procedures have that are called from now on; without it their owner's. */
    void giveRights(Rights whose) {
        rights.set(whose);
    }

    /** Says what {@code call NAME()} does. */
    void procedure(String name, Body body) {
        bodies.put(name, body);
    }

    /** Calls a procedure P. */
    void calling(Body body) {
        procedure("P", body);
        caller.execute("call p()");
    }

    /** The first value of a query of the caller. */
    String value(String sql) {
        return caller.execute(sql).scalar();
    }

    /** The driver of a procedure's body. */
    Pass attach(CallScope scope) throws SQLException {
        return login(scope.ticket());
    }

    Pass login(String ticket) throws SQLException {
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

    /** Runs a statement of a body; the first value of what it answers. */
    String run(Pass pass, String sql) throws InterruptedException {
        PendingQuery query =
                sessions.submit(pass, new QueryRequest("", sql, Binds.NONE, QueryRequest.Mode.RUN, false, Map.of()));
        assertThat(query.await(Duration.ofSeconds(20))).as(sql).isPresent();
        return query.join().scalar();
    }

    /** Sends a statement of a body that nobody waits for. */
    PendingQuery send(Pass pass, String sql) {
        return sessions.submit(pass, new QueryRequest("", sql, Binds.NONE, QueryRequest.Mode.RUN, true, Map.of()));
    }

    /** Runs statements of a body, one after the other. */
    void runAll(Pass pass, String... statements) throws InterruptedException {
        for (String sql : statements) {
            run(pass, sql);
        }
    }

    private Result call(CallProcedure statement, SessionContext session) throws SQLException {
        String name = statement.procedure().toString();
        CallFrame frame = new CallFrame(new ObjectName("DB", "HOME", name), "OWNER_ROLE", rights.get());
        try (CallScope scope = session.enter(frame)) {
            bodies.get(name).run(scope);
            return Result.status("done");
        } catch (SQLException | RuntimeException | Error failure) {
            throw failure;
        } catch (Exception other) {
            throw new IllegalStateException(other);
        }
    }

    @Override
    public void close() throws Exception {
        caller.close();
        sessions.close();
        engine.close();
        rowFiles.close();
        pool.shutdownNow();
    }
}
