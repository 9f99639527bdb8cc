package dev.inverterflow.client.backfill;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.inverterflow.client.source.GeneratorState;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far a back-fill is. Readings are made in blocks of ticks, files end where they are full, so a restart makes the block again that
 * the next file begins in, from the generator's state before it, and drops what was sent already.
 *
 * @param fingerprint of the plan
 * @param block the first tick of that block
 * @param generator the generator's state before that block, null before the first tick of all
 * @param next the first tick that is not in a file
 * @param readings in files so far, refused ones not counted
 * @param bytes in files so far, before compression
 * @param files so far
 * @param done whether nothing is left
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record BackfillState(
        @JsonProperty(value = "fingerprint", required = true)
        String fingerprint,

        @JsonProperty(value = "block", required = true) String block,
        @JsonProperty("generator") @Nullable JsonNode generator,
        @JsonProperty(value = "next", required = true) String next,
        @JsonProperty(value = "readings", required = true) long readings,
        @JsonProperty(value = "bytes", required = true) long bytes,
        @JsonProperty(value = "files", required = true) long files,
        @JsonProperty(value = "done", required = true) boolean done) {
    private static final JsonMapper JSON = new JsonMapper();

    static BackfillState start(BackfillPlan plan, @Nullable JsonNode generator) {
        String first = plan.firstTick().toString();
        return new BackfillState(plan.fingerprint(), first, generator, first, 0, 0, 0, false);
    }

    static Optional<BackfillState> from(@Nullable JsonNode json) {
        if (json == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.treeToValue(json, BackfillState.class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the state of the back-fill is damaged: " + e.getOriginalMessage(), e);
        }
    }

    JsonNode json() {
        return JSON.valueToTree(this);
    }

    Optional<GeneratorState> generatorState() {
        return GeneratorState.from(generator, JSON);
    }

    Instant blockTick() {
        return Instant.parse(block);
    }

    Instant nextTick() {
        return Instant.parse(next);
    }
}
