package dev.inverterflow.procs;

import com.snowflake.snowpark_java.Session;
import com.snowflake.snowpark_java.types.Variant;
import dev.inverterflow.procs.flatten.FlattenInverterData;
import dev.inverterflow.procs.flatten.ReflattenInverterData;
import dev.inverterflow.procs.flatten.ReplayRejected;
import dev.inverterflow.procs.history.SnapshotLoadHistory;
import dev.inverterflow.procs.html.RenderReport;
import dev.inverterflow.procs.monitor.MonitorIngestion;
import dev.inverterflow.procs.monitor.NotifyErrors;
import dev.inverterflow.procs.operate.PurgeIngestion;
import dev.inverterflow.procs.operate.RecordGraphRun;
import dev.inverterflow.procs.project.ProjectCost;
import dev.inverterflow.procs.reconcile.ReconcileBatches;
import dev.inverterflow.procs.report.CostReport;
import dev.inverterflow.procs.report.LatencyReport;
import dev.inverterflow.procs.run.Database;
import java.sql.Timestamp;
import org.jspecify.annotations.Nullable;

/**
 * The handlers that the HANDLER clauses of the procedures name. Each returns a VARIANT object with stable keys; times in
 * it are UTC and end in {@code Z}. A failure reaches the caller as a SQL error whose message says what to do.
 */
public final class Procedures {

    private Procedures() {}

    /**
     * {@code FLATTEN_INVERTER_DATA()}: files of the stream to readings and rejects, in one transaction.
     *
     * @return {@code run_id, files, probes, records, typed, rejected, duplicates, unchanged};
     *     {@code records = typed + rejected + duplicates + unchanged}
     */
    public static Variant flattenInverterData(Session session) {
        return FlattenInverterData.call(new Database(session));
    }

    /**
     * {@code REFLATTEN_INVERTER_DATA(FROM_TIME, TO_TIME)}: files loaded (START_SCAN_TIME) in the half-open UTC window, from
     * the raw table.
     *
     * @param fromTime default: a day before TO_TIME
     * @param toTime default: now
     * @return {@code run_id, from, to} and the counts of {@link #flattenInverterData}
     */
    public static Variant reflattenInverterData(
            Session session, @Nullable Timestamp fromTime, @Nullable Timestamp toTime) {
        return ReflattenInverterData.call(new Database(session), fromTime, toTime);
    }

    /**
     * {@code REPLAY_REJECTED(FROM_TIME, TO_TIME)}: records refused (REJECTED_AT) in the half-open UTC window, through
     * today's rules.
     *
     * @param fromTime default: a day before TO_TIME
     * @param toTime default: now
     * @return {@code run_id, from, to} and the counts of {@link #flattenInverterData}; {@code files} and {@code probes} are 0
     */
    public static Variant replayRejected(Session session, @Nullable Timestamp fromTime, @Nullable Timestamp toTime) {
        return ReplayRejected.call(new Database(session), fromTime, toTime);
    }

    /**
     * {@code SNAPSHOT_LOAD_HISTORY()}: the load history of the last 3 days to INGESTION_FILES.
     *
     * @return {@code run_id, days, files_added, files_changed, flatten_times_added, commit_times_added}
     */
    public static Variant snapshotLoadHistory(Session session) {
        return SnapshotLoadHistory.call(new Database(session));
    }

    /**
     * {@code RECONCILE_BATCHES(FROM_TIME, TO_TIME, HEAL, GRACE_MINUTES)}: batches whose tick is in the half-open UTC window,
     * at most 31 days, to INGESTION_BATCHES.
     *
     * @param fromTime default: a day before TO_TIME
     * @param toTime default: now
     * @param heal whether to refresh the pipe for files of the last 7 days whose event was lost; default false
     * @param graceMinutes minutes that a batch may take before it counts as missing; default 15
     * @return {@code run_id, from, to, batches, expected_records, records, typed, rejected, duplicates, by_status, problems}
     *     and, with HEAL, {@code files_refreshed, files_too_old}; each problem {@code status, client_id, day, batches, parts,
     *     first, last, remedy}
     */
    public static Variant reconcileBatches(
            Session session,
            @Nullable Timestamp fromTime,
            @Nullable Timestamp toTime,
            @Nullable Boolean heal,
            @Nullable Long graceMinutes) {
        return ReconcileBatches.call(new Database(session), fromTime, toTime, heal, graceMinutes);
    }

    /**
     * {@code MONITOR_INGESTION()}: what is wrong now to PIPELINE_ERRORS.
     *
     * @return {@code run_id, resolved, errors}; each error {@code kind, message}
     */
    public static Variant monitorIngestion(Session session) {
        return MonitorIngestion.call(new Database(session));
    }

