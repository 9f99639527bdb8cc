package dev.inverterflow.client.validate;

import dev.inverterflow.client.reading.Candidate;
import dev.inverterflow.client.reading.Field;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Finds a {@code total_energy} that falls. It needs the readings of an inverter in the order of their time, so it belongs to the
 * sender; a table that is filled out of order cannot refuse by it.
 */
public final class EnergyWatch {
    private final Map<String, Double> lastWh = new HashMap<>();

    /** Looks at an otherwise valid record and remembers its energy. */
    public Optional<Violation> violation(Candidate record) {
        if (record.content(Field.TOTAL_ENERGY) != Candidate.Content.NUMBER) {
            return Optional.empty();
        }
        String inverterId = record.text(Field.INVERTER_ID);
        double totalWh = record.number(Field.TOTAL_ENERGY);
        Double before = lastWh.get(inverterId);
        if (before != null && totalWh < before) {
            return Optional.of(new Violation(Rule.FALLING_ENERGY, Field.TOTAL_ENERGY, record.json(Field.TOTAL_ENERGY)));
        }
        lastWh.put(inverterId, totalWh);
        return Optional.empty();
    }
}
