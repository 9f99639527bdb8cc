package dev.inverterflow.deploy.script;

import dev.inverterflow.deploy.outcome.DeployException;
import dev.inverterflow.deploy.outcome.ExitCode;
import dev.inverterflow.deploy.outcome.Problems;
import dev.inverterflow.deploy.variable.VariableCatalog;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The scripts of {@code sql/}, from the jar or from a folder of the operator's.
 *
 * @param bootstrap by file name; what an account administrator runs once
 * @param undo by file name: the files of {@code bootstrap/} that take it back ({@code undo…} or {@code …_undo.sql})
 * @param versioned by version
 * @param repeatable by file name
 * @param optional by file name; each runs after the repeatable ones when its optional variables have values
 */
public record SqlTree(
        VariableCatalog variables,
        List<ScriptFile> bootstrap,
        List<ScriptFile> undo,
        List<ScriptFile> versioned,
        List<ScriptFile> repeatable,
        List<ScriptFile> optional) {
    private static final String VARIABLES = "variables.json";
    private static final Pattern REPEATABLE = Pattern.compile("R__[A-Za-z0-9_-]+\\.sql");
    private static final Pattern UNDO = Pattern.compile("undo.*|.*_undo\\.sql");

    /**
     * The scripts that this build carries.
     *
     * @throws DeployException when it carries none
     */
    public static SqlTree bundled() {
        URL anchor = SqlTree.class.getResource("/sql/" + VARIABLES);
        if (anchor == null) {
            throw new DeployException(ExitCode.USAGE, "this build carries no sql/ folder; give --sql DIR");
        }
        try {
            URLConnection connection = anchor.openConnection();
            if (connection instanceof JarURLConnection jar) {
                try (FileSystem inside =
                        FileSystems.newFileSystem(Path.of(jar.getJarFileURL().toURI()))) {
                    return load(inside.getPath("/sql"));
                }
            }
            return load(Path.of(anchor.toURI()).resolveSibling(""));
        } catch (IOException | URISyntaxException e) {
            throw new DeployException(ExitCode.USAGE, "cannot read the scripts in " + anchor + ": " + e, e);
        }
    }

    /**
     * The scripts of a folder laid out like {@code sql/}.
     *
     * @throws DeployException when the folder or its variables.json is missing, or a file is named wrongly
     */
    public static SqlTree directory(Path root) {
        if (!Files.isRegularFile(root.resolve(VARIABLES))) {
            throw new DeployException(
                    ExitCode.USAGE, "--sql " + root + ": there is no " + VARIABLES + " in it; is it the sql folder?");
        }
        try {
            return load(root);
        } catch (IOException e) {
            throw new DeployException(ExitCode.USAGE, "cannot read the scripts in " + root + ": " + e, e);
        }
    }

    private static SqlTree load(Path root) throws IOException {
        Problems problems = new Problems();
        VariableCatalog catalog = VariableCatalog.parse(Files.readString(root.resolve(VARIABLES)), VARIABLES);
        List<ScriptFile> bootstrap = scripts(root, "bootstrap", problems);
        SqlTree tree = new SqlTree(
                catalog,
                bootstrap.stream().filter(file -> !isUndo(file)).toList(),
                bootstrap.stream().filter(SqlTree::isUndo).toList(),
                byVersion(scripts(root, "versioned", problems), problems),
                named(scripts(root, "repeatable", problems), problems),
                named(scripts(root, "optional", problems), problems));
        problems.throwIfAny("the scripts are wrong");
        return tree;
    }

    private static boolean isUndo(ScriptFile file) {
        return UNDO.matcher(file.fileName()).matches();
    }

    private static List<ScriptFile> scripts(Path root, String folder, Problems problems) throws IOException {
        Path directory = root.resolve(folder);
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        List<ScriptFile> scripts = new ArrayList<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".sql"))
                    .sorted(Comparator.comparing(path -> path.getFileName().toString()))
                    .toList()) {
                String path = folder + "/" + file.getFileName();
                try {
                    scripts.add(new ScriptFile(path, Files.readString(file)));
                } catch (CharacterCodingException e) {
                    problems.add(path + ": is not UTF-8");
                }
            }
        }
        return scripts;
    }

    private static List<ScriptFile> byVersion(List<ScriptFile> files, Problems problems) {
        Map<VersionedName, ScriptFile> sorted = new TreeMap<>(Comparator.comparing(VersionedName::version));
        for (ScriptFile file : files) {
            VersionedName.parse(file.fileName())
                    .ifPresentOrElse(
                            name -> {
                                ScriptFile other = sorted.putIfAbsent(name, file);
                                if (other != null) {
                                    problems.add(file.path() + ": has the same version as " + other.path());
                                }
                            },
                            () -> problems.add(file.path() + ": must be named V<number>__<name>.sql"));
        }
        return List.copyOf(sorted.values());
    }

    private static List<ScriptFile> named(List<ScriptFile> files, Problems problems) {
        for (ScriptFile file : files) {
            if (!REPEATABLE.matcher(file.fileName()).matches()) {
                problems.add(file.path() + ": must be named R__<name>.sql");
            }
        }
        return files;
    }
}
