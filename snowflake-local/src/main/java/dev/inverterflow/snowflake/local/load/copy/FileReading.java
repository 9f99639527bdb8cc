package dev.inverterflow.snowflake.local.load.copy;

import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.load.json.FileFormatException;
import dev.inverterflow.snowflake.local.load.json.JsonFileReader;
import dev.inverterflow.snowflake.local.load.json.JsonFormat;
import dev.inverterflow.snowflake.local.load.store.OpenFile;
import dev.inverterflow.snowflake.local.load.store.S3Location;
import dev.inverterflow.snowflake.local.load.store.StoredFile;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * One file read into rows.
 *
 * @param rows the rows before the first fault, all of them without one
 * @param fault what is wrong with the file; null if nothing
 * @param contentBytes size of the content uncompressed, as far as it was read
 */
record FileReading(
        StoredFile file, List<StagedRow> rows, FileLoad.@Nullable Fault fault, long contentBytes, Instant scanTime) {
    /**
     * Reads a file. What is wrong with it, also that it is not there, is part of the answer.
     *
     * @throws SnowflakeException if the store does not answer, which says nothing about the file
     */
    static FileReading read(S3Location location, ExternalStage stage, JsonFormat format, Clock clock) {
        var scanTime = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        try (var open = stage.open(location)) {
            return read(open, format, scanTime);
        } catch (ZipException | EOFException damaged) {
            return unread(location, "Error reading file: damaged gzip content: " + damaged.getMessage(), scanTime);
        } catch (IOException | SdkException broken) {
            throw LoadErrors.brokenOff(location, broken);
        } catch (SnowflakeException unreadable) {
            if (LoadErrors.isFileNotFound(unreadable)) {
                return unread(location, unreadable.getMessage(), scanTime);
            }
            throw unreadable;
        }
    }

    private static FileReading read(OpenFile open, JsonFormat format, Instant scanTime) throws IOException {
        var file = open.file();
        var rows = new ArrayList<StagedRow>();
        FileLoad.Fault fault = null;
        var content = new CountingStream(open.content());
        try {
            new JsonFileReader(format)
                    .read(
                            content,
                            value -> rows.add(new StagedRow(
                                    value,
                                    file.location().path(),
                                    rows.size() + 1L,
                                    file.contentKey(),
                                    file.lastModified(),
                                    scanTime)));
        } catch (FileFormatException malformed) {
            fault = new FileLoad.Fault(malformed.text(), malformed.line(), malformed.character());
        }
        return new FileReading(file, rows, fault, content.count, scanTime);
    }

    private static FileReading unread(S3Location location, String message, Instant scanTime) {
        var file = new StoredFile(location, 0, "", scanTime);
        return new FileReading(file, List.of(), new FileLoad.Fault(message, 0, 0), 0, scanTime);
    }

    long textLength() {
        return rows.stream().mapToLong(row -> row.value().length()).sum();
    }

    private static final class CountingStream extends FilterInputStream {
        private long count;

        CountingStream(InputStream content) {
            super(content);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count += read < 0 ? 0 : 1;
            return read;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            count += Math.max(0, read);
            return read;
        }
    }
}
