package dev.inverterflow.snowflake.local.usage;

import dev.inverterflow.snowflake.local.catalog.Identifiers;
import dev.inverterflow.snowflake.local.task.run.TaskHistory;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;

/**
 * What an account meters and nothing here causes: rates of a contract, runs of tasks, hours of warehouses and bytes stored that are
 * not what was measured here. The view that shows rates is empty until somebody says here what it is to show; what is said of
 * warehouses and bytes takes the place of what was measured. The latency of the views holds for it too.
 */
public final class Metering {
    /** Of a day of a database. */
    static final String[] DATABASE_COLUMNS = {
        "usage_date DATE", "name VARCHAR", "bytes DOUBLE", "failsafe DOUBLE", "deleted_on TIMESTAMPTZ"
    };

    /** Of what a table stores. */
    static final String[] TABLE_COLUMNS = {
        "catalog_name VARCHAR",
        "schema_name VARCHAR",
        "name VARCHAR",
        "active BIGINT",
        "time_travel BIGINT",
        "failsafe BIGINT",
        "id BIGINT",
        "permanent BOOLEAN",
        "created_on TIMESTAMPTZ",
        "dropped_on TIMESTAMPTZ",
        "failsafe_since TIMESTAMPTZ",
        "comment VARCHAR"
    };

    private static final String NULL = "NULL";

    private final TaskHistory tasks;
    private final MeteredRows warehouses = warehouseRows();
    private final MeteredRows databases = new MeteredRows(DATABASE_COLUMNS);
    private final MeteredRows tables = new MeteredRows(TABLE_COLUMNS);
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
     * What a database stored on average on a day, for DATABASE_STORAGE_USAGE_HISTORY, in place of what was measured. The
     * database need not exist.
     *
     * @param bytes tables and what Time Travel keeps
     * @param failsafeBytes what Fail-safe keeps
     */
    public void databaseDay(LocalDate day, String database, long bytes, long failsafeBytes) {
        databases.add("DATE '" + day + "'", name(database), Long.toString(bytes), Long.toString(failsafeBytes), NULL);
    }

    /**
     * What a table stores now, in bytes, for TABLE_STORAGE_METRICS. Of its database the view then shows what was said here and
     * nothing that was measured. The table need not exist.
     */
    public void tableStorage(
            String database, String schema, String table, long active, long timeTravel, long failsafe) {
        tables.add(
                name(database),
                name(schema),
                name(table),
                Long.toString(active),
                Long.toString(timeTravel),
                Long.toString(failsafe),
                NULL,
                "true",
                NULL,
                NULL,
                NULL,
                NULL);
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
