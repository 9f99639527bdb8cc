package dev.inverterflow.deploy.connection;

import dev.inverterflow.deploy.outcome.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * A file that holds a secret. It is refused while anybody may read it or others may write it, as ssh and Snowflake's own
 * tools do; a reader from the owner's group is let be, since that is how secrets are mounted into containers.
 */
final class SecretFile {
    private static final Set<PosixFilePermission> TOO_MUCH = EnumSet.of(
            PosixFilePermission.OTHERS_READ, PosixFilePermission.OTHERS_WRITE, PosixFilePermission.GROUP_WRITE);

    private SecretFile() {}

    /**
     * Names what is wrong with it, if anything.
     *
     * @param what the file's part, as in "the private key"
     */
    static void check(String what, Path file, Problems problems) {
        if (!Files.isReadable(file)) {
            problems.add("cannot read " + what + " " + file);
            return;
        }
        permissions(file).stream()
                .filter(TOO_MUCH::contains)
                .findFirst()
                .ifPresent(open -> problems.add(what + " " + file + " is open to " + audience(open)
                        + " and holds a secret; close it with: chmod 600 " + file));
    }

    /** The file's text. */
    static Optional<String> read(String what, Path file, Problems problems) {
        try {
            return Optional.of(Files.readString(file));
        } catch (NoSuchFileException e) {
            // Told by check already.
            return Optional.empty();
        } catch (IOException e) {
            problems.add(
                    "cannot read " + what + " " + file + ": " + e.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    private static String audience(PosixFilePermission permission) {
        return permission == PosixFilePermission.GROUP_WRITE ? "its group for writing" : "everybody";
    }

    /** Empty where the file system knows no such permissions (Windows). */
    private static Set<PosixFilePermission> permissions(Path file) {
        try {
            return Files.getPosixFilePermissions(file);
        } catch (UnsupportedOperationException | IOException e) {
            return Set.of();
        }
    }
}
