package dev.inverterflow.client.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** The state that goes with each batch: one part for each maker of batches, so that a back-fill does not forget a run or the reverse. */
public enum SourceState {
    /** Of {@link GeneratorSource}. */
    GENERATOR("generator"),
    /** Of {@link NdjsonSource}. */
    NDJSON("ndjson"),
    BACKFILL("backfill");

    private final String member;

    SourceState(String member) {
        this.member = member;
    }

    /** This part of the whole; null if it has none. */
    public @Nullable JsonNode of(@Nullable JsonNode whole) {
        return whole == null ? null : whole.get(member);
    }

    /** The whole with this part replaced. */
    public JsonNode in(@Nullable JsonNode whole, JsonNode part) {
        ObjectNode changed =
                whole instanceof ObjectNode object ? object.deepCopy() : JsonNodeFactory.instance.objectNode();
        changed.set(member, part);
        return changed;
    }
}
