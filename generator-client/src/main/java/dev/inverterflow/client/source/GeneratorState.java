package dev.inverterflow.client.source;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inverterflow.client.generate.Delivery;
import dev.inverterflow.client.generate.EnergyCounters;
import dev.inverterflow.client.reading.Reading;
import dev.inverterflow.client.reading.ReadingJson;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the generator wants to find again after a restart. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record GeneratorState(
        @JsonProperty(value = "counters", required = true) EnergyCounters counters,
        @JsonProperty(value = "held", required = true) List<HeldReading> held) {
    public GeneratorState {
        held = List.copyOf(held);
    }

    public static GeneratorState of(EnergyCounters counters, List<Delivery.Held> held) {
        return new GeneratorState(counters, held.stream().map(HeldReading::of).toList());
    }

    /** Nothing for a state that another source left: the generator then starts anew. */
    public static Optional<GeneratorState> from(@Nullable JsonNode state, JsonMapper json) {
        if (state == null || !state.has("counters")) {
            return Optional.empty();
        }
        try {
            return Optional.of(json.treeToValue(state, GeneratorState.class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "state.json of the spool has damaged energy counters: " + e.getOriginalMessage(), e);
        }
    }

    public List<Delivery.Held> heldReadings() {
        return held.stream().map(HeldReading::held).toList();
    }

    /** A reading on its way; the reading itself as the JSON text it will be sent as. */
    public record HeldReading(
            @JsonProperty(value = "batches_left", required = true)
            int batchesLeft,

            @JsonProperty(value = "delay", required = true) int delay,

            @JsonProperty(value = "reading", required = true)
            String reading) {
        static HeldReading of(Delivery.Held held) {
            return new HeldReading(
                    held.batchesLeft(),
                    held.delay(),
                    new String(ReadingJson.bytes(held.reading()), StandardCharsets.UTF_8));
        }

        Delivery.Held held() {
            try {
                return new Delivery.Held(
                        batchesLeft, delay, Reading.parse(new JsonMapper().readValue(reading, ObjectNode.class)));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(
                        "state.json of the spool has a damaged reading: " + e.getOriginalMessage(), e);
            }
        }
    }
}
