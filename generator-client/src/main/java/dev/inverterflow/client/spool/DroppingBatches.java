package dev.inverterflow.client.spool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The directory {@code dropping/}: batches on their way out, to make room. A batch is renamed into it, then the ledger tells of it,
 * then it is deleted; so a crash leaves it either whole and untold, and it is put back, or told, and it goes for good.
 */
final class DroppingBatches {
    private final Path directory;
    private final Path pending;
    private final Disk disk;
    private final Ledger ledger;

    DroppingBatches(Path directory, Path pending, Disk disk, Ledger ledger) {
        this.directory = directory;
        this.pending = pending;
        this.disk = disk;
        this.ledger = ledger;
    }

    /** From here on nobody else finds the batch. */
    void setAside(BatchName batch) throws IOException {
        disk.move(pending.resolve(batch.toString()), directory.resolve(batch.toString()));
        disk.syncDirectory(directory);
        disk.syncDirectory(pending);
        Milestone.DROP_SET_ASIDE.reached();
    }

    void giveUp(Dropped dropped) throws IOException {
        ledger.append(dropped);
        Milestone.DROP_LOGGED.reached();
        delete(directory.resolve(dropped.batch()));
    }

    /**
     * Ends what a crash cut off.
     *
     * @param told batches that the end of the ledger calls dropped
     */
    void recover(Set<String> told) throws IOException {
        for (Path batch : children(directory)) {
            if (told.contains(String.valueOf(batch.getFileName()))) {
                delete(batch);
            } else {
                disk.move(batch, pending.resolve(batch.getFileName()));
            }
        }
        disk.syncDirectory(pending);
    }

    private void delete(Path batch) throws IOException {
        for (Path file : children(batch)) {
            disk.delete(file);
            Milestone.DROP_BEGUN.reached();
        }
        disk.delete(batch);
    }

    /** Few: batches are dropped one by one, and have at most as many files as NUM_FILES or MAX_FILE_BYTES make. */
    private static List<Path> children(Path path) throws IOException {
        try (Stream<Path> children = Files.list(path)) {
            return children.sorted().toList();
        }
    }
}
