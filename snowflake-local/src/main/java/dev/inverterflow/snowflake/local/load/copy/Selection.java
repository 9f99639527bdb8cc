package dev.inverterflow.snowflake.local.load.copy;

import dev.inverterflow.snowflake.local.catalog.Table;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.load.store.FileLocation;
import dev.inverterflow.snowflake.local.load.store.StoredFile;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Predicate;

/**
 * The files that a COPY has to do with.
 *
 * @param toLoad those that the table does not have yet
 * @param skipped those that FILES names although it has them; others are passed over without a word
 */
record Selection(List<FileLocation> toLoad, List<StoredFile> skipped) {
    static Selection of(StagedFiles stage, CopyOptions options, Table table, SessionContext session)
            throws SQLException {
        boolean named = !options.files().isEmpty();
        var pattern = FilePattern.of(named ? null : options.pattern());
        var chosen = (named ? named(stage, options) : stage.list())
                .stream()
                        .filter(file -> pattern.matches(stage.patternPath(file)))
                        .toList();
        var memory = LoadMemory.of(table.id(), options, session);
        return new Selection(
                chosen.stream()
                        .filter(memory::isToLoad)
                        .takeWhile(new SizeLimit(options.sizeLimitBytes()))
                        .map(StoredFile::location)
                        .toList(),
                named ? chosen.stream().filter(memory::isLoaded).toList() : List.of());
    }

    /** The files of FILES. One that is not there ends the statement, or fails alone if ON_ERROR says so. */
    private static List<StoredFile> named(StagedFiles stage, CopyOptions options) {
        // A file named twice is loaded once.
        var files = new LinkedHashMap<FileLocation, StoredFile>();
        for (var name : options.files()) {
            var location = stage.named(name);
            var found = stage.find(location);
            if (found.isEmpty() && options.onError().aborts()) {
                throw LoadErrors.namedFileNotFound(location);
            }
            files.put(location, found.orElseGet(() -> new StoredFile(location, 0, "", Instant.MAX)));
        }
        return List.copyOf(files.values());
    }

    /** Lets files through until those before exceed the limit together. */
    private static final class SizeLimit implements Predicate<StoredFile> {
        private final long limitBytes;
        private long bytes;

        SizeLimit(long limitBytes) {
            this.limitBytes = limitBytes;
        }

        @Override
        public boolean test(StoredFile file) {
            boolean fits = bytes <= limitBytes;
            bytes += file.sizeBytes();
            return fits;
        }
    }
}
