package dev.inverterflow.snowflake.local.session;

import dev.inverterflow.snowflake.local.authentication.Authenticator;
import dev.inverterflow.snowflake.local.catalog.AccountType;
import dev.inverterflow.snowflake.local.catalog.SchemaName;
import dev.inverterflow.snowflake.local.catalog.User;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.execution.CallScope;
import dev.inverterflow.snowflake.local.execution.Result;
import dev.inverterflow.snowflake.local.execution.SystemFunctionProvider;
import dev.inverterflow.snowflake.local.execution.SystemSession;
import dev.inverterflow.snowflake.local.execution.SystemSessionSpec;
import dev.inverterflow.snowflake.local.execution.SystemSessions;
import dev.inverterflow.snowflake.local.history.QueryHistory;
import dev.inverterflow.snowflake.local.transaction.CommitCoordinator;
import dev.inverterflow.snowflake.local.transaction.Transactions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All sessions of a server: logins, what they run, and the server's own. */
public final class Sessions implements SystemSessions, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Sessions.class);
    /** For the answer of a query that ends its own session. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Leaves room for so many transactions in each millisecond between two starts over one database file. */
    private static final int TRANSACTIONS_PER_MILLI_BITS = 10;

    private final Services services;
    private final Authenticator authenticator;
    private final RoleRules roles;
    private final Tokens tokens = new Tokens(System::nanoTime);
    private final Timeouts timeouts = new Timeouts();
    private final QueryHistory queryHistory = new QueryHistory();
    private final Map<Long, ServerSession> open = new ConcurrentHashMap<>();
    private final AtomicLong nextId = new AtomicLong(1);
    private volatile @Nullable Contributions contributions;

    public Sessions(SessionsConfig config) {
        this.authenticator = config.authenticator();
        this.roles = new RoleRules(config.catalog(), config.administrator().toUpperCase(Locale.ROOT));
        QueryLog log = new QueryLog();
        long firstTransaction = config.clock().millis() << TRANSACTIONS_PER_MILLI_BITS;
        Transactions transactions = new Transactions(
                config.engine(),
                new CommitCoordinator(() -> contributions().participants(), firstTransaction),
                config.clock());
        this.services = new Services(
                config.catalog(),
                config.engine(),
                this::contributions,
                transactions,
                log,
                new QueryService(log, config.pool(), timeouts, config.clock(), new QueryRecorder(queryHistory)),
                new Tickets(),
                roles,
                config.rowFiles(),
                config.definitions(),
                config.address(),
                config.clock());
    }

    /** Gives sessions what the other packages bring; to be called once, before the first session is opened. */
    public void install(Contributions brought) {
        contributions = brought;
    }

    /** What sessions run and ran. */
    public QueryHistory queryHistory() {
        return queryHistory;
    }

    /** The functions by which a session tells about itself. */
    public SystemFunctionProvider information() {
        return new SessionInformation(roles);
    }

    /** The functions that stop queries, transactions and sessions. */
    public SystemFunctionProvider stops() {
        return new StopFunctions(this);
    }

    /** The function that waits. */
    public static SystemFunctionProvider waiting() {
        return new WaitFunction();
    }

    /** An open session by its id. */
    Optional<ServerSession> session(long id) {
        return Optional.ofNullable(open.get(id));
    }

    /** Ends a session that a query of its own asks to end: nothing else begins in it, and it closes once that has its answer. */
    void abortAfter(Optional<PendingQuery> query, ServerSession session) {
        tokens.revoke(session);
        var unused = CompletableFuture.runAsync(() -> {
            try {
                if (query.isPresent()) {
                    query.get().await(PATIENCE);
                }
                close(session);
            } catch (SQLException failure) {
                LOG.warn("Session {} could not be closed", session.id(), failure);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** Ends a session, whoever is logged in to it. */
    void abort(ServerSession session) throws SQLException {
        tokens.revoke(session);
        close(session);
    }

    /**
     * Logs a driver in; with a ticket it joins the session that issued it.
     *
     * @throws SnowflakeException if the user is not who it claims to be; 390189 if the role does not exist; 390201 if
     *     database, schema or warehouse do not and the client wants that checked
     */
    public Login login(LoginRequest request) throws SQLException {
        String ticket = request.parameters().get(CallScope.TICKET_PARAMETER);
        if (ticket != null) {
            return attach(ticket);
        }
        User user = authenticator.authenticate(request.method(), request.user(), request.proof());
        return grant(new Pass(open(user.name(), request)));
    }

    /** Lets the tokens of all logins expire, which makes drivers renew them. */
    public void expireTokens() {
        tokens.expireAll();
    }

    /** New tokens for a login, in exchange for its master token. */
    public Login renew(String masterToken, String oldToken) {
        Pass pass = tokens.requireMaster(masterToken);
        tokens.revoke(oldToken);
        ServerSession session = pass.entry().session();
        return new Login(session.id(), session.user(), tokens.issue(pass), masterToken, QueryService.state(session));
    }

    /** The login a token stands for. */
    public Pass require(String token) {
        return tokens.require(token);
    }

    /** Starts a query, or finds it if this request was made before. */
    public PendingQuery submit(Pass pass, QueryRequest request) {
        return pass.once(request, services.queries());
    }

    /** A query by its id. */
    public Optional<PendingQuery> find(String queryId) {
        return services.log().find(queryId);
    }

    /** The result of a query by its id; empty if it failed, has not ended or is forgotten. */
    public Optional<Result> result(String queryId) {
        return find(queryId).flatMap(PendingQuery::result);
    }

    /** A query of this login by the id of its request. */
    public Optional<PendingQuery> findRequest(Pass pass, String requestId) {
        return pass.find(requestId);
    }

    /** Ends a login; with it its session, unless it joined another's. */
    public void logout(Pass pass) throws SQLException {
        tokens.revoke(pass);
        if (!pass.entry().attached()) {
            close(pass.entry().session());
        }
    }

    @Override
    public SystemSession open(SystemSessionSpec spec) {
        try {
            Current current = new Current(spec.role(), spec.database(), spec.schema(), spec.warehouse());
            ServerSession session = open(spec.user(), current, spec.warehouse() == null);
            spec.parameters().forEach(session.parameters()::set);
            return new ServerOwnSession(session, services.queries(), () -> close(session));
        } catch (SQLException failure) {
            throw new IllegalStateException("the engine gives no connection for a session", failure);
        }
    }

    @Override
    public void close() throws SQLException {
        for (ServerSession session : open.values()) {
            close(session);
        }
        timeouts.close();
    }

    private void close(ServerSession session) throws SQLException {
        if (open.remove(session.id()) != null) {
            session.close();
        }
    }

    private Contributions contributions() {
        Contributions installed = contributions;
        if (installed == null) {
            throw new IllegalStateException("nothing was installed into the sessions yet");
        }
        return installed;
    }

    private Login attach(String ticket) {
        SessionEntry entry = services.tickets()
                .find(ticket)
                .orElseThrow(
                        () -> new SnowflakeException(390100, "08001", "Incorrect username or password was specified."));
        return grant(new Pass(entry));
    }

    private Login grant(Pass pass) {
        ServerSession session = pass.entry().session();
        return new Login(
                session.id(),
                session.user(),
                tokens.issue(pass),
                tokens.issueMaster(pass),
                QueryService.state(session));
    }

    private SessionEntry open(String user, LoginRequest request) throws SQLException {
        Current current = new Current(role(user, request.role()), null, null, warehouse(user, request.warehouse()));
        ServerSession session = open(user, current, false);
        useIfThere(session, request.database(), request.schema());
        session.parameters().setKnown(request.parameters());
        session.variables().putAll(request.variables(services.clock().instant()));
        session.useClient(request.client());
        try {
            RequestedPlace.of(request).requireIn(QueryService.state(session));
        } catch (SnowflakeException refused) {
            close(session);
            throw refused;
        }
        return new SessionEntry(session, session.rootFrame());
    }

    private ServerSession open(String user, Current current, boolean serverless) throws SQLException {
        ServerSession session = new ServerSession(nextId.getAndIncrement(), user, current, serverless, services);
        open.put(session.id(), session);
        return session;
    }

    private String role(String user, @Nullable String wanted) {
        if (wanted == null || wanted.isEmpty()) {
            return roles.defaultRole(user);
        }
        String role = stored(wanted);
        if (!roles.mayUse(user, role)) {
            throw new SnowflakeException(
                    390189,
                    "08001",
                    "Role '" + role + "' specified in the connect string does not exist or not authorized. "
                            + "Contact your local system administrator, or attempt to login with another role, e.g. PUBLIC.");
        }
        return role;
    }

    /**
     * The warehouse that the driver names or, if it names none, the user's own. A login with one that is not there succeeds
     * without.
     */
    private @Nullable String warehouse(String user, @Nullable String wanted) {
        Optional<String> named = Optional.ofNullable(wanted).filter(name -> !name.isEmpty());
        return named.map(Sessions::stored)
                .or(() -> services.catalog()
                        .account(AccountType.USER)
                        .find(user)
                        .map(known -> known.properties().get("DEFAULT_WAREHOUSE")))
                .filter(name -> services.catalog()
                        .account(AccountType.WAREHOUSE)
                        .find(name)
                        .isPresent())
                .orElse(null);
    }

    // A login with a database or schema that is not there succeeds without one; the driver warns.
    private void useIfThere(ServerSession session, @Nullable String database, @Nullable String schema) {
        if (database == null
                || services.catalog()
                        .account(AccountType.DATABASE)
                        .find(stored(database))
                        .isEmpty()) {
            return;
        }
        session.useDatabase(stored(database));
        if (schema != null) {
            SchemaName name = new SchemaName(stored(database), stored(schema));
            services.catalog().schema(name).ifPresent(found -> session.useSchema(name));
        }
    }

    static String stored(String asGiven) {
        boolean quoted = asGiven.length() > 1 && asGiven.startsWith("\"") && asGiven.endsWith("\"");
        return quoted
                ? asGiven.substring(1, asGiven.length() - 1).replace("\"\"", "\"")
                : asGiven.toUpperCase(Locale.ROOT);
    }
}
