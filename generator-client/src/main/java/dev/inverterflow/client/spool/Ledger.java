package dev.inverterflow.client.spool;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * {@code ledger.ndjson}: one line for each committed batch, in the order of commitment, and one for each batch dropped to make room.
 * A batch is uploaded only after its line is on disk, so the one line a crash can keep back is that of the newest batch, whose
 * manifest carries it.
 */
final class Ledger {
    private static final int BLOCK = 8_192;

    private final Path directory;
    private final Path file;
    private final Disk disk;
    private final SpoolJson json = new SpoolJson();

    Ledger(Path directory, Disk disk) {
        this.directory = directory;
        this.file = directory.resolve("ledger.ndjson");
        this.disk = disk;
    }

    /** @param line a {@link LedgerLine} or {@link Dropped} */
    void append(Record line) throws IOException {
        boolean isNew = Files.notExists(file);
        byte[] text = json.bytes(line);
        byte[] withNewline = Arrays.copyOf(text, text.length + 1);
        withNewline[text.length] = '\n';
        disk.append(file, withNewline);
        if (isNew) {
            disk.syncDirectory(directory);
        }
    }

    /** Takes away the half line that a crash in the middle of an append leaves. */
    void cutTornLine() throws IOException {
        if (Files.notExists(file)) {
            return;
        }
        long size = Files.size(file);
        long end = afterLastNewlineBefore(size);
        if (end != size) {
            disk.truncate(file, end);
        }
    }

    /** The end of the ledger: the newest line of a batch, and what was dropped after it. */
    Tail tail() throws IOException {
        Set<String> dropped = new HashSet<>();
        long end = Files.exists(file) ? Files.size(file) : 0;
        while (end > 0) {
            long start = afterLastNewlineBefore(end - 1);
            JsonNode line = parsed(bytes(start, end - 1));
            if (!line.has(Dropped.MARK)) {
                return new Tail(Optional.of(json.convert(line, LedgerLine.class)), dropped);
            }
            dropped.add(line.get(Dropped.MARK).asText());
            end = start;
        }
        return new Tail(Optional.empty(), dropped);
    }

    private JsonNode parsed(byte[] line) throws IOException {
        try {
            return json.read(line, JsonNode.class);
        } catch (JsonProcessingException e) {
            throw new IOException("the last line of " + file + " is no ledger line: " + e.getOriginalMessage(), e);
        }
    }

    private long afterLastNewlineBefore(long end) throws IOException {
        long right = end;
        while (right > 0) {
            long left = Math.max(0, right - BLOCK);
            byte[] block = bytes(left, right);
            for (int i = block.length - 1; i >= 0; i--) {
                if (block[i] == '\n') {
                    return left + i + 1;
                }
            }
            right = left;
        }
        return 0;
    }

    private byte[] bytes(long from, long to) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(Math.toIntExact(to - from));
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            while (buffer.hasRemaining()) {
                if (channel.read(buffer, from + buffer.position()) < 0) {
                    throw new IOException(file + " became shorter while it was read");
                }
            }
        }
        return buffer.array();
    }

    /** @param dropped names of the batches dropped after that of the line */
    record Tail(Optional<LedgerLine> batch, Set<String> dropped) {}
}
