package dev.inverterflow.snowflake.local.rows;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Takes up the rows of one result. The first ones stay in memory and go to the driver with the answer; those after them go
 * into files, each small enough for a driver to hold a few. Used by one thread.
 */
public final class RowWriter {

    private static final int ROWS_IN_MEMORY = 20_000;
    private static final long CHARACTERS_IN_MEMORY = 4_000_000;
    private static final int ROWS_IN_FILE = 100_000;
    private static final long BYTES_IN_FILE = 16_000_000;
    private static final JsonFactory JSON = new JsonFactory();

    private final RowFiles files;
    private final List<List<@Nullable String>> first = new ArrayList<>();
    private final List<Chunk> chunks = new ArrayList<>();
    private long characters;
    private @Nullable Open open;

    RowWriter(RowFiles files) {
        this.files = files;
    }

    /** The file that is being written. */
    private static final class Open {

        private final String name;
        private final Counting bytes;
        private final JsonGenerator json;
        private int rows;

        Open(String name, RowFiles files) throws IOException {
            this.name = name;
            OutputStream file = new BufferedOutputStream(Files.newOutputStream(files.path(name)));
            this.bytes = new Counting(new FastGzip(file));
            this.json = JSON.createGenerator(bytes);
            // What drivers want is rows with commas between them and no brackets around them.
            json.setPrettyPrinter(new MinimalPrettyPrinter(","));
        }
    }

    /** Adds a row. */
    public void add(List<@Nullable String> row) throws IOException {
        if (open == null && first.size() < ROWS_IN_MEMORY && characters < CHARACTERS_IN_MEMORY) {
            first.add(row);
            row.forEach(value -> characters += value == null ? 1 : value.length());
        } else {
            write(row);
        }
    }

    /** All rows, in the order in which they came. */
    public List<List<@Nullable String>> finish() throws IOException {
        closeFile();
        return chunks.isEmpty() ? first : new FiledRows(first, chunks, files);
    }

    /** Deletes what was written, because the result is not wanted any more. */
    public void discard() throws IOException {
        closeFile();
        for (Chunk chunk : chunks) {
            files.delete(chunk.name());
        }
        chunks.clear();
        first.clear();
    }

    private void write(List<@Nullable String> row) throws IOException {
        Open file = open;
        if (file == null) {
            file = new Open(files.create(), files);
            open = file;
        }
        file.json.writeStartArray();
        for (String value : row) {
            file.json.writeString(value);
        }
        file.json.writeEndArray();
        file.rows++;
        if (file.rows >= ROWS_IN_FILE || file.bytes.count >= BYTES_IN_FILE) {
            closeFile();
        }
    }

    private void closeFile() throws IOException {
        Open file = open;
        open = null;
        if (file != null) {
            file.json.close();
            chunks.add(new Chunk(file.name, file.rows, Files.size(files.path(file.name)), file.bytes.count));
        }
    }

    /** Files live for minutes on the same machine: speed is worth more than size. */
    private static final class FastGzip extends GZIPOutputStream {

        FastGzip(OutputStream out) throws IOException {
            super(out, 64 * 1024);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }

    private static final class Counting extends OutputStream {

        private final OutputStream out;
        private long count;

        Counting(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int value) throws IOException {
            out.write(value);
            count++;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
            count += length;
        }

        @Override
        public void flush() throws IOException {
            out.flush();
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }
}
