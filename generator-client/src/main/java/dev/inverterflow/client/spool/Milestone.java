package dev.inverterflow.client.spool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Every point on a file's way through the spool after which something has changed that a restart must cope with. A process started
 * with {@code -Dinverterflow.hold-at=NAME -Dinverterflow.hold-file=FILE} makes that file when it first comes to the point of that
 * name, and stays there, so that a test can kill it exactly there. Without the property the calls are compiled away.
 */
public enum Milestone {
    /** The number of a new run is in state.json. */
    RUN_BEGUN,
    /** The first of a batch's files is written in incoming/. */
    FILE_WRITTEN,
    /** The batch is whole in incoming/. */
    BATCH_WRITTEN,
    /** The batch is in pending/, and exists from here on. */
    BATCH_RENAMED,
    /** Its ledger line is written. */
    LEDGER_APPENDED,
    /** The new state lies beside the old one. */
    STATE_BESIDE,
    /** The new state has taken the old one's place; the batch is committed. */
    STATE_REPLACED,
    /** A file is about to be put. */
    UPLOAD_BEGINS,
    /** S3 has confirmed a file that is still in the spool. */
    UPLOAD_CONFIRMED,
    /** The file has left the spool. */
    FILE_DELETED,
    /** All files of a batch have left; its own state is deleted, its manifest not yet. */
    BATCH_EMPTIED,
    /** The manifest is deleted, its directory not yet. */
    MANIFEST_DELETED,
    /** The batch's directory is gone. */
    BATCH_DELETED,
    /** The reason is in quarantine/, the file not yet. */
    QUARANTINE_NOTED,
    /** The file is in quarantine/ too. */
    QUARANTINE_TAKEN,
    /** A batch that must make room is in dropping/. */
    DROP_SET_ASIDE,
    /** The ledger says that it was dropped. */
    DROP_LOGGED,
    /** The first of its files is deleted. */
    DROP_BEGUN;

    private static final @Nullable String HOLD_AT = System.getProperty("inverterflow.hold-at");

    /** Goes on at once, but for the test described above. */
    public void reached() {
        if (HOLD_AT != null && HOLD_AT.equals(name())) {
            hold();
        }
    }

    private static void hold() {
        try {
            Files.createFile(Path.of(System.getProperty("inverterflow.hold-file", "held")));
        } catch (IOException e) {
            throw new UncheckedIOException("inverterflow.hold-file cannot be made", e);
        }
        while (true) {
            LockSupport.park();
        }
    }
}
