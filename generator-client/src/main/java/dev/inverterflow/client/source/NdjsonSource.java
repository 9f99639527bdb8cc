package dev.inverterflow.client.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inverterflow.client.generate.Delivery;
import dev.inverterflow.client.reading.InputException;
import dev.inverterflow.client.reading.JsonRecord;
import dev.inverterflow.client.reading.RecordJson;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Readings that somebody else polls from real inverters: one JSON object a line. What comes from a file is counted, and the count is
 * committed with each batch, so that the same file is gone on with where it ended, also after a crash. What comes from a stream is
 * gone once it is read: up to a batch of it is lost in a crash.
 */
public final class NdjsonSource implements ReadingSource {
    /** About 3 MB of readings. */
    private static final int MOST_LINES = 10_000;

    private static final int LONGEST_LINE = 65_536;

    private final LineFeed lines;
    private final @Nullable Path file;
    private final int longestLine;
    private final RecordJson json = new RecordJson();
    private long taken;

    private NdjsonSource(BufferedReader in, @Nullable Path file, long maxFileBytes) {
        this.lines = new LineFeed(in, MOST_LINES);
        this.file = file;
        // In UTF-8 a character is up to three bytes, and a refused record may stand in its file twice, as value and as
        // record.
        this.longestLine = (int) Math.min(LONGEST_LINE, maxFileBytes / 8);
    }

    /** @param maxFileBytes size of a file in the bucket; a line that does not fit into one is refused */
    public static NdjsonSource ofStream(InputStream in, long maxFileBytes) {
        return new NdjsonSource(
                new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)), null, maxFileBytes);
    }

    /**
     * Reads a file.
     *
     * @throws InputException if it cannot be opened
     */
    public static NdjsonSource ofFile(Path file, long maxFileBytes) throws InputException {
        try {
            InputStream in = Files.newInputStream(file);
            return new NdjsonSource(
                    new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)),
                    file.toAbsolutePath().normalize(),
                    maxFileBytes);
        } catch (IOException e) {
            throw new InputException(
                    "source " + file + " cannot be read: " + e.getClass().getSimpleName(), e);
        }
    }

    @Override
    public SourceState statePart() {
        return SourceState.NDJSON;
    }

    @Override
    public void resume(@Nullable JsonNode state) {
        lines.start();
        if (file != null
                && state != null
                && file.toString().equals(state.path("file").textValue())) {
            try {
                taken = lines.skip(state.path("lines").longValue());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Lines of the file that were sent by runs before. */
    public long skipped() {
        return taken;
    }

    @Override
    public Sourced readings(Instant tick) {
        List<String> now = lines.take();
        taken += now.size();
        List<JsonRecord> records = now.stream()
                .map(line -> line.length() > longestLine ? json.unusable(line) : json.line(line))
                .toList();
        return new Sourced(records, Delivery.Counts.NONE, state());
    }

    private JsonNode state() {
        ObjectNode state = JsonNodeFactory.instance.objectNode();
        if (file != null) {
            state.put("file", file.toString()).put("lines", taken);
        }
        return state;
    }

    /** Whether there is no reason to wait any longer before a batch is made. */
    public boolean isUrgent() {
        return lines.isFull() || lines.hasEnded();
    }

    public boolean isEmpty() {
        return lines.isEmpty();
    }

    /** Whether every line was taken and no more will come. */
    public boolean isExhausted() {
        return lines.hasEnded() && lines.isEmpty();
    }

    /**
     * Says what ended the source before its end.
     *
     * @throws InputException if something did
     */
    public void check() throws InputException {
        IOException failure = lines.failure();
        if (failure != null) {
            throw new InputException(
                    "source " + (file == null ? "-" : file) + " broke off: " + failure.getMessage()
                            + "; what was read before is spooled",
                    failure);
        }
    }
}
