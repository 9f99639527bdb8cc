package dev.inverterflow.procs.html;

import dev.inverterflow.procs.html.Html.Column;
import dev.inverterflow.procs.report.Hop;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How long it takes: over time, and by files per batch. */
final class LatencySections {

    /** The hop from the first to the last timestamp. */
    static final String WHOLE_WAY = Hop.GENERATED_TO_FLATTENED.name();

    /** Rows of the table at most: with all hops, some forty values of NUM_FILES. */
    private static final int ROWS = 300;

    private LatencySections() {}

    static Section overTime(ReportData data) {
        Chart.Builder builder = new Chart.Builder();
        for (Hop hop : Hop.values()) {
            builder.declare(Html.words(hop.name()));
        }
        for (Map<String, @Nullable Object> row : data.overTime()) {
            builder.put(ReportData.whole(row, "second"), Html.words(row.get("hop")), row.get("p50_seconds"));
        }
        long step = data.slices().latency();
        Chart chart = builder.time("latency-time", "Median latency per hop over time", Chart.Kind.LINES, "s", step);
        String grain = step == 1 ? "each second" : "slices of " + Html.duration(step);
        return new Section(
                "Latency per hop over time",
                "Median of " + grain + ", by the time the load began to read the file (UTC).",
                chart,
                "");
    }

    static Section byNumFiles(ReportData data) {
        List<Map<String, @Nullable Object>> rows = data.latency();
        Chart chart = percentiles(rows);
        String cut =
                rows.size() > ROWS ? "<p class=\"note\">The first " + ROWS + " of " + rows.size() + " rows.</p>\n" : "";
        return new Section(
                "Latency by files per batch",
                "From the tick to the typed reading, by NUM_FILES; below, each hop. A hop below 0 s is a clock that differs:"
                        + " it is counted apart and left out of the percentiles.",
                chart,
                (rows.isEmpty() ? "" : Html.table(columns(), rows.subList(0, Math.min(ROWS, rows.size())))) + cut);
    }

    private static Chart percentiles(List<Map<String, @Nullable Object>> rows) {
        List<String> names = new ArrayList<>();
        Chart.Builder builder = new Chart.Builder();
        for (Map<String, @Nullable Object> row : rows) {
            if (WHOLE_WAY.equals(row.get("hop")) && names.size() < ROWS / Hop.values().length) {
                long x = names.size();
                Object numFiles = row.get("num_files");
                names.add(numFiles == null ? "other" : numFiles.toString());
                builder.put(x, "p50", row.get("p50_seconds"))
                        .put(x, "p95", row.get("p95_seconds"))
                        .put(x, "p99", row.get("p99_seconds"));
            }
        }
        return builder.categories(
                "latency-files", "Percentiles of the whole way by NUM_FILES", Chart.Kind.NESTED, "s", names);
    }

    private static List<Column> columns() {
        return List.of(
                Column.of("files per batch", "num_files"),
                new Column("hop", row -> Html.words(row.get("hop"))),
                Column.of("files", "files"),
                Column.of("p50 s", "p50_seconds"),
                Column.of("p95 s", "p95_seconds"),
                Column.of("p99 s", "p99_seconds"),
                Column.of("max s", "max_seconds"),
                Column.of("below 0", "negative"),
                Column.of("likely cause", "flag"));
    }
}
