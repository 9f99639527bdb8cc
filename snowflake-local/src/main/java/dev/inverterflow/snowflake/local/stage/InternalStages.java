package dev.inverterflow.snowflake.local.stage;

import dev.inverterflow.snowflake.local.ast.QualifiedName;
import dev.inverterflow.snowflake.local.ast.StageLocation;
import dev.inverterflow.snowflake.local.catalog.ObjectName;
import dev.inverterflow.snowflake.local.catalog.ObjectType;
import dev.inverterflow.snowflake.local.catalog.Stage;
import dev.inverterflow.snowflake.local.catalog.Table;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.execution.SchemaObjects;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The folders of internal stages below one root. A stage is known by its number, so one that is replaced begins empty; a
 * path of a statement never leads out of its stage's folder.
 */
public final class InternalStages {

    private final Path root;

    /**
     * @param root the folder of all stages, created when first needed
     */
    public InternalStages(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    /** The folder of a named internal stage, there or not. */
    public Path folder(Stage stage) {
        return root.resolve("stage-" + stage.id());
    }

    /** Deletes a stage's files. */
    public void delete(Stage stage) {
        Path folder = folder(stage);
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("the files of stage " + stage.name() + " cannot be deleted", failure);
        }
    }

    /**
     * The stage and path that a location means.
     *
     * @throws SnowflakeException if there is no such stage, or the path would lead out of it
     */
    public Place place(StageLocation location, SessionContext session) {
        return switch (location.kind()) {
            case USER -> new Place(userFolder(session.user()), "", "@~/", location.path());
            case TABLE -> tablePlace(location, session);
            case NAMED -> namedPlace(location, session);
        };
    }

    /** Users' names are not always names of files. */
    private Path userFolder(String user) {
        return root.resolve("user-" + HexFormat.of().formatHex(user.getBytes(StandardCharsets.UTF_8)));
    }

    private Place tablePlace(StageLocation location, SessionContext session) {
        ObjectName name = session.resolve(name(location));
        Table table = session.find(ObjectType.TABLE, name)
                .orElseThrow(() -> Errors.objectDoesNotExist("Table", name.toString()));
        return new Place(
                root.resolve("table-" + table.id()), "", "@" + table.name().name() + "/", location.path());
    }

    private Place namedPlace(StageLocation location, SessionContext session) {
        Stage stage = stage(location, session);
        if (stage.external()) {
            throw Errors.notSupported("PUT and GET of external stage " + stage.name());
        }
        String shownAs = stage.name().name().toLowerCase(Locale.ROOT) + "/";
        return new Place(folder(stage), shownAs, "", location.path());
    }

    /** The named stage of a location. */
    static Stage stage(StageLocation location, SessionContext session) {
        ObjectName name = session.resolve(name(location));
        return SchemaObjects.require(ObjectType.STAGE, name, session);
    }

    private static QualifiedName name(StageLocation location) {
        QualifiedName name = location.name();
        if (name == null) {
            throw new IllegalArgumentException("a location of kind " + location.kind() + " has a name");
        }
        return name;
    }

    /**
     * A path on an internal stage.
     *
     * @param folder the stage's folder
     * @param shownAs what LIST puts before the names of its files
     * @param owner what errors of COPY put before them: whose stage it is, empty for a named one
     * @param path the path behind the stage's name: a folder for PUT, a prefix of names for the others
     */
    public record Place(Path folder, String shownAs, String owner, String path) {

        public Place {
            requireInside(folder, path);
        }

        /** The folder that PUT fills. */
        Path target() {
            return folder.resolve(path).normalize();
        }

        /** The files whose path begins with this one, by path relative to the stage. */
        public List<String> files() {
            if (!Files.isDirectory(folder)) {
                return List.of();
            }
            try (Stream<Path> files = Files.walk(folder)) {
                return files.filter(Files::isRegularFile)
                        .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                        .filter(name -> name.startsWith(path))
                        .sorted()
                        .toList();
            } catch (IOException failure) {
                throw new UncheckedIOException("the stage's folder cannot be read", failure);
            }
        }

        /** A file of the stage on this machine, there or not. */
        public Path file(String name) {
            requireInside(folder, name);
            return folder.resolve(name).normalize();
        }

        /** What LIST tells of a file. */
        public StageFile describe(String name) {
            return LocalFiles.describe(file(name), shownAs + name);
        }

        /** Deletes a file that is there. */
        public void delete(String name) {
            try {
                Files.delete(file(name));
            } catch (IOException failure) {
                throw new UncheckedIOException("the file " + shownAs + name + " cannot be deleted", failure);
            }
        }

        private static void requireInside(Path folder, String path) {
            if (!isInside(folder, path)) {
                throw new SnowflakeException(
                        1003, "42000", "SQL compilation error:\nThe path '" + path + "' leads out of its stage.");
            }
        }

        private static boolean isInside(Path folder, String path) {
            try {
                return folder.resolve(path).normalize().startsWith(folder);
            } catch (InvalidPathException noPath) {
                // A path with a NUL character leads nowhere.
                return false;
            }
        }
    }
}
