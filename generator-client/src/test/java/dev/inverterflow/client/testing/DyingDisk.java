package dev.inverterflow.client.testing;

import dev.inverterflow.client.spool.Disk;
import dev.inverterflow.client.spool.LocalDisk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * A disk that works for a number of changes and then fails at every further one: as a full disk does, or, with half of the failing
 * write done, as the death of the process leaves it.
 */
public final class DyingDisk implements Disk {
    private final LocalDisk disk = new LocalDisk();
    private int changesLeft;

    public DyingDisk(int changes) {
        this.changesLeft = changes;
    }

    /** Whether a change was refused. */
    public boolean isDead() {
        return changesLeft < 0;
    }

    @Override
    public void createDirectories(Path directory) throws IOException {
        change(() -> disk.createDirectories(directory));
    }

    @Override
    public void write(Path file, byte[] content) throws IOException {
        change(() -> disk.write(file, content), () -> disk.write(file, half(content)));
    }

    @Override
    public void append(Path file, byte[] content) throws IOException {
        change(() -> disk.append(file, content), () -> disk.append(file, half(content)));
    }

    @Override
    public void truncate(Path file, long length) throws IOException {
        change(() -> disk.truncate(file, length));
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        change(() -> disk.move(from, to));
    }

    @Override
    public void delete(Path path) throws IOException {
        change(() -> disk.delete(path));
    }

    @Override
    public void syncDirectory(Path directory) throws IOException {
        change(() -> disk.syncDirectory(directory));
    }

    private void change(Change whole) throws IOException {
        change(whole, () -> {});
    }

    private void change(Change whole, Change partly) throws IOException {
        changesLeft--;
        if (changesLeft >= 0) {
            whole.make();
            return;
        }
        if (changesLeft == -1) {
            partly.make();
        }
        throw new IOException("No space left on device");
    }

    private static byte[] half(byte[] content) {
        return Arrays.copyOf(content, content.length / 2);
    }

    private interface Change {
        void make() throws IOException;
    }
}
