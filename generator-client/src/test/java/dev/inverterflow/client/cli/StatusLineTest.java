package dev.inverterflow.client.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inverterflow.client.metrics.ClientMetrics;
import dev.inverterflow.client.spool.BatchName;
import dev.inverterflow.client.spool.LocalDisk;
import dev.inverterflow.client.spool.Spool;
import dev.inverterflow.client.testing.Batches;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatusLineTest {
    private static final String CLEAR = "\r\u001B[K";

    private final ByteArrayOutputStream terminal = new ByteArrayOutputStream();
    private final AtomicReference<String> text = new AtomicReference<>("one");
    private final StatusLine line =
            new StatusLine(new PrintStream(terminal, true, StandardCharsets.UTF_8), 20, text::get);

    @Test
    void theLineIsWrittenOverAndOverInItsPlace() {
        line.draw();
        text.set("two");
        line.draw();
        assertThat(screen()).isEqualTo(CLEAR + "one" + CLEAR + "two");
    }

    @Test
    void whatIsLoggedStandsAboveItAndIsNeverMixedWithIt() throws Exception {
        line.draw();
        try (OutputStream log = line.above()) {
            log.write("12:00 WARN a\n".getBytes(StandardCharsets.UTF_8));
            log.write("12:00 WARN b\n".getBytes(StandardCharsets.UTF_8));
        }
        line.draw();
        assertThat(screen()).isEqualTo(CLEAR + "one" + CLEAR + "12:00 WARN a\n12:00 WARN b\n" + CLEAR + "one");
    }

    @Test
    void aLineThatWouldWrapIsCutAndOneThatIsClosedIsTakenAway() throws Exception {
        text.set("0123456789".repeat(4));
        line.draw();
        line.close();
        line.draw();
        try (OutputStream log = line.above()) {
            log.write("end\n".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(screen()).isEqualTo(CLEAR + "0123456789012345678" + CLEAR + "end\n");
    }

    @Test
    void aRunSaysNextTickSpoolUploadsRateRefusedReadingsAndRetries(@TempDir Path directory) throws Exception {
        AtomicReference<Instant> now = new AtomicReference<>(Batches.NOON.plusSeconds(13));
        ClientMetrics metrics = new ClientMetrics();
        try (Spool spool = Spool.open(directory, new LocalDisk(), Batches.NOON)) {
            spool.commit(Batches.of(new BatchName(Batches.NOON, 1), 2));
            InstantSource clock = now::get;
            RunStatus status = new RunStatus(clock, Duration.ofSeconds(20), metrics, spool);
            status.get();
            metrics.fileUploaded(20_000, Duration.ofMillis(10));
            metrics.readingsJudged(10, Map.of("MISSING", 3));
            metrics.uploadRetried("SlowDown");
            now.set(now.get().plusSeconds(4));

            assertThat(status.get())
                    .isEqualTo("tick in 3 s | spool 2 files 50 B | uploaded 1, 5.0 kB/s | invalid 3 | retries 1");
        }
    }

    private String screen() {
        return terminal.toString(StandardCharsets.UTF_8);
    }
}