    /**
     * {@code NOTIFY_PIPELINE_ERRORS(INTEGRATION, RECIPIENTS)}: one email with the errors that nobody was told of.
     *
     * @param integration notification integration of type EMAIL
     * @param recipients addresses, comma separated
     * @return {@code run_id, errors}
     */
    public static Variant notifyPipelineErrors(
            Session session, @Nullable String integration, @Nullable String recipients) {
        return NotifyErrors.call(new Database(session), integration, recipients);
    }

    /**
     * {@code RECORD_GRAPH_RUN()}: outcome of the graph of the calling finalizer task.
     *
     * @return {@code run_id, root_task, graph_run_group_id, state, tasks, failed_tasks}
     */
    public static Variant recordGraphRun(Session session) {
        return RecordGraphRun.call(new Database(session));
    }

    /**
     * {@code PURGE_INGESTION(DAYS)}: deletes flattened raw rows, rejects and bookkeeping.
     *
     * @param days what is older goes, 15 to 3650
     * @return {@code run_id, before, deleted}; {@code deleted} names rows per table
     */
    public static Variant purgeIngestion(Session session, @Nullable Long days) {
        return PurgeIngestion.call(new Database(session), days);
    }

    /**
     * {@code REPORT_INGESTION_LATENCY(FROM_TIME, TO_TIME)}: the hours that the half-open UTC window touches; files are
     * those that SNAPSHOT_LOAD_HISTORY knows.
     *
     * @param fromTime default: a day before TO_TIME
     * @param toTime default: now
     * @return {@code run_id, from, to, task_waits, rows}; each row {@code hour, num_files, hop, files, negative, absurd,
     *     p50_seconds, p95_seconds, p99_seconds, max_seconds, flag, committed_source}; {@code task_waits} has the same keys
     */
    public static Variant reportIngestionLatency(
            Session session, @Nullable Timestamp fromTime, @Nullable Timestamp toTime) {
        return LatencyReport.call(new Database(session), fromTime, toTime);
    }

    /**
     * {@code REPORT_INGESTION_COST(FROM_TIME, TO_TIME)}: the days that the half-open UTC window touches.
     *
     * @param fromTime default: 30 days before TO_TIME
     * @param toTime default: now
     * @return {@code run_id, from, to, total, currency, readings, bytes, inverters, rates, unit_costs, by_num_files, rows};
     *     {@code unit_costs} has {@code per_million_readings, per_gb, per_inverter_month}; {@code by_num_files} has {@code
     *     num_files, interval_seconds, batches, files, bytes_billed, put_amount, get_amount, currency, snowpipe_credits,
     *     former_file_fee_credits}; each row {@code day, component, basis, in_total,
     *     quantity, unit, credits, amount, currency, price_source, note}
     */
    public static Variant reportIngestionCost(
            Session session, @Nullable Timestamp fromTime, @Nullable Timestamp toTime) {
        return CostReport.call(new Database(session), fromTime, toTime);
    }

    /**
     * {@code RENDER_INGESTION_REPORT(DAYS)}: one HTML file on the stage INGESTION_REPORTS, from what the other reports
     * have written.
     *
     * @param days days back from now, 1 to 365; default 7
     * @return {@code run_id, path, bytes, url, url_valid_seconds, from, to}; {@code path} is relative to the stage, and whoever
     *     has {@code url} may read the page for a day
     */
    public static Variant renderIngestionReport(Session session, @Nullable Long days) {
        return RenderReport.call(session, days);
    }

    /**
     * {@code PROJECT_INGESTION_COST(OPTIONS)}: what a month would cost with other figures; changes nothing.
     *
     * @param options an object with any of {@code inverters, interval_seconds, num_files, flatten_seconds, compression,
     *     edition, region, file_days, table_months}; null for all defaults
     * @return {@code options, month_days, readings, files, bytes, ways, comparison, assumptions}; each way {@code way, amount, currency,
     *     per_million_readings, per_inverter_month, latency, components}; each component {@code component, quantity, unit,
     *     credits, amount, currency, price_source, note}; {@code latency} has {@code to_raw_p50_seconds,
     *     to_raw_p95_seconds, then_flatten_at_most_seconds, source}, the first two {@code "unknown"} unless measured;
     *     {@code comparison} has lines like components that are part of no sum
     */
    public static Variant projectIngestionCost(Session session, @Nullable Variant options) {
        return ProjectCost.call(new Database(session), options);
    }
}
