package dev.inverterflow.snowflake.local.session;

import dev.inverterflow.snowflake.local.analysis.Constant;
import dev.inverterflow.snowflake.local.analysis.RelationCatalog;
import dev.inverterflow.snowflake.local.analysis.SessionFacts;
import dev.inverterflow.snowflake.local.analysis.SystemFunctions;
import dev.inverterflow.snowflake.local.ast.QualifiedName;
import dev.inverterflow.snowflake.local.ast.Statement;
import dev.inverterflow.snowflake.local.catalog.Access;
import dev.inverterflow.snowflake.local.catalog.Catalog;
import dev.inverterflow.snowflake.local.catalog.ObjectName;
import dev.inverterflow.snowflake.local.catalog.ObjectType;
import dev.inverterflow.snowflake.local.catalog.SchemaName;
import dev.inverterflow.snowflake.local.catalog.SchemaObject;
import dev.inverterflow.snowflake.local.catalog.SchemaRegistry;
import dev.inverterflow.snowflake.local.catalog.Warehouse;
import dev.inverterflow.snowflake.local.execution.Binds;
import dev.inverterflow.snowflake.local.execution.CallFrame;
import dev.inverterflow.snowflake.local.execution.CallScope;
import dev.inverterflow.snowflake.local.execution.Result;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.execution.SessionVariable;
import dev.inverterflow.snowflake.local.execution.TransactionList;
import dev.inverterflow.snowflake.local.rows.RowWriter;
import dev.inverterflow.snowflake.local.transaction.SessionTransaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One session of the server. Its state is used by the thread that holds the lock of its innermost {@link Frame}. Long because
 * it answers all of {@link SessionContext}; the work of nearly every method is in the class that it hands on to.
 */
final class ServerSession implements SessionContext {

    private final long id;
    private final String user;
    private final Services services;
    private final TransactionScopes scopes;
    private final Parameters parameters = new Parameters();
    private final Map<String, SessionVariable> variables;
    private final Temporaries temporaries;
    private final SessionHistory history;
    /** The session that it stands beside; itself if it is a session of its own. */
    private final ServerSession origin;

    private final Names names = new Names(this);
    private final SessionRelations relations;
    private final CallLevels levels;
    private final Place place;
    private final Executions executions;
    private final boolean serverless;
    private final WarehouseUse warehouse;
    private final StatementRunner runner;
    private volatile SecondaryRoles secondaryRoles = SecondaryRoles.NONE;
    private volatile @Nullable String client;

    /** @param serverless whether what needs a warehouse runs without one, where none is current */
    ServerSession(long id, String user, Current current, boolean serverless, Services services) throws SQLException {
        this.id = id;
        this.user = user;
        this.services = services;
        this.origin = this;
        this.variables = new ConcurrentHashMap<>();
        this.temporaries = new Temporaries(id);
        this.history = new SessionHistory(services.log());
        this.place = new Place(user, current, services);
        this.levels = new CallLevels(id, Frame.root());
        this.scopes = newScopes();
        this.executions = new Executions(scopes, services.clock());
        this.relations = newRelations();
        this.serverless = serverless;
        this.warehouse = newWarehouse();
        this.runner = newRunner();
    }

    private ServerSession(ServerSession origin, Frame frame) throws SQLException {
        this.id = origin.id;
        this.user = origin.user;
        this.services = origin.services;
        this.origin = origin;
        this.variables = new ConcurrentHashMap<>(origin.variables);
        this.temporaries = origin.temporaries;
        this.history = origin.history;
        this.place = new Place(user, origin.current(), services);
        this.levels = new CallLevels(id, frame);
        this.scopes = newScopes();
        this.executions = new Executions(scopes, services.clock());
        this.relations = newRelations();
        this.serverless = origin.serverless;
        this.warehouse = newWarehouse();
        this.runner = newRunner();
        this.secondaryRoles = origin.secondaryRoles;
        this.client = origin.client;
        parameters.setKnown(origin.parameters.changed());
    }

