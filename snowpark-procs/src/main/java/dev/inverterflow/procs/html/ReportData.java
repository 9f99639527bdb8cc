package dev.inverterflow.procs.html;

import dev.inverterflow.procs.project.WhatIf;
import dev.inverterflow.procs.report.CostSql;
import dev.inverterflow.procs.report.LatencySql;
import dev.inverterflow.procs.run.Database;
import dev.inverterflow.procs.run.TimeWindow;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the page shows.
 *
 * @param window time covered, UTC, whole days
 * @param renderedAt when, UTC
 * @param flattened what the flattening did: one row
 * @param files what became of the files: one row
 * @param readings how many of how many inverters: one row
 * @param latency percentiles per NUM_FILES and hop
 * @param overTime percentiles per slice and hop
 * @param costs lines per day and component
 * @param batches counts per slice and status
 * @param problems latest batches that are not complete
 * @param errors latest errors, open ones first
 * @param power of the fleet per slice
 * @param whatIf what a month would cost otherwise
 * @param slices how coarse the curves are
 */
record ReportData(
        TimeWindow window,
        String renderedAt,
        Map<String, @Nullable Object> flattened,
        Map<String, @Nullable Object> files,
        Map<String, @Nullable Object> readings,
        List<Map<String, @Nullable Object>> latency,
        List<Map<String, @Nullable Object>> overTime,
        List<Map<String, @Nullable Object>> costs,
        List<Map<String, @Nullable Object>> batches,
        List<Map<String, @Nullable Object>> problems,
        List<Map<String, @Nullable Object>> errors,
        List<Map<String, @Nullable Object>> power,
        WhatIf whatIf,
        Slices slices) {

    private static final long DEFAULT_INVERTERS = 60;
    private static final long DEFAULT_NUM_FILES = 4;

    /**
     * Lengths of the slices that curves are drawn from, s.
     *
     * @param latency of latencies
     * @param power of the power curve
     * @param batches of the bars that count batches
     */
    record Slices(long latency, long power, long batches) {

        /** Points that a curve has at most; the page's size must not grow with the window. */
        private static final long POINTS = 480;

        private static final long BARS = 120;
        private static final long HOUR = 3600;

        static Slices of(TimeWindow window, long scanSeconds, long readingSeconds) {
            long hours = (long) window.days().size() * 24;
            return new Slices(1 + scanSeconds / POINTS, 1 + readingSeconds / POINTS, HOUR * (1 + (hours - 1) / BARS));
        }
    }

    static ReportData load(Database database, TimeWindow window, String renderedAt) {
        Map<String, @Nullable Object> files = row(database, ReportSql.KEYS_FILES, ReportSql.files(window));
        Map<String, @Nullable Object> readings = row(database, ReportSql.KEYS_READINGS, ReportSql.readings(window));
        Slices slices = Slices.of(window, whole(files, "scan_seconds"), whole(readings, "seconds"));
        List<Map<String, @Nullable Object>> latency =
                database.table(LatencySql.KEYS_BY_NUM_FILES, LatencySql.selectByNumFiles(window));
        return new ReportData(
                window,
                renderedAt,
                row(database, ReportSql.KEYS_FLATTENED, ReportSql.flattened(window)),
                files,
                readings,
                latency,
                database.table(LatencySql.KEYS_OVER_TIME, LatencySql.selectOverTime(window, slices.latency())),
                database.table(CostSql.KEYS, CostSql.select(window)),
                database.table(ReportSql.KEYS_BATCHES, ReportSql.batches(window, slices.batches())),
                database.table(ReportSql.KEYS_PROBLEMS, ReportSql.problems(window)),
                database.table(ReportSql.KEYS_ERRORS, ReportSql.errors(window)),
                database.table(ReportSql.KEYS_POWER, ReportSql.power(window, slices.power())),
                WhatIf.of(
                        database,
                        Math.max(whole(readings, "inverters"), 0) == 0
                                ? DEFAULT_INVERTERS
                                : whole(readings, "inverters"),
                        usualNumFiles(latency)),
                slices);
    }

    /** Nothing was loaded, nothing failed, nothing was expected. */
    boolean isEmpty() {
        return whole(files, "seen") == 0 && whole(readings, "readings") == 0 && batches.isEmpty() && errors.isEmpty();
    }

    static long whole(Map<String, @Nullable Object> row, String key) {
        return row.get(key) instanceof Number number ? number.longValue() : 0;
    }

    private static long usualNumFiles(List<Map<String, @Nullable Object>> latency) {
        return latency.stream()
                .filter(row -> row.get("num_files") instanceof Number)
                .max(Comparator.comparingLong(row -> whole(row, "files")))
                .map(row -> whole(row, "num_files"))
                .orElse(DEFAULT_NUM_FILES);
    }

    private static Map<String, @Nullable Object> row(Database database, List<String> keys, String sql) {
        return database.table(keys, sql).get(0);
    }
}
