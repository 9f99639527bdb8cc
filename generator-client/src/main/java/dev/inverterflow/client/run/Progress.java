package dev.inverterflow.client.run;

import dev.inverterflow.client.spool.LedgerLine;
import dev.inverterflow.client.spool.Spool;
import dev.inverterflow.client.upload.Uploader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One line for each batch: a sentence for people, key-values for machines. */
final class Progress {
    private static final Logger LOG = LoggerFactory.getLogger(Progress.class);

    private final Spool spool;
    private final Uploader uploader;

    Progress(Spool spool, Uploader uploader) {
        this.spool = spool;
        this.uploader = uploader;
    }

    void batch(LedgerLine line) {
        long uploaded = uploader.counts().files();
        String refused = line.refused() == 0 ? "" : " (" + line.refused() + " refused: " + line.refusedByRule() + ")";
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
                        refused,
                        line.files().size(),
                        uploaded,
                        spool.waitingFiles(),
                        ByteSize.text(spool.waitingBytes()));
    }
}
