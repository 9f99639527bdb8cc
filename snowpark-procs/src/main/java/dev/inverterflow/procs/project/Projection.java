package dev.inverterflow.procs.project;

import java.util.ArrayList;
import java.util.List;

/**
 * The components of a month of 30 days for each way of loading.
 *
 * <p>Sources of the formulas: Snowpipe and Snowpipe Streaming bill uncompressed bytes
 * (docs.snowflake.com/en/user-guide/data-load-snowpipe-billing), serverless tasks 0.9 times the compute of their size, a
 * warehouse runs at least 60 s each time it is resumed (docs.snowflake.com/en/user-guide/warehouses-considerations); S3
 * bills requests and byte-months.
 */
record Projection(ProjectOptions options, Measured measured, Prices prices) {

    static final double SECONDS_PER_MONTH = 30 * 24 * 3600.0;

    private static final double LEAST_WAREHOUSE_SECONDS = 60;
    private static final double DAYS_PER_MONTH = 30;

    /** The lines of one way, dearest first or not: in the order the data takes. */
    List<Line> lines(Way way) {
        return switch (way) {
            case SNOWPIPE -> snowpipe();
            case SNOWPIPE_STREAMING -> streaming();
            case SCHEDULED_COPY -> scheduledCopy();
        };
    }

    double readings() {
        return SECONDS_PER_MONTH / options.intervalSeconds() * options.inverters();
    }

    double contentBytes() {
        return readings() * measured.readingBytes();
    }

    double files() {
        return SECONDS_PER_MONTH / options.intervalSeconds() * options.numFiles();
    }

    /** What Snowpipe charged per file until December 2025, on top of its compute; no part of any way's sum. */
    Line formerFileFee() {
        return line(
                "SNOWPIPE_FORMER_FILE_FEE",
                "SNOWPIPE_FORMER_FILE_FEE",
                files(),
                "for comparison: the fee per file that was charged until December 2025, without its compute");
    }

    private List<Line> snowpipe() {
        List<Line> lines = new ArrayList<>();
        lines.add(line("SNOWPIPE", "SNOWPIPE", contentBytes(), "uncompressed bytes; neither files nor gzip change it"));
        lines.add(serverlessFlatten());
        lines.addAll(bucket());
        lines.add(tables());
        return lines;
    }

    private List<Line> streaming() {
        return List.of(
                line(
                        "SNOWPIPE_STREAMING",
                        "SNOWPIPE_STREAMING",
                        contentBytes(),
                        "an upper bound: only values are billed, not the field names that a JSON file repeats"),
                serverlessFlatten(),
                tables());
    }

    private List<Line> scheduledCopy() {
        List<Line> lines = new ArrayList<>();
        lines.add(line(
                "WAREHOUSE",
                "WAREHOUSE_XSMALL",
                warehouseSeconds(),
                "COPY and FLATTEN in one run, at least " + (long) LEAST_WAREHOUSE_SECONDS
                        + " s each time the warehouse resumes; AUTO_SUSPEND = 60"));
        lines.add(line(
                "S3_LIST", "S3_PUT", runs(), "one LIST a COPY, priced as a PUT; more beyond 1,000 files in the path"));
        lines.addAll(bucket());
        lines.add(tables());
        return lines;
    }

    private Line serverlessFlatten() {
        return line(
                "FLATTEN_SERVERLESS",
                "SERVERLESS_TASK_XSMALL",
                runs() * measured.flattenSeconds(),
                "a run every " + options.flattenSeconds()
                        + " s at size XSMALL; a longer run for more readings is not foreseen");
    }

    private List<Line> bucket() {
        double storedBytes =
                contentBytes() * (options.compression() == ProjectOptions.Compression.GZIP ? measured.gzipRatio() : 1);
        return List.of(
                line("S3_PUT", "S3_PUT", files(), "one PUT a file, retries not counted"),
                line("S3_GET", "S3_GET", files(), "one GET a file"),
                line(
                        "S3_STORAGE",
                        "S3_STORAGE",
                        storedBytes * options.fileDays() / DAYS_PER_MONTH,
                        "files kept " + options.fileDays() + " days by the bucket's lifecycle"));
    }

    private Line tables() {
        return line(
                "TABLE_STORAGE",
                "SNOWFLAKE_STORAGE",
                contentBytes() * options.tableMonths(),
                options.tableMonths() + " months of readings, raw and typed together taken as large as their JSON");
    }

    private double runs() {
        return SECONDS_PER_MONTH / options.flattenSeconds();
    }

    /** A run shorter than the least is billed as that; one that the next run catches up with never lets it suspend. */
    private double warehouseSeconds() {
        double billed = Math.max(LEAST_WAREHOUSE_SECONDS, measured.flattenSeconds() + LEAST_WAREHOUSE_SECONDS);
        return runs() * Math.min(options.flattenSeconds(), billed);
    }

    private Line line(String component, String item, double quantity, String note) {
        return Line.of(component, item, quantity, prices, note);
    }
}
