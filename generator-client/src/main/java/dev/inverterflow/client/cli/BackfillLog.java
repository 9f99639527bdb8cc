package dev.inverterflow.client.cli;

import dev.inverterflow.client.backfill.BackfillProgress;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says how far a back-fill is: to a status line at any time, to the log every few seconds and at its end. */
final class BackfillLog implements Consumer<BackfillProgress> {
    private static final Logger LOG = LoggerFactory.getLogger(BackfillLog.class);
    private static final long EVERY_NANOS = Duration.ofSeconds(5).toNanos();

    private @Nullable BackfillProgress begin;
    private long lastNanos;
    private volatile String text = "backfill begins";

    @Override
    public void accept(BackfillProgress progress) {
        BackfillProgress before = begin == null ? progress : begin;
        begin = before;
        text = "backfill " + progress.text(before);
        if (progress.done() || progress.nanos() - lastNanos >= EVERY_NANOS) {
            lastNanos = progress.nanos();
            LOG.atInfo()
                    .addKeyValue("ticks", progress.ticks())
                    .addKeyValue("all_ticks", progress.allTicks())
                    .addKeyValue("readings", progress.readings())
                    .addKeyValue("bytes", progress.bytes())
                    .addKeyValue("files", progress.files())
                    .log(text);
        }
    }

    /** The last thing that was said. */
    String text() {
        return text;
    }
}
