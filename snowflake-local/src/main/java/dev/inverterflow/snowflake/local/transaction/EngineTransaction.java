package dev.inverterflow.snowflake.local.transaction;

import dev.inverterflow.snowflake.local.catalog.ObjectName;
import dev.inverterflow.snowflake.local.engine.Journal;
import dev.inverterflow.snowflake.local.engine.SessionConnection;
import dev.inverterflow.snowflake.local.execution.HiddenColumns;
import dev.inverterflow.snowflake.local.execution.TransactionView;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The transaction of the engine behind one of a session. The engine has no savepoints, gives a transaction up at the first
 * error, and shows it everything as of its first statement. So it is done again from the connection's journal, in a new
 * transaction or in a <em>spare</em> one that was begun together with the first one and so has the same view.
 */
final class EngineTransaction {

    private static final Logger log = LoggerFactory.getLogger(EngineTransaction.class);

    private final SessionConnection connection;
    private final Transactions all;
    private final Footprint footprint;

    private long id;
    private boolean journaled;
    private long snapshot;
    private @Nullable SessionConnection spare;
    private Map<String, Long> variables = Map.of();

    /**
     * @param footprint what the transaction has touched, kept by whom it belongs to
     */
    EngineTransaction(SessionConnection connection, Transactions all, Footprint footprint) {
        this.connection = connection;
        this.all = all;
        this.footprint = footprint;
    }

    Connection jdbc() {
        return connection.jdbc();
    }

    /** Begins, without a journal. */
    void begin(long transaction) throws SQLException {
        id = transaction;
        journaled = false;
        engine("SET VARIABLE " + HiddenColumns.TRANSACTION_VARIABLE + " = " + id);
        snapshot = all.commits().snapshot(() -> engine("BEGIN TRANSACTION"));
    }

    /** Notes from now on what is changed, because several statements are to follow. */
    void startJournal() throws SQLException {
        journaled = true;
        variables = all.commits().variablesAtBegin();
        setVariables(connection.jdbc());
        connection.startJournal();
    }

    private void setVariables(Connection on) throws SQLException {
        try (Statement statement = on.createStatement()) {
            for (Map.Entry<String, Long> variable : variables.entrySet()) {
                statement.execute("SET VARIABLE " + variable.getKey() + " = " + variable.getValue());
            }
        }
    }

    boolean isJournaled() {
        return journaled;
    }

    /** What stays of the journal if the statement that begins now fails. */
    Journal.Mark mark() {
        return connection.journalMark();
    }

    /** A statement succeeded: what it changed stays if a later one fails. */
    void keep() {
        connection.keepJournal();
    }

    /** To be called before the first change: from here on it may have to be done again. */
    void beforeFirstChange() throws SQLException {
        if (journaled && !footprint.hasChanges() && !footprint.isPinned()) {
            restartWithSpare();
        }
    }

    /** To be called before its view is pinned. */
    void beforePinning() throws SQLException {
        if (!footprint.hasChanges()) {
            restartWithSpare();
        }
    }

    /**
     * Brings into view what others have committed to the tables, unless that would give other rows.
     *
     * @return why the transaction is lost; null if it is not
     */
    @Nullable
    String bringUpToDate(Set<ObjectName> tables) throws SQLException {
        if (footprint.isPinned() || !all.commits().isOutOfDate(tables, snapshot) || connection.hasChanges()) {
            return null;
        }
        boolean exact =
                connection.journalGap() == null && !all.commits().wereWritten(footprint.dependencies(), snapshot);
        return exact || !footprint.hasChanges() ? again() : null;
    }

    /**
     * Undoes what was done since a point, if anything was.
     *
     * @param kept the footprint at that point, to which it has been set back
     * @return why the transaction is lost; null if it is not
     */
    @Nullable
    String backTo(Journal.Mark mark, Footprint.Mark kept) throws SQLException {
        boolean stillGood = !connection.hasChangedSince(mark) && engineStillIn();
        connection.backTo(mark);
        if (stillGood) {
            return null;
        }
        String gap = journaled ? connection.journalGap() : "it is the server's own";
        if (kept.hasChanges() && gap != null) {
            return "a statement failed at run time and cannot be undone alone, because " + gap;
        }
        return footprint.isPinned() || all.commits().wereWritten(kept.dependencies(), snapshot)
                ? goOnWithSpare()
                : again();
    }

