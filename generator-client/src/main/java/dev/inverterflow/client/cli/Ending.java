package dev.inverterflow.client.cli;

import dev.inverterflow.client.run.ByteSize;
import dev.inverterflow.client.run.Outcome;
import dev.inverterflow.client.spool.Spool;
import java.io.PrintWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The last lines of a run or a drain. */
final class Ending {
    private static final Logger LOG = LoggerFactory.getLogger(Ending.class);

    private Ending() {}

    static ExitCode report(Outcome outcome, Spool spool, PrintWriter err) {
        Outcome.Counts counts = outcome.counts();
        LOG.atInfo()
                .addKeyValue("batches", counts.batches())
                .addKeyValue("generated", counts.generated())
                .addKeyValue("refused", counts.refused())
                .addKeyValue("skipped_ticks", counts.skippedTicks())
                .addKeyValue("paused_ticks", counts.pausedTicks())
                .addKeyValue("uploaded", outcome.uploads().files())
                .addKeyValue("uploaded_bytes", outcome.uploads().bytes())
                .addKeyValue("retries", outcome.uploads().retries())
                .addKeyValue("waiting_files", outcome.waitingFiles())
                .log(
                        "end: {} batches, {} readings ({} refused), {} ticks skipped, {} paused; {} files ({}) uploaded, {} retries",
                        counts.batches(),
                        counts.generated(),
                        counts.refused(),
                        counts.skippedTicks(),
                        counts.pausedTicks(),
                        outcome.uploads().files(),
                        ByteSize.text(outcome.uploads().bytes()),
                        outcome.uploads().retries());
        if (outcome.waitingFiles() > 0) {
            LOG.warn(
                    "{} files ({}) stay in the spool {}; the next start uploads them",
                    outcome.waitingFiles(),
                    ByteSize.text(outcome.waitingBytes()),
                    spool.directory().toAbsolutePath());
        }
        if (spool.quarantinedFiles() > 0) {
            LOG.warn(
                    "{} files went into {} instead of the bucket; each has its reason beside it",
                    spool.quarantinedFiles(),
                    spool.directory().toAbsolutePath().resolve("quarantine"));
        }
        if (spool.droppedFiles() > 0) {
            LOG.error(
                    "{} files were dropped to make room, as SPOOL_FULL=drop-oldest asks for; their readings are lost, the ledger"
                            + " tells which",
                    spool.droppedFiles());
        }
        return outcome.failure()
                .map(failure -> Failures.report(failure, err))
                .orElseGet(() -> exitCode(outcome, spool));
    }

    private static ExitCode exitCode(Outcome outcome, Spool spool) {
        if (outcome.waitingFiles() > 0) {
            return ExitCode.LEFT_IN_SPOOL;
        }
        if (spool.droppedFiles() > 0) {
            return ExitCode.DROPPED;
        }
        return spool.quarantinedFiles() > 0 ? ExitCode.QUARANTINED : ExitCode.DONE;
    }
}
