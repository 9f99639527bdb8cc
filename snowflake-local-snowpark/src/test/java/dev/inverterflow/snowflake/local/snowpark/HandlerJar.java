package dev.inverterflow.snowflake.local.snowpark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler.CompilationTask;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles handlers against the real library, as their author would, and packs them into a jar. */
final class HandlerJar {

    private static final String IMPORTS = """
            package handlers;
            import com.snowflake.snowpark_java.*;
            import com.snowflake.snowpark_java.types.*;
            import java.math.*;
            import java.sql.*;
            import java.util.*;
            """;

    private HandlerJar() {}

    /** A jar with the class {@code handlers.Handlers}, whose members are given. */
    static Path write(Path jar, String members) throws IOException {
        return write(jar, members, "17");
    }

    /** The same, compiled for a given Java release. */
    static Path write(Path jar, String members, String release) throws IOException {
        Path classes = Files.createTempDirectory(jar.getParent(), "classes");
        StringWriter messages = new StringWriter();
        CompilationTask task = ToolProvider.getSystemJavaCompiler()
                .getTask(
                        messages,
                        null,
                        null,
                        List.of("-d", classes.toString(), "-cp", runtimeClassPath(), "--release", release, "-nowarn"),
                        null,
                        List.of(new Source(IMPORTS + "public class Handlers { " + members + " }")));
        assertThat(task.call()).as("%s", messages).isTrue();
        pack(classes, jar);
        return jar;
    }

    private static void pack(Path classes, Path jar) throws IOException {
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(
                        new JarEntry(classes.relativize(file).toString().replace(File.separatorChar, '/')));
                Files.copy(file, out);
            }
        }
    }

    private static String runtimeClassPath() throws IOException {
        try (Stream<Path> jars = Files.list(Path.of(System.getProperty("snowpark.runtime")))) {
            return jars.map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        }
    }

    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        private Source(String text) {
            super(URI.create("string:///handlers/Handlers.java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
