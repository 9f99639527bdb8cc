package dev.inverterflow.deploy.verify;

import dev.inverterflow.deploy.connection.Row;
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
        Optional<String> notPut = site.probeKey().isPresent() ? Optional.empty() : AwsTool.putProbe(site, key);
        if (notPut.isPresent()) {
            findings.add(Finding.skipped(PUT, notPut.get()));
            findings.add(Finding.skipped(LOADED, "there is no probe file"));
            findings.add(Finding.skipped(FLATTENED, "there is no probe file"));
            return findings;
        }
        findings.add(Finding.ok(PUT, key));
        Finding loaded = arrival(session, site, LOADED, loadedQuery(site), key);
        findings.add(loaded);
        if (loaded.outcome() != Finding.Outcome.OK) {
            findings.add(Finding.skipped(FLATTENED, "it has to be loaded first"));
        } else if (!flattenRuns(session, site)) {
            findings.add(Finding.skipped(FLATTENED, "task FLATTEN is suspended; 'deploy resume' starts it"));
        } else {
            findings.add(arrival(session, site, FLATTENED, flattenedQuery(site), key));
        }
        return findings;
    }

    /** Named as a client names its files; n0 marks it as a probe, which no report counts. */
    private String newKey(Site site) {
        Instant now = clock.instant();
        return site.bucket().prefix() + DAY.format(now) + "/" + TIME.format(now) + "_deploy-verify_r1_p1of1_n0.json";
    }

    /** S3 stores whole seconds, so a figure may be up to one second too long. */
    private static String loadedQuery(Site site) {
        return "select datediff(millisecond, FILE_LAST_MODIFIED, START_SCAN_TIME) / 1000 from "
                + site.target().object(Site.RAW) + " where FILE_NAME = ?";
    }

    private static String flattenedQuery(Site site) {
        return "select datediff(millisecond, r.FILE_LAST_MODIFIED, f.FLATTENED_AT) / 1000 from "
                + site.target().object(Site.FLATTENED) + " f join "
                + site.target().object(Site.RAW)
                + " r on r.FILE_NAME = f.FILE_NAME where f.FILE_NAME = ?";
    }

    private static Finding arrival(SnowflakeSession session, Site site, String check, String query, String key) {
        long deadline = System.nanoTime() + site.patience().toNanos();
        while (System.nanoTime() < deadline) {
            Optional<String> seconds =
                    session.query(query, key).stream().findFirst().flatMap(Row::first);
            if (seconds.isPresent()) {
                return Finding.ok(
                        check,
                        String.format(Locale.ROOT, "%.1f s after S3 stored it", Double.parseDouble(seconds.get())));
            }
            if (!waitALittle()) {
                return Finding.skipped(check, "interrupted");
            }
        }
        return Finding.failed(
                check,
                key + " did not come within " + site.patience().toSeconds()
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
