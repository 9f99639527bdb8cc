package dev.inverterflow.procs.flatten;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.inverterflow.procs.flatten.ReadingRules.Rule;
import dev.inverterflow.procs.flatten.ReadingRules.Scale;
import java.util.ArrayList;
import java.util.List;
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
        assertThatThrownBy(() -> new Rule("status_code", "UNKNOWN_CODE", 0, 0, Scale.ONE, "1) OR (1=1"))
                .hasMessageContaining("CODES must be whole numbers separated by commas, not '1) OR (1=1'");
    }
}
