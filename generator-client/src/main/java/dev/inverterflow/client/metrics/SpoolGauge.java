package dev.inverterflow.client.metrics;

import java.time.Instant;
import java.util.Optional;

/** What waits in the spool; looked at when somebody asks for metrics. */
public interface SpoolGauge {
    long waitingFiles();

    long waitingBytes();

    /** When the oldest batch that waits was spooled; empty if none waits. */
    Optional<Instant> oldestSince();
}
