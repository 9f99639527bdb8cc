package dev.inverterflow.local.client;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The client's jar in a process of its own, as a user runs it; what it prints is handed on line by line. */
public final class ClientProcess implements AutoCloseable {
    /** What SIGTERM leaves the client to finish the upload in flight. */
    private static final Duration STOP_DEADLINE = Duration.ofSeconds(15);

    private final Process process;
    private final Thread reader;

    private ClientProcess(Process process, Thread reader) {
        this.process = process;
        this.reader = reader;
    }

    /**
     * Starts {@code java -jar generator-client.jar} on the JVM that runs this.
     *
     * @param environment the settings, by their documented names; secrets go this way and not through the process list
     */
    public static ClientProcess start(
            Path jar, List<String> arguments, Map<String, String> environment, Consumer<String> lines)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:+UseSerialGC", "-Xmx64m", "-XX:TieredStopAtLevel=1", "-jar", jar.toString()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        Thread reader = new Thread(() -> forward(process, lines), "client-output");
        reader.setDaemon(true);
        reader.start();
        return new ClientProcess(process, reader);
    }

    private static void forward(Process process, Consumer<String> lines) {
        try (BufferedReader output = process.inputReader()) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                lines.accept(line);
            }
        } catch (IOException e) {
            // The pipe breaks when the process is killed; its exit code tells that.
            lines.accept("(the client's output ended: " + e.getMessage() + ")");
        }
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public long pid() {
        return process.pid();
    }

    /** Waits for the end of the process and of its output. */
    public int waitFor() throws InterruptedException {
        int exitCode = process.waitFor();
        reader.join(STOP_DEADLINE.toMillis());
        return exitCode;
    }

    /** Asks it to stop (SIGTERM), and kills it only when the deadline has passed. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_DEADLINE.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
