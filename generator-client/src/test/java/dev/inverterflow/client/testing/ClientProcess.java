package dev.inverterflow.client.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The client's jar in a process of its own. */
public final class ClientProcess {
    private static final Duration SOON = Duration.ofSeconds(60);

    private final Process process;
    private final Path log;

    private ClientProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** The jar that the build made. */
    public static Path jar() {
        return Path.of("target", "generator-client.jar").toAbsolutePath();
    }

    /** How a process is to be started. */
    public static final class Start {
        private final Path directory;
        private final List<String> jvmOptions = new ArrayList<>(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        private final Map<String, String> environment = new HashMap<>();

        /** @param directory for the spool and the log */
        public Start(Path directory, URI endpoint) {
            this.directory = directory;
            environment.putAll(Map.of(
                    "AWS_REGION",
                    "us-east-1",
                    "S3_BUCKET",
                    S3Server.BUCKET,
                    "S3_ENDPOINT",
                    endpoint.toString(),
                    "AWS_ACCESS_KEY_ID",
                    S3Server.ACCESS_KEY,
                    "AWS_SECRET_ACCESS_KEY",
                    S3Server.SECRET,
                    "FAULTS_PER_DAY",
                    "0",
                    "CLIENT_ID",
                    "it",
                    "SPOOL_DIR",
                    directory.resolve("spool").toString()));
        }

        public Start jvm(String... options) {
            jvmOptions.addAll(List.of(options));
            return this;
        }

        public Start setting(String name, String value) {
            environment.put(name, value);
            return this;
        }

        /** The whole command line, for a test that puts something before it. */
        public List<String> command(String... arguments) {
            List<String> command = new ArrayList<>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(jvmOptions);
            command.addAll(List.of("-jar", jar().toString()));
            command.addAll(List.of(arguments));
            return command;
        }

        public ClientProcess run(String... arguments) throws IOException {
            return run(command(arguments));
        }

        public ClientProcess run(List<String> command) throws IOException {
            Path log = directory.resolve("output.log");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().putAll(environment);
            return new ClientProcess(builder.start(), log);
        }
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Whether it ends by itself within a time. */
    public boolean endsWithin(Duration time) throws InterruptedException {
        return process.waitFor(time.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** {@code kill -9}, and waits until it has worked. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** SIGTERM. */
    public void terminate() {
        process.destroy();
    }

    public int exitCode() throws InterruptedException {
        if (!process.waitFor(SOON.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
            throw new AssertionError("the client did not end; it said: " + output());
        }
        return process.exitValue();
    }

    /** What it and the processes before it in the same directory have said. */
    public String output() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException("the client's output cannot be read", e);
        }
    }
}
