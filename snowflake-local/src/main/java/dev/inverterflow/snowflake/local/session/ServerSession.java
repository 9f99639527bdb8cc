package dev.inverterflow.snowflake.local.session;

import dev.inverterflow.snowflake.local.analysis.Constant;
import dev.inverterflow.snowflake.local.analysis.RelationCatalog;
import dev.inverterflow.snowflake.local.analysis.SessionFacts;
import dev.inverterflow.snowflake.local.analysis.SystemFunctions;
import dev.inverterflow.snowflake.local.ast.QualifiedName;
import dev.inverterflow.snowflake.local.ast.Statement;
import dev.inverterflow.snowflake.local.catalog.Catalog;
import dev.inverterflow.snowflake.local.catalog.ObjectName;
import dev.inverterflow.snowflake.local.catalog.SchemaName;
import dev.inverterflow.snowflake.local.catalog.SchemaRegistry;
import dev.inverterflow.snowflake.local.catalog.Table;
import dev.inverterflow.snowflake.local.engine.SessionConnection;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.execution.Binds;
import dev.inverterflow.snowflake.local.execution.CallFrame;
import dev.inverterflow.snowflake.local.execution.CallScope;
import dev.inverterflow.snowflake.local.execution.EngineNames;
import dev.inverterflow.snowflake.local.execution.Result;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One session of the server. Its state is used by the thread that holds the lock of its innermost {@link Frame}. */
final class ServerSession implements SessionContext {

    private static final Logger log = LoggerFactory.getLogger(ServerSession.class);

    /** How long the end of a session waits for its running statement, which has been told to stop. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final long id;
    private final String user;
    private final Services services;
    private final SessionConnection connection;
    private final SessionTransaction transaction;
    private final Parameters parameters = new Parameters();
    private final Map<String, Constant> variables = new ConcurrentHashMap<>();
    private final SchemaRegistry<Table> temporaryTables = new SchemaRegistry<>();
    private final SessionHistory history;
    private final Names names = new Names(this);
    private final SessionRelations relations;
    private final Deque<Frame> frames = new ConcurrentLinkedDeque<>();
    private final Deque<Execution> executions = new ConcurrentLinkedDeque<>();
    private final StatementRunner runner;
    private volatile Current current;

    ServerSession(long id, String user, Current current, Services services) throws SQLException {
        this.id = id;
        this.user = user;
        this.current = current;
        this.services = services;
        this.connection = services.engine().connect();
        this.transaction = new SessionTransaction(connection.jdbc(), services.commits());
        this.history = new SessionHistory(services.log());
        this.relations =
                new SessionRelations(this, names, services.contributions().get().relations());
        this.runner = new StatementRunner(this, services.contributions().get().commands());
        frames.push(new Frame(0, null));
    }

    @Override
    public long id() {
        return id;
    }

    @Override
    public String user() {
        return user;
    }

    @Override
    public String role() {
        return current.role();
    }

    @Override
    public Optional<String> database() {
        return Optional.ofNullable(current.database());
    }

    @Override
    public Optional<SchemaName> schema() {
        Current now = current;
        return now.database() == null || now.schema() == null
                ? Optional.empty()
                : Optional.of(new SchemaName(now.database(), now.schema()));
    }

    @Override
    public Optional<String> warehouse() {
        return Optional.ofNullable(current.warehouse());
    }

    @Override
    public void useRole(String role) {
        if (!services.roles().mayUse(user, role)) {
            throw Errors.containerDoesNotExist();
        }
        current = current.withRole(role);
    }

    @Override
    public void useDatabase(String database) {
        boolean hasPublic =
                catalog().schema(new SchemaName(database, Names.PUBLIC)).isPresent();
        current = current.withDatabase(database, hasPublic ? Names.PUBLIC : null);
    }

    @Override
    public void useSchema(SchemaName schema) {
        current = current.withSchema(schema);
    }

    @Override
    public void useWarehouse(@Nullable String warehouse) {
        current = current.withWarehouse(warehouse);
    }

    @Override
    public void leaveDatabase(String database) {
        if (database.equals(current.database())) {
            current = new Current(current.role(), null, null, current.warehouse());
        }
    }

    @Override
    public void leaveSchema(SchemaName schema) {
        if (schema().filter(schema::equals).isPresent()) {
            current = current.withDatabase(schema.database(), null);
        }
    }

    @Override
    public Parameters parameters() {
        return parameters;
    }

    @Override
    public Map<String, Constant> variables() {
        return variables;
    }

    @Override
    public Catalog catalog() {
        return services.catalog();
    }

    @Override
    public SchemaRegistry<Table> temporaryTables() {
        return temporaryTables;
    }

    @Override
    public Clock clock() {
        return services.clock();
    }

    @Override
    public String queryId() {
        return running().queryId();
    }

    @Override
    public String queryText() {
        return running().text();
    }

    @Override
    public Binds binds() {
        return running().binds();
    }

    @Override
    public ObjectName resolve(QualifiedName name) {
        return names.object(name);
    }

    @Override
    public SchemaName resolveSchema(QualifiedName name) {
        return names.schema(name);
    }

    @Override
    public Connection connection() {
        return connection.jdbc();
    }

    @Override
    public Connection auxiliaryConnection() throws SQLException {
        return services.engine().connect().jdbc();
    }

    @Override
    public SessionTransaction transaction() {
        return transaction;
    }

    @Override
    public Result execute(Statement statement, String text, Binds binds) {
        Execution outer = running();
        return runner.run(statement, new Execution(outer.queryId(), text, binds, outer.now()));
    }

    @Override
    public boolean inOwnersRightsProcedure() {
        return innermost().hasOwnersRights();
    }

    @Override
    public CallScope enter(CallFrame call) {
        Frame frame = new Frame(innermost().depth() + 1, call);
        Current before = current;
        frames.push(frame);
        if (frame.hasOwnersRights()) {
            current = current.withRole(call.owner()).withSchema(call.procedure().schemaName());
        }
        return new ProcedureScope(this, frame, before, running(), services);
    }

    @Override
    public RelationCatalog relations() {
        return relations;
    }

    @Override
    public SessionFacts facts() {
        Current now = current;
        return new SessionFacts(
                now.database(),
                now.schema(),
                now.role(),
                user,
                now.warehouse(),
                services.address().get().account(),
                id,
                ServerVersion.TEXT,
                parameters.timeZone(),
                running().now(),
                queryId(),
                history.ids(),
                visibleVariables(),
                parameters.all());
    }

    @Override
    public SystemFunctions systemFunctions() {
        return new SessionFunctions(this, services.contributions().get().functions());
    }

    @Override
    public SessionHistory history() {
        return history;
    }

    /** The variables the running statement may see: the body of an owner's-rights procedure sees none. */
    Map<String, Constant> visibleVariables() {
        return inOwnersRightsProcedure() ? Map.of() : variables;
    }

