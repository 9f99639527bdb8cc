package dev.inverterflow.snowflake.local.usage;

import java.time.Duration;

/**
 * What Snowflake charges, in credits. The one place that knows a price.
 *
 * @see <a href="https://www.snowflake.com/legal-files/CreditConsumptionTable.pdf">Service Consumption Table, effective 31 March
 *     2026</a>
 */
final class Rates {
    /** Snowpipe, per GB of the uncompressed content of text files. */
    static final String SNOWPIPE_PER_GB = "0.0037";

    /** A GB in bytes; the table does not say whether it is this or 2^30. */
    static final String BYTES_PER_GB = "1000000000";

    /** Serverless tasks and alerts, per hour of a warehouse of size XSMALL, charged by the second. */
    static final String SERVERLESS_TASK_PER_HOUR = "0.9";

    /** Warehouses of the first generation, per hour of size XSMALL, charged by the second. */
    static final String WAREHOUSE_PER_HOUR = "1.0";

    static final String MILLISECONDS_PER_HOUR = "3600000";

    private Rates() {}

    /** Credits of a number of bytes that a pipe loaded, as SQL of the engine. */
    static String snowpipeCredits(String bytes) {
        return "CAST(" + bytes + " AS DOUBLE) / " + BYTES_PER_GB + " * " + SNOWPIPE_PER_GB;
    }

    /** Credits of the time that a warehouse of size XSMALL ran, as SQL of the engine. */
    static String warehouseCredits(Duration running) {
        return "CAST(" + running.toMillis() + " AS DOUBLE) / " + MILLISECONDS_PER_HOUR + " * " + WAREHOUSE_PER_HOUR;
    }

    /** Credits of a serverless run, as SQL of the engine. Each size doubles the one below. */
    static String serverlessCredits(String milliseconds, String size) {
        return "CAST(" + milliseconds + " AS DOUBLE) / " + MILLISECONDS_PER_HOUR + " * " + SERVERLESS_TASK_PER_HOUR
                + " * CASE " + size
                + " WHEN 'XSMALL' THEN 1 WHEN 'SMALL' THEN 2 WHEN 'MEDIUM' THEN 4 WHEN 'LARGE' THEN 8"
                + " WHEN 'XLARGE' THEN 16 WHEN 'XXLARGE' THEN 32 ELSE 64 END";
    }
}
