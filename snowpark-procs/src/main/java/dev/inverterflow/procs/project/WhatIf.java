package dev.inverterflow.procs.project;

import com.snowflake.snowpark_java.types.Variant;
import dev.inverterflow.procs.run.Database;
import dev.inverterflow.procs.run.ProcedureException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Projections beside each other, each with one figure changed.
 *
 * @param rows {@code what, snowpipe, former_file_fee, streaming, copy, currency, p50_seconds, p95_seconds}; amounts of a
 *     month, latencies absent where never measured
 * @param assumptions of all rows
 * @param problem why there are no rows; null if there are
 */
public record WhatIf(
        List<Map<String, @Nullable Object>> rows,
        List<String> assumptions,
        @Nullable String problem) {

    private static final List<Long> NUM_FILES = List.of(1L, 2L, 4L, 8L, 16L);

    /**
     * A fleet as it is, and otherwise.
     *
     * @param inverters of the fleet
     * @param numFiles files per batch
     */
    public static WhatIf of(Database database, long inverters, long numFiles) {
        Measurements measurements = Measurements.read(database);
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        try {
            Prices.Tariff deployed = Prices.Tariff.ofDeployment(database);
            Prices prices = Prices.read(database, deployed, deployed);
            scenarios(inverters, numFiles).forEach((what, options) -> {
                ProjectOptions wanted = ProjectOptions.of(new Variant(options), deployed);
                rows.add(row(what, new Projection(wanted, measurements.of(wanted.numFiles()), prices)));
            });
            return new WhatIf(rows, ProjectCost.assumptions(measurements.of(numFiles), deployed.region()), null);
        } catch (ProcedureException noPrice) {
            // Somebody's PRICE_LIST has a hole: that is worth a sentence, not the loss of all the rest of a report.
            return new WhatIf(List.of(), List.of(), noPrice.getMessage());
        }
    }

    static Map<String, Map<String, Object>> scenarios(long inverters, long numFiles) {
        Map<String, Map<String, Object>> scenarios = new LinkedHashMap<>();
        scenarios.put(
                "as now: %,d inverters every 20 s, %d files, flattened every 300 s".formatted(inverters, numFiles),
                options(inverters, numFiles));
        for (long files : NUM_FILES) {
            if (files != numFiles) {
                scenarios.put(files == 1 ? "1 file a batch" : files + " files a batch", options(inverters, files));
            }
        }
        scenarios.put("a reading every 60 s", with(inverters, numFiles, "interval_seconds", 60L));
        scenarios.put("flattened every 60 s", with(inverters, numFiles, "flatten_seconds", 60L));
        scenarios.put("flattened every hour", with(inverters, numFiles, "flatten_seconds", 3600L));
        scenarios.put("gzip files", with(inverters, numFiles, "compression", "gzip"));
        scenarios.put(
                "ten times the inverters", options(Math.min(10 * inverters, ProjectOptions.MOST_INVERTERS), numFiles));
        return scenarios;
    }

    static Map<String, @Nullable Object> row(String what, Projection projection) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        List<Line> snowpipe = projection.lines(Way.SNOWPIPE);
        row.put("what", what);
        row.put("snowpipe", sum(snowpipe));
        row.put("former_file_fee", projection.formerFileFee().amount());
        row.put("streaming", sum(projection.lines(Way.SNOWPIPE_STREAMING)));
        row.put("copy", sum(projection.lines(Way.SCHEDULED_COPY)));
        row.put("currency", snowpipe.get(0).currency());
        row.put("p50_seconds", orUnknown(projection.measured().p50Seconds()));
        row.put("p95_seconds", orUnknown(projection.measured().p95Seconds()));
        return row;
    }

    private static Object orUnknown(@Nullable Double seconds) {
        return seconds == null ? ProjectCost.UNKNOWN : seconds;
    }

    private static Map<String, Object> options(long inverters, long numFiles) {
        return with(inverters, numFiles, "num_files", numFiles);
    }

    private static Map<String, Object> with(long inverters, long numFiles, String key, Object value) {
        Map<String, Object> options = new LinkedHashMap<>();
        options.put("inverters", inverters);
        options.put("num_files", numFiles);
        options.put(key, value);
        return options;
    }

    private static double sum(List<Line> lines) {
        return lines.stream().mapToDouble(Line::amount).sum();
    }
}
