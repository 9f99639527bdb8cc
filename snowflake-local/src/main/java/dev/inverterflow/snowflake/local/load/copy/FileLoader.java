package dev.inverterflow.snowflake.local.load.copy;

import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.load.format.RowFormat;
import dev.inverterflow.snowflake.local.load.store.FileLocation;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Brings files into a table: reads them, then puts their rows there.
 *
 * <p>Files go together as long as they fit {@link #BATCH_CHARACTERS}. If the table does not take a batch, its files go one by
 * one, so that a fault costs its own file only; then row by row, unless one bad row is enough to skip a file.
 */
public final class FileLoader {
    private static final long BATCH_CHARACTERS = 32L * 1024 * 1024;
    private static final int BATCH_FILES = 500;

    private final StagedFiles stage;
    private final RowFormat format;
    private final OnError onError;
    private final RowTarget target;
    private final Clock clock;
    private final List<FileLoad> loads = new ArrayList<>();
    private final List<FileReading> batch = new ArrayList<>();
    private long batchCharacters;

    public FileLoader(StagedFiles stage, RowFormat format, OnError onError, RowTarget target, Clock clock) {
        this.stage = stage;
        this.format = format;
        this.onError = onError;
        this.target = target;
        this.clock = clock;
    }

    /**
     * Loads files.
     *
     * @return what became of each file
     * @throws SnowflakeException at the first fault with ON_ERROR = ABORT_STATEMENT
     */
    public List<FileLoad> load(List<FileLocation> files) {
        for (var file : files) {
            add(FileReading.read(file, stage, format, clock));
        }
        flush();
        return List.copyOf(loads);
    }

    private void add(FileReading reading) {
        var fault = reading.fault();
        if (fault != null && onError.aborts()) {
            throw LoadErrors.aborted(withColumn(fault), shownName(reading), null);
        }
        batch.add(reading);
        batchCharacters += reading.textLength();
        // A statement that aborts must not leave an earlier batch behind, so it has one batch only.
        if (!onError.aborts() && (batchCharacters >= BATCH_CHARACTERS || batch.size() >= BATCH_FILES)) {
            flush();
        }
    }

    private void flush() {
        if (!batch.isEmpty()) {
            take(List.copyOf(batch));
            batch.clear();
            batchCharacters = 0;
        }
    }

    private void take(List<FileReading> readings) {
        var rows = readings.stream()
                .filter(this::isWorthTaking)
                .flatMap(reading -> reading.rows().stream())
                .toList();
        var outcomes = readings.stream().map(this::outcomeIfTaken).toList();
        try {
            target.take(rows, outcomes);
            loads.addAll(outcomes);
        } catch (SnowflakeException failure) {
            takeAfter(failure, readings);
        }
    }

    private boolean isWorthTaking(FileReading reading) {
        return onError.takesGoodRows(reading.faults().size(), reading.parsed());
    }

    private FileLoad outcomeIfTaken(FileReading reading) {
        return outcome(reading, isWorthTaking(reading) ? reading.rows().size() : 0, reading.faults());
    }

    private void takeAfter(SnowflakeException failure, List<FileReading> readings) {
        if (onError.aborts()) {
            throw aborted(failure, readings);
        }
        if (readings.size() > 1) {
            readings.forEach(reading -> take(List.of(reading)));
        } else if (onError.action() == OnError.Action.SKIP_FILE) {
            take(
                    outcome(
                            readings.get(0),
                            0,
                            List.of(firstFault(failure, readings.get(0).rows()))),
                    List.of());
        } else {
            takeGoodRows(readings.get(0));
        }
    }

    /** How a statement that aborts tells the first row that the table does not take. */
    private SnowflakeException aborted(SnowflakeException failure, List<FileReading> readings) {
        return readings.stream()
                .filter(reading -> readings.size() == 1 || isFaulty(reading))
                .findFirst()
                .map(reading -> LoadErrors.aborted(
                        reading.rows().isEmpty() ? FileFault.of(failure) : firstFault(failure, reading.rows()),
                        shownName(reading),
                        failure))
                .orElseGet(() -> LoadErrors.aborted(FileFault.of(failure), "", failure));
    }

    private boolean isFaulty(FileReading reading) {
        try {
            return target.tryOut(reading.rows()).isPresent();
        } catch (SnowflakeException cannotBeTriedOut) {
            return false;
        }
    }

    private String shownName(FileReading reading) {
        return stage.nameInErrors(reading.file());
    }

    /** The fault of the first row that the table does not take; it is found by halves, as each look costs a statement. */
    private FileFault firstFault(SnowflakeException failure, List<StagedRow> rows) {
        int good = 0;
        int bad = rows.size();
        var fault = failure;
        while (bad - good > 1) {
            int middle = (good + bad) / 2;
            var found = target.tryOut(rows.subList(good, middle));
            if (found.isPresent()) {
                bad = middle;
                fault = found.get();
            } else {
                good = middle;
            }
        }
        return bad == 0 ? FileFault.of(failure) : faultOf(rows.get(good), fault);
    }

    private FileFault faultOf(StagedRow row, SnowflakeException failure) {
        var fault = FileFault.ofRow(failure, row);
        return target.faultyColumn(row, failure)
                .map(column -> fault.in(column, row.place()))
                .orElse(fault);
    }

    private void takeGoodRows(FileReading reading) {
        var good = new ArrayList<StagedRow>();
        var faults = new ArrayList<FileFault>();
        for (var row : reading.rows()) {
            target.tryOut(List.of(row))
                    .ifPresentOrElse(
                            failure -> faults.add(
                                    faults.isEmpty() ? faultOf(row, failure) : FileFault.ofRow(failure, row)),
                            () -> good.add(row));
        }
        faults.addAll(reading.faults());
        faults.sort(Comparator.comparing(FileFault::row, Comparator.comparing(row -> row == 0 ? Long.MAX_VALUE : row)));
        var taken = onError.takesGoodRows(faults.size(), reading.parsed()) ? good : List.<StagedRow>of();
        take(outcome(reading, taken.size(), faults), taken);
    }

    private void take(FileLoad outcome, List<StagedRow> rows) {
        target.take(rows, List.of(outcome));
        loads.add(outcome);
    }

    private FileLoad outcome(FileReading reading, long loaded, List<FileFault> faults) {
        return new FileLoad(
                reading.file(),
                stage.relativeName(reading.file()),
                status(loaded, faults, reading),
                reading.parsed(),
                loaded,
                onError.errorLimit(reading.parsed()),
                faults.size(),
                faults.isEmpty() ? null : withColumn(faults.get(0)),
                reading.contentBytes(),
                reading.scanTime());
    }

    private FileFault withColumn(FileFault fault) {
        return fault.column() == null
                ? target.column(fault.field()).map(fault::inColumn).orElse(fault)
                : fault;
    }

    private FileLoad.Status status(long loaded, List<FileFault> faults, FileReading reading) {
        if (faults.isEmpty() && onError.takesGoodRows(0, reading.parsed())) {
            return FileLoad.Status.LOADED;
        }
        return loaded > 0 ? FileLoad.Status.PARTIALLY_LOADED : FileLoad.Status.LOAD_FAILED;
    }
}
