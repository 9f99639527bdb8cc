package dev.inverterflow.snowflake.local.usage;

import dev.inverterflow.snowflake.local.catalog.Identifiers;
import dev.inverterflow.snowflake.local.task.run.TaskHistory;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;

/**
 * What an account meters and nothing here causes: bytes stored, rates of a contract, runs of tasks and hours of warehouses of long
 * ago. The views that show bytes and rates are empty until somebody says here what they are to show; the latency of the views
 * holds for it too.
 */
public final class Metering {
    private final TaskHistory tasks;
    private final MeteredRows warehouses = warehouseRows();
    private final MeteredRows databases =
            new MeteredRows("usage_date DATE", "name VARCHAR", "bytes BIGINT", "failsafe BIGINT");
    private final MeteredRows tables = new MeteredRows(
            "catalog_name VARCHAR",
            "schema_name VARCHAR",
            "name VARCHAR",
            "active BIGINT",
            "time_travel BIGINT",
            "failsafe BIGINT");
    private final MeteredRows rates = new MeteredRows(
            "usage_date DATE",
            "rating_type VARCHAR",
            "service_type VARCHAR",
            "currency VARCHAR",
            "rate DECIMAL(38, 2)");

    /** @param tasks where runs of tasks are kept */
    public Metering(TaskHistory tasks) {
        this.tasks = tasks;
    }

    /**
     * An hour of a warehouse, for WAREHOUSE_METERING_HISTORY, in place of what ran in it here.
     *
     * @param start when the hour began
     * @param warehouse its name
     * @param computeCredits credits of the time it ran
     * @param attributedCredits those of them that queries caused; the rest is idle time
     */
    public void warehouseHour(Instant start, String warehouse, double computeCredits, double attributedCredits) {
        warehouses.add(
                UsageSql.time(start),
                name(warehouse),
                Double.toString(computeCredits),
                Double.toString(attributedCredits));
    }

    /**
     * What a database stored on average on a day, for DATABASE_STORAGE_USAGE_HISTORY.
     *
     * @param bytes tables and what Time Travel keeps
     * @param failsafeBytes what Fail-safe keeps
     */
    public void databaseDay(LocalDate day, String database, long bytes, long failsafeBytes) {
        databases.add("DATE '" + day + "'", name(database), Long.toString(bytes), Long.toString(failsafeBytes));
    }

    /** What a table stores now, for TABLE_STORAGE_METRICS; bytes. */
    public void tableStorage(
            String database, String schema, String table, long active, long timeTravel, long failsafe) {
        tables.add(
                name(database),
                name(schema),
                name(table),
                Long.toString(active),
                Long.toString(timeTravel),
                Long.toString(failsafe));
    }

    /**
     * A rate of the contract, for RATE_SHEET_DAILY.
     *
     * @param ratingType {@code compute}: per credit; {@code storage}: per TB and month
     * @param serviceType what it is the rate of, such as {@code WAREHOUSE_METERING}
     */
    public void rate(LocalDate day, String ratingType, String serviceType, String currency, BigDecimal rate) {
        rates.add(
                "DATE '" + day + "'",
                Identifiers.literal(ratingType),
                Identifiers.literal(serviceType),
                Identifiers.literal(currency),
                rate.toPlainString());
    }

    /**
     * A run of a serverless task of size XSMALL that succeeded, for TASK_HISTORY and SERVERLESS_TASK_HISTORY. The task need
     * not exist.
     *
     * @param scheduled when it was due
     * @param started when it began
     * @param length how long it took
     */
    public void taskRun(
            String database, String schema, String task, Instant scheduled, Instant started, Duration length) {
        tasks.wrote(upper(database), upper(schema), upper(task), scheduled, started, started.plus(length));
    }

    /** Forgets everything but runs of tasks. */
    public void clear() {
        warehouses.clear();
        databases.clear();
        tables.clear();
        rates.clear();
    }

    MeteredRows warehouses() {
        return warehouses;
    }

    /** Hours of warehouses, of which there are none yet. */
    static MeteredRows warehouseRows() {
        return new MeteredRows("start_time TIMESTAMPTZ", "name VARCHAR", "compute DOUBLE", "attributed DOUBLE");
    }

    MeteredRows databases() {
        return databases;
    }

    MeteredRows tables() {
        return tables;
    }

    MeteredRows rates() {
        return rates;
    }

    private static String name(String name) {
        return Identifiers.literal(upper(name));
    }

    private static String upper(String name) {
        return name.toUpperCase(Locale.ROOT);
    }
}
