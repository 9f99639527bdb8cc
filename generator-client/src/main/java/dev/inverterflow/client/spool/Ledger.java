package dev.inverterflow.client.spool;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;

/**
 * {@code ledger.ndjson}: one line for each committed batch, in the order of commitment. A batch is uploaded only after its line is
 * on disk, so the one line a crash can keep back is that of the newest batch, whose manifest carries it.
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

    void append(LedgerLine line) throws IOException {
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

    /** The newest line. */
    Optional<LedgerLine> last() throws IOException {
        if (Files.notExists(file) || Files.size(file) == 0) {
            return Optional.empty();
        }
        long end = Files.size(file) - 1;
        byte[] line = bytes(afterLastNewlineBefore(end), end);
        try {
            return Optional.of(json.read(line, LedgerLine.class));
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
}
