package dev.inverterflow.client.spool;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Batches that wait on disk for their upload. A batch becomes visible at once or not at all, stays through any crash and leaves file
 * by file when its upload is confirmed.
 *
 * <p>A commit is: files and manifest into {@code incoming/}, rename into {@code pending/} (from here on the batch exists), ledger
 * line, run state. Each step is on disk before the next; {@link #open} completes what a crash cut off. A batch is offered for upload
 * only after its last step, so nothing can leave the spool that the ledger does not know.
 *
 * <p>One thread commits, one uploads.
 */
public final class Spool implements Closeable {
    private final Path directory;
    private final Disk disk;
    private final SpoolLock lock;
    private final PendingBatches pending;
    private final Ledger ledger;
    private final StateFile stateFile;
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong files = new AtomicLong();
    private final AtomicLong quarantined = new AtomicLong();
    private volatile @Nullable BatchName underCommit;
    private RunState state = RunState.NONE;

    private Spool(Path directory, Disk disk, SpoolLock lock) {
        this.directory = directory;
        this.disk = disk;
        this.lock = lock;
        this.pending = new PendingBatches(
                directory.resolve("pending"), disk, new Quarantine(directory.resolve("quarantine"), disk));
        this.ledger = new Ledger(directory, disk);
        this.stateFile = new StateFile(directory, disk);
    }

    /**
     * Takes a spool over, and puts in order what a crash may have left.
     *
     * @throws SpoolException if another instance has it, or it cannot be read or written
     */
    public static Spool open(Path directory, Disk disk, Instant now) throws SpoolException {
        SpoolLock lock = null;
        try {
            for (String part : List.of("incoming", "pending", "quarantine")) {
                disk.createDirectories(directory.resolve(part));
            }
            lock = SpoolLock.take(directory.resolve("lock"), now);
            Spool spool = new Spool(directory, disk, lock);
            spool.recover();
            lock = null;
            return spool;
        } catch (IOException | UncheckedIOException e) {
            throw unusable("spool " + directory + " cannot be opened", e);
        } finally {
            closeQuietly(lock);
        }
    }

    private void recover() throws IOException, SpoolException {
        dropUncommitted();
        ledger.cutTornLine();
        state = stateFile.read().orElse(RunState.NONE);
        Optional<BatchName> logged = ledger.last().map(LedgerLine::batch);
        if (logged.isPresent() && state.run() < logged.get().run()) {
            state = state.inRun(logged.get().run());
        }
        Optional<PendingBatches.Opened> newest = pending.newest((count, size) -> quarantined.addAndGet(count));
        if (newest.isPresent()) {
            complete(newest.get(), logged);
        }
        pending.measure((count, size) -> {
            files.addAndGet(count);
            bytes.addAndGet(size);
        });
    }

    /** Only the newest batch can lack its ledger line or be newer than the state. */
    private void complete(PendingBatches.Opened newest, Optional<BatchName> logged) throws IOException {
        if (logged.map(batch -> batch.compareTo(newest.name()) < 0).orElse(true)) {
            ledger.append(newest.manifest().ledgerLine());
        }
        if (state.isBefore(newest.name())) {
            long run = Math.max(state.run(), newest.name().run());
            state = pending.stateOf(newest.name()).orElse(state).inRun(run);
            stateFile.write(state);
        }
    }

    private void dropUncommitted() throws IOException {
        try (Stream<Path> started = Files.list(directory.resolve("incoming"))) {
            for (Path path : started.toList()) {
                deleteTree(path);
            }
        }
    }

    /** The state of the last committed batch; of a run begun since, its number. */
    public RunState state() {
        return state;
    }

    /** Begins a run: its number was never used in this spool before, and never will be again. */
    public long beginRun() throws SpoolException {
        RunState begun = state.inRun(state.run() + 1);
        try {
            stateFile.write(begun);
        } catch (IOException e) {
            throw unusable("spool " + directory + " cannot be written", e);
        }
        state = begun;
        return begun.run();
    }

    /**
     * Commits a batch.
     *
     * @throws SpoolException if the disk does not take it. The batch is then either not there at all, or whole and completed by the
     *     next {@link #open}; this instance must not commit any more.
     */
    public void commit(NewBatch batch) throws SpoolException {
        underCommit = batch.name();
        try {
            pending.add(
                    batch, directory.resolve("incoming").resolve(batch.name().toString()));
            ledger.append(batch.ledgerLine());
            stateFile.write(batch.state());
        } catch (IOException e) {
            throw unusable("batch " + batch.name() + " cannot be spooled", e);
        }
        state = batch.state();
        files.addAndGet(batch.files().size());
        bytes.addAndGet(batch.bytes());
        underCommit = null;
    }

    /** The oldest batches that wait, at most so many: memory does not grow with what waits. */
    public List<BatchName> oldest(int limit) throws SpoolException {
        try {
            List<BatchName> batches = pending.oldest(limit + 1);
            // Read after the look: asked before, a batch renamed into place in between would leave without its ledger
            // line.
            BatchName unfinished = underCommit;
            return batches.stream()
                    .filter(batch -> !batch.equals(unfinished))
                    .limit(limit)
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            throw unusable("spool " + directory + " cannot be read", e);
        }
    }

    /** The files of a batch that still wait. What does not belong there is put into quarantine. */
    public List<PendingFile> files(BatchName batch) throws SpoolException {
        try {
            return pending.files(batch, this::setAside);
        } catch (IOException | UncheckedIOException e) {
            throw unusable("batch " + batch + " cannot be read", e);
        }
    }

    /** The content of a file; none, and the file in quarantine, if it is not what was spooled. */
    public Optional<byte[]> content(PendingFile file) throws SpoolException {
        try {
            Optional<byte[]> content = pending.content(file);
            if (content.isEmpty()) {
                setAside(1, file.bytes());
            }
            return content;
        } catch (IOException e) {
            throw unusable("spooled file " + file.path() + " cannot be read", e);
        }
    }

    /** Removes a file whose upload is confirmed. */
    public void uploaded(PendingFile file) throws SpoolException {
        try {
            disk.delete(file.path());
            forget(1, file.bytes());
        } catch (IOException e) {
            throw unusable("uploaded file " + file.path() + " cannot be deleted", e);
        }
    }

    /** Removes a batch all of whose files have left. */
    public void finished(BatchName batch) throws SpoolException {
        try {
            pending.remove(batch);
        } catch (IOException e) {
            throw unusable("finished batch " + batch + " cannot be deleted", e);
        }
    }

    /** Keeps a file from being uploaded, with a reason for the person who looks after it. */
    public void quarantine(PendingFile file, String reason) throws SpoolException {
        try {
            pending.quarantine(file.path(), reason);
            setAside(1, file.bytes());
        } catch (IOException e) {
            throw unusable("file " + file.path() + " cannot be put into quarantine", e);
        }
    }

    /** Files that wait. */
    public long waitingFiles() {
        return files.get();
    }

    /** Size of the files that wait. */
    public long waitingBytes() {
        return bytes.get();
    }

    /** Files that went into quarantine instead of the bucket since this spool was opened. */
    public long quarantinedFiles() {
        return quarantined.get();
    }

    public Path directory() {
        return directory;
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }

    private void setAside(long count, long size) {
        forget(count, size);
        quarantined.addAndGet(count);
    }

    private void forget(long count, long size) {
        files.addAndGet(-count);
        bytes.addAndGet(-size);
    }

    private void deleteTree(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            try (Stream<Path> children = Files.list(path)) {
                for (Path child : children.toList()) {
                    deleteTree(child);
                }
            }
        }
        disk.delete(path);
    }

    private static SpoolException unusable(String what, Exception cause) {
        return new SpoolException(
                SpoolException.Kind.UNUSABLE,
                what + ": " + reason(cause) + " (check free space and permissions; what was spooled before is safe)",
                cause);
    }

    /** The message of many file system errors is nothing but the path; their class says what is wrong. */
    private static String reason(Exception cause) {
        return cause instanceof FileSystemException system && system.getReason() == null
                ? system.getClass().getSimpleName().replace("Exception", "") + " " + system.getMessage()
                : String.valueOf(cause.getMessage());
    }

    private static void closeQuietly(@Nullable SpoolLock lock) throws SpoolException {
        if (lock != null) {
            try {
                lock.close();
            } catch (IOException e) {
                throw unusable("the spool's lock cannot be released", e);
            }
        }
    }
}
