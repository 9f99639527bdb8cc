package dev.inverterflow.snowflake.local.load.pipe;

import dev.inverterflow.snowflake.local.catalog.Table;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.execution.SystemSession;
import dev.inverterflow.snowflake.local.load.copy.FaultyColumn;
import dev.inverterflow.snowflake.local.load.copy.FileLoad;
import dev.inverterflow.snowflake.local.load.copy.LoadHistory;
import dev.inverterflow.snowflake.local.load.copy.RowTarget;
import dev.inverterflow.snowflake.local.load.copy.StagedFiles;
import dev.inverterflow.snowflake.local.load.copy.StagedInsert;
import dev.inverterflow.snowflake.local.load.copy.StagedRow;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The table of a pipe. What is taken at once is a transaction of its own, rows and history together. */
final class PipeTarget implements RowTarget {
    private final SystemSession session;
    private final StagedInsert insert;
    private final StagedFiles stage;
    private final Table table;
    private final LoadHistory.PipeLoad source;

    PipeTarget(
            SystemSession session, StagedInsert insert, StagedFiles stage, Table table, LoadHistory.PipeLoad source) {
        this.session = session;
        this.insert = insert;
        this.stage = stage;
        this.table = table;
        this.source = source;
    }

    @Override
    public Optional<SnowflakeException> tryOut(List<StagedRow> rows) {
        return tryOut(insert, rows);
    }

    @Override
    public Optional<FaultyColumn> faultyColumn(StagedRow row, SnowflakeException fault) {
        return insert.faultyColumn(table, row, fault, column -> tryOut(column, List.of(row)));
    }

    @Override
    public Optional<String> column(int field) {
        return insert.column(table, field);
    }

    private Optional<SnowflakeException> tryOut(StagedInsert statement, List<StagedRow> rows) {
        try {
            session.context().transaction().begin();
            run(statement, rows);
            return Optional.empty();
        } catch (SnowflakeException fault) {
            return Optional.of(fault);
        } catch (SQLException failure) {
            throw Errors.internal("pipe " + source.pipe() + " could not begin a transaction", failure);
        } finally {
            rollback();
        }
    }

    @Override
    public void take(List<StagedRow> rows, List<FileLoad> loads) {
        var transaction = session.context().transaction();
        try {
            transaction.begin();
            run(insert, rows);
            LoadHistory.record(
                    session.context().connection(),
                    loads,
                    stage,
                    table,
                    source,
                    session.context().clock().instant());
            transaction.commit();
        } catch (SQLException failure) {
            throw Errors.internal("pipe " + source.pipe() + " could not commit", failure);
        } finally {
            rollback();
        }
    }

    private void run(StagedInsert statement, List<StagedRow> rows) {
        if (!rows.isEmpty()) {
            statement.run(rows, filled -> session.execute(filled, insert.text()));
        }
    }

    /** Does nothing after a commit. */
    private void rollback() {
        try {
            session.context().transaction().rollback();
        } catch (SQLException failure) {
            throw Errors.internal("pipe " + source.pipe() + " could not roll back", failure);
        }
    }
}
