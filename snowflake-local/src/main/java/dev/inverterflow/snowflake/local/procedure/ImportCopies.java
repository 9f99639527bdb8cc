package dev.inverterflow.snowflake.local.procedure;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Copies of imports. A driver overwrites a staged file in place, which would break a loader that has it open. */
final class ImportCopies implements AutoCloseable {

    private final Path folder;
    private final List<Path> files;

    private ImportCopies(Path folder, List<Path> files) {
        this.folder = folder;
        this.files = files;
    }

    static ImportCopies of(List<Path> imports) throws IOException {
        Path folder = Files.createTempDirectory("snowflake-local-imports-");
        List<Path> files = new ArrayList<>();
        for (Path file : imports) {
            files.add(Files.copy(file, folder.resolve(file.getFileName())));
        }
        return new ImportCopies(folder, files);
    }

    URL[] urls() {
        return files.stream().map(ImportCopies::url).toArray(URL[]::new);
    }

    @Override
    public void close() throws IOException {
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
        Files.deleteIfExists(folder);
    }

    private static URL url(Path file) {
        try {
            return file.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException("The file " + file + " has no URL.", e);
        }
    }
}
