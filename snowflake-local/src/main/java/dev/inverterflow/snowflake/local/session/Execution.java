package dev.inverterflow.snowflake.local.session;

import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.execution.Bind;
import dev.inverterflow.snowflake.local.execution.Binds;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement that runs: what its commands may ask about it, and whether somebody wants it stopped. */
final class Execution {

    private final String queryId;
    private final String text;
    private final Binds binds;
    private final Instant now;
    private volatile @Nullable SnowflakeException canceled;
    private @Nullable Runnable stop;
    private final List<Runnable> afterwards = new ArrayList<>();

    /**
     * @param now the statement's clock, the same for all of its functions
     */
    Execution(String queryId, String text, Binds binds, Instant now) {
        this.queryId = queryId;
        this.text = text;
        this.binds = binds;
        this.now = now;
    }

    /** The same, to be described before its values are set: NULL fits wherever a value will. */
    Execution withoutValues(int count) {
        return binds.positions().isEmpty()
                ? new Execution(queryId, text, Binds.of(Collections.nCopies(count, Bind.of("ANY", null))), now)
                : this;
    }

    String queryId() {
        return queryId;
    }

    String text() {
        return text;
    }

    Binds binds() {
        return binds;
    }

    Instant now() {
        return now;
    }

    /**
     * @param reason what the statement fails with; of several the first counts
     */
    synchronized void cancel(SnowflakeException reason) {
        if (canceled == null) {
            canceled = reason;
        }
        if (stop != null) {
            stop.run();
            stop = null;
        }
    }

    /** What else to do when it is cancelled; null for nothing more than to say so. */
    synchronized void onCancel(@Nullable Runnable action) {
        if (action != null && canceled != null) {
            action.run();
        } else {
            stop = action;
        }
    }

    /** What else to do when it has ended. */
    void atEnd(Runnable action) {
        afterwards.add(action);
    }

    void end() {
        afterwards.forEach(Runnable::run);
    }

    /** Why it was cancelled; null if it was not. */
    @Nullable
    SnowflakeException reason() {
        return canceled;
    }

    void requireNotCanceled() {
        SnowflakeException reason = canceled;
        if (reason != null) {
            throw reason;
        }
    }
}
