package dev.inverterflow.client.run;

import dev.inverterflow.client.spool.LedgerLine;
import dev.inverterflow.client.spool.Spool;
import dev.inverterflow.client.upload.Uploader;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One line for each batch: a sentence for people, key-values for machines. */
final class Progress {
    private static final Logger LOG = LoggerFactory.getLogger(GenerationRun.BATCH_LOG);

    private final Spool spool;
    private final Uploader uploader;

    Progress(Spool spool, Uploader uploader) {
        this.spool = spool;
        this.uploader = uploader;
    }

    void batch(LedgerLine line) {
        long uploaded = uploader.counts().files();
        LOG.atInfo()
                .addKeyValue("tick", line.tick())
                .addKeyValue("run", line.run())
                .addKeyValue("generated", line.generated())
                .addKeyValue("refused", line.refused())
                .addKeyValue("files", line.files().size())
                .addKeyValue("uploaded", uploaded)
                .addKeyValue("waiting_files", spool.waitingFiles())
                .addKeyValue("waiting_bytes", spool.waitingBytes())
                .log(
                        "tick {}  {} readings{}  {} files | uploaded {} so far, spool {} files {}",
                        line.tick(),
                        line.records(),
                        refused(line),
                        line.files().size(),
                        uploaded,
                        spool.waitingFiles(),
                        ByteSize.text(spool.waitingBytes()));
    }

    /** Such as {@code " (3 refused: 2 MISSING, 1 OUT_OF_RANGE)"}. */
    private static String refused(LedgerLine line) {
        if (line.refused() == 0) {
            return "";
        }
        return line.refusedByRule().entrySet().stream()
                .map(rule -> rule.getValue() + " " + rule.getKey())
                .collect(Collectors.joining(", ", " (" + line.refused() + " refused: ", ")"));
    }
}
