package dev.inverterflow.snowflake.local.procedure;

import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where the jars of Snowpark, its driver and the bridge are. */
public final class RuntimeDirectory {

    private static final String BESIDE_THE_JAR = "lib/snowpark";

    private final Path path;

    private RuntimeDirectory(Path path) {
        this.path = path;
    }

    /**
     * The directory to use.
     *
     * @param configured what the user gave, or null to look for {@code lib/snowpark} beside this jar
     */
    public static RuntimeDirectory of(@Nullable Path configured) {
        return new RuntimeDirectory(configured == null ? besideThisJar() : configured.toAbsolutePath());
    }

    /** Whether it is there; if not, procedures can be created but not called. */
    public boolean exists() {
        return Files.isDirectory(path);
    }

    /**
     * Its jars, in the order of their names.
     *
     * @throws SnowflakeException if there are none: how to get them
     */
    URL[] jars() {
        if (!exists()) {
            throw missing("it does not exist");
        }
        List<URL> jars = new ArrayList<>();
        try (Stream<Path> files = Files.list(path)) {
            for (Path jar : files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList()) {
                jars.add(jar.toUri().toURL());
            }
        } catch (MalformedURLException e) {
            throw new IllegalStateException("A file of " + path + " has no URL.", e);
        } catch (IOException e) {
            throw new UncheckedIOException("The runtime directory " + path + " cannot be read.", e);
        }
        return jars.toArray(URL[]::new);
    }

    /** Its jars as files; none if it is not there. */
    List<Path> files() {
        if (!exists()) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The runtime directory " + path + " cannot be read.", e);
        }
    }

    /** The refusal of a call for want of the library, with the remedy. */
    SnowflakeException missing(String why) {
        return Errors.notSupported("calling a procedure in Java without the Snowpark library. Its directory is " + path
                + ", but " + why + ". Build the module snowflake-local-snowpark, whose package step makes"
                + " target/snowpark-runtime, and give that directory with"
                + " SnowflakeLocal.builder().snowparkRuntime(...) or --snowpark-runtime.");
    }

    private static Path besideThisJar() {
        return Optional.ofNullable(RuntimeDirectory.class.getProtectionDomain().getCodeSource())
                .map(CodeSource::getLocation)
                .map(RuntimeDirectory::toPath)
                .map(Path::getParent)
                .orElseGet(() -> Path.of("").toAbsolutePath())
                .resolve(BESIDE_THE_JAR);
    }

    private static Path toPath(URL location) {
        try {
            return Path.of(location.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("This jar lies at no valid location: " + location, e);
        }
    }
}
