package dev.inverterflow.snowflake.local.load.copy;

import dev.inverterflow.snowflake.local.catalog.Stage;
import dev.inverterflow.snowflake.local.load.store.FileLocation;
import dev.inverterflow.snowflake.local.load.store.OpenFile;
import dev.inverterflow.snowflake.local.load.store.StoredFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The files of a stage, or of a path inside one, that a statement may read. */
public sealed interface StagedFiles permits ExternalStage, InternalStage {
    /** The named stage they are in; empty for the stage of a table or a user. */
    Optional<Stage> stage();

    /** The whole stage. */
    FileLocation root();

    /** The path that the statement names. */
    FileLocation location();

    /** Every file of the location, by path. */
    List<StoredFile> list();

    Optional<StoredFile> find(FileLocation file);

    /**
     * Opens a file; its content comes as it is stored.
     *
     * @throws dev.inverterflow.snowflake.local.error.SnowflakeException if it is not there, or may not be read
     */
    OpenFile open(FileLocation file) throws IOException;

    void delete(StoredFile file);

    /** Stores a file of this machine, in the place of one that is there. */
    void store(Path content, FileLocation file) throws IOException;

    /** The file that FILES names: relative to the location, which then is a folder. */
    default FileLocation named(String name) {
        var folder = location();
        return folder.path().isEmpty() || folder.path().endsWith("/")
                ? folder.resolve(name)
                : folder.resolve("/" + name);
    }

    /** The file's path below the statement's location, as COPY_HISTORY names it; below its folder if that is only how names begin. */
    default String relativeName(StoredFile file) {
        return file.location().path().substring(folderLength(file));
    }

    /** The statement's location, as COPY_HISTORY shows it beside {@link #relativeName}. */
    default String shownFolder(StoredFile file) {
        var shown = location().shown();
        return shown.substring(0, shown.length() - location().path().length() + folderLength(file));
    }

    private int folderLength(StoredFile file) {
        var own = location().path();
        boolean folder =
                own.isEmpty() || own.endsWith("/") || file.location().path().startsWith(own + "/");
        return folder ? own.length() : own.lastIndexOf('/') + 1;
    }

    /** What PATTERN is held against. */
    default String patternPath(StoredFile file) {
        return file.location().path();
    }

    /** What a fault calls the file: its path, behind the name of the stage of a table or a user. */
    default String nameInErrors(StoredFile file) {
        return file.location().path();
    }
}
