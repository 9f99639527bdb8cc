package dev.inverterflow.client.spool;

import java.io.IOException;
import java.nio.file.Path;

/**
 * The changes a spool makes on disk. Each is durable when it returns, but for {@link #move} and {@link #delete}, which are after the
 * next {@link #syncDirectory} of their directory. Tests stand in front of it to fill the disk or to die between two changes.
 */
public interface Disk {

    void createDirectories(Path directory) throws IOException;

    /** Creates a file that must not exist. */
    void write(Path file, byte[] content) throws IOException;

    /** Adds to the end of a file, which is made if it is not there. */
    void append(Path file, byte[] content) throws IOException;

    /** Cuts a file to the given length. */
    void truncate(Path file, long length) throws IOException;

    /** Renames atomically within the spool; a file at the target is replaced. */
    void move(Path from, Path to) throws IOException;

    /** Deletes a file or an empty directory, if it is there. */
    void delete(Path path) throws IOException;

    void syncDirectory(Path directory) throws IOException;
}
