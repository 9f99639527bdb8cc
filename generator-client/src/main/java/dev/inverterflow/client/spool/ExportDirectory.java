package dev.inverterflow.client.spool;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.inverterflow.client.spool.NewBatch.NewFile;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A directory that gets files under their keys, instead of a bucket. {@code .backfill/} in it has the ledger and the state to go on
 * from: files are there first, then their ledger line, then the state; what a crash leaves between two of these steps is made again
 * and found to be the same.
 */
public final class ExportDirectory implements Closeable {
    private static final String STATE = "state.json";

    private final Path directory;
    private final Path own;
    private final Disk disk;
    private final SpoolLock lock;
    private final SpoolJson json = new SpoolJson();
    private State state = new State(0, null);

    private ExportDirectory(Path directory, Path own, Disk disk, SpoolLock lock) {
        this.directory = directory;
        this.own = own;
        this.disk = disk;
        this.lock = lock;
    }

    /**
     * Takes a directory over, which is made if it is not there.
     *
     * @throws SpoolException if another instance has it, or it cannot be read or written
     */
    public static ExportDirectory open(Path directory, Disk disk, Instant now) throws SpoolException {
        Path own = directory.resolve(".backfill");
        try {
            disk.createDirectories(own.resolve("incoming"));
            SpoolLock lock = SpoolLock.take(own.resolve("lock"), now);
            ExportDirectory export = new ExportDirectory(directory, own, disk, lock);
            export.recover();
            return export;
        } catch (IOException e) {
            throw unusable("directory " + directory + " cannot be used", e);
        }
    }

    private void recover() throws IOException, SpoolException {
        try (Stream<Path> unfinished = Files.list(own.resolve("incoming"))) {
            for (Path file : unfinished.toList()) {
                disk.delete(file);
            }
        }
        Path file = own.resolve(STATE);
        if (Files.exists(file)) {
            state = readState(file);
        }
        if (Files.exists(ledger()) && Files.size(ledger()) > state.ledgerBytes()) {
            disk.truncate(ledger(), state.ledgerBytes());
        }
    }

    private State readState(Path file) throws IOException, SpoolException {
        try {
            return json.read(Files.readAllBytes(file), State.class);
        } catch (JsonProcessingException e) {
            throw new SpoolException(
                    SpoolException.Kind.UNUSABLE,
                    file + " is damaged: " + e.getOriginalMessage() + "; use another directory to start anew",
                    e);
        }
    }

    /** The state that came with the last commit, if there was one. */
    public Optional<JsonNode> state() {
        return Optional.ofNullable(state.source());
    }

    /**
     * Adds files, their ledger line, and the state after them.
     *
     * @throws SpoolException if the disk does not take them, or a file of that name has other content
     */
    public void commit(List<NewFile> files, LedgerLine line, JsonNode source) throws SpoolException {
        try {
            for (NewFile file : files) {
                add(file);
            }
            byte[] text = json.bytes(line);
            byte[] withNewline = Arrays.copyOf(text, text.length + 1);
            withNewline[text.length] = '\n';
            disk.append(ledger(), withNewline);
            writeState(new State(Files.size(ledger()), source));
        } catch (IOException e) {
            throw unusable("files cannot be written to " + directory, e);
        }
    }

    private void add(NewFile file) throws IOException, SpoolException {
        Path target = directory.resolve(file.key());
        if (Files.exists(target)) {
            if (!Arrays.equals(Files.readAllBytes(target), file.content())) {
                throw new SpoolException(
                        SpoolException.Kind.UNUSABLE,
                        target + " exists with other content; use another directory or remove what is in this one");
            }
            return;
        }
        Path parent = target.resolveSibling("");
        disk.createDirectories(parent);
        Path beside = own.resolve("incoming").resolve(file.fileName());
        disk.write(beside, file.content());
        disk.move(beside, target);
        disk.syncDirectory(parent);
    }

    private void writeState(State next) throws IOException {
        Path beside = own.resolve(STATE + ".new");
        disk.delete(beside);
        disk.write(beside, json.bytes(next));
        disk.move(beside, own.resolve(STATE));
        disk.syncDirectory(own);
        state = next;
    }

    private Path ledger() {
        return own.resolve("ledger.ndjson");
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }

    private static SpoolException unusable(String what, IOException cause) {
        return new SpoolException(
                SpoolException.Kind.UNUSABLE,
                what + ": " + cause.getClass().getSimpleName() + " " + cause.getMessage()
                        + " (check free space and permissions; the same command goes on where it ended)",
                cause);
    }

    /**
     * Where the next start goes on.
     *
     * @param ledgerBytes length of the ledger that belongs to it
     * @param source what the maker of the files wants to find again
     */
    record State(
            @JsonProperty("ledger_bytes") long ledgerBytes,
            @JsonProperty("source") @Nullable JsonNode source) {}
}
