package dev.inverterflow.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;

/** A jar of the distribution in a process of its own, as the launcher starts it, with what it printed so far. */
final class LaunchedProcess implements AutoCloseable {
    static final Path DIST = Path.of(System.getProperty("inverterflow.dist", "target/dist"));

    private static final Duration PATIENCE = Duration.ofSeconds(240);
    private static final long SIGINT_BIT = 1L << (2 - 1);

    private final Process process;
    private final Thread reader;
    private final List<String> lines = new CopyOnWriteArrayList<>();

    private LaunchedProcess(Process process) {
        this.process = process;
        this.reader = new Thread(this::read, "output-of-" + process.pid());
        reader.start();
    }

    static LaunchedProcess local(String... arguments) throws IOException {
        return start(List.of(), "local-stack.jar", arguments);
    }

    static LaunchedProcess start(List<String> jvmOptions, String jar, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(heedingInterrupts());
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmOptions);
        command.addAll(List.of("-jar", DIST.resolve(jar).toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        // Else an inverter that is not heard of for a while would make the number of readings a matter of luck.
        builder.environment().put("FAULTS_PER_DAY", "0");
        return new LaunchedProcess(builder.start());
    }

    /**
     * A build in the background of a shell ignores SIGINT, and so would what it starts; where that is so, env gives the
     * child its own say again.
     */
    private static List<String> heedingInterrupts() throws IOException {
        Path status = Path.of("/proc/self/status");
        boolean ignored = Files.isReadable(status)
                && Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("SigIgn:"))
                        .map(line -> Long.parseUnsignedLong(
                                line.substring("SigIgn:".length()).strip(), 16))
                        .anyMatch(mask -> (mask & SIGINT_BIT) != 0);
        return ignored ? List.of("env", "--default-signal=INT") : List.of();
    }

    private void read() {
        try (BufferedReader output = process.inputReader()) {
            output.lines().forEach(lines::add);
        } catch (IOException e) {
            lines.add("(output ended: " + e.getMessage() + ")");
        }
    }

    void awaitLineWith(String text) {
        Awaitility.await("a line with '" + text + "'")
                .atMost(PATIENCE)
                .failFast(() -> assertThat(process.isAlive() || output().contains(text))
                        .as(output())
                        .isTrue())
                .until(() -> output().contains(text));
    }

    /** Ctrl-C. */
    void interrupt() throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start();
        assertThat(kill.waitFor()).isZero();
    }

    int exitCode() throws InterruptedException {
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .as("ended within %s:%n%s", PATIENCE, output())
                .isTrue();
        reader.join(PATIENCE.toMillis());
        return process.exitValue();
    }

    List<ProcessHandle> descendants() {
        return process.descendants().toList();
    }

    String output() {
        return lines.stream().collect(Collectors.joining("\n"));
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
