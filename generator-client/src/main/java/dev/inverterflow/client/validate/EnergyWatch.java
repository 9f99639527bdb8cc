package dev.inverterflow.client.validate;

import dev.inverterflow.client.reading.Candidate;
import dev.inverterflow.client.reading.Field;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds a {@code total_energy} that falls from one time to a later one. A reading that comes late, with newer ones of its inverter
 * seen before it, is not judged: what its neighbours in time were is no longer known. A table that is filled out of order cannot
 * refuse by this rule at all, so it belongs to the sender. Not thread safe.
 */
public final class EnergyWatch {
    private final Map<String, Level> newest = new HashMap<>();

    /** Looks at an otherwise valid record and remembers its energy. Empty if nothing is wrong with it. */
    public List<Violation> violations(Candidate record) {
        if (record.content(Field.TOTAL_ENERGY) != Candidate.Content.NUMBER
                || record.content(Field.INVERTER_ID) != Candidate.Content.TEXT) {
            return List.of();
        }
        Instant time = time(record);
        if (time == null) {
            return List.of();
        }
        Level level = newest.computeIfAbsent(record.text(Field.INVERTER_ID), id -> new Level());
        double totalWh = record.number(Field.TOTAL_ENERGY);
        if (time.isBefore(level.time)) {
            return List.of();
        }
        if (totalWh < level.totalWh) {
            return List.of(new Violation(Rule.FALLING_ENERGY, Field.TOTAL_ENERGY, record.json(Field.TOTAL_ENERGY)));
        }
        level.time = time;
        level.totalWh = totalWh;
        return List.of();
    }

    private static @Nullable Instant time(Candidate record) {
        Instant known = record.knownTime();
        return known == null ? Validator.instant(record.text(Field.TIMESTAMP)).orElse(null) : known;
    }

    private static final class Level {
        private Instant time = Instant.MIN;
        private double totalWh = Double.NEGATIVE_INFINITY;
    }
}
