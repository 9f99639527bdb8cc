package dev.inverterflow.client.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.inverterflow.client.generate.Delivery;
import dev.inverterflow.client.generate.Generator;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Readings of the simulated fleet; energy counters and readings on their way are its state. */
public final class GeneratorSource implements ReadingSource {
    private final Generator generator;
    private final Delivery delivery;
    private final JsonMapper json = new JsonMapper();

    public GeneratorSource(Generator generator, Delivery delivery) {
        this.generator = generator;
        this.delivery = delivery;
    }

    @Override
    public SourceState statePart() {
        return SourceState.GENERATOR;
    }

    @Override
    public void resume(@Nullable JsonNode state) {
        GeneratorState.from(state, json).ifPresent(before -> {
            generator.restore(before.counters());
            delivery.restore(before.heldReadings());
        });
    }

    @Override
    public Sourced readings(Instant tick) {
        Delivery.Delivered delivered = delivery.deliver(generator.readings(tick));
        return new Sourced(delivered.readings(), delivered.counts(), state());
    }

    private JsonNode state() {
        return json.valueToTree(GeneratorState.of(generator.counters(), delivery.held()));
    }
}
