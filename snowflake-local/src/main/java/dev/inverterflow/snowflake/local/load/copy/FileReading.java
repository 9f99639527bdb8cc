package dev.inverterflow.snowflake.local.load.copy;

import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.load.format.FileError;
import dev.inverterflow.snowflake.local.load.format.FileFormatException;
import dev.inverterflow.snowflake.local.load.format.RowFormat;
import dev.inverterflow.snowflake.local.load.format.RowPlace;
import dev.inverterflow.snowflake.local.load.format.RowSink;
import dev.inverterflow.snowflake.local.load.store.FileLocation;
import dev.inverterflow.snowflake.local.load.store.OpenFile;
import dev.inverterflow.snowflake.local.load.store.StoredFile;
import io.airlift.compress.MalformedInputException;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * One file read into rows.
 *
 * @param rows the good rows, up to the fault that ended the reading if there is one
 * @param faults what is wrong with the file, in its order
 * @param blanks empty lines that were passed over
 * @param contentBytes size of the content uncompressed, as far as it was read
 */
record FileReading(
        StoredFile file,
        List<StagedRow> rows,
        List<FileFault> faults,
        long blanks,
        long contentBytes,
        Instant scanTime) {
    FileReading {
        rows = List.copyOf(rows);
        faults = List.copyOf(faults);
    }

    /**
     * Reads a file. What is wrong with it, also that it is not there, is part of the answer.
     *
     * @throws SnowflakeException if the store does not answer, which says nothing about the file
     */
    static FileReading read(FileLocation location, StagedFiles stage, RowFormat format, Clock clock) {
        var scanTime = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        try (var open = stage.open(location)) {
            return read(open, format, scanTime);
        } catch (IOException | SdkException broken) {
            throw LoadErrors.brokenOff(location, broken);
        } catch (SnowflakeException unreadable) {
            if (LoadErrors.isFileNotFound(unreadable)) {
                var file = new StoredFile(location, 0, "", scanTime);
                return new FileReading(file, List.of(), List.of(FileFault.of(unreadable)), 0, 0, scanTime);
            }
            throw unreadable;
        }
    }

    private static FileReading read(OpenFile open, RowFormat format, Instant scanTime) throws IOException {
        var rows = new Rows(open.file(), scanTime);
        var bytes = new AtomicLong();
        try (var content = new CountingStream(format.compression().open(open.content()), bytes)) {
            format.read(content, rows);
        } catch (FileFormatException malformed) {
            rows.fault(malformed);
        } catch (ZipException | EOFException | MalformedInputException damaged) {
            rows.fault(new FileFormatException(
                    FileError.DAMAGED_COMPRESSION,
                    "Error reading file: damaged compressed content: " + damaged.getMessage(),
                    0,
                    0));
        }
        return new FileReading(open.file(), rows.rows, rows.faults, rows.blanks, bytes.get(), scanTime);
    }

    /** The first fault; null without one. */
    @Nullable
    FileFault fault() {
        return faults.isEmpty() ? null : faults.get(0);
    }

    /** How many rows the file has, as far as they could be told apart; empty lines that are passed over count, too. */
    long parsed() {
        return rows.size() + blanks + faults.stream().filter(FileFault::isRow).count();
    }

    long textLength() {
        return rows.stream()
                .flatMap(row -> row.values().stream())
                .mapToLong(value -> value == null ? 0 : value.length())
                .sum();
    }

    private static final class Rows implements RowSink {
        private final StoredFile file;
        private final Instant scanTime;
        private final List<StagedRow> rows = new ArrayList<>();
        private final List<FileFault> faults = new ArrayList<>();
        private long number;
        private long blanks;

        Rows(StoredFile file, Instant scanTime) {
            this.file = file;
            this.scanTime = scanTime;
        }

        @Override
        public void row(List<@Nullable String> values, @Nullable RowPlace place) {
            number++;
            rows.add(new StagedRow(
                    values,
                    file.location().path(),
                    number,
                    place == null ? RowPlace.ofRecord(number) : place,
                    file.contentKey(),
                    file.lastModified(),
                    scanTime));
        }

        @Override
        public void fault(FileFormatException fault) {
            number++;
            faults.add(FileFault.of(fault, number));
        }

        @Override
        public void blank() {
            blanks++;
        }
    }

    private static final class CountingStream extends FilterInputStream {
        private final AtomicLong count;

        CountingStream(InputStream content, AtomicLong count) {
            super(content);
            this.count = count;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count.addAndGet(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            count.addAndGet(Math.max(0, read));
            return read;
        }
    }
}