    private TransactionScopes newScopes() throws SQLException {
        return new TransactionScopes(services.engine(), services.transactions(), new OwnTransactions(this));
    }

    private SessionRelations newRelations() {
        Contributions brought = services.contributions().get();
        return new SessionRelations(this, names, brought.relations(), brought.guard());
    }

    private WarehouseUse newWarehouse() {
        return new WarehouseUse(services.contributions().get().meter(), this, serverless);
    }

    private StatementRunner newRunner() {
        Contributions brought = services.contributions().get();
        return new StatementRunner(
                this,
                brought.commands(),
                brought.guard(),
                warehouse,
                services.transactions()::definitionsChanged,
                services.definitions());
    }

    /**
     * The session once more, as it is now, for one statement that changes nothing of it and runs beside its others: with a
     * connection of its own, the same temporary objects and the same history.
     *
     * @param frame the level of calls at which the statement arrived
     */
    ServerSession aside(Frame frame) throws SQLException {
        return new ServerSession(origin, frame.aside());
    }

    /** The session whose state clients are told. */
    ServerSession origin() {
        return origin;
    }

    /** Says which driver logged in. */
    void useClient(String driver) {
        client = driver;
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
        return current().role();
    }

    @Override
    public Access access() {
        return services.catalog().access(activeRoles());
    }

    /** Secondary roles do not reach into owner's-rights procedures. */
    private Set<String> activeRoles() {
        String primary = current().role();
        return secondaryRoles == SecondaryRoles.NONE || inOwnersRightsProcedure()
                ? Set.of(primary)
                : services.roles().allOf(user, primary);
    }

    @Override
    public void useSecondaryRoles(SecondaryRoles roles) {
        secondaryRoles = roles;
    }

    @Override
    public Optional<String> database() {
        return Optional.ofNullable(current().database());
    }

    @Override
    public Optional<SchemaName> schema() {
        return place.schema();
    }

    @Override
    public Optional<String> warehouse() {
        return usableWarehouse().map(Warehouse::name);
    }

    /** The warehouse that was selected, if it is there and the role may use it. */
    Optional<Warehouse> usableWarehouse() {
        return warehouse.current();
    }

    @Override
    public void useRole(String role) {
        place.useRole(role);
    }

    @Override
    public void useDatabase(String database) {
        place.useDatabase(database);
    }

    @Override
    public void useSchema(SchemaName schema) {
        place.useSchema(schema);
    }

    @Override
    public void useWarehouse(@Nullable String name) {
        place.useWarehouse(name);
    }

    @Override
    public void leaveDatabase(String database) {
        place.leaveDatabase(database);
    }

    @Override
    public void leaveSchema(SchemaName schema) {
        place.leaveSchema(schema);
    }

    @Override
    public Parameters parameters() {
        return parameters;
    }

    @Override
    public Map<String, SessionVariable> variables() {
        return variables;
    }

    @Override
    public Catalog catalog() {
        return services.catalog();
    }

    @Override
    public <T extends SchemaObject> SchemaRegistry<T> temporary(ObjectType<T> type) {
        return temporaries.of(type);
    }

    @Override
    public Clock clock() {
        return services.clock();
    }

    @Override
    public String queryId() {
        return executions.innermost().queryId();
    }

    @Override
    public void atEndOfQuery(Runnable action) {
        executions.atEndOfQuery(action);
    }

    @Override
    public String queryText() {
        return executions.innermost().text();
    }

    @Override
    public Binds binds() {
        return executions.innermost().binds();
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
        return scopes.connection().jdbc();
    }

    @Override
    public Connection auxiliaryConnection() throws SQLException {
        return services.engine().connect().jdbc();
    }

    @Override
    public SessionTransaction transaction() {
        return scopes.transaction();
    }

    @Override
    public Result execute(Statement statement, String text, Binds binds) {
        Execution outer = executions.innermost();
        return runner.run(statement, new Execution(outer.queryId(), text, binds, outer.now()));
    }

