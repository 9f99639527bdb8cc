package dev.inverterflow.snowflake.local.engine;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A session's connection. DuckDB stops a statement only through its own object, so the connection handed out remembers the
 * statements made on it, for as long as they are in use. While a transaction may have to be done again it also keeps a
 * journal of what changes rows; and what is handed out stays the same when the connection behind it is replaced.
 */
public final class SessionConnection implements AutoCloseable {

    private final Connection handedOut;
    private final Set<Statement> statements =
            Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));
    private final Journal journal = new Journal();
    private volatile Connection real;
    private boolean journaling;

    SessionConnection(Connection real) {
        this.real = real;
        this.handedOut = (Connection) Proxy.newProxyInstance(
                SessionConnection.class.getClassLoader(), new Class<?>[] {Connection.class}, new Remembering());
    }

    /** The connection, to be used by one thread at a time. */
    public Connection jdbc() {
        return handedOut;
    }

    /** Begins to note what changes rows. */
    public void startJournal() {
        journal.clear();
        journaling = true;
    }

    /** Forgets what was noted and notes nothing more. */
    public void endJournal() {
        journaling = false;
        journal.clear();
    }

    /** A statement succeeded: what it did is to be done again if a later one fails. */
    public void keepJournal() {
        journal.keep();
    }

    /** What is to be done again if the statement that begins now fails. */
    public Journal.Mark journalMark() {
        return journal.kept();
    }

    /** Whether the statement now running has changed something. */
    public boolean hasChanges() {
        return journal.hasUnkept();
    }

    /** Whether a statement has changed something since that point, one that succeeded or the one now running. */
    public boolean hasChangedSince(Journal.Mark mark) {
        return journal.hasChangedSince(mark);
    }

    /** Forgets what statements did since that point. */
    public void backTo(Journal.Mark mark) {
        journal.backTo(mark);
    }

    /** Why the journal cannot be replayed; null if it can. */
    public @Nullable String journalGap() {
        return journal.gap();
    }

    /** The definitions in the journal: they stay when the transaction is rolled back. */
    public List<String> journaledDefinitions() {
        return journal.definitions();
    }

    /** Does again what is in the journal. */
    public void replayJournal() throws SQLException {
        journal.replay(real);
    }

    /** Goes on with another connection to the same engine; the old one is closed and what was open on it rolled back. */
    public void replaceBy(SessionConnection other) throws SQLException {
        Connection before = real;
        real = other.real;
        before.close();
    }

    /** Stops what runs on it, from any thread; does nothing if nothing runs. */
    public void cancel() throws SQLException {
        List<Statement> candidates;
        synchronized (statements) {
            candidates = List.copyOf(statements);
        }
        for (Statement statement : candidates) {
            if (!statement.isClosed()) {
                statement.cancel();
            }
        }
    }

    @Override
    public void close() throws SQLException {
        real.close();
    }

    private final class Remembering implements InvocationHandler {

        @Override
        public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
            if (journaling && method.getName().equals("prepareStatement") && arguments != null) {
                return prepared((String) arguments[0]);
            }
            try {
                Object answer = method.invoke(real, arguments);
                return answer instanceof Statement statement ? remembered(statement) : answer;
            } catch (InvocationTargetException failure) {
                throw failure.getCause() == null ? failure : failure.getCause();
            }
        }

        private Statement remembered(Statement statement) {
            statements.add(statement);
            return journaling ? JournaledStatement.plain(statement, journal) : statement;
        }

        private PreparedStatement prepared(String sql) throws SQLException {
            boolean rows = JournaledSql.insertsUnrepeatable(sql);
            PreparedStatement statement = real.prepareStatement(rows ? JournaledSql.answeringRows(sql) : sql);
            statements.add(statement);
            return JournaledStatement.prepared(statement, sql, rows, journal);
        }
    }
}
