package dev.inverterflow.snowflake.local.execution;

import dev.inverterflow.snowflake.local.ast.Statement;
import java.sql.SQLException;
import java.util.List;

/** How one kind of statement runs. One class for each kind; it holds no state of a session. */
public interface StatementCommand<S extends Statement> {

    /**
     * Runs the statement.
     *
     * @throws SQLException if the engine fails; the session turns it into a Snowflake error that quotes no engine text
     */
    Result run(S statement, SessionContext session) throws SQLException;

    /**
     * The columns {@link #run} would answer, found without running it: what a describe-only request wants. Commands with
     * a fixed answer return that; the default is the single {@code status} column.
     */
    default Result describe(S statement, SessionContext session) throws SQLException {
        return Result.rows(StatementType.DDL, List.of(ResultColumn.text("status")), List.of());
    }

    /** How the statement stands to transactions. */
    default Effect effect(S statement) {
        return Effect.NONE;
    }

    /** How a statement stands to transactions. */
    enum Effect {
        /** Reads, or changes only the session: runs in the open transaction if there is one, needs none. */
        NONE,
        /** Changes rows: runs in a transaction, its own with AUTOCOMMIT on; that transaction's participants are asked. */
        WRITES,
        /** Ends an open transaction with a commit before it runs, as all DDL does. */
        COMMITS_FIRST
    }
}
