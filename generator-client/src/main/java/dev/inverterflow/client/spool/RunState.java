package dev.inverterflow.client.spool;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a start needs to know of the runs before it.
 *
 * @param run the last run that was begun, 0 for none
 * @param lastBatchName name of the last committed batch, null before the first
 * @param source what the source of readings wants to find again, such as energy counters; opaque here, null for nothing
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RunState(
        @JsonProperty("run") long run,
        @JsonProperty("last_batch") @Nullable String lastBatchName,
        @JsonProperty("source") @Nullable JsonNode source) {

    static final RunState NONE = new RunState(0, null, null);

    public static RunState after(BatchName batch, JsonNode source) {
        return new RunState(batch.run(), batch.toString(), source);
    }

    public Optional<Instant> lastTick() {
        return lastBatch().map(BatchName::tick);
    }

    RunState inRun(long number) {
        return new RunState(number, lastBatchName, source);
    }

    boolean isBefore(BatchName batch) {
        return lastBatch().map(last -> last.compareTo(batch) < 0).orElse(true);
    }

    private Optional<BatchName> lastBatch() {
        return Optional.ofNullable(lastBatchName).flatMap(BatchName::parse);
    }
}
