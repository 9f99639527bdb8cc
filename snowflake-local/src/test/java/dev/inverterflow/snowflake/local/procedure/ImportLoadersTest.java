package dev.inverterflow.snowflake.local.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.inverterflow.snowflake.local.procedure.ImportLoaders.Lease;
import dev.inverterflow.snowflake.local.spi.HandlerRuntime;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportLoadersTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    private final ClassLoader library = new BoundaryClassLoader();
    private final ImportLoaders loaders = new ImportLoaders(Clock.fixed(NOW, ZoneOffset.UTC));

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        loaders.close();
    }

    @Test
    void equalContentUnderDifferentFoldersSharesItsClasses() throws Exception {
        Path one = version(folder.resolve("handler.jar"), "1");
        Path other =
                Files.copy(one, Files.createDirectory(folder.resolve("copy")).resolve("handler.jar"));
        try (Lease first = loaders.lease(List.of(one), library);
                Lease second = loaders.lease(List.of(other), library)) {
            assertThat(second.classes()).isSameAs(first.classes());
        }
    }

    @Test
    void aReplacedJarIsSeenByTheNextCallWhileARunningOneKeepsItsClasses() throws Exception {
        Path jar = version(folder.resolve("handler.jar"), "1");
        try (Lease running = loaders.lease(List.of(jar), library)) {
            version(jar, "2");
            try (Lease next = loaders.lease(List.of(jar), library)) {
                assertThat(versionOf(next)).isEqualTo("2");
                assertThat(versionOf(running)).isEqualTo("1");
            }
        }
    }

    @Test
    void aReplacedJarIsSeenThoughItHasTheSameSizeAndTime() throws Exception {
        Path jar = version(folder.resolve("handler.jar"), "1");
        Files.setLastModifiedTime(jar, FileTime.from(NOW));
        try (Lease first = loaders.lease(List.of(jar), library)) {
            assertThat(versionOf(first)).isEqualTo("1");
        }
        version(jar, "2");
        Files.setLastModifiedTime(jar, FileTime.from(NOW));
        try (Lease second = loaders.lease(List.of(jar), library)) {
            assertThat(versionOf(second)).isEqualTo("2");
        }
    }

    @Test
    void theLoaderOfAReplacedJarIsClosedWhenItsLastCallEnds() throws Exception {
        Path jar = version(folder.resolve("handler.jar"), "1");
        Files.setLastModifiedTime(jar, FileTime.from(NOW.minus(Duration.ofHours(1))));
        Lease running = loaders.lease(List.of(jar), library);
        ClassLoader old = running.classes();
        version(jar, "2");
        loaders.lease(List.of(jar), library).close();
        assertThat(old.getResource("Handler.class")).isNotNull();
        running.close();
        assertThat(old.getResource("Handler.class")).isNull();
    }

    @Test
    void aLoaderThatAnotherProcedureUsesStaysOpen() throws Exception {
        Path one = version(folder.resolve("handler.jar"), "1");
        Path other =
                Files.copy(one, Files.createDirectory(folder.resolve("copy")).resolve("handler.jar"));
        loaders.lease(List.of(other), library).close();
        Lease shared = loaders.lease(List.of(one), library);
        ClassLoader old = shared.classes();
        shared.close();
        version(one, "2");
        loaders.lease(List.of(one), library).close();
        assertThat(old.getResource("Handler.class")).isNotNull();
    }

    @Test
    void importsSeeThePlatformButNothingOfTheApplication() throws Exception {
        Path jar = version(folder.resolve("handler.jar"), "1");
        try (Lease lease = loaders.lease(List.of(jar), library)) {
            ClassLoader classes = lease.classes();
            assertThat(classes.loadClass("java.sql.Connection")).isNotNull();
            for (String hidden : List.of(
                    "org.duckdb.DuckDBDriver",
                    "com.fasterxml.jackson.databind.ObjectMapper",
                    "org.slf4j.LoggerFactory",
                    ImportLoaders.class.getName(),
                    HandlerRuntime.class.getName())) {
                assertThat(Class.forName(hidden)).isNotNull();
                assertThatThrownBy(() -> classes.loadClass(hidden)).isInstanceOf(ClassNotFoundException.class);
            }
        }
    }

    @Test
    void theLibrarySeesTheBoundaryAsTheStandInDoes() throws Exception {
        assertThat(library.loadClass(HandlerRuntime.class.getName())).isSameAs(HandlerRuntime.class);
    }

    private static Path version(Path jar, String version) throws Exception {
        return CompiledJar.write(jar, "public static String version() { return \"" + version + "\"; }");
    }

    private static Object versionOf(Lease lease) throws Exception {
        return lease.classes().loadClass("Handler").getMethod("version").invoke(null);
    }
}
