package dev.inverterflow.snowflake.local.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.inverterflow.snowflake.local.SnowflakeLocalMain;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A server as a process of its own. */
final class ServerProcess implements AutoCloseable {

    private static final Pattern READY =
            Pattern.compile("snowflake-local is ready: (\\S+) account=(\\S+) user=(\\S+) password=(\\S+)");

    private final Process process;
    private final BufferedReader out;
    private final Matcher ready;

    private ServerProcess(Process process, BufferedReader out, Matcher ready) {
        this.process = process;
        this.out = out;
        this.ready = ready;
    }

    static ServerProcess start(String... arguments) throws IOException {
        return start(List.of(), arguments);
    }

    static ServerProcess start(List<String> jvmOptions, String... arguments) throws IOException {
        Process process = run(jvmOptions, arguments);
        BufferedReader out = process.inputReader(UTF_8);
        String line = String.valueOf(out.readLine());
        Matcher ready = READY.matcher(line);
        if (!ready.matches()) {
            throw new IOException(line + new String(process.getErrorStream().readAllBytes(), UTF_8));
        }
        return new ServerProcess(process, out, ready);
    }

    /** A process that may or may not become ready. */
    static Process run(List<String> jvmOptions, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.addAll(jvmOptions);
        command.addAll(List.of("-cp", classPath(), SnowflakeLocalMain.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().remove("SNOWFLAKE_LOCAL_TOKEN");
        return builder.start();
    }

    String url() {
        return ready.group(1);
    }

    Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("account", ready.group(2));
        properties.setProperty("user", ready.group(3));
        properties.setProperty("password", ready.group(4));
        properties.setProperty("disablePlatformDetection", "true");
        return properties;
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url(), properties());
    }

    long pid() {
        return process.pid();
    }

    /** As {@code kill} does. */
    void terminate() throws InterruptedException {
        process.toHandle().destroy();
        await();
    }

    /** As {@code kill -9} does. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        await();
    }

    String restOfOutput() {
        return out.lines().collect(Collectors.joining("\n"));
    }

    private void await() throws InterruptedException {
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the server does not end");
        }
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        out.close();
    }

    /** Without the tests' own folder, whose logging settings are not those of the stand-alone server. */
    private static String classPath() {
        String separator = System.getProperty("path.separator");
        return entries(separator)
                .filter(entry -> !entry.endsWith("test-classes") && !entry.endsWith("test-classes/"))
                .collect(Collectors.joining(separator));
    }

    // A launcher may have the tests in a loader of its own instead of the JVM's class path.
    private static Stream<String> entries(String separator) {
        return ServerProcess.class.getClassLoader() instanceof URLClassLoader loader
                ? Arrays.stream(loader.getURLs()).map(URL::getPath)
                : Arrays.stream(System.getProperty("java.class.path").split(Pattern.quote(separator)));
    }
}
