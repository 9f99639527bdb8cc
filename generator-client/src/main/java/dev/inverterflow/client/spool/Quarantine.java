package dev.inverterflow.client.spool;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where things go that must not be uploaded: kept whole, with the reason in a file beside them. */
final class Quarantine {
    private static final Logger LOG = LoggerFactory.getLogger(Quarantine.class);

    private final Path directory;
    private final Disk disk;

    Quarantine(Path directory, Disk disk) {
        this.directory = directory;
        this.disk = disk;
    }

    /** Several uploads may give up files of the same name at once. */
    synchronized void take(Path path, String reason) throws IOException {
        Path target = free(String.valueOf(path.getFileName()));
        Path note = noteOf(target);
        // Left by a crash between the two steps.
        disk.delete(note);
        disk.write(note, (reason + "\n").getBytes(StandardCharsets.UTF_8));
        Milestone.QUARANTINE_NOTED.reached();
        disk.move(path, target);
        disk.syncDirectory(directory);
        Milestone.QUARANTINE_TAKEN.reached();
        LOG.warn("{} is not uploaded but kept as {}: {}", path.getFileName(), target, reason);
    }

    private Path free(String name) {
        Path target = directory.resolve(name);
        for (int copy = 2; Files.exists(target) || Files.exists(noteOf(noteOf(target))); copy++) {
            target = directory.resolve(name + "-" + copy);
        }
        return target;
    }

    private Path noteOf(Path target) {
        return directory.resolve(target.getFileName() + ".reason.txt");
    }
}
