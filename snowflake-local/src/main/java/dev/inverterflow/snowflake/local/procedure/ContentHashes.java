package dev.inverterflow.snowflake.local.procedure;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * SHA-256 of files, remembered by size and time of change. A hash is remembered only once the file has rested for a
 * while: before that, a second change may carry the same time.
 */
final class ContentHashes {

    private static final Duration REST = Duration.ofSeconds(2);

    private final Clock clock;
    private final Map<Path, Known> known = new HashMap<>();

    ContentHashes(Clock clock) {
        this.clock = clock;
    }

    String of(Path file) throws IOException {
        Stamp stamp = Stamp.of(file);
        @Nullable Known before = known.get(file);
        if (before != null && before.stamp.equals(stamp)) {
            return before.hash;
        }
        Instant start = clock.instant();
        String hash = hash(file);
        if (stamp.changed.plus(REST).isBefore(start) && stamp.equals(Stamp.of(file))) {
            known.put(file, new Known(stamp, hash));
        }
        return hash;
    }

    private static String hash(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            new DigestInputStream(in, digest).transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256.", e);
        }
    }

    private record Known(Stamp stamp, String hash) {}

    private record Stamp(long size, Instant changed, String file) {

        static Stamp of(Path path) throws IOException {
            BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
            return new Stamp(
                    attributes.size(),
                    attributes.lastModifiedTime().toInstant(),
                    Objects.toString(attributes.fileKey(), ""));
        }
    }
}
