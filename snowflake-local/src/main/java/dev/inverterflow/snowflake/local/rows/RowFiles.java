package dev.inverterflow.snowflake.local.rows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The files that hold the rows of large results, in a directory of their own that goes with the server. */
public final class RowFiles implements AutoCloseable {

    private static final int NAME_BYTES = 24;

    private final SecureRandom random = new SecureRandom();
    private final Map<String, Path> files = new ConcurrentHashMap<>();
    private final Path directory;

    private RowFiles(Path directory) {
        this.directory = directory;
    }

    /** Makes the directory. */
    public static RowFiles open() throws IOException {
        return new RowFiles(Files.createTempDirectory("snowflake-local-results"));
    }

    /** Takes up the rows of one result. */
    public RowWriter writer() {
        return new RowWriter(this);
    }

    /** The file of that name, which nobody can guess; empty if there is none, or not any more. */
    public Optional<Path> find(String name) {
        return Optional.ofNullable(files.get(name));
    }

    String create() {
        byte[] bytes = new byte[NAME_BYTES];
        random.nextBytes(bytes);
        String name = HexFormat.of().formatHex(bytes);
        files.put(name, directory.resolve(name + ".json.gz"));
        return name;
    }

    Path path(String name) {
        return find(name).orElseThrow(() -> new IllegalStateException("the rows of this result are no longer kept"));
    }

    void delete(String name) throws IOException {
        Path file = files.remove(name);
        if (file != null) {
            Files.deleteIfExists(file);
        }
    }

    @Override
    public void close() throws IOException {
        files.clear();
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
