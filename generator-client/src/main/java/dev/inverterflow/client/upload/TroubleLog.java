package dev.inverterflow.client.upload;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says each thing to do, and that waiting is all there is to do, once until uploads work again. Used by the uploader's thread only. */
final class TroubleLog {
    private static final Logger LOG = LoggerFactory.getLogger(Uploader.class);

    private final Set<String> saidRemedies = new HashSet<>();
    private long sinceNanos;

    void happened(Trouble trouble, long waitingFiles) {
        if (saidRemedies.isEmpty()) {
            sinceNanos = System.nanoTime();
        }
        if (!saidRemedies.add(trouble.remedy())) {
            return;
        }
        if (trouble.needsPerson()) {
            LOG.error(
                    "{}: {}. Nothing is lost: {} files wait in the spool and go on by themselves",
                    trouble.what(),
                    trouble.remedy(),
                    waitingFiles);
        } else {
            LOG.warn("{}. Trying again until it works; {} files wait in the spool", trouble.what(), waitingFiles);
        }
    }

    void over() {
        if (!saidRemedies.isEmpty()) {
            LOG.info(
                    "uploads work again after {} s",
                    Duration.ofNanos(System.nanoTime() - sinceNanos).toSeconds());
            saidRemedies.clear();
        }
    }
}
