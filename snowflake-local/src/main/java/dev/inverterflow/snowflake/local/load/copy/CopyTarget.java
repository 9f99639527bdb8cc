package dev.inverterflow.snowflake.local.load.copy;

import dev.inverterflow.snowflake.local.ast.DmlStatement.CopyIntoTable;
import dev.inverterflow.snowflake.local.catalog.Table;
import dev.inverterflow.snowflake.local.command.schema.BorrowedTables;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.execution.Binds;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.execution.SystemSessionSpec;
import dev.inverterflow.snowflake.local.execution.SystemSessions;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The table of a COPY statement. It is part of the session's transaction, in which an INSERT that fails at run time would
 * undo more than itself; so where a fault is to be skipped, rows are tried out in a session aside first.
 */
final class CopyTarget implements RowTarget {
    private final CopyIntoTable copy;
    private final StagedInsert insert;
    private final StagedFiles stage;
    private final Table table;
    private final OnError onError;
    private final SessionContext session;
    private final SystemSessions aside;

    CopyTarget(
            CopyIntoTable copy,
            StagedInsert insert,
            StagedFiles stage,
            Table table,
            OnError onError,
            SessionContext session,
            SystemSessions aside) {
        this.copy = copy;
        this.insert = insert;
        this.stage = stage;
        this.table = table;
        this.onError = onError;
        this.session = session;
        this.aside = aside;
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
        var spec = new SystemSessionSpec(
                session.user(),
                session.role(),
                table.name().database(),
                table.name().schema(),
                null,
                Map.of());
        try (var scratch = aside.open(spec)) {
            scratch.context().transaction().begin();
            if (table.kind() == Table.Kind.TEMPORARY) {
                BorrowedTables.add(table, scratch.context());
            }
            statement.run(rows, filled -> scratch.execute(filled, copy.span().text()));
            return Optional.empty();
        } catch (SnowflakeException fault) {
            return Optional.of(fault);
        } catch (SQLException failure) {
            throw Errors.internal("rows for " + table.name() + " could not be tried out", failure);
        }
    }

    @Override
    public void take(List<StagedRow> rows, List<FileLoad> loads) {
        if (!rows.isEmpty()) {
            if (!onError.aborts()) {
                tryOut(rows).ifPresent(fault -> {
                    throw fault;
                });
            }
            insert.run(rows, statement -> session.execute(statement, copy.span().text(), Binds.NONE));
        }
        try {
            LoadHistory.record(
                    session.connection(),
                    loads,
                    stage,
                    table,
                    null,
                    session.clock().instant());
        } catch (SQLException failure) {
            throw Errors.internal("the load history of " + table.name() + " could not be written", failure);
        }
    }
}
