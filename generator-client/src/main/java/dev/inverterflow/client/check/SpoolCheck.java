package dev.inverterflow.client.check;

import dev.inverterflow.client.settings.Settings.SpoolSpace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether the spool's directory can be used. Looks only: takes no lock and makes nothing, so a running client is not disturbed. */
public final class SpoolCheck {
    private static final String WHAT = "spool";

    private final SpoolSpace space;

    public SpoolCheck(SpoolSpace space) {
        this.space = space;
    }

    public Finding find() {
        Path directory = space.directory().toAbsolutePath();
        Path existing = nearestExisting(directory);
        if (!Files.isDirectory(existing)) {
            return Finding.fail(
                    WHAT, existing + " is no directory", "choose another SPOOL_DIR, or move that file away");
        }
        if (!Files.isWritable(existing)) {
            return Finding.fail(
                    WHAT, existing + " cannot be written", "give this user write access, or choose another SPOOL_DIR");
        }
        return space(directory, existing);
    }

    private Finding space(Path directory, Path existing) {
        try {
            long free = Files.getFileStore(existing).getUsableSpace();
            String detail = directory + (existing.equals(directory) ? "" : " (not there yet)") + ", " + (free >> 20)
                    + " MiB free";
            if (free < space.maxBytes()) {
                return Finding.fail(
                        WHAT,
                        detail + ", less than SPOOL_MAX_BYTES (" + space.maxBytes() + ")",
                        "make room, or lower SPOOL_MAX_BYTES: a full disk ends the client, a full spool only pauses it");
            }
            return Finding.pass(WHAT, detail);
        } catch (IOException e) {
            return Finding.fail(WHAT, "free space of " + existing + " cannot be told: " + e.getMessage(), "see why");
        }
    }

    private static Path nearestExisting(Path directory) {
        Path path = directory;
        while (Files.notExists(path) && path.getParent() != null) {
            path = path.getParent();
        }
        return path;
    }
}
