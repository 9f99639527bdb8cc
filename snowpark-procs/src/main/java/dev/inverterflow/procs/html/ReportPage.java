package dev.inverterflow.procs.html;

import dev.inverterflow.procs.html.Html.Column;
import dev.inverterflow.procs.report.Hop;
import dev.inverterflow.procs.report.UnitCosts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One self-contained page: style, script and data stand in it, and its content security policy forbids every request.
 */
final class ReportPage {

    private static final Pattern SLOT = Pattern.compile("\\{\\{(\\w+)}}");

    private ReportPage() {}

    static String render(ReportData data) {
        return fill(
                Resources.text("report.html"),
                Map.ofEntries(
                        Map.entry("uplot_css", Resources.text("uplot/uPlot.min.css")),
                        Map.entry("css", Resources.text("report.css")),
                        Map.entry("from", Html.escape(data.window().from() + "Z")),
                        Map.entry("to", Html.escape(data.window().to() + "Z")),
                        Map.entry("rendered_at", Html.escape(data.renderedAt() + "Z")),
                        Map.entry("tiles", tiles(data)),
                        Map.entry("completeness", completeness(data)),
                        Map.entry("latency", latency(data.latency())),
                        Map.entry("costs", costs(data.costs())),
                        Map.entry("errors", errors(data.errors())),
                        Map.entry("chart", Html.json(chart(data.overTime()))),
                        Map.entry("uplot_js", Resources.text("uplot/uPlot.iife.min.js")),
                        Map.entry("js", Resources.text("report.js"))));
    }

    // One pass, so that data which looks like a slot stays as it is.
    private static String fill(String template, Map<String, String> slots) {
        return SLOT.matcher(template)
                .replaceAll(slot -> Matcher.quoteReplacement(slots.getOrDefault(slot.group(1), slot.group())));
    }

    private static String tiles(ReportData data) {
        UnitCosts costs = UnitCosts.of(data.costs());
        StringBuilder html = new StringBuilder();
        for (String key : List.of("records", "typed", "rejected", "duplicates")) {
            html.append(tile(key, count(data.flattened(), key)));
        }
        String currency = costs.currency();
        html.append(
                tile("cost", currency == null ? "–" : String.format(Locale.ROOT, "%.6f %s", costs.total(), currency)));
        return html.toString();
    }

    private static String tile(String title, String value) {
        return "<div class=\"tile\"><b>" + Html.escape(value) + "</b><span>" + Html.escape(title) + "</span></div>\n";
    }

    private static String completeness(ReportData data) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>(data.files());
        row.put("runs", data.flattened().get("runs"));
        return Html.table(
                List.of(
                        Column.of("files seen", "seen"),
                        Column.of("loaded", "loaded"),
                        Column.of("load failed", "failed"),
                        Column.of("flattened", "flattened"),
                        Column.of("records promised by names", "expected_records"),
                        Column.of("records found", "found_records"),
                        Column.of("flatten runs", "runs")),
                List.of(row));
    }

    private static String latency(List<Map<String, @Nullable Object>> rows) {
        return Html.table(
                List.of(
                        Column.of("NUM_FILES", "num_files"),
                        new Column("hop", row -> words(row.get("hop"))),
                        Column.of("files", "files"),
                        Column.of("p50 s", "p50_seconds"),
                        Column.of("p95 s", "p95_seconds"),
                        Column.of("p99 s", "p99_seconds"),
                        Column.of("max s", "max_seconds"),
                        Column.of("below 0", "negative"),
                        Column.of("likely cause", "flag")),
                rows);
    }

    private static String costs(List<Map<String, @Nullable Object>> rows) {
        return Html.table(
                List.of(
                        Column.of("day", "day"),
                        new Column("component", row -> words(row.get("component"))),
                        Column.of("basis", "basis"),
                        new Column("counted", row -> Boolean.TRUE.equals(row.get("in_total")) ? "yes" : "no"),
                        Column.of("quantity", "quantity"),
                        Column.of("unit", "unit"),
                        Column.of("credits", "credits"),
                        Column.of("amount", "amount"),
                        Column.of("currency", "currency"),
                        Column.of("note", "note"),
                        Column.of("price from", "price_source")),
                rows);
    }

    private static String errors(List<Map<String, @Nullable Object>> rows) {
        return Html.table(
                List.of(
                        Column.of("time", "occurred_at"),
                        Column.of("source", "source"),
                        Column.of("kind", "kind"),
                        Column.of("message", "message")),
                rows);
    }

    // Columns as uPlot wants them: x first, then one series per hop, with null where a slice has no value.
    private static Map<String, Object> chart(List<Map<String, @Nullable Object>> rows) {
        Map<Long, Map<String, @Nullable Object>> slices = new TreeMap<>();
        for (Map<String, @Nullable Object> row : rows) {
            if (row.get("second") instanceof Number second) {
                slices.computeIfAbsent(second.longValue(), ignored -> new LinkedHashMap<>())
                        .put(String.valueOf(row.get("hop")), row.get("p50_seconds"));
            }
        }
        List<Object> columns = new ArrayList<>();
        columns.add(List.copyOf(slices.keySet()));
        List<String> labels = new ArrayList<>();
        for (Hop hop : Hop.values()) {
            labels.add(words(hop.name()));
            List<@Nullable Object> series = new ArrayList<>();
            slices.values().forEach(slice -> series.add(slice.get(hop.name())));
            columns.add(series);
        }
        return Map.of("labels", labels, "columns", columns);
    }

    private static String count(Map<String, @Nullable Object> row, String key) {
        return row.get(key) instanceof Number number ? Html.number(number) : "–";
    }

    private static String words(@Nullable Object name) {
        return String.join(" ", Arrays.asList(String.valueOf(name).split("_"))).toLowerCase(Locale.ROOT);
    }
}
