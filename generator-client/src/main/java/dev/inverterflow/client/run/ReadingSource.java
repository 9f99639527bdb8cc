package dev.inverterflow.client.run;

import com.fasterxml.jackson.databind.JsonNode;
import dev.inverterflow.client.reading.Reading;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where readings come from. */
public interface ReadingSource {

    /**
     * The readings of a tick. The state that comes back becomes durable together with the batch, and is what the next tick, or the
     * next start, is given.
     *
     * @param state null at the very first tick
     */
    Sourced readings(Instant tick, @Nullable JsonNode state);

    /** @param state opaque to all but the source */
    record Sourced(List<Reading> readings, JsonNode state) {
        public Sourced {
            readings = List.copyOf(readings);
        }
    }
}
