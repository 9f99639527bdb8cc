package dev.inverterflow.client.spool;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Batches that wait on disk for their upload. A batch becomes visible at once or not at all, stays through any crash and leaves file
 * by file when its upload is confirmed.
 *
 * <p>A commit is: files and manifest into {@code incoming/}, rename into {@code pending/} (from here on the batch exists), ledger
 * line, run state. Each step is on disk before the next; {@link #open} completes what a crash cut off. A batch is offered for upload
 * only after its last step, so nothing can leave the spool that the ledger does not know.
 *
 * <p>One thread commits and drops. Others upload: each takes a batch in hand with {@link #files}, and while it is in hand it is not
 * dropped.
 */
public final class Spool implements Closeable {
    /** More than an uploader has in hand at once. */
    private static final int LOOKED_AT_FOR_DROP = 100;

    private final Path directory;
    private final Disk disk;
    private final SpoolLock lock;
    private final Tally tally = new Tally();
    private final PendingBatches pending;
    private final DroppingBatches dropping;
    private final Ledger ledger;
    private final StateFile stateFile;
    private final Set<BatchName> inHand = new HashSet<>();
    private volatile @Nullable BatchName underCommit;
    private RunState state = RunState.NONE;

    private Spool(Path directory, Disk disk, SpoolLock lock) {
        this.directory = directory;
        this.disk = disk;
        this.lock = lock;
        Path waiting = directory.resolve("pending");
        this.pending = new PendingBatches(waiting, disk, new Quarantine(directory.resolve("quarantine"), disk), tally);
        this.ledger = new Ledger(directory, disk);
        this.dropping = new DroppingBatches(directory.resolve("dropping"), waiting, disk, ledger);
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
            Recovery.makeDirectories(directory, disk);
            lock = SpoolLock.take(directory.resolve("lock"), now);
            Spool spool = new Spool(directory, disk, lock);
            spool.state = new Recovery(directory, disk, spool.pending, spool.dropping, spool.ledger, spool.stateFile)
                    .completed();
            lock = null;
            return spool;
        } catch (IOException | UncheckedIOException e) {
            throw SpoolException.unusable("spool " + directory + " cannot be opened", e);
        } finally {
            closeQuietly(lock);
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
            throw SpoolException.unusable("spool " + directory + " cannot be written", e);
        }
        state = begun;
        Milestone.RUN_BEGUN.reached();
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
            Milestone.LEDGER_APPENDED.reached();
            stateFile.write(batch.state());
            Milestone.STATE_REPLACED.reached();
        } catch (IOException e) {
            throw SpoolException.unusable("batch " + batch.name() + " cannot be spooled", e);
        }
        state = batch.state();
        tally.came(batch.files().size(), batch.bytes());
        underCommit = null;
    }

    /**
     * The next batches that wait, in the order of commitment, at most so many: memory does not grow with what waits.
     *
     * @param cursor the batch to go on after; null to begin with the oldest
     */
    public List<BatchName> after(@Nullable BatchName cursor, int limit) throws SpoolException {
        try {
            List<BatchName> batches = pending.after(cursor, limit + 1);
            // Read after the look: asked before, a batch renamed into place in between would leave without its ledger
            // line.
            BatchName unfinished = underCommit;
            return batches.stream()
                    .filter(batch -> !batch.equals(unfinished))
                    .limit(limit)
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            throw SpoolException.unusable("spool " + directory + " cannot be read", e);
        }
    }

    /**
     * Takes a batch in hand, until {@link #finished} or {@link #release}.
     *
     * @return its files that still wait; what does not belong there is put into quarantine
     */
    public List<PendingFile> files(BatchName batch) throws SpoolException {
        synchronized (inHand) {
            inHand.add(batch);
        }
        try {
            return pending.files(batch);
        } catch (IOException | UncheckedIOException e) {
            throw SpoolException.unusable("batch " + batch + " cannot be read", e);
        }
    }

    /** Puts a batch back that has files left. */
    public void release(BatchName batch) {
        synchronized (inHand) {
            inHand.remove(batch);
        }
    }

    /** Whether a file is still what was spooled; one that is not is put into quarantine. */
    public boolean isIntact(PendingFile file) throws SpoolException {
        try {
            return pending.isIntact(file);
        } catch (IOException e) {
            throw SpoolException.unusable("spooled file " + file.path() + " cannot be read", e);
        }
    }

    /** Removes a file whose upload is confirmed. */
    public void uploaded(PendingFile file) throws SpoolException {
        try {
            Milestone.UPLOAD_CONFIRMED.reached();
            disk.delete(file.path());
            tally.left(1, file.bytes());
            Milestone.FILE_DELETED.reached();
        } catch (IOException e) {
            throw SpoolException.unusable("uploaded file " + file.path() + " cannot be deleted", e);
        }
    }

    /** Removes a batch all of whose files have left. */
    public void finished(BatchName batch) throws SpoolException {
        try {
            pending.remove(batch);
            release(batch);
        } catch (IOException e) {
            throw SpoolException.unusable("finished batch " + batch + " cannot be deleted", e);
        }
    }

    /** Keeps a file from being uploaded, with a reason for the person who looks after it. */
    public void quarantine(PendingFile file, String reason) throws SpoolException {
        try {
            pending.quarantine(file, reason);
        } catch (IOException e) {
            throw SpoolException.unusable("file " + file.path() + " cannot be put into quarantine", e);
        }
    }

    /**
     * Gives up the oldest batch that nobody has in hand, or what is left of it: into the ledger, then off the disk.
     *
     * @return what was given up; none if everything that waits is in hand
     */
    public Optional<Dropped> dropOldest(Instant now) throws SpoolException {
        try {
            for (BatchName batch : pending.after(null, LOOKED_AT_FOR_DROP)) {
                Optional<Dropped> dropped = drop(batch, now);
                if (dropped.isPresent()) {
                    return dropped;
                }
            }
            return Optional.empty();
        } catch (IOException | UncheckedIOException e) {
            throw SpoolException.unusable("the oldest batch in spool " + directory + " cannot be dropped", e);
        }
    }

    private Optional<Dropped> drop(BatchName batch, Instant now) throws IOException {
        List<PendingFile> files;
        synchronized (inHand) {
            if (inHand.contains(batch)) {
                return Optional.empty();
            }
            files = pending.files(batch);
            if (files.isEmpty()) {
                return Optional.empty();
            }
            dropping.setAside(batch);
        }
        Dropped dropped = Dropped.of(batch, files, now);
        dropping.giveUp(dropped);
        tally.dropped(files.size(), dropped.bytes());
        return Optional.of(dropped);
    }

    /** Files that wait. */
    public long waitingFiles() {
        return tally.files();
    }

    /** Size of the files that wait. */
    public long waitingBytes() {
        return tally.bytes();
    }

    /** Files that went into quarantine instead of the bucket since this spool was opened. */
    public long quarantinedFiles() {
        return tally.quarantinedFiles();
    }

    /** Files given up to make room since this spool was opened. */
    public long droppedFiles() {
        return tally.droppedFiles();
    }

    /** When the oldest batch was spooled; empty if none waits. */
    public Optional<Instant> oldestSince() {
        try {
            for (BatchName oldest : pending.after(null, 1)) {
                return pending.spooledAt(oldest);
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("spool " + directory + " cannot be read", e);
        }
    }

    public Path directory() {
        return directory;
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }

    private static void closeQuietly(@Nullable SpoolLock lock) throws SpoolException {
        if (lock != null) {
            try {
                lock.close();
            } catch (IOException e) {
                throw SpoolException.unusable("the spool's lock cannot be released", e);
            }
        }
    }
}
