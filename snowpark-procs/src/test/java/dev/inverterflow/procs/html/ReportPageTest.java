package dev.inverterflow.procs.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inverterflow.procs.Golden;
import dev.inverterflow.procs.project.WhatIf;
import dev.inverterflow.procs.run.TimeWindow;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportPageTest {

    private static final TimeWindow WINDOW =
            new TimeWindow(LocalDateTime.of(2026, 11, 22, 0, 0), LocalDateTime.of(2026, 11, 24, 0, 0));
    private static final String EVIL = "</script><img src=x onerror=alert(1)>{{js}}";

    @Test
    void escapesDataInTextAndScript() {
        String page = ReportPage.render(data(EVIL));

        assertThat(page).doesNotContain("<img").contains("&lt;img src=x onerror=alert(1)&gt;{{js}}");
    }

    @Test
    void carriesStyleScriptAndChartInItself() {
        String page = ReportPage.render(data("x"));

        assertThat(page)
                .contains("uPlot=function", ".uplot", "default-src 'none'")
                .contains("\"labels\":[\"generated → modified\"")
                .doesNotContain("src=\"", "href=", "@import", "url(", "http://", "https://uPlot")
                .doesNotContainPattern("(fetch|XMLHttpRequest|WebSocket|sendBeacon|EventSource)\\(")
                .doesNotContainPattern("\\{\\{\\w+}}");
    }

    @Test
    void showsFiguresAndSaysWhatIsMissing() {
        String page = ReportPage.render(data("x"));

        assertThat(page)
                .contains("<span>readings typed</span><b>1,190</b>", "<span>cost of the window</span><b>0.5 USD</b>")
                .contains("<span>from tick to typed, median</span><b>1.25 s</b>")
                .contains("<span>batches complete</span><b>66.66 %</b>")
                .contains("<td class=\"number\">1.25</td>", "slices of 30 s")
                .contains("No errors in this time.")
                .doesNotContain("There is nothing to show");
    }

    @Test
    void hasAPartForEachQuestion() {
        assertThat(ReportPage.render(data("x")))
                .containsSubsequence(
                        "<h2>Latency per hop over time</h2>",
                        "<h2>Latency by files per batch</h2>",
                        "<h2>Cost per day</h2>",
                        "<h2>Unit costs</h2>",
                        "<h2>What if</h2>",
                        "<h2>Completeness of batches</h2>",
                        "<h2>Errors</h2>",
                        "<h2>Power of the fleet</h2>");
    }

    @Test
    void unitCostsAreTheTotalDividedByWhatWentThrough() {
        // 0.50 USD over one day: 1,190 readings, 2 GB, 10 inverters.
        assertThat(ReportPage.render(data("x")))
                .containsSubsequence(
                        "a million readings</td><td class=\"number\">420.17<",
                        "as stored)</td><td class=\"number\">0.25<",
                        "month of 30 days</td><td class=\"number\">1.50<");
    }

    @Test
    void aPageWithoutDataSaysSo() {
        ReportData none = new ReportData(
                WINDOW,
                "2026-11-23T06:00",
                Map.of(),
                Map.of("seen", 0L),
                Map.of("readings", 0L),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new WhatIf(List.of(), List.of(), "NO_PRICE: PRICE_LIST has no price of <S3_GET>"),
                ReportData.Slices.of(WINDOW, 0, 0));

        assertThat(ReportPage.render(none))
                .contains(
                        "There is nothing to show in this time",
                        "No data in this time.",
                        "<script type=\"application/json\" id=\"data\">[]<")
                .contains("NO_PRICE: PRICE_LIST has no price of &lt;S3_GET&gt;");
    }

    @Test
    void curvesOfAnyWindowHaveABoundedNumberOfPoints() {
        long year = 365L * 24 * 3600;
        TimeWindow longest = new TimeWindow(WINDOW.from(), WINDOW.from().plusDays(366));

        ReportData.Slices slices = ReportData.Slices.of(longest, year, year);

        assertThat(year / slices.latency()).isLessThanOrEqualTo(480);
        assertThat(year / slices.power()).isLessThanOrEqualTo(480);
        assertThat(366 * 24 * 3600L / slices.batches()).isLessThanOrEqualTo(120);
        assertThat(ReportData.Slices.of(WINDOW, 10, 10)).isEqualTo(new ReportData.Slices(1, 1, 3600));
    }

    @Test
    void statementsAreThese() throws IOException {
        Golden.assertStatement("report_flattened", ReportSql.flattened(WINDOW));
        Golden.assertStatement("report_files", ReportSql.files(WINDOW));
        Golden.assertStatement("report_readings", ReportSql.readings(WINDOW));
        Golden.assertStatement("report_power", ReportSql.power(WINDOW, 60));
        Golden.assertStatement("report_batches", ReportSql.batches(WINDOW, 3600));
        Golden.assertStatement("report_problems", ReportSql.problems(WINDOW));
        Golden.assertStatement("report_errors", ReportSql.errors(WINDOW));
        Golden.assertStatement("report_url", RenderReport.presignedUrl("ingestion_report_20261123T060000Z.html"));
    }

    private static ReportData data(String note) {
        Map<String, Object> cost = new HashMap<>(Map.of(
                "day", "2026-11-23", "component", "SNOWPIPE", "basis", "measured", "in_total", true, "amount", 0.5));
        cost.putAll(Map.of("currency", "USD", "note", note));
        return new ReportData(
                WINDOW,
                "2026-11-23T06:00",
                Map.of("runs", 5L, "records", 1200L, "typed", 1190L, "rejected", 6L, "duplicates", 4L),
                Map.of("seen", 20L, "bytes", 2_000_000_000L),
                Map.of("readings", 1190L, "inverters", 10L, "seconds", 60L),
                List.of(Map.of(
                        "num_files",
                        4L,
                        "hop",
                        "GENERATED_TO_FLATTENED",
                        "files",
                        20L,
                        "p50_seconds",
                        1.25,
                        "flag",
                        note)),
                List.of(Map.of("second", 1_780_000_000L, "hop", note, "p50_seconds", 1.25)),
                List.of(cost),
                List.of(
                        Map.of("second", 1_780_000_000L, "status", "COMPLETE", "batches", 2L),
                        Map.of("second", 1_780_000_000L, "status", note, "batches", 1L)),
                List.of(Map.of("batch_time", "2026-11-23T05:00:00Z", "client_id", note, "status", note)),
                List.of(),
                List.of(Map.of("second", 1_780_000_000L, "pac", 1500.0)),
                new WhatIf(List.of(Map.of("what", note, "snowpipe", 1.0)), List.of(note), null),
                new ReportData.Slices(30, 30, 3600));
    }
}
