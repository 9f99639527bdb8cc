package dev.inverterflow.local.experiment;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.HorizontalAlign;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The measurements side by side, as text for a terminal and as a page of Markdown.
 *
 * @param measurements one per NUM_FILES, at least one
 * @param batches ticks of each run
 * @param inverters readings per tick
 * @param intervalSeconds between ticks
 * @param loadBefore load average of the machine when it began; negative if unknown
 * @param loadAfter the same at its end
 */
public record ExperimentPage(
        List<Measurement> measurements,
        int batches,
        int inverters,
        long intervalSeconds,
        double loadBefore,
        double loadAfter) {

    private static final String NONE = "–";

    private record Line(String label, List<String> values) {}

    /** The table for a terminal. */
    public String text() {
        List<Column> columns = new ArrayList<>();
        List<String> titles = titles();
        for (int i = 0; i < titles.size(); i++) {
            columns.add(new Column()
                    .header(titles.get(i))
                    .headerAlign(HorizontalAlign.LEFT)
                    .dataAlign(i == 0 ? HorizontalAlign.LEFT : HorizontalAlign.RIGHT));
        }
        String[][] data = lines().stream().map(ExperimentPage::cells).toArray(String[][]::new);
        return AsciiTable.getTable(AsciiTable.BASIC_ASCII_NO_DATA_SEPARATORS, columns.toArray(Column[]::new), data);
    }

    /** The page. */
    public String markdown() {
        String command = "./inverterflow experiment --num-files %s --batches %d --interval %ds --inverters %d"
                .formatted(
                        measurements.stream()
                                .map(m -> Integer.toString(m.numFiles()))
                                .collect(Collectors.joining(",")),
                        batches,
                        intervalSeconds,
                        inverters);
        return """
                # What NUM_FILES changes

                Written by

                    %s

                on %d processors, load average %s at the beginning and %s at the end. Every value had servers, deployment and tables of its own, after a
                run to warm up that was thrown away; every reading of every run was accounted for.

                **Latencies and the run's own costs are the stand-in's.** The client, its uploads, the SQL and the procedures are those of an account, but S3
                is embedded, snowflake-local takes notifications at once, and its tasks run on a clock 300 times as fast (FLATTEN's 300 s between two runs pass
                in 1 s). So these hops tell how the pipeline itself behaves with more files, not how long Snowpipe takes: an account adds Snowpipe's own
                seconds to "received → scan" and "scan → committed", and up to 300 s to "committed → flattened".

                **The month is modelled**, not measured: PROJECT_INGESTION_COST with Snowflake's and AWS's list prices at the mission's schedule of a tick every 20 s
                over 30 days. All that it takes from the run here is the bytes of a reading. Its line for FLATTEN is left out: it would rest on how long the
                stand-in's runs take, which says nothing about Snowflake's, and NUM_FILES does not change how often it runs.

                %s
                %s""".formatted(
                        command,
                        Runtime.getRuntime().availableProcessors(),
                        number(loadBefore),
                        number(loadAfter),
                        markdownTable(),
                        footnotes());
    }

    private String footnotes() {
        Measurement first = measurements.get(0);
        Measurement last = measurements.get(measurements.size() - 1);
        String hour = measurements.stream().anyMatch(Measurement::crossedAnHour)
                ? "\nA run crossed a full hour: its percentiles are those of the hour with more files.\n"
                : "";
        return """

                Snowpipe bills bytes since December 2025: its line is the same for %d and %d files but for the bytes that each file's brackets add. What is left of
                NUM_FILES in the bill are S3's requests, %s against %s %s a month. Under the former fee per file the same month would have cost %s against
                %s %s on top of the compute.
                %s""".formatted(
                        first.numFiles(),
                        last.numFiles(),
                        cents(requests(first)),
                        cents(requests(last)),
                        first.currency(),
                        cents(first.formerFileFee()),
                        cents(last.formerFileFee()),
                        first.currency(),
                        hour);
    }

    private String markdownTable() {
        List<String> titles = titles();
        StringBuilder table = new StringBuilder(row(titles));
        table.append("|---|").append("--:|".repeat(titles.size() - 1)).append('\n');
        lines().forEach(line -> table.append(row(List.of(cells(line)))));
        return table.toString();
    }

    private static String row(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }

    private List<String> titles() {
        List<String> titles = new ArrayList<>(List.of("NUM_FILES"));
        measurements.forEach(m -> titles.add(Integer.toString(m.numFiles())));
        return titles;
    }

    private static String[] cells(Line line) {
        List<String> cells = new ArrayList<>(List.of(line.label()));
        cells.addAll(line.values());
        return cells.toArray(String[]::new);
    }

    private List<Line> lines() {
        String currency = measurements.get(0).currency();
        List<Line> lines = new ArrayList<>();
        lines.add(line("files", m -> Long.toString(m.files())));
        lines.add(line("bytes", m -> String.format(Locale.ROOT, "%,d", m.bytes())));
        lines.add(line("flatten runs", m -> Long.toString(m.flattenRuns())));
        for (String hop : keys(m -> m.latencies().keySet())) {
            lines.add(line(
                    words(hop) + ", p50 / p95 s", m -> seconds(m.latencies().get(hop))));
        }
        for (String component : keys(m -> m.costs().keySet())) {
            lines.add(line(
                    "this run: " + words(component) + ", " + currency,
                    m -> amount(m.costs().get(component))));
        }
        for (String component : keys(m -> m.modelled().keySet())) {
            lines.add(line(
                    "modelled month: " + words(component) + ", " + currency,
                    m -> cents(m.modelled().get(component))));
        }
        lines.add(line(
                "modelled month: all of these, " + currency,
                m -> cents(m.modelled().values().stream()
                        .mapToDouble(Double::doubleValue)
                        .sum())));
        lines.add(line("beside it: former fee per file, " + currency, m -> cents(m.formerFileFee())));
        return lines;
    }

    private Line line(String label, Function<Measurement, String> value) {
        return new Line(label, measurements.stream().map(value).toList());
    }

    private Set<String> keys(Function<Measurement, Set<String>> of) {
        return measurements.stream()
                .flatMap(m -> of.apply(m).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static double requests(Measurement measurement) {
        return measurement.modelled().getOrDefault("S3_PUT", 0.0)
                + measurement.modelled().getOrDefault("S3_GET", 0.0);
    }

    private static String seconds(Measurement.@Nullable Percentiles percentiles) {
        return percentiles == null
                ? NONE
                : String.format(Locale.ROOT, "%.2f / %.2f", percentiles.p50(), percentiles.p95());
    }

    private static String amount(@Nullable Double amount) {
        return amount == null ? NONE : String.format(Locale.ROOT, "%.6f", amount);
    }

    private static String cents(@Nullable Double amount) {
        return amount == null ? NONE : String.format(Locale.ROOT, "%,.2f", amount);
    }

    private static String number(double load) {
        return load < 0 ? "unknown" : String.format(Locale.ROOT, "%.1f", load);
    }

    private static String words(String name) {
        return name.replace("_TO_", " → ")
                .replace('_', ' ')
                .toLowerCase(Locale.ROOT)
                .replace("snowpipe", "Snowpipe")
                .replace("s3 ", "S3 ");
    }
}
