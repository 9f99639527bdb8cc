package dev.inverterflow.client.batch;

import dev.inverterflow.client.reading.SendableRecord;
import dev.inverterflow.client.validate.EnergyWatch;
import dev.inverterflow.client.validate.Validator;
import dev.inverterflow.client.validate.Violation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Keeps the invalid readings of a batch back. Used by one thread. */
public final class Judge {
    private final Validator validator;
    private final EnergyWatch energy = new EnergyWatch();

    public Judge(Validator validator) {
        this.validator = validator;
    }

    public Judged judge(List<? extends SendableRecord> readings, Instant reference) {
        Validator.At now = validator.at(reference);
        List<SendableRecord> accepted = new ArrayList<>(readings.size());
        List<Refused> refused = new ArrayList<>();
        for (SendableRecord reading : readings) {
            List<Violation> violations = violations(reading, now);
            if (violations.isEmpty()) {
                accepted.add(reading);
            } else {
                refused.add(new Refused(reading, violations));
            }
        }
        return new Judged(accepted, refused);
    }

    public List<Violation> violations(SendableRecord reading, Validator.At now) {
        List<Violation> violations = now.violations(reading);
        return violations.isEmpty() ? energy.violations(reading) : violations;
    }

    /** @param violations the decisive one first */
    public record Refused(SendableRecord reading, List<Violation> violations) {
        public String rule() {
            return violations.get(0).rule().name();
        }
    }

    /** A batch, parted. */
    record Judged(List<SendableRecord> accepted, List<Refused> refused) {
        /** Numbers by the name of the decisive rule. */
        Map<String, Integer> refusedByRule() {
            Map<String, Integer> numbers = new TreeMap<>();
            refused.forEach(one -> numbers.merge(one.rule(), 1, Integer::sum));
            return numbers;
        }
    }
}
