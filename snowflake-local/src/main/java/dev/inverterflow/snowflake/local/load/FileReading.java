package dev.inverterflow.snowflake.local.load;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
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
    /** Reads a file. Faults of its content are part of the answer; faults of the store are thrown. */
    static FileReading read(StoredFile file, ExternalStage stage, JsonFormat format, Clock clock) {
        var scanTime = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var rows = new ArrayList<StagedRow>();
        FileLoad.Fault fault = null;
        long contentBytes = 0;
        try (var content = new CountingStream(stage.open(file))) {
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
            contentBytes = content.count;
        } catch (IOException | SdkException broken) {
            // A truncated or damaged gzip stream, or a connection that broke while the file was read.
            fault = new FileLoad.Fault("Error reading file: " + broken.getMessage(), 0, 0);
        }
        return new FileReading(file, rows, fault, contentBytes, scanTime);
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
