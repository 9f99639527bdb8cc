package dev.inverterflow.client.run;

import dev.inverterflow.client.reading.Reading;
import dev.inverterflow.client.validate.EnergyWatch;
import dev.inverterflow.client.validate.Validator;
import dev.inverterflow.client.validate.Violation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Keeps the invalid readings of a tick back. */
final class Judge {
    private final Validator validator;
    private final EnergyWatch energy = new EnergyWatch();

    Judge(Validator validator) {
        this.validator = validator;
    }

    Judged judge(List<Reading> readings, Instant tick) {
        List<Reading> accepted = new ArrayList<>(readings.size());
        Map<String, Integer> refused = new TreeMap<>();
        for (Reading reading : readings) {
            Optional<Violation> violation = decisive(reading, tick);
            if (violation.isEmpty()) {
                accepted.add(reading);
            } else {
                refused.merge(violation.get().rule().name(), 1, Integer::sum);
            }
        }
        return new Judged(accepted, refused);
    }

    private Optional<Violation> decisive(Reading reading, Instant tick) {
        List<Violation> violations = validator.violations(reading, tick);
        return violations.isEmpty() ? energy.violation(reading) : Optional.of(violations.get(0));
    }

    /** @param refusedByRule numbers by the name of the decisive rule */
    record Judged(List<Reading> accepted, Map<String, Integer> refusedByRule) {

        int refused() {
            return refusedByRule.values().stream().mapToInt(Integer::intValue).sum();
        }
    }
}
