package dev.inverterflow.snowflake.local.load.copy;

import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.load.json.JsonFormat;
import dev.inverterflow.snowflake.local.load.store.S3Location;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Brings files into a table: reads them, then puts their rows there.
 *
 * <p>Files go together as long as they fit {@link #BATCH_CHARACTERS}. If the table does not take a batch, its files go one by
 * one, so that a fault costs its own file only; with ON_ERROR = CONTINUE then row by row.
 */
public final class FileLoader {
    private static final long BATCH_CHARACTERS = 32L * 1024 * 1024;
    private static final int BATCH_FILES = 500;

    private final ExternalStage stage;
    private final JsonFormat format;
    private final CopyOptions.OnError onError;
    private final RowTarget target;
    private final Clock clock;
    private final List<FileLoad> loads = new ArrayList<>();
    private final List<FileReading> batch = new ArrayList<>();
    private long batchCharacters;

    public FileLoader(
            ExternalStage stage, JsonFormat format, CopyOptions.OnError onError, RowTarget target, Clock clock) {
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
    public List<FileLoad> load(List<S3Location> files) {
        for (var file : files) {
            add(FileReading.read(file, stage, format, clock));
        }
        flush();
        return List.copyOf(loads);
    }

    private void add(FileReading reading) {
        var fault = reading.fault();
        if (fault != null && onError == CopyOptions.OnError.ABORT_STATEMENT) {
            throw LoadErrors.aborted(
                    new SnowflakeException(100069, "22P02", fault.message()), stage.relativeName(reading.file()));
        }
        batch.add(reading);
        batchCharacters += reading.textLength();
        // A statement that aborts must not leave an earlier batch behind, so it has one batch only.
        if (onError != CopyOptions.OnError.ABORT_STATEMENT
                && (batchCharacters >= BATCH_CHARACTERS || batch.size() >= BATCH_FILES)) {
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
        return reading.fault() == null || onError == CopyOptions.OnError.CONTINUE;
    }

    private FileLoad outcomeIfTaken(FileReading reading) {
        return isWorthTaking(reading)
                ? outcome(reading, reading.rows().size(), reading.fault() == null ? 0 : 1, reading.fault())
                : outcome(reading, 0, 1, reading.fault());
    }

    private void takeAfter(SnowflakeException failure, List<FileReading> readings) {
        if (onError == CopyOptions.OnError.ABORT_STATEMENT) {
            throw LoadErrors.aborted(
                    failure,
                    readings.size() == 1 ? stage.relativeName(readings.get(0).file()) : "");
        }
        if (readings.size() > 1) {
            readings.forEach(reading -> take(List.of(reading)));
        } else if (onError == CopyOptions.OnError.CONTINUE) {
            takeGoodRows(readings.get(0));
        } else {
            var skipped = outcome(readings.get(0), 0, 1, new FileLoad.Fault(failure.getMessage(), 0, 0));
            target.take(List.of(), List.of(skipped));
            loads.add(skipped);
        }
    }

    private void takeGoodRows(FileReading reading) {
        var good = new ArrayList<StagedRow>();
        var faults = new ArrayList<FileLoad.Fault>();
        for (var row : reading.rows()) {
            target.tryOut(List.of(row))
                    .ifPresentOrElse(
                            failure -> faults.add(new FileLoad.Fault(failure.getMessage(), row.rowNumber(), 0)),
                            () -> good.add(row));
        }
        var fault = reading.fault();
        if (fault != null) {
            faults.add(fault);
        }
        var outcome = outcome(reading, good.size(), faults.size(), faults.isEmpty() ? null : faults.get(0));
        target.take(good, List.of(outcome));
        loads.add(outcome);
    }

    private FileLoad outcome(FileReading reading, long loaded, long errors, FileLoad.@Nullable Fault fault) {
        return new FileLoad(
                reading.file(),
                stage.relativeName(reading.file()),
                status(loaded, fault),
                reading.rows().size(),
                loaded,
                errors,
                fault,
                reading.contentBytes(),
                reading.scanTime());
    }

    private static FileLoad.Status status(long loaded, FileLoad.@Nullable Fault fault) {
        if (fault == null) {
            return FileLoad.Status.LOADED;
        }
        return loaded > 0 ? FileLoad.Status.PARTIALLY_LOADED : FileLoad.Status.LOAD_FAILED;
    }
}
