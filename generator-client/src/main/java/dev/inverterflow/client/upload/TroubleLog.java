package dev.inverterflow.client.upload;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says each thing to do, and that waiting is all there is to do, once until uploads work again. */
final class TroubleLog {
    private static final Logger LOG = LoggerFactory.getLogger(Uploader.class);

    private final String recovered;
    private final Set<String> saidRemedies = new HashSet<>();
    private long sinceNanos;

    /** @param recovered what to say when it is over */
    TroubleLog(String recovered) {
        this.recovered = recovered;
    }

    synchronized void happened(Trouble trouble, String key, long waitingFiles) {
        if (saidRemedies.isEmpty()) {
            sinceNanos = System.nanoTime();
        }
        boolean saysNothingNew = !saidRemedies.isEmpty() && !trouble.hasCode();
        if (saysNothingNew || !saidRemedies.add(trouble.remedy())) {
            return;
        }
        if (trouble.needsPerson()) {
            LOG.error(
                    "{}, for {}: {}. Nothing is lost: {} files wait in the spool and go on by themselves",
                    trouble.what(),
                    key,
                    trouble.remedy(),
                    waitingFiles);
        } else {
            LOG.warn(
                    "{}, for {}. Trying again until it works; {} files wait in the spool",
                    trouble.what(),
                    key,
                    waitingFiles);
        }
    }

    synchronized void over() {
        if (!saidRemedies.isEmpty()) {
            LOG.info(
                    "{} after {} s",
                    recovered,
                    Duration.ofNanos(System.nanoTime() - sinceNanos).toSeconds());
            saidRemedies.clear();
        }
    }
}
