package dev.inverterflow.deploy.verify;

import dev.inverterflow.deploy.connection.SnowflakeSession;
import dev.inverterflow.deploy.pipeline.Pipeline;
import java.io.PrintWriter;
import java.io.Writer;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Sends one empty file the whole way, bucket to flattened, and says how long each part took. */
final class ProbeCheck implements Check {
    private static final String PUT = "probe file in the bucket";
    private static final String LOADED = "probe file loaded";
    private static final String FLATTENED = "probe file flattened";
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy-MM-dd").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final long POLL_MILLISECONDS = 250;

    private final Clock clock;

    ProbeCheck(Clock clock) {
        this.clock = clock;
    }

    @Override
    public List<Finding> run(SnowflakeSession session, Site site) {
        List<Finding> findings = new ArrayList<>();
        String key = site.probeKey().orElseGet(() -> newKey(site));
        long begun = System.nanoTime();
        Optional<String> notPut = site.probeKey().isPresent() ? Optional.empty() : AwsTool.putProbe(site, key);
        if (notPut.isPresent()) {
            findings.add(Finding.skipped(PUT, notPut.get()));
            findings.add(Finding.skipped(LOADED, "there is no probe file"));
            findings.add(Finding.skipped(FLATTENED, "there is no probe file"));
            return findings;
        }
        findings.add(Finding.ok(PUT, key));
        Finding loaded = arrival(session, site, LOADED, Site.RAW, key, begun);
        findings.add(loaded);
        if (loaded.outcome() != Finding.Outcome.OK) {
            findings.add(Finding.skipped(FLATTENED, "it has to be loaded first"));
        } else if (!flattenRuns(session, site)) {
            findings.add(Finding.skipped(FLATTENED, "task FLATTEN is suspended; 'deploy resume' starts it"));
        } else {
            findings.add(arrival(session, site, FLATTENED, Site.FLATTENED, key, begun));
        }
        return findings;
    }

    /** Named as a client names its files; n0 marks it as a probe, which no report counts. */
    private String newKey(Site site) {
        Instant now = clock.instant();
        return site.bucket().prefix() + DAY.format(now) + "/" + TIME.format(now) + "_deploy-verify_r1_p1of1_n0.json";
    }

    private static Finding arrival(
            SnowflakeSession session, Site site, String check, String table, String key, long begun) {
        long deadline = System.nanoTime() + site.patience().toNanos();
        while (System.nanoTime() < deadline) {
            boolean there = !session.query("select 1 from " + site.target().object(table) + " where FILE_NAME = ?", key)
                    .isEmpty();
            if (there) {
                return Finding.ok(check, String.format(Locale.ROOT, "after %.1f s", (System.nanoTime() - begun) / 1e9));
            }
            if (!waitALittle()) {
                return Finding.skipped(check, "interrupted");
            }
        }
        return Finding.failed(
                check,
                key + " is not in " + table + " after " + site.patience().toSeconds()
                        + " s; SELECT SYSTEM$PIPE_STATUS('" + site.target().object(Site.PIPE)
                        + "') tells whether its event came (lastReceivedMessageTimestamp)");
    }

    private static boolean flattenRuns(SnowflakeSession session, Site site) {
        site.target().enterAsTasksOwner(session);
        try {
            return new Pipeline(session, site.target(), new PrintWriter(Writer.nullWriter()))
                    .running()
                    .tasks()
                    .contains("FLATTEN");
        } finally {
            site.target().enterAsOwner(session);
        }
    }

    private static boolean waitALittle() {
        try {
            TimeUnit.MILLISECONDS.sleep(POLL_MILLISECONDS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
