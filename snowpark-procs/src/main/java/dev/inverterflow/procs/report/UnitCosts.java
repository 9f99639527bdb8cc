package dev.inverterflow.procs.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Totals and unit costs of the lines of a cost report.
 *
 * @param total sum of the lines that count
 * @param currency their currency; absent if there are none or several, and then the total is 0
 */
public record UnitCosts(double total, @Nullable String currency) {

    private static final double DAYS_PER_MONTH = 30;

    /** Sums lines as {@link CostSql#KEYS} names them. */
    public static UnitCosts of(List<Map<String, @Nullable Object>> lines) {
        List<Map<String, @Nullable Object>> counted = lines.stream()
                .filter(line -> Boolean.TRUE.equals(line.get("in_total")) && line.get("amount") != null)
                .toList();
        List<Object> currencies = counted.stream()
                .map(line -> line.get("currency"))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        if (currencies.size() != 1) {
            return new UnitCosts(0, null);
        }
        double total =
                counted.stream().mapToDouble(line -> number(line.get("amount"))).sum();
        return new UnitCosts(total, currencies.get(0).toString());
    }

    /**
     * Unit costs; null where there is nothing to divide by.
     *
     * @param days days that cost something
     */
    public Map<String, @Nullable Object> per(long readings, long bytes, long inverters, long days) {
        Map<String, @Nullable Object> costs = new LinkedHashMap<>();
        costs.put("per_million_readings", ratio(total, readings / 1e6));
        costs.put("per_gb", ratio(total, bytes / 1e9));
        costs.put("per_inverter_month", ratio(total * DAYS_PER_MONTH, (double) inverters * days));
        return costs;
    }

    private static @Nullable Double ratio(double amount, double units) {
        return units == 0 ? null : amount / units;
    }

    private static double number(@Nullable Object value) {
        return value instanceof Number known ? known.doubleValue() : 0;
    }
}
