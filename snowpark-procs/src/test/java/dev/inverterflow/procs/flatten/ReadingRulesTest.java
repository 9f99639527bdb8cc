package dev.inverterflow.procs.flatten;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.inverterflow.procs.flatten.ReadingRules.Rule;
import dev.inverterflow.procs.flatten.ReadingRules.Scale;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ReadingRulesTest {

    @Test
    void readsDefaults() {
        ReadingRules rules = new ReadingRules(Rules.SEEDED);

        assertThat(rules.ratedPower()).isEqualTo(10_000);
        assertThat(rules.nominalVoltage()).isEqualTo(230);
    }

    @Test
    void refusesAFieldWithoutARule() {
        List<Rule> rules = new ArrayList<>(Rules.SEEDED);
        rules.removeIf(rule -> rule.field().equals("fac"));

        assertThatThrownBy(() -> new ReadingRules(rules))
                .hasMessage(
                        "INVALID_RULES: READING_RULES, field 'fac', rule 'OUT_OF_RANGE': there is no row; insert one");
    }

    @Test
    void refusesCodesThatAreNoNumbers() {
        assertThatThrownBy(() -> codes("1) OR (1=1"))
                .hasMessageContaining("CODES must be whole numbers separated by commas, not '1) OR (1=1'");
    }

    private static Rule codes(String codes) {
        return new Rule(
                "status_code", "UNKNOWN_CODE", OptionalDouble.empty(), OptionalDouble.empty(), Scale.ONE, codes);
    }
}