    @Override
    public boolean inProcedure() {
        return innermost().depth() > 0;
    }

    @Override
    public boolean inOwnersRightsProcedure() {
        return innermost().hasOwnersRights();
    }

    @Override
    public boolean isCalledByOthers() {
        return innermost().isCalledByOthers();
    }

    @Override
    public CallScope enter(CallFrame call) {
        Execution caller = executions.innermost();
        Current before = current();
        Frame frame = levels.enter(call, caller.queryId(), access().includes(call.owner()));
        GeneratedObjects made = temporaries.generatedFromNowOn();
        if (frame.hasOwnersRights()) {
            place.enter(call.owner(), call.procedure().schemaName());
        }
        return new ProcedureScope(this, frame, before, made, caller, services);
    }

    @Override
    public RelationCatalog relations() {
        return relations;
    }

    @Override
    public SessionFacts facts() {
        Current now = current();
        return new SessionFacts(
                now.database(),
                now.schema(),
                now.role(),
                user,
                warehouse().orElse(null),
                services.address().get().account(),
                id,
                ServerVersion.TEXT,
                client,
                parameters.timeZone(),
                executions.innermost().now(),
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
    public RowWriter newRows() {
        return services.rowFiles().writer();
    }

    @Override
    public void requireNotCanceled() {
        executions.requireNotCanceled();
    }

    @Override
    public SessionHistory history() {
        return history;
    }

    /** The variables the running statement may see: the body of an owner's-rights procedure sees none. */
    Map<String, Constant> visibleVariables() {
        return inOwnersRightsProcedure()
                ? Map.of()
                : variables.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, entry -> entry.getValue().value()));
    }

    Current current() {
        return place.current();
    }

    Executions executions() {
        return executions;
    }

    Frame rootFrame() {
        return levels.root();
    }

    Frame innermost() {
        return levels.innermost();
    }

    StatementRunner runner() {
        return runner;
    }

    @Override
    public void requireOwnTransaction() {
        scopes.requireOwn(innermost().depth());
    }

    @Override
    public TransactionList transactions() {
        return services.transactions();
    }

    @Override
    public void beginTransaction(String name) throws SQLException {
        scopes.begin(innermost().depth(), name);
    }

    TransactionScopes scopes() {
        return scopes;
    }

    /** Leaves a procedure's level; {@code before} is what was current when it was entered. */
    void leave(Frame frame, Current before, GeneratedObjects made) throws SQLException {
        levels.leave(frame);
        temporaries.remove(made, scopes.isAnyOpen(), connection());
        if (frame.hasOwnersRights()) {
            place.restore(before);
        }
    }

    /** Stops whatever runs, from any thread. */
    void cancelAll() {
        executions.cancelAll();
        rootFrame().cancelQueries();
    }

    /** Stops whatever runs or waits but the query that asks for it and those that this one runs inside. Returns how many these were. */
    int cancelAllBut(String queryId) {
        boolean within = executions.isRunning(queryId);
        int cancelled = rootFrame()
                .cancelQueries(query ->
                        !query.queryId().equals(queryId) && !(within && executions.isRunning(query.queryId())));
        // What no client sent, such as the statements of a task.
        return within || cancelled > 0 ? cancelled : executions.cancelAll();
    }

    /** Rolls a transaction back from another session, if it is still open, and stops what runs in it. */
    void abortTransaction(long transaction) throws SQLException {
        if (rootFrame().lock().isLocked()) {
            cancelAll();
        }
        levels.whileNothingRuns(() -> scopes.rollback(transaction));
    }

    /** Ends the session. Whatever runs is stopped and rolled back; a handler that does not stop is left behind. */
    void close() throws SQLException {
        cancelAll();
        levels.close();
        scopes.rollback();
        temporaries.dropTables(connection());
        scopes.close();
    }

    /** Ends what {@link #aside} began. */
    void closeAside() throws SQLException {
        scopes.close();
    }
}
