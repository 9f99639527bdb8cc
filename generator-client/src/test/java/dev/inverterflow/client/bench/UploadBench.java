package dev.inverterflow.client.bench;

import com.fasterxml.jackson.databind.node.NullNode;
import com.sun.management.OperatingSystemMXBean;
import dev.inverterflow.client.metrics.ClientMetrics;
import dev.inverterflow.client.spool.BatchName;
import dev.inverterflow.client.spool.LedgerLine;
import dev.inverterflow.client.spool.LocalDisk;
import dev.inverterflow.client.spool.NewBatch;
import dev.inverterflow.client.spool.NewBatch.NewFile;
import dev.inverterflow.client.spool.RunState;
import dev.inverterflow.client.spool.Spool;
import dev.inverterflow.client.testing.ClientProcess;
import dev.inverterflow.client.testing.S3Server;
import dev.inverterflow.client.upload.S3Clients;
import dev.inverterflow.client.upload.Uploader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Uploads beside a bare SDK program, in one run on one machine against one server: small files with eight in flight, and the time from
 * a process's launch to its first put. Prints the median of five; see bench/README.md.
 */
public final class UploadBench {
    private static final int IN_FLIGHT = 8;
    private static final int ROUNDS = 5;
    private static final int FILES_OF_A_BATCH = 4;
    private static final byte[] CONTENT = "[\"0123456789abcdef\"]\n".repeat(200).getBytes(StandardCharsets.UTF_8);
    private static final Instant START = Instant.parse("2026-06-21T12:00:00Z");

    private final PrintStream out;
    private final Path directory;
    private final S3Server s3;
    private int round;

    private UploadBench(PrintStream out, Path directory, S3Server s3) {
        this.out = out;
        this.directory = directory;
        this.s3 = s3;
    }

    /** @param arguments numbers of batches, each of four files; 250 and 2500 if none is given */
    public static void main(String[] arguments) throws Exception {
        Path directory = Files.createTempDirectory("upload-bench");
        try (S3Server s3 = S3Server.start()) {
            UploadBench bench = new UploadBench(System.out, directory, s3);
            for (String batches : arguments.length == 0 ? new String[] {"250", "2500"} : arguments) {
                bench.throughput(Integer.parseInt(batches));
            }
            bench.firstPut();
        } finally {
            deleteTree(directory);
        }
    }

    private void throughput(int batches) throws Exception {
        List<Rate> bare = new ArrayList<>();
        List<Rate> ours = new ArrayList<>();
        for (int i = 0; i <= ROUNDS; i++) {
            Rate bareRate = bare(batches);
            Rate ourRate = ours(batches);
            // The first round warms both up.
            if (i > 0) {
                bare.add(bareRate);
                ours.add(ourRate);
            }
        }
        double ourRate = median(ours.stream().map(Rate::filesPerSecond).toList());
        double bareRate = median(bare.stream().map(Rate::filesPerSecond).toList());
        out.printf(
                Locale.ROOT,
                "%d files of %d bytes, %d in flight: client %.0f files/s, bare SDK loop %.0f files/s, ratio %.2f;"
                        + " CPU of client and server for a file: %.2f ms, %.2f ms%n",
                batches * FILES_OF_A_BATCH,
                CONTENT.length,
                IN_FLIGHT,
                ourRate,
                bareRate,
                ourRate / bareRate,
                median(ours.stream().map(Rate::cpuMillisForAFile).toList()),
                median(bare.stream().map(Rate::cpuMillisForAFile).toList()));
    }

    private record Rate(double filesPerSecond, double cpuMillisForAFile) {

        static Rate of(int files, long begunNanos, long cpuNanosBefore) {
            return new Rate(files / seconds(begunNanos), (cpuNanos() - cpuNanosBefore) / 1e6 / files);
        }
    }

    /** Of this process, which the embedded server shares. */
    private static long cpuNanos() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    /** Reads prepared files and puts them; keeps nothing, checks nothing, deletes nothing. */
    private Rate bare(int batches) throws Exception {
        Path files = Files.createDirectory(directory.resolve("bare-" + ++round));
        List<Path> paths = new ArrayList<>();
        for (int i = 0; i < batches * FILES_OF_A_BATCH; i++) {
            paths.add(Files.write(files.resolve(i + ".json"), CONTENT));
        }
        String prefix = "bare-" + round + "/";
        try (S3Client client = BareUpload.client(s3.endpoint(), IN_FLIGHT)) {
            ExecutorService threads = Executors.newFixedThreadPool(IN_FLIGHT);
            long begun = System.nanoTime();
            long cpu = cpuNanos();
            for (Path path : paths) {
                threads.execute(() -> client.putObject(
                        request -> request.bucket(S3Server.BUCKET)
                                .key(prefix + path.getFileName())
                                .ifNoneMatch("*"),
                        RequestBody.fromFile(path)));
            }
            threads.shutdown();
            if (!threads.awaitTermination(10, TimeUnit.MINUTES)) {
                throw new IllegalStateException("the bare loop did not end");
            }
            return Rate.of(paths.size(), begun, cpu);
        }
    }

