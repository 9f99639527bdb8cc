package dev.inverterflow.procs.html;

import dev.inverterflow.procs.html.Html.Column;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether all came: batches, files, errors; and what the fleet did meanwhile. */
final class OperationSections {

    private static final double WATTS_PER_KILOWATT = 1000;

    private OperationSections() {}

    static Section batches(ReportData data) {
        Chart.Builder builder = new Chart.Builder().declare("complete");
        for (Map<String, @Nullable Object> row : data.batches()) {
            builder.put(ReportData.whole(row, "second"), Html.words(row.get("status")), row.get("batches"));
        }
        long step = data.slices().batches();
        Chart chart = builder.time("batches", "Batches by state over time", Chart.Kind.STACK, "batches", step);
        String broken = data.problems().isEmpty()
                ? ""
                : "<h3>Latest batches that are not complete</h3>\n" + Html.table(problemColumns(), data.problems())
                        + (data.problems().size() < ReportSql.LISTED
                                ? ""
                                : "<p class=\"note\">The latest " + ReportSql.LISTED + " of them.</p>\n");
        return new Section(
                "Completeness of batches",
                "What RECONCILE_BATCHES found, by the time of the tick, in slices of " + Html.duration(step)
                        + "; below, what became of the files.",
                chart,
                Html.table(fileColumns(), List.of(files(data))) + broken);
    }

    static Section errors(ReportData data) {
        long all = data.errors().isEmpty() ? 0 : ReportData.whole(data.errors().get(0), "all_errors");
        String cut = all > data.errors().size()
                ? "<p class=\"note\">" + data.errors().size() + " of " + all + ", open ones first.</p>\n"
                : "";
        String body = data.errors().isEmpty()
                ? "<p class=\"empty\">No errors in this time.</p>\n"
                : Html.table(
                                List.of(
                                        Column.of("first met", "occurred_at"),
                                        Column.of("state", "state"),
                                        Column.of("times", "occurrences"),
                                        Column.of("found by", "source"),
                                        Column.of("kind", "kind"),
                                        Column.of("message", "message")),
                                data.errors())
                        + cut;
        return new Section("Errors", "One row for each error of PIPELINE_ERRORS, however long it lasts.", null, body);
    }

    static Section power(ReportData data) {
        Chart.Builder builder = new Chart.Builder().declare("fleet");
        for (Map<String, @Nullable Object> row : data.power()) {
            if (row.get("pac") instanceof Number watts) {
                builder.put(ReportData.whole(row, "second"), "fleet", watts.doubleValue() / WATTS_PER_KILOWATT);
            }
        }
        long step = data.slices().power();
        Chart chart = builder.time("power", "AC power of the fleet", Chart.Kind.LINES, "kW", step);
        return new Section(
                "Power of the fleet",
                "AC power of all inverters that reported, by the time of the reading (UTC)"
                        + (step == 1 ? "." : ": the mean of each over slices of " + Html.duration(step) + ", summed."),
                chart,
                "");
    }

    private static Map<String, @Nullable Object> files(ReportData data) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>(data.files());
        row.put("runs", data.flattened().get("runs"));
        return row;
    }

    private static List<Column> fileColumns() {
        return List.of(
                Column.of("files seen", "seen"),
                Column.of("loaded", "loaded"),
                Column.of("load failed", "failed"),
                Column.of("flattened", "flattened"),
                Column.of("records promised by names", "expected_records"),
                Column.of("records found", "found_records"),
                Column.of("flatten runs", "runs"));
    }

    private static List<Column> problemColumns() {
        return List.of(
                Column.of("tick", "batch_time"),
                Column.of("client", "client_id"),
                new Column("state", row -> Html.words(row.get("status"))),
                Column.of("parts", "parts"),
                Column.of("seen", "parts_seen"),
                Column.of("loaded", "parts_loaded"),
                Column.of("records expected", "expected_records"),
                Column.of("found", "records"));
    }
}
