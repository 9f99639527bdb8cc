package dev.inverterflow.snowflake.local.execution;

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
import dev.inverterflow.snowflake.local.catalog.Table;
import dev.inverterflow.snowflake.local.rows.RowWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a command sees of the session it runs in. Used only by the thread that runs the session's statement. */
public interface SessionContext {

    /** The session's number, as in CURRENT_SESSION(). */
    long id();

    String user();

    /** The current role; inside an owner's-rights procedure the procedure's owner. */
    String role();

    /** What the session's roles may do. */
    Access access();

    Optional<String> database();

    /** The current schema; present only together with a database. */
    Optional<SchemaName> schema();

    Optional<String> warehouse();

    /**
     * Makes the role the current one.
     *
     * @throws dev.inverterflow.snowflake.local.error.SnowflakeException 002043 if it does not exist or was not granted to
     *     the user
     */
    void useRole(String role);

    /** Whose privileges count beside those of the current role: of no other role, or of all that the user has. */
    void useSecondaryRoles(SecondaryRoles roles);

    /** Which roles count beside the current one. */
    enum SecondaryRoles {
        NONE,
        ALL
    }

    /** Makes the database the current one, with its schema PUBLIC if it has one and none otherwise. */
    void useDatabase(String database);

    void useSchema(SchemaName schema);

    /** Makes the warehouse the current one, or none if it is null. */
    void useWarehouse(@Nullable String warehouse);

    /** Leaves the session without a current database if it is this one, because it is being dropped. */
    void leaveDatabase(String database);

    /** Leaves the session without a current schema if it is this one, because it is being dropped. */
    void leaveSchema(SchemaName schema);

    SessionParameters parameters();

    /** The session's variables (SET x = 1), by upper-case name. */
    Map<String, SessionVariable> variables();

    Catalog catalog();

    /** The session's temporary objects of a kind, which hide those that all sessions see under the same name. */
    <T extends SchemaObject> SchemaRegistry<T> temporary(ObjectType<T> type);

    /** The session's temporary tables. */
    default SchemaRegistry<Table> temporaryTables() {
        return temporary(ObjectType.TABLE);
    }

    /** The object of that name: a temporary one of this session, else one of the catalog. */
    default <T extends SchemaObject> Optional<T> find(ObjectType<T> type, ObjectName name) {
        return temporary(type).find(name).or(() -> catalog().objects(type).find(name));
    }

    /** What time it is; never the system clock directly. */
    Clock clock();

    /** The id of the statement now running, as in SHOW results and histories. */
    String queryId();

    /** What else to do, quickly and without failing, when the statement of {@link #queryId()} has ended. */
    void atEndOfQuery(Runnable action);

    /** The text of the statement now running, as the client sent it. */
    String queryText();

    /** The values bound to the statement now running. */
    Binds binds();

    /**
     * The full name that a name of one, two or three parts means here. It says nothing about whether the object exists.
     *
     * @throws dev.inverterflow.snowflake.local.error.SnowflakeException 090105 without a current database, 090106 without
     *     a current schema, if the name needs it
     */
    ObjectName resolve(QualifiedName name);

    /** The schema that a name of one or two parts means here. */
    SchemaName resolveSchema(QualifiedName name);

    /**
     * The engine's connection of this session. Statements on it are part of the session's open transaction; everything
     * that reaches it is emitted SQL with quoted names, never a client's text.
     */
    Connection connection();

    /**
     * Another connection to the engine, which the caller closes: what is tried there fails without harm to the session's
     * transaction, and sees nothing uncommitted.
     */
    Connection auxiliaryConnection() throws SQLException;

    Transaction transaction();

    /** The transactions of all sessions. */
    TransactionList transactions();

    /**
     * Begins a transaction at the current level of calls; does nothing if that level has one open.
     *
     * @param name what it is to be called, empty for a made-up name
     */
    void beginTransaction(String name) throws SQLException;

    /**
     * Refuses a procedure's body the end of a transaction that its caller began.
     *
     * @throws dev.inverterflow.snowflake.local.error.SnowflakeException if the open transaction is the caller's
     */
    void requireOwnTransaction();

    /**
     * Runs a statement within this one, as part of it: no entry in the query history of its own, the same transaction
     * rules as any statement.
     */
    Result execute(Statement statement, String text, Binds binds);

    /** Whether the statement runs in the body of a procedure. */
    boolean inProcedure();

    /** Whether the statement runs in the body of an owner's-rights procedure, where some statements are refused. */
    boolean inOwnersRightsProcedure();

    /** Whether the statement runs in the body of an owner's-rights procedure for somebody who is not its owner. */
    boolean isCalledByOthers();

    /** Begins the time in which a procedure's body runs in this session. */
    CallScope enter(CallFrame frame);

    /** What a query of this session can read, bound to its current database, schema and role. */
    RelationCatalog relations();

    /** What a query may ask about this session, frozen for the statement now running. */
    SessionFacts facts();

    /** Functions about the account's objects, bound to this session. */
    SystemFunctions systemFunctions();

    /** Takes up the rows of a result that may be large. */
    RowWriter newRows();

    /**
     * For work that goes on beside the engine's, which cancelling does not stop by itself.
     *
     * @throws dev.inverterflow.snowflake.local.error.SnowflakeException why the statement was cancelled, if it was
     */
    void requireNotCanceled();

    /** Results of earlier statements, for RESULT_SCAN and LAST_QUERY_ID. */
    ResultHistory history();
}
