package dev.inverterflow.client.spool;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Keeps a spool to one owner. The operating system frees the lock when its owner dies, however that happens. */
final class SpoolLock implements Closeable {
    private final FileChannel channel;

    private SpoolLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Takes the lock, and writes into the file who has it. */
    static SpoolLock take(Path file, Instant now) throws IOException, SpoolException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        boolean taken = false;
        try {
            if (tryLock(channel) == null) {
                throw new SpoolException(
                        SpoolException.Kind.IN_USE,
                        "spool " + file.toAbsolutePath().getParent() + " is in use by " + holder(file)
                                + "; stop that instance or choose another SPOOL_DIR");
            }
            writeHolder(channel, now);
            taken = true;
            return new SpoolLock(channel);
        } finally {
            if (!taken) {
                channel.close();
            }
        }
    }

    /** Locks a byte far beyond the end: on Windows nobody else can read what is locked, and the holder's name must be readable. */
    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock(Long.MAX_VALUE - 1, 1, false);
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static void writeHolder(FileChannel channel, Instant now) throws IOException {
        String holder = "process " + ProcessHandle.current().pid() + " on " + host() + " since " + now + "\n";
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.UTF_8)), 0);
    }

    private static String holder(Path file) throws IOException {
        String holder = Files.readString(file).strip();
        return holder.isEmpty() ? "another process" : holder;
    }

    /** The spool may lie on a disk that machines share. */
    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "a host without a name";
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
