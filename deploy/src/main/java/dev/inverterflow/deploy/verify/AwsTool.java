package dev.inverterflow.deploy.verify;

import dev.inverterflow.deploy.aws.NotificationMerge;
import dev.inverterflow.deploy.outcome.DeployException;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The operator's own AWS command line tool, with the operator's own rights. Where it is not there or may not do
 * something, the line to run elsewhere is named.
 */
final class AwsTool {
    private static final long SECONDS = 60;
    private static final String SKIPPED = "needs an AWS right that is not at hand here; check it with: ";

    private AwsTool() {}

    /** What ran, and how it ended. */
    record Run(int exitCode, String output) {}

    static String putLine(Site site) {
        return String.join(" ", put(site, "PROBE_KEY", "PROBE_FILE"));
    }

    static List<String> put(Site site, String key, String file) {
        return List.of("aws", "s3api", "put-object", "--bucket", site.bucket().bucket(), "--key", key, "--body", file);
    }

    /** Whether the bucket's configuration has the channel. */
    static Finding notification(Site site, String check, String channel) {
        List<String> line = List.of(
                "aws",
                "s3api",
                "get-bucket-notification-configuration",
                "--bucket",
                site.bucket().bucket());
        Optional<Run> run = run(site, line).filter(done -> done.exitCode() == 0);
        if (run.isEmpty()) {
            return Finding.skipped(
                    check,
                    SKIPPED + String.join(" ", line) + " (wanted: " + channel + " for the prefix "
                            + site.bucket().prefix() + ")");
        }
        String now = run.get().output();
        try {
            String merged = new NotificationMerge(channel, site.bucket().prefix()).merge(now);
            boolean there =
                    now.contains(channel) && merged.replaceAll("\\s", "").equals(now.replaceAll("\\s", ""));
            return there
                    ? Finding.ok(check, channel)
                    : Finding.failed(
                            check,
                            "the bucket does not; 'deploy aws notification --in FILE --channel " + channel
                                    + " --prefix " + site.bucket().prefix() + "' merges it in");
        } catch (DeployException e) {
            return Finding.failed(check, String.valueOf(e.getMessage()));
        }
    }

    /** Puts an empty file; what went wrong, if it did. */
    static Optional<String> putProbe(Site site, String key) {
        try {
            Path file = Files.createTempFile("inverterflow-probe", ".json");
            try {
                Files.writeString(file, "[]");
                List<String> line = put(site, key, file.toString());
                boolean done =
                        run(site, line).filter(run -> run.exitCode() == 0).isPresent();
                return done
                        ? Optional.empty()
                        : Optional.of(SKIPPED + String.join(" ", put(site, key, "PROBE_FILE"))
                                + " (PROBE_FILE holds []), then verify --probe-key " + key);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            return Optional.of("cannot write a probe file: " + e);
        }
    }

    /** Empty when there is no such tool on the path. */
    private static Optional<Run> run(Site site, List<String> line) {
        if (!isThere(site)) {
            return Optional.empty();
        }
        try {
            Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return Optional.empty();
            }
            return Optional.of(new Run(process.exitValue(), output));
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static boolean isThere(Site site) {
        String path = site.environment().variable("PATH").orElse("");
        return Stream.of(path.split(Pattern.quote(File.pathSeparator)))
                .filter(folder -> !folder.isEmpty())
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "aws")));
    }
}
