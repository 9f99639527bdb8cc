package dev.inverterflow.snowflake.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The directory of internal stages; a temporary one is deleted at the end. */
final class StageRoot implements AutoCloseable {

    private final Path path;
    private final boolean temporary;

    private StageRoot(Path path, boolean temporary) {
        this.path = path;
        this.temporary = temporary;
    }

    static StageRoot open(@Nullable Path configured) throws IOException {
        return configured == null
                ? new StageRoot(Files.createTempDirectory("snowflake-local-stages"), true)
                : new StageRoot(Files.createDirectories(configured), false);
    }

    Path path() {
        return path;
    }

    @Override
    public void close() throws IOException {
        if (temporary) {
            try (Stream<Path> files = Files.walk(path)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