    private Rate ours(int batches) throws Exception {
        Path place = directory.resolve("spool-" + ++round);
        try (Spool spool = Spool.open(place, new LocalDisk(), START);
                S3Client client = S3Clients.create(s3.store())) {
            fill(spool, batches);
            Uploader uploader =
                    new Uploader(client, S3Server.BUCKET, spool, Uploader.patientBackoff(), new ClientMetrics());
            long begun = System.nanoTime();
            long cpu = cpuNanos();
            uploader.start();
            uploader.finish();
            if (!uploader.hasEndedWithin(Duration.ofMinutes(10)) || spool.waitingFiles() > 0) {
                throw new IllegalStateException("the uploader did not empty its spool");
            }
            return Rate.of(batches * FILES_OF_A_BATCH, begun, cpu);
        }
    }

    private void fill(Spool spool, int batches) throws Exception {
        long run = spool.beginRun();
        for (int i = 0; i < batches; i++) {
            BatchName name = new BatchName(START.plusSeconds(20L * i), run);
            List<NewFile> files = IntStream.range(0, FILES_OF_A_BATCH)
                    .mapToObj(part ->
                            new NewFile("ours-" + round + "/2026-06-21/" + name + "_p" + part + ".json", CONTENT))
                    .toList();
            LedgerLine line = new LedgerLine(
                    name.tick().toString(),
                    run,
                    0,
                    0,
                    Map.of(),
                    files.stream().map(NewFile::key).toList(),
                    0,
                    0);
            spool.commit(new NewBatch(name, files, line, RunState.after(name, NullNode.getInstance())));
        }
    }

    private void firstPut() throws Exception {
        List<Double> bare = new ArrayList<>();
        List<Double> ours = new ArrayList<>();
        for (int i = 0; i <= ROUNDS; i++) {
            double bareMillis = bareFirstPut();
            double ourMillis = ourFirstPut();
            if (i > 0) {
                bare.add(bareMillis);
                ours.add(ourMillis);
            }
        }
        out.printf(
                Locale.ROOT,
                "launch to first put: client's drain %.0f ms, bare SDK program %.0f ms, ratio %.2f; jar %.1f MB%n",
                median(ours),
                median(bare),
                median(ours) / median(bare),
                Files.size(ClientProcess.jar()) / 1e6);
    }

    private double bareFirstPut() throws Exception {
        int puts = s3.puts();
        long begun = System.nanoTime();
        List<String> command = new ArrayList<>(new ClientProcess.Start(directory, s3.endpoint()).command());
        // The same classes of the SDK, from the same jar.
        command.subList(command.indexOf("-jar"), command.size()).clear();
        command.addAll(List.of(
                "-cp",
                ClientProcess.jar() + System.getProperty("path.separator") + testClasses(),
                BareUpload.class.getName(),
                s3.endpoint().toString(),
                S3Server.BUCKET,
                "first-" + ++round));
        return millisToPut(command, begun, puts);
    }

    private double ourFirstPut() throws Exception {
        Path place = Files.createDirectory(directory.resolve("first-" + ++round));
        try (Spool spool = Spool.open(place.resolve("spool"), new LocalDisk(), START)) {
            fill(spool, 1);
        }
        int puts = s3.puts();
        long begun = System.nanoTime();
        ClientProcess.Start start = new ClientProcess.Start(place, s3.endpoint());
        return millisToPut(start, start.command("drain"), begun, puts);
    }

    private double millisToPut(List<String> command, long begun, int puts) throws Exception {
        return millisToPut(new ClientProcess.Start(directory, s3.endpoint()), command, begun, puts);
    }

    private double millisToPut(ClientProcess.Start start, List<String> command, long begun, int puts) throws Exception {
        ClientProcess process = start.run(command);
        while (s3.puts() == puts && process.isAlive()) {
            Thread.onSpinWait();
        }
        double millis = seconds(begun) * 1_000;
        if (process.exitCode() != 0) {
            throw new IllegalStateException(process.output());
        }
        return millis;
    }

    private static Path testClasses() throws Exception {
        return Path.of(BareUpload.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
    }

    private static double seconds(long sinceNanos) {
        return (System.nanoTime() - sinceNanos) / 1e9;
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private static void deleteTree(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException("the benchmark's files cannot be deleted", e);
                }
            });
        }
    }
}
