package dev.inverterflow.procs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Statements as they are sent, under {@code src/test/resources/statements}: whoever changes one sees what changes, and
 * other engines can be tried on them. Run with {@code -Dgolden.write=true} to write them anew.
 */
public final class Golden {

    private static final Path FOLDER = Path.of("src", "test", "resources", "statements");

    private Golden() {}

    /** Asserts that the file {@code name.sql} holds {@code statement}. */
    public static void assertStatement(String name, String statement) throws IOException {
        Path file = FOLDER.resolve(name + ".sql");
        String expected = statement + ";\n";
        if (Boolean.getBoolean("golden.write")) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, expected);
        }
        assertThat(expected).isEqualTo(Files.readString(file));
    }
}
