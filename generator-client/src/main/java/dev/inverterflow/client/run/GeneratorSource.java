package dev.inverterflow.client.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.inverterflow.client.generate.EnergyCounters;
import dev.inverterflow.client.generate.Generator;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Readings of the simulated fleet; the energy counters are its state. */
public final class GeneratorSource implements ReadingSource {
    private final Generator generator;
    private final JsonMapper json = new JsonMapper();

    public GeneratorSource(Generator generator) {
        this.generator = generator;
    }

    @Override
    public Sourced readings(Instant tick, @Nullable JsonNode state) {
        Generator.Generated generated = generator.readings(tick, counters(state));
        return new Sourced(generated.readings(), json.valueToTree(generated.counters()));
    }

    private @Nullable EnergyCounters counters(@Nullable JsonNode state) {
        if (state == null) {
            return null;
        }
        try {
            return json.treeToValue(state, EnergyCounters.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "state.json of the spool has no energy counters: " + e.getOriginalMessage(), e);
        }
    }
}
