package dev.inverterflow.snowflake.local.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.JavaCompiler.CompilationTask;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Jars with one class each, compiled by the test that needs them. */
final class CompiledJar {

    private CompiledJar() {}

    /** Writes a jar with the public class {@code Handler} of the default package, whose body is given. */
    static Path write(Path jar, String body) throws IOException {
        Path classes = Files.createTempDirectory(jar.getParent(), "classes");
        JavaFileObject source = new Source("public class Handler { " + body + " }");
        CompilationTask task = ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, null, List.of("-d", classes.toString()), null, List.of(source));
        assertThat(task.call()).isTrue();
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new JarEntry("Handler.class"));
            Files.copy(classes.resolve("Handler.class"), out);
        }
        return jar;
    }

    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        private Source(String text) {
            super(URI.create("string:///Handler.java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
