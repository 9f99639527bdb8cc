package dev.inverterflow.procs.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UnitCostsTest {

    @Test
    void sumsTheLinesThatCount() {
        UnitCosts costs = UnitCosts.of(List.of(line(0.25, true, "USD"), line(0.5, true, "USD"), line(7, false, "USD")));

        assertThat(costs).isEqualTo(new UnitCosts(0.75, "USD"));
        assertThat(costs.per(1_500_000, 3_000_000_000L, 60, 1))
                .containsEntry("per_million_readings", 0.5)
                .containsEntry("per_gb", 0.25)
                .containsEntry("per_inverter_month", 0.375);
    }

    @Test
    void addsNoCurrenciesToEachOther() {
        assertThat(UnitCosts.of(List.of(line(1, true, "USD"), line(1, true, "EUR"))))
                .isEqualTo(new UnitCosts(0, null));
    }

    @Test
    void dividesByNothingNever() {
        assertThat(UnitCosts.of(List.of(line(1, true, "USD"))).per(0, 0, 0, 1))
                .containsEntry("per_million_readings", null)
                .containsEntry("per_gb", null)
                .containsEntry("per_inverter_month", null);
    }

    private static Map<String, Object> line(double amount, boolean inTotal, String currency) {
        return Map.of("amount", amount, "in_total", inTotal, "currency", currency);
    }
}
