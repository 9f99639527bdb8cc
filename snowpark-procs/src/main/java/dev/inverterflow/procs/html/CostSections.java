package dev.inverterflow.procs.html;

import dev.inverterflow.procs.html.Html.Column;
import dev.inverterflow.procs.report.UnitCosts;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What it costs: per day, per component and per unit. */
final class CostSections {

    private static final long DAY_SECONDS = 24 * 3600;

    private CostSections() {}

    static Section perDay(ReportData data) {
        Chart.Builder builder = new Chart.Builder();
        for (Map<String, @Nullable Object> line : data.costs()) {
            if (counted(line) && line.get("amount") != null) {
                builder.put(midnight(line), Html.words(line.get("component")), line.get("amount"));
            }
        }
        UnitCosts costs = UnitCosts.of(data.costs());
        String currency = costs.currency() == null ? "" : costs.currency();
        Chart chart = builder.time("cost-days", "Cost per day and component", Chart.Kind.STACK, currency, DAY_SECONDS);
        return new Section(
                "Cost per day",
                "By component; below, their sums over the window. Measured lines younger than 8 hours are provisional;"
                        + " lines that do not count are there for comparison.",
                chart,
                data.costs().isEmpty() ? "" : Html.table(columns(), components(data.costs())) + notes(data.costs()));
    }

    static Section perUnit(ReportData data) {
        Map<String, @Nullable Object> units = perUnitCosts(data);
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        rows.add(row(
                "a million readings",
                units.get("per_million_readings"),
                data.flattened().get("typed"),
                "readings typed"));
        rows.add(row(
                "a GB loaded (10^9 bytes, as stored)",
                units.get("per_gb"),
                data.files().get("bytes"),
                "bytes"));
        rows.add(row(
                "an inverter and month of 30 days",
                units.get("per_inverter_month"),
                data.readings().get("inverters"),
                "inverters seen"));
        return new Section(
                "Unit costs",
                "All lines that count, divided by what went through; days with cost lines: " + costDays(data) + ".",
                null,
                Html.table(
                        List.of(
                                Column.of("cost of", "unit"),
                                new Column("amount", r -> Html.money(r.get("amount"))),
                                new Column(
                                        "currency",
                                        r -> UnitCosts.of(data.costs()).currency()),
                                Column.of("divided by", "divisor"),
                                Column.of("counted in", "of")),
                        rows));
    }

    /** As the report of costs names them, over the days that have lines. */
    static Map<String, @Nullable Object> perUnitCosts(ReportData data) {
        return UnitCosts.of(data.costs())
                .per(
                        ReportData.whole(data.flattened(), "typed"),
                        ReportData.whole(data.files(), "bytes"),
                        ReportData.whole(data.readings(), "inverters"),
                        Math.max(1, costDays(data)));
    }

    private static long costDays(ReportData data) {
        return data.costs().stream().map(line -> line.get("day")).distinct().count();
    }

    private static Map<String, @Nullable Object> row(
            String unit, @Nullable Object amount, @Nullable Object divisor, String of) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("unit", unit);
        row.put("amount", amount);
        row.put("divisor", divisor);
        row.put("of", of);
        return row;
    }

    /** The lines of the days added up: one row per component, basis, unit and currency. */
    private static List<Map<String, @Nullable Object>> components(List<Map<String, @Nullable Object>> lines) {
        Map<List<@Nullable Object>, Map<String, @Nullable Object>> sums = new LinkedHashMap<>();
        for (Map<String, @Nullable Object> line : lines) {
            List<@Nullable Object> key = new ArrayList<>();
            for (String name : List.of("component", "basis", "unit", "currency")) {
                key.add(line.get(name));
            }
            Map<String, @Nullable Object> sum = sums.computeIfAbsent(key, ignored -> new LinkedHashMap<>(line));
            if (sum.get("day") == null) {
                for (String name : List.of("quantity", "credits", "amount")) {
                    sum.put(name, plus(sum.get(name), line.get(name)));
                }
            }
            sum.put("day", null); // from here on the row stands for several days
        }
        // The lines come by day: a component's bases may be apart.
        List<@Nullable Object> order =
                lines.stream().map(line -> line.get("component")).distinct().toList();
        return sums.values().stream()
                .sorted(Comparator.comparingInt(sum -> order.indexOf(sum.get("component"))))
                .toList();
    }

    private static @Nullable Object plus(@Nullable Object sum, @Nullable Object value) {
        if (!(value instanceof Number more)) {
            return sum;
        }
        return sum instanceof Number known ? known.doubleValue() + more.doubleValue() : value;
    }

    private static List<Column> columns() {
        return List.of(
                new Column("component", line -> Html.words(line.get("component"))),
                new Column("amount", line -> Html.money(line.get("amount"))),
                Column.of("currency", "currency"),
                Column.of("basis", "basis"),
                new Column("counts", line -> counted(line) ? "yes" : "comparison"),
                Column.of("quantity", "quantity"),
                Column.of("unit", "unit"),
                Column.of("credits", "credits"));
    }

    private static String notes(List<Map<String, @Nullable Object>> lines) {
        List<String> notes = lines.stream()
                .map(line ->
                        Html.words(line.get("component")) + ": " + Objects.requireNonNullElse(line.get("note"), "–")
                                + "; price: " + Objects.requireNonNullElse(line.get("price_source"), "–"))
                .distinct()
                .limit(ReportSql.LISTED)
                .toList();
        return Html.details("Assumptions and where the prices come from", notes);
    }

    private static boolean counted(Map<String, @Nullable Object> line) {
        return Boolean.TRUE.equals(line.get("in_total"));
    }

    private static long midnight(Map<String, @Nullable Object> line) {
        return LocalDate.parse(String.valueOf(line.get("day")))
                .atStartOfDay(ZoneOffset.UTC)
                .toEpochSecond();
    }
}