    /** The same statements again, seeing what has been committed by now. */
    private @Nullable String again() throws SQLException {
        if (footprint.hasChanges()) {
            restartWithSpare();
            return replay();
        }
        rollback();
        if (journaled) {
            connection.startJournal();
        }
        snapshot = all.commits().snapshot(() -> begin(connection.jdbc()));
        return null;
    }

    private @Nullable String goOnWithSpare() throws SQLException {
        SessionConnection other = spare;
        spare = null;
        if (other == null) {
            return "a statement failed at run time, and others have changed what the statements before it read";
        }
        connection.replaceBy(other);
        return replay();
    }

    private @Nullable String replay() {
        try {
            connection.replayJournal();
            return null;
        } catch (SQLException failure) {
            log.warn("Transaction {} could not be done again", id, failure);
            return "a statement failed at run time, and those before it could not be done again";
        }
    }

    /** Begins anew, together with a twin that sees the same: no commit comes between them. */
    private void restartWithSpare() throws SQLException {
        rollback();
        closeSpare();
        SessionConnection twin = all.engine().connect();
        snapshot = all.commits().snapshot(() -> {
            begin(connection.jdbc());
            begin(twin.jdbc());
        });
        spare = twin;
    }

    private void begin(Connection on) throws SQLException {
        try (Statement statement = on.createStatement()) {
            statement.execute("SET VARIABLE " + HiddenColumns.TRANSACTION_VARIABLE + " = " + id);
            setVariables(on);
            statement.execute("BEGIN TRANSACTION");
            // The engine fixes what a transaction sees when it first asks for something, not at BEGIN.
            statement.execute("SELECT txid_current()");
        }
    }

    /** Whether the engine's transaction is still good: a statement refused before it ran does not hurt it. */
    private boolean engineStillIn() {
        try {
            engine("SELECT 1");
            return true;
        } catch (SQLException aborted) {
            return false;
        }
    }

    /** Notes nothing more; to be called before it ends, one way or the other. */
    void endJournal() {
        connection.endJournal();
    }

    /** Commits, in one order with the commits of others if something was changed. */
    void commit() throws SQLException {
        if (footprint.hasChanges()) {
            all.commits()
                    .commit(new View(
                            id,
                            footprint.consumed(),
                            footprint.written(),
                            footprint.changed(),
                            footprint.removed(),
                            connection.jdbc()));
        } else {
            engine("COMMIT");
        }
    }

    void rollback() throws SQLException {
        engine("ROLLBACK");
    }

    /** Rolls back all but what was defined, which the catalog keeps: with Snowpark's parameter, DDL is part of a transaction. */
    void rollbackRows() throws SQLException {
        List<String> definitions = connection.journaledDefinitions();
        endJournal();
        rollback();
        for (String definition : definitions) {
            engine(definition);
        }
    }

    /** To be called when it has ended, one way or the other. */
    void ended() throws SQLException {
        closeSpare();
        Map<String, Long> over = variables;
        variables = Map.of();
        for (String name : over.keySet()) {
            engine("RESET VARIABLE " + name);
        }
    }

    void closeSpare() throws SQLException {
        SessionConnection other = spare;
        spare = null;
        if (other != null) {
            other.close();
        }
    }

    private void engine(String sql) throws SQLException {
        try (Statement statement = connection.jdbc().createStatement()) {
            statement.execute(sql);
        }
    }

    private record View(
            long id,
            Set<ObjectName> consumedStreams,
            Set<ObjectName> writtenTables,
            Set<ObjectName> changedTables,
            Map<ObjectName, Long> removedRows,
            Connection connection)
            implements TransactionView {}
}
