package dev.inverterflow.snowflake.local.load.unload;

import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.load.copy.StagedFiles;
import dev.inverterflow.snowflake.local.load.store.Compression;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes rows into files, which reach the stage when each of them is complete: none is seen half. */
final class UnloadedFiles implements AutoCloseable {
    private final StagedFiles stage;
    private final FileNames names;
    private final UnloadOptions options;
    private final RecordText records;
    private final Compression compression;
    private final String header;
    private final int columns;
    /** By partition; without PARTITION BY there is one, of the empty text. */
    private final Map<String, Open> open = new LinkedHashMap<>();

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<Unloaded> done = new ArrayList<>();

    /**
     * A file on the stage.
     *
     * @param name below the stage
     * @param bytes before compression
     * @param storedBytes after it
     */
    record Unloaded(String name, long rows, long bytes, long storedBytes) {}

    /** A file that is being written. */
    private record Open(String name, Path content, OutputStream out, long[] counts) {}

    UnloadedFiles(StagedFiles stage, FileNames names, UnloadOptions options, UnloadFormat format, UnloadQuery query) {
        this.stage = stage;
        this.names = names;
        this.options = options;
        this.records = format.records(query.columns());
        this.compression = format.compression();
        this.header = options.header() ? records.header(query.labels()) : "";
        this.columns = query.columns().size();
    }

    /** Writes a row; behind its columns stands its partition, if there are any. */
    void add(List<@Nullable String> row) throws IOException {
        String partition =
                names.partitioned() ? Objects.requireNonNullElse(row.get(columns), FileNames.NULL_PARTITION) : "";
        Open file = open.get(partition);
        if (file == null) {
            file = begin(partition);
            open.put(partition, file);
        }
        write(file, records.of(row));
        file.counts()[0]++;
        if (file.counts()[1] >= options.maxFileBytes()) {
            if (options.single()) {
                throw tooLarge();
            }
            open.remove(partition);
            end(file);
        }
    }

    /** Ends all files; without rows there is none. */
    List<Unloaded> finish() throws IOException {
        for (Open file : List.copyOf(open.values())) {
            end(file);
        }
        open.clear();
        return List.copyOf(done);
    }

    /** Deletes what did not reach the stage. */
    @Override
    public void close() throws IOException {
        for (Open file : open.values()) {
            file.out().close();
            Files.deleteIfExists(file.content());
        }
    }

    private Open begin(String partition) throws IOException {
        int number = numbers.merge(partition, 1, Integer::sum) - 1;
        String name = names.partitioned() ? names.inPartition(partition, number) : names.whole(number);
        Path content = Files.createTempFile("snowflake-local-unload", ".tmp");
        OutputStream out = compression.write(new BufferedOutputStream(Files.newOutputStream(content)));
        Open file = new Open(name, content, out, new long[2]);
        write(file, header);
        return file;
    }

    private static void write(Open file, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        file.out().write(bytes);
        file.counts()[1] += bytes.length;
    }

    private void end(Open file) throws IOException {
        file.out().close();
        long stored = Files.size(file.content());
        try {
            stage.store(file.content(), stage.root().resolve(file.name()));
        } finally {
            Files.deleteIfExists(file.content());
        }
        done.add(new Unloaded(file.name(), file.counts()[0], file.counts()[1], stored));
    }

    private SnowflakeException tooLarge() {
        return new SnowflakeException(
                100113,
                "22000",
                "Max file size (" + options.maxFileBytes() + ") exceeded for unload single file mode. Please increase"
                        + " MAX_FILE_SIZE and try again.");
    }
}
