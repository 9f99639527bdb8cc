package dev.inverterflow.client.source;

import com.fasterxml.jackson.databind.JsonNode;
import dev.inverterflow.client.generate.Delivery;
import dev.inverterflow.client.reading.SendableRecord;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where readings come from, tick by tick. */
public interface ReadingSource {
    /** Where the source keeps its state. */
    SourceState statePart();

    /**
     * Goes on after a run before; called once, before the first tick.
     *
     * @param state what came with the last batch that was committed, null if there was none
     */
    void resume(@Nullable JsonNode state);

    /** The readings of a tick. */
    Sourced readings(Instant tick);

    /**
     * Readings, and what the source wants to find again after they were committed.
     *
     * @param trouble what of the readings was scripted trouble
     * @param state becomes durable together with the batch; opaque to all but the source
     */
    record Sourced(List<? extends SendableRecord> readings, Delivery.Counts trouble, JsonNode state) {
        public Sourced {
            readings = List.copyOf(readings);
        }
    }
}
