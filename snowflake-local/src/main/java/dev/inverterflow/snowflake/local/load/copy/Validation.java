package dev.inverterflow.snowflake.local.load.copy;

import dev.inverterflow.snowflake.local.catalog.Table;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.execution.Result;
import dev.inverterflow.snowflake.local.execution.ResultColumn;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.execution.StatementType;
import dev.inverterflow.snowflake.local.load.store.FileLocation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * COPY INTO a table with VALIDATION_MODE: tells what is wrong with files, or shows their first rows, and loads nothing.
 *
 * @see <a href="https://docs.snowflake.com/en/sql-reference/sql/copy-into-table#validating-staged-files">Validating staged
 *     files</a>
 */
final class Validation {
    static final List<ResultColumn> COLUMNS = List.of(
            ResultColumn.text("ERROR"),
            ResultColumn.text("FILE"),
            ResultColumn.number("LINE"),
            ResultColumn.number("CHARACTER"),
            ResultColumn.number("BYTE_OFFSET"),
            ResultColumn.text("CATEGORY"),
            ResultColumn.number("CODE"),
            ResultColumn.text("SQL_STATE"),
            ResultColumn.text("COLUMN_NAME"),
            ResultColumn.number("ROW_NUMBER"),
            ResultColumn.number("ROW_START_LINE"),
            ResultColumn.text("REJECTED_RECORD"));

    private final StagedFiles stage;
    private final CopyPlan plan;
    private final StagedInsert insert;
    private final RowTarget target;
    private final SessionContext session;

    Validation(StagedFiles stage, CopyPlan plan, StagedInsert insert, RowTarget target, SessionContext session) {
        this.stage = stage;
        this.plan = plan;
        this.insert = insert;
        this.target = target;
        this.session = session;
    }

    /** Every fault of the files, one for each row that has any. */
    Result errors(List<FileLocation> files) throws IOException {
        List<List<@Nullable String>> rows = new ArrayList<>();
        for (FileLocation file : files) {
            var reading = read(file);
            var faults = faults(reading);
            if (!faults.isEmpty()) {
                var records = RejectedRecords.of(stage, file, plan.format());
                faults.forEach(fault -> rows.add(row(fault, reading, records)));
            }
        }
        return Result.rows(StatementType.COPY, COLUMNS, rows);
    }

    /**
     * The first rows of the files as they would be loaded.
     *
     * @throws SnowflakeException with the first fault among them
     */
    Result rows(List<FileLocation> files, long wanted, Table table) {
        List<StagedRow> rows = new ArrayList<>();
        for (FileLocation file : files) {
            var reading = read(file);
            long left = wanted - rows.size();
            var first = reading.rows().stream()
                    .filter(row -> row.rowNumber() <= left)
                    .toList();
            var fault = faults(reading, first).stream()
                    .filter(each -> each.row() <= left)
                    .findFirst();
            if (fault.isPresent()) {
                throw LoadErrors.invalid(fault.get(), stage.nameInErrors(reading.file()));
            }
            rows.addAll(first);
        }
        return insert.shown(rows, table, session);
    }

    private FileReading read(FileLocation file) {
        return FileReading.read(file, stage, plan.format(), session.clock());
    }

    private List<FileFault> faults(FileReading reading) {
        return faults(reading, reading.rows());
    }

    private List<FileFault> faults(FileReading reading, List<StagedRow> rows) {
        List<FileFault> faults = new ArrayList<>();
        collect(rows, faults);
        reading.faults()
                .forEach(fault -> faults.add(
                        target.column(fault.field()).map(fault::inColumn).orElse(fault)));
        faults.sort(Comparator.comparing(FileFault::row, Comparator.comparing(row -> row == 0 ? Long.MAX_VALUE : row)));
        return faults;
    }

    /** The faulty rows are found by halves, as each look costs a statement. */
    private void collect(List<StagedRow> rows, List<FileFault> faults) {
        if (rows.isEmpty()) {
            return;
        }
        var failure = target.tryOut(rows);
        if (failure.isEmpty()) {
            return;
        }
        if (rows.size() == 1) {
            faults.add(fault(rows.get(0), failure.get()));
            return;
        }
        int half = rows.size() / 2;
        collect(rows.subList(0, half), faults);
        collect(rows.subList(half, rows.size()), faults);
    }

    private FileFault fault(StagedRow row, SnowflakeException failure) {
        var fault = FileFault.ofRow(failure, row);
        return target.faultyColumn(row, failure)
                .map(column -> fault.in(column, row.place()))
                .orElse(fault);
    }

    private List<@Nullable String> row(FileFault fault, FileReading reading, RejectedRecords records) {
        boolean missing = LoadErrors.isFileNotFound(fault);
        return Result.row(
                fault.message(),
                stage.nameInErrors(reading.file()),
                known(fault.line()),
                known(fault.character()),
                records.byteOffset(fault),
                missing ? "other" : fault.isConversion() ? "conversion" : "parsing",
                String.valueOf(missing ? LoadErrors.MISSING_WHEN_VALIDATED : fault.code()),
                fault.sqlState(),
                fault.column(),
                String.valueOf(fault.row()),
                String.valueOf(fault.rowLine()),
                records.text(fault));
    }

    private static @Nullable String known(long place) {
        return place == 0 ? null : String.valueOf(place);
    }
}
