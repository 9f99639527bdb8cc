package dev.inverterflow.procs.monitor;

import com.snowflake.snowpark_java.Row;
import dev.inverterflow.procs.run.Database;
import dev.inverterflow.procs.run.PipelineErrors.Report;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the monitor looks at; each check gives what is wrong now. Nothing here writes. */
final class Checks {

    private static final long HOURS_BEFORE_STALE = 48;

    private final Database database;

    Checks(Database database) {
        this.database = database;
    }

    List<Report> pipes() {
        database.execute(MonitorSql.showPipes());
        List<Report> found = new ArrayList<>();
        for (Row pipe : database.rows(MonitorSql.pipes())) {
            String name = pipe.getString(0);
            if (!pipe.isNullAt(1)) {
                found.add(report(
                        "PIPE_INVALID",
                        name,
                        "pipe " + name + " cannot load: " + pipe.getString(1)
                                + "; mend what it names, then follow sql/operations/replace_pipe.sql",
                        Map.of("pipe", name)));
                continue;
            }
            Row status = database.single(MonitorSql.pipeStatus(name));
            stateOf(name, status.getString(0), status.getString(2)).ifPresent(found::add);
            if (!status.isNullAt(1)) {
                found.add(report(
                        "PIPE_ERROR",
                        name,
                        "pipe " + name + " cannot load: " + status.getString(1)
                                + "; if a privilege lacks, grant it again (sql/repeatable/R__30_grants.sql)",
                        Map.of("pipe", name, "status", status.getString(2))));
            }
        }
        return found;
    }

    private static Optional<Report> stateOf(String pipe, String state, String status) {
        Map<String, String> detail = Map.of("pipe", pipe, "status", status);
        return switch (state) {
            case "RUNNING" -> Optional.empty();
            case "PAUSED" ->
                Optional.of(report(
                        "PIPE_PAUSED",
                        pipe,
                        "pipe " + pipe + " is paused, nothing is loaded: ALTER PIPE " + pipe
                                + " SET PIPE_EXECUTION_PAUSED = FALSE; after 14 days it is stale",
                        detail));
            default ->
                Optional.of(report(
                        "PIPE_STOPPED",
                        pipe,
                        "pipe " + pipe + " is in state " + state + ", see SYSTEM$PIPE_STATUS for what that means",
                        detail));
        };
    }

    List<Report> failedFiles() {
        List<Row> files = database.rows(MonitorSql.failedFiles());
        List<Report> found = new ArrayList<>();
        for (Row file : files.subList(0, Math.min(files.size(), MonitorSql.MOST_FILES))) {
            String reason = file.isNullAt(2) ? "it holds no record at all" : file.getString(2);
            Map<String, Object> detail = new LinkedHashMap<>();
            detail.put("file", file.getString(0));
            detail.put("status", file.getString(1));
            detail.put("error", reason);
            detail.put("at", file.getString(3));
            found.add(report(
                    "FILE_NOT_LOADED",
                    file.getString(0),
                    file.getString(0) + ": " + file.getString(1) + ": " + reason
                            + "; upload its content again under a new name",
                    detail));
        }
        if (files.size() > MonitorSql.MOST_FILES) {
            found.add(report(
                    "MANY_FILES_NOT_LOADED",
                    "INVERTER_DATA_RAW",
                    files.size() + " files of the last day were not loaded, the last " + MonitorSql.MOST_FILES
                            + " have rows of their own; see INGESTION_FILES",
                    Map.of("files", files.size())));
        }
        return found;
    }

    List<Report> stream() {
        database.execute(MonitorSql.showStreams());
        List<Report> found = new ArrayList<>();
        for (Row stream : database.rows(MonitorSql.streams())) {
            if ("true".equalsIgnoreCase(stream.getString(0)) || !stream.isNullAt(2)) {
                found.add(report(
                        "STREAM_STALE",
                        "INVERTER_DATA_RAW_STREAM",
                        "the stream has lost its place in INVERTER_DATA_RAW: make it again, then CALL"
                                + " REFLATTEN_INVERTER_DATA for the time since the last run of FLATTEN",
                        Map.of()));
            } else if (!stream.isNullAt(1) && Database.number(stream, 1) < HOURS_BEFORE_STALE) {
                found.add(report(
                        "STREAM_GROWS_STALE",
                        "INVERTER_DATA_RAW_STREAM",
                        "the stream becomes stale in " + Database.number(stream, 1)
                                + " hours: resume the task FLATTEN or CALL FLATTEN_INVERTER_DATA()",
                        Map.of("hours", Database.number(stream, 1))));
            }
        }
        return found;
    }

    List<Report> suspendedTasks() {
        database.execute(MonitorSql.showTasks());
        List<Report> found = new ArrayList<>();
        for (Row task : database.rows(MonitorSql.suspendedTasks())) {
            found.add(report(
                    "TASK_SUSPENDED",
                    task.getString(0),
                    "task " + task.getString(0)
                            + " failed too often and was suspended: mend the cause, then ALTER TASK "
                            + task.getString(0) + " RESUME",
                    Map.of("task", task.getString(0), "reason", task.getString(1))));
        }
        return found;
    }

    /** What a procedure has reported of itself is no second error. */
    List<Report> failedTasks() {
        List<String> reported = database.rows(MonitorSql.reportedByProcedures()).stream()
                .map(row -> row.getString(0))
                .toList();
        List<Report> found = new ArrayList<>();
        for (Row task : database.rows(MonitorSql.failedTasks())) {
            @Nullable String message = task.isNullAt(1) ? null : task.getString(1);
            String text = message == null ? "no message" : message;
            if (reported.stream().noneMatch(text::contains)) {
                found.add(report(
                        "TASK_FAILED",
                        task.getString(0) + "|" + text.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}|[0-9]+", "#"),
                        "task " + task.getString(0) + " failed: " + text
                                + "; if a privilege lacks, grant it again (sql/repeatable/R__30_grants.sql)",
                        Map.of("task", task.getString(0), "query_id", String.valueOf(task.get(2)))));
            }
        }
        return found;
    }

    static Report report(String kind, String what, String message, Map<String, ?> detail) {
        return new Report(kind + "|" + what, kind, message, detail);
    }
}
