package dev.inverterflow.procs.html;

import static java.util.stream.Collectors.joining;

import dev.inverterflow.procs.report.UnitCosts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One self-contained page: style, script and data stand in it, and its content security policy forbids every request.
 */
final class ReportPage {

    private static final Pattern SLOT = Pattern.compile("\\{\\{(\\w+)}}");
    private static final double PERCENT = 100;

    private ReportPage() {}

    static String render(ReportData data) {
        List<Section> sections = List.of(
                LatencySections.overTime(data),
                LatencySections.byNumFiles(data),
                CostSections.perDay(data),
                CostSections.perUnit(data),
                WhatIfSection.of(data),
                OperationSections.batches(data),
                OperationSections.errors(data),
                OperationSections.power(data));
        return fill(
                Resources.text("report.html"),
                Map.ofEntries(
                        Map.entry("uplot_css", Resources.text("uplot/uPlot.min.css")),
                        Map.entry("css", Resources.text("report.css")),
                        Map.entry("from", Html.escape(data.window().from() + "Z")),
                        Map.entry("to", Html.escape(data.window().to() + "Z")),
                        Map.entry("rendered_at", Html.escape(data.renderedAt() + "Z")),
                        Map.entry("banner", data.isEmpty() ? EMPTY_BANNER : ""),
                        Map.entry("tiles", tiles(data)),
                        Map.entry(
                                "sections", sections.stream().map(Section::html).collect(joining("\n"))),
                        Map.entry("charts", charts(sections)),
                        Map.entry("uplot_js", Resources.text("uplot/uPlot.iife.min.js")),
                        Map.entry("js", Resources.text("report.js"))));
    }

    private static final String EMPTY_BANNER = """
            <p class="banner">There is nothing to show in this time: no file was loaded and no batch was expected. When the \
            client has uploaded, call SNAPSHOT_LOAD_HISTORY, the two reports and RECONCILE_BATCHES, or wait for their tasks, and \
            render again; DAYS reaches further back.</p>
            """;

    // One pass, so that data which looks like a slot stays as it is.
    private static String fill(String template, Map<String, String> slots) {
        return SLOT.matcher(template)
                .replaceAll(slot -> Matcher.quoteReplacement(slots.getOrDefault(slot.group(1), slot.group())));
    }

    private static String charts(List<Section> sections) {
        return Html.json(sections.stream()
                .flatMap(section -> Stream.ofNullable(section.chart()))
                .filter(chart -> !chart.isEmpty())
                .map(Chart::asMap)
                .toList());
    }

    private static String tiles(ReportData data) {
        UnitCosts costs = UnitCosts.of(data.costs());
        String currency = costs.currency();
        Map<String, @Nullable Object> wholeWay = wholeWay(data);
        Map<String, String> tiles = new LinkedHashMap<>();
        tiles.put("from tick to typed, median", seconds(wholeWay.get("p50_seconds")));
        tiles.put("the same, 95th percentile", seconds(wholeWay.get("p95_seconds")));
        tiles.put("cost of the window", currency == null ? "–" : money(costs.total(), currency));
        tiles.put(
                "per million readings",
                currency == null ? "–" : money(CostSections.perUnitCosts(data).get("per_million_readings"), currency));
        tiles.put("readings typed", count(data.flattened(), "typed"));
        tiles.put(
                "rejected · duplicates",
                count(data.flattened(), "rejected") + " · " + count(data.flattened(), "duplicates"));
        tiles.put("batches complete", complete(data.batches()));
        tiles.put(
                "open errors",
                data.errors().isEmpty() ? "0" : count(data.errors().get(0), "open_errors"));
        return tiles.entrySet().stream()
                .map(tile -> "<div class=\"tile\"><span>" + Html.escape(tile.getKey()) + "</span><b>"
                        + Html.escape(tile.getValue()) + "</b></div>\n")
                .collect(joining());
    }

    /** The whole way's row of the NUM_FILES that most files have. */
    private static Map<String, @Nullable Object> wholeWay(ReportData data) {
        return data.latency().stream()
                .filter(row -> LatencySections.WHOLE_WAY.equals(row.get("hop")))
                .max((a, b) -> Long.compare(ReportData.whole(a, "files"), ReportData.whole(b, "files")))
                .orElse(Map.of());
    }

    private static String complete(List<Map<String, @Nullable Object>> batches) {
        long all = 0;
        long complete = 0;
        for (Map<String, @Nullable Object> row : batches) {
            if (!"WAITING".equals(row.get("status"))) {
                all += ReportData.whole(row, "batches");
                complete += "COMPLETE".equals(row.get("status")) ? ReportData.whole(row, "batches") : 0;
            }
        }
        return all == 0 ? "–" : Html.number(Math.floor(PERCENT * PERCENT * complete / all) / PERCENT) + " %";
    }

    private static String seconds(@Nullable Object value) {
        return value instanceof Number number ? Html.number(number) + " s" : "–";
    }

    private static String money(@Nullable Object amount, String currency) {
        Object written = Html.money(amount);
        return written == null ? "–" : written + " " + currency;
    }

    private static String count(Map<String, @Nullable Object> row, String key) {
        return row.get(key) instanceof Number number ? Html.number(number) : "–";
    }
}
