package dev.inverterflow.snowflake.local.procedure;

import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** Handlers whose Java source stands in the statement: compiled into a jar when the routine is created, or first called after a restart. */
final class InlineSources implements AutoCloseable {

    private final RuntimeDirectory library;
    private final List<Path> folders = new ArrayList<>();
    private final Map<Source, Path> jars = new ConcurrentHashMap<>();

    private record Source(String text, String handler) {}

    InlineSources(RuntimeDirectory library) {
        this.library = library;
    }

    /**
     * The jar of a handler's classes, compiled at the first call.
     *
     * @param handler {@code package.Class.method}
     * @param imports jars that the source may use, beside the library's
     * @throws SnowflakeException if it does not compile
     */
    Path jar(String source, String handler, List<Path> imports) {
        return jars.computeIfAbsent(new Source(source, handler), missing -> compile(source, handler, imports));
    }

    private Path compile(String source, String handler, List<Path> imports) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw Errors.notSupported("a handler's source in AS on a Java without a compiler; run on a JDK");
        }
        try {
            Path folder = folder();
            Path classes = Files.createDirectories(folder.resolve("classes"));
            Path file = folder.resolve("source").resolve(fileName(handler));
            Files.createDirectories(file.getParent());
            Files.writeString(file, source);
            compile(compiler, file, classes, imports);
            return jar(classes, folder.resolve("inline.jar"));
        } catch (IOException e) {
            throw new UncheckedIOException("A handler's source cannot be written.", e);
        }
    }

    private synchronized Path folder() throws IOException {
        Path folder = Files.createTempDirectory("snowflake-local-inline-");
        folders.add(folder);
        return folder;
    }

    private static String fileName(String handler) {
        int dot = handler.lastIndexOf('.');
        return (dot < 0 ? handler : handler.substring(0, dot)).replace('.', '/') + ".java";
    }

    private void compile(JavaCompiler compiler, Path file, Path classes, List<Path> imports) {
        List<String> options = List.of(
                "-proc:none", "-nowarn", "-Xlint:none", "-d", classes.toString(), "-classpath", classPath(imports));
        var output = new StringWriter();
        boolean compiled = compiler.getTask(
                        output,
                        null,
                        null,
                        options,
                        null,
                        compiler.getStandardFileManager(null, null, null).getJavaFileObjects(file))
                .call();
        if (!compiled) {
            throw new SnowflakeException(
                    391516,
                    "42601",
                    "SQL compilation error:\nError compiling the handler's source:\n"
                            + output.toString().replace(file.getParent() + File.separator, ""));
        }
    }

    private String classPath(List<Path> imports) {
        return Stream.concat(imports.stream(), library.files().stream())
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static Path jar(Path classes, Path jar) throws IOException {
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                out.putNextEntry(
                        new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, out);
                out.closeEntry();
            }
        }
        return jar;
    }

    @Override
    public synchronized void close() {
        for (Path folder : folders) {
            delete(folder);
        }
        folders.clear();
        jars.clear();
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + folder + " cannot be deleted.", e);
        }
    }
}
