package dev.inverterflow.client.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.inverterflow.client.testing.ClientProcess;
import dev.inverterflow.client.testing.S3Server;
import dev.inverterflow.client.testing.SpoolLedger;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A disk that is really full: a small file system in memory, mounted in name spaces of the test's own, which needs no rights on Linux
 * but may be forbidden there, and is skipped then. GenerationRunTest fills an injected disk everywhere.
 */
class DiskFullIT {
    private static final URI NOWHERE = URI.create("http://127.0.0.1:1");
    /** Runs out of space while nothing can be uploaded, then makes room, uploads what was spooled and shows its ledger. */
    private static final String SCRIPT = """
            mount -t tmpfs -o size=600k tmpfs "$SPOOL_DIR" || exit 99
            dd if=/dev/zero of="$SPOOL_DIR/others" bs=1k count=480 2>/dev/null
            "$@" run --interval 1s --inverters 150 --files 2 --drain-deadline 1s
            echo "full: $?"
            rm "$SPOOL_DIR/others"
            S3_ENDPOINT="$REACHABLE" "$@" drain
            code=$?
            cp "$SPOOL_DIR/ledger.ndjson" "$KEPT"
            exit $code
            """;

    @TempDir
    private Path directory;

    @Test
    void aFullDiskEndsItWithOneLineAndEverythingSpooledBeforeIsUploadedLater() throws Exception {
        assumeTrue(canMount(), "this machine lets no user mount a tmpfs in name spaces of its own");
        Files.createDirectory(directory.resolve("spool"));
        Path kept = Files.createDirectory(directory.resolve("kept"));
        try (S3Server s3 = S3Server.start()) {
            ClientProcess.Start start = new ClientProcess.Start(directory, NOWHERE)
                    .setting("REACHABLE", s3.endpoint().toString())
                    .setting("KEPT", kept.resolve("ledger.ndjson").toString());
            List<String> command = new ArrayList<>(List.of("unshare", "-Urm", "sh", "-c", SCRIPT, "sh"));
            command.addAll(start.command());
            ClientProcess client = start.run(command);

            assertThat(client.exitCode()).as(client.output()).isZero();
            assertThat(client.output())
                    .contains("full: " + ExitCode.SPOOL_UNUSABLE.code())
                    .containsOnlyOnce("error: ")
                    .containsPattern("error: batch .* cannot be spooled: No space left on device \\(check free space");
            SpoolLedger ledger = SpoolLedger.of(kept);
            assertThat(ledger.batches()).as(client.output()).isPositive();
            ledger.assertKept(s3, "after the disk was full");
        }
    }

    private static boolean canMount() throws IOException, InterruptedException {
        Path sh = Path.of("/bin/sh");
        if (Files.notExists(sh) || Files.notExists(Path.of("/usr/bin/unshare"))) {
            return false;
        }
        Process trial = new ProcessBuilder("unshare", "-Urm", "sh", "-c", "mount -t tmpfs tmpfs /mnt")
                .redirectErrorStream(true)
                .start();
        trial.getInputStream().readAllBytes();
        return trial.waitFor(20, TimeUnit.SECONDS) && trial.exitValue() == 0;
    }
}
