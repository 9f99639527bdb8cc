package dev.inverterflow.snowflake.local.persistence;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * A directory that holds an account: {@code format}, the version of all the rest; {@code lock}, locked while a server uses it;
 * {@code account.duckdb} with the catalog and all rows; {@code stages} with the files of internal stages.
 */
public final class DataDirectory implements AutoCloseable {

    /** The format that this version writes, and the only one it reads. */
    static final String FORMAT = "snowflake-local data 2";

    private final Path path;
    private final FileChannel lockFile;

    private DataDirectory(Path path, FileChannel lockFile) {
        this.path = path;
        this.lockFile = lockFile;
    }

    /**
     * Opens a directory, and makes it if it is not there.
     *
     * @throws IOException if it is in use, of another format, not a directory of this server, or cannot be read
     */
    public static DataDirectory open(Path path) throws IOException {
        Files.createDirectories(path);
        FileChannel lockFile =
                FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (!lock(lockFile)) {
                throw new IOException(
                        "The data directory " + path + " is in use by another server. Stop that one first.");
            }
            checkFormat(path);
            return new DataDirectory(path, lockFile);
        } catch (IOException refused) {
            lockFile.close();
            throw refused;
        }
    }

    public Path database() {
        return path.resolve("account.duckdb");
    }

    public Path stages() {
        return path.resolve("stages");
    }

    @Override
    public void close() throws IOException {
        lockFile.close();
    }

    private static boolean lock(FileChannel file) throws IOException {
        try {
            @Nullable FileLock lock = file.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException ownProcess) {
            return false;
        }
    }

    private static void checkFormat(Path path) throws IOException {
        Path file = path.resolve("format");
        if (Files.exists(file)) {
            String found = Files.readString(file).strip();
            if (!found.equals(FORMAT)) {
                throw new IOException(
                        "The data directory " + path + " has the format '" + found + "', and this version reads '"
                                + FORMAT + "' only. Use the version that wrote it, or another directory.");
            }
        } else if (Files.exists(path.resolve("account.duckdb"))) {
            throw new IOException(
                    "The data directory " + path + " has no file 'format', so nobody knows what is in it.");
        } else {
            Files.writeString(file, FORMAT + "\n", StandardOpenOption.CREATE_NEW, StandardOpenOption.SYNC);
        }
    }
}
