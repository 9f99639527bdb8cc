package dev.inverterflow.snowflake.local.load.copy;

import dev.inverterflow.snowflake.local.catalog.Stage;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.load.store.FileLocation;
import dev.inverterflow.snowflake.local.load.store.InternalLocation;
import dev.inverterflow.snowflake.local.load.store.OpenFile;
import dev.inverterflow.snowflake.local.load.store.StoredFile;
import dev.inverterflow.snowflake.local.stage.InternalStages.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * An internal stage, or a path inside one.
 *
 * @param stage as the catalog has it; empty for the stage of a table or a user
 * @param place its folder on this machine
 */
record InternalStage(Optional<Stage> stage, Place place) implements StagedFiles {
    @Override
    public InternalLocation root() {
        return new InternalLocation(String.valueOf(place.folder().getFileName()), place.shownAs(), "");
    }

    @Override
    public InternalLocation location() {
        return root().resolve(place.path());
    }

    @Override
    public List<StoredFile> list() {
        return place.files().stream().map(this::stored).toList();
    }

    @Override
    public Optional<StoredFile> find(FileLocation file) {
        return Files.isRegularFile(path(file)) ? Optional.of(stored(file.path())) : Optional.empty();
    }

    @Override
    public OpenFile open(FileLocation file) throws IOException {
        var stored = find(file).orElseThrow(() -> LoadErrors.fileNotFound(file));
        return new OpenFile(stored, Files.newInputStream(path(file)));
    }

    @Override
    public void delete(StoredFile file) {
        place.delete(file.location().path());
    }

    @Override
    public void store(Path content, FileLocation file) throws IOException {
        var path = path(file);
        if (Files.isDirectory(path)) {
            throw Errors.notSupported("a file beside others below its own name on an internal stage: " + file.shown());
        }
        Files.createDirectories(path.getParent());
        Files.move(content, path, StandardCopyOption.REPLACE_EXISTING);
    }

    /** The whole storage location, whose beginning nobody knows: a pattern has to begin with something that takes it. */
    @Override
    public String patternPath(StoredFile file) {
        return file.location().key();
    }

    @Override
    public String nameInErrors(StoredFile file) {
        return place.owner() + file.location().path();
    }

    private StoredFile stored(String path) {
        var file = place.describe(path);
        return new StoredFile(
                root().resolve(path),
                file.size(),
                file.md5(),
                file.lastModified().truncatedTo(ChronoUnit.SECONDS));
    }

    private Path path(FileLocation file) {
        return place.file(file.path());
    }
}
