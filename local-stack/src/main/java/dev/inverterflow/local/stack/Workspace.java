package dev.inverterflow.local.stack;

import dev.inverterflow.local.problem.LocalStackException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/** The directories of one run: S3's objects, the client's spool, the deployer's connection and the report. */
public final class Workspace implements AutoCloseable {
    private final Path root;
    private final Keeping keeping;

    private Workspace(Path root, Keeping keeping) {
        this.root = root;
        this.keeping = keeping;
    }

    private enum Keeping {
        KEPT,
        REMOVED
    }

    /**
     * A directory that stays, or, with null, a temporary one that {@link #close} removes.
     *
     * @throws LocalStackException if it cannot be made or written
     */
    public static Workspace open(@Nullable Path keep) {
        try {
            Path root = keep == null ? Files.createTempDirectory("inverterflow-") : Files.createDirectories(keep);
            Workspace workspace = new Workspace(root, keep == null ? Keeping.REMOVED : Keeping.KEPT);
            Files.createDirectories(workspace.objects());
            Files.createDirectories(workspace.spool());
            return workspace;
        } catch (AccessDeniedException e) {
            throw new LocalStackException(e.getFile() + " cannot be written: choose another with --keep", e);
        } catch (IOException e) {
            String where = keep == null ? "a temporary directory" : keep.toString();
            throw new LocalStackException("cannot use " + where + ": " + e + ": choose another with --keep", e);
        }
    }

    /** S3's objects, a directory per bucket. */
    public Path objects() {
        return root.resolve("s3");
    }

    /** SPOOL_DIR of the client. */
    public Path spool() {
        return root.resolve("spool");
    }

    /** Where the report goes: beside the rest if that is kept, else beside the removed directory. */
    public Path reports() {
        return keeping == Keeping.KEPT ? root : root.resolveSibling("inverterflow-reports");
    }

    /** Writes a file that only this user may read: it holds a password. */
    public Path writeSecret(String name, String content) throws IOException {
        Path file = root.resolve(name);
        Files.deleteIfExists(file);
        if (Files.getFileStore(root).supportsFileAttributeView("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        return Files.writeString(file, content);
    }

    @Override
    public void close() throws IOException {
        if (keeping == Keeping.KEPT) {
            return;
        }
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
                    throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
