package dev.inverterflow.procs.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inverterflow.procs.Golden;
import dev.inverterflow.procs.run.TimeWindow;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportPageTest {

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
                .contains("\"labels\":[\"generated to modified\"")
                .doesNotContain("src=\"", "href=", "@import", "url(")
                .doesNotContainPattern("\\{\\{\\w+}}");
    }

    @Test
    void showsFiguresAndSaysWhatIsMissing() {
        String page = ReportPage.render(data("x"));

        assertThat(page)
                .contains("<b>1,200</b><span>records</span>", "<b>0.500000 USD</b><span>cost</span>")
                .contains("<td class=\"number\">1.250</td>")
                .contains("No data in this time.");
    }

    @Test
    void statementsAreThese() throws IOException {
        TimeWindow window = new TimeWindow(LocalDateTime.of(2026, 11, 22, 0, 0), LocalDateTime.of(2026, 11, 24, 0, 0));

        Golden.assertStatement("report_length", ReportData.lengthSql(window));
        Golden.assertStatement("report_flattened", ReportData.flattenedSql(window));
        Golden.assertStatement("report_files", ReportData.filesSql(window));
        Golden.assertStatement("report_errors", ReportData.errorsSql(window));
    }

    private static ReportData data(String note) {
        TimeWindow window = new TimeWindow(LocalDateTime.of(2026, 11, 22, 0, 0), LocalDateTime.of(2026, 11, 24, 0, 0));
        Map<String, Object> cost = new HashMap<>(Map.of(
                "day", "2026-11-23", "component", "SNOWPIPE", "basis", "measured", "in_total", true, "amount", 0.5));
        cost.putAll(Map.of("currency", "USD", "note", note));
        return new ReportData(
                window,
                "2026-11-23T06:00",
                Map.of("runs", 5L, "records", 1200L, "typed", 1190L, "rejected", 6L, "duplicates", 4L),
                Map.of("seen", 20L),
                List.of(Map.of("num_files", 4L, "hop", "SCAN_TO_COMMITTED", "files", 20L, "p50_seconds", 1.25)),
                List.of(Map.of("second", 1_780_000_000L, "hop", note, "p50_seconds", 1.25)),
                List.of(cost),
                List.of());
    }
}
