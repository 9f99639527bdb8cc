package dev.inverterflow.snowflake.local.rows;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.lang.ref.Cleaner;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a large result. The first are in memory, the others in files, which are deleted when nobody holds the list any
 * more, or at {@link #release}. To be read in order: {@link #get} of a row that is in a file reads the file up to it.
 */
public final class FiledRows extends AbstractList<List<@Nullable String>> {

    private static final Cleaner CLEANER = Cleaner.create();
    private static final JsonFactory JSON = new JsonFactory();

    private final List<List<@Nullable String>> first;
    private final List<Chunk> chunks;
    private final RowFiles files;
    private final Cleaner.Cleanable cleanable;
    private final int size;

    FiledRows(List<List<@Nullable String>> first, List<Chunk> chunks, RowFiles files) {
        this.first = Collections.unmodifiableList(first);
        this.chunks = List.copyOf(chunks);
        this.files = files;
        this.size = first.size() + chunks.stream().mapToInt(Chunk::rows).sum();
        this.cleanable = CLEANER.register(this, new Deletion(this.chunks, files));
    }

    /** The rows in memory. */
    public List<List<@Nullable String>> first() {
        return first;
    }

    /** The files with the rows after them, in order. */
    public List<Chunk> chunks() {
        return chunks;
    }

    /** The size of the files, in bytes. */
    public long compressedBytes() {
        return chunks.stream().mapToLong(Chunk::compressedBytes).sum();
    }

    /** Deletes the files. */
    public void release() {
        cleanable.clean();
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public List<@Nullable String> get(int index) {
        if (index < first.size()) {
            return first.get(index);
        }
        Iterator<List<@Nullable String>> rows = iterator();
        for (int skipped = 0; skipped < index; skipped++) {
            rows.next();
        }
        return rows.next();
    }

    @Override
    public Iterator<List<@Nullable String>> iterator() {
        return new Rows();
    }

    private final class Rows implements Iterator<List<@Nullable String>> {

        private final Iterator<List<@Nullable String>> inMemory = first.iterator();
        private int returned;
        private int nextChunk;
        private @Nullable JsonParser json;

        @Override
        public boolean hasNext() {
            return returned < size;
        }

        @Override
        public List<@Nullable String> next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            returned++;
            try {
                return inMemory.hasNext() ? inMemory.next() : read();
            } catch (IOException failure) {
                throw new UncheckedIOException("the rows of a result cannot be read", failure);
            }
        }

        private List<@Nullable String> read() throws IOException {
            JsonParser parser = json;
            if (parser == null || parser.nextToken() != JsonToken.START_ARRAY) {
                if (parser != null) {
                    parser.close();
                }
                parser = open(chunks.get(nextChunk));
                nextChunk++;
                json = parser;
            }
            List<@Nullable String> row = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                row.add(parser.currentToken() == JsonToken.VALUE_NULL ? null : parser.getText());
            }
            return row;
        }

        /** A parser that stands within the array of all rows of the file, before the second token of the first row. */
        private JsonParser open(Chunk chunk) throws IOException {
            InputStream rows = new GZIPInputStream(Files.newInputStream(files.path(chunk.name())), 64 * 1024);
            InputStream array = new SequenceInputStream(Collections.enumeration(List.of(text("["), rows, text("]"))));
            JsonParser parser = JSON.createParser(array);
            parser.nextToken();
            parser.nextToken();
            return parser;
        }

        private InputStream text(String text) {
            return new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
        }
    }

    /** Knows nothing of the list, or the list would never be unreachable. */
    private record Deletion(List<Chunk> chunks, RowFiles files) implements Runnable {

        @Override
        public void run() {
            for (Chunk chunk : chunks) {
                try {
                    files.delete(chunk.name());
                } catch (IOException failure) {
                    throw new UncheckedIOException("the rows of a result cannot be deleted", failure);
                }
            }
        }
    }
}