    Current current() {
        return current;
    }

    Frame rootFrame() {
        return frames.getLast();
    }

    Frame innermost() {
        return frames.getFirst();
    }

    StatementRunner runner() {
        return runner;
    }

    void push(Execution execution) {
        executions.forEach(Execution::requireNotCanceled);
        executions.push(execution);
    }

    void pop() {
        executions.pop();
    }

    @Override
    public void requireOwnTransaction() {
        if (transaction.isOpen() && transaction.depth() < innermost().depth()) {
            throw new SnowflakeException(
                    90236,
                    "40000",
                    "Stored procedure execution error: Modifying a transaction that has started at a different scope is not allowed.");
        }
    }

    @Override
    public void beginTransaction() throws SQLException {
        if (transaction.isOpen() && transaction.depth() < innermost().depth()) {
            throw Errors.notSupported("a transaction of a procedure inside an open one of its caller");
        }
        if (!transaction.isOpen()) {
            transaction.beginAt(innermost().depth());
        }
    }

    /** Leaves a procedure's level; {@code before} is what was current when it was entered. */
    void leave(Frame frame, Current before) {
        frame.close();
        frames.remove(frame);
        if (frame.hasOwnersRights()) {
            current = before;
        }
    }

    /** Stops a statement, from any thread, and whatever it runs inside. */
    void cancel(Execution execution) throws SQLException {
        execution.cancel();
        if (executions.contains(execution)) {
            connection.cancel();
        }
    }

    /** Stops whatever runs, from any thread. */
    void cancelAll() throws SQLException {
        executions.forEach(Execution::cancel);
        connection.cancel();
    }

    /** Ends the session. Whatever runs is stopped and rolled back; a handler that does not stop is left behind. */
    void close() throws SQLException {
        cancelAll();
        try {
            if (!rootFrame().close(PATIENCE)) {
                log.warn("Session {} ends while a statement of it still runs", id);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        transaction.rollback();
        dropTemporaryTables();
        connection.close();
    }

    private void dropTemporaryTables() throws SQLException {
        if (!temporaryTables.all().isEmpty()) {
            try (java.sql.Statement statement = connection().createStatement()) {
                statement.execute("DROP SCHEMA IF EXISTS " + EngineNames.temporarySchema(id) + " CASCADE");
            }
        }
    }

    /** The statement that runs; the server's own work outside of any statement counts as one without a text. */
    private Execution running() {
        Execution execution = executions.peek();
        return execution != null
                ? execution
                : new Execution(
                        UUID.randomUUID().toString(),
                        "",
                        Binds.NONE,
                        services.clock().instant());
    }
}
