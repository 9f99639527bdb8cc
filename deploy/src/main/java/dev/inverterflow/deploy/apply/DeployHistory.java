package dev.inverterflow.deploy.apply;

import dev.inverterflow.deploy.connection.Row;
import dev.inverterflow.deploy.connection.SnowflakeSession;
import dev.inverterflow.deploy.connection.StatementFailure;
import dev.inverterflow.deploy.outcome.DeployException;
import dev.inverterflow.deploy.outcome.ExitCode;
import dev.inverterflow.deploy.target.Target;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** DEPLOY_HISTORY: one row per attempt at a step, written before it begins and completed when it ends. */
public final class DeployHistory {
    private static final int ERROR_CHARACTERS = 2000;

    private static final String REMOVED = HistoryEntry.Outcome.REMOVED.name();

    private final SnowflakeSession session;
    private final String table;

    public DeployHistory(SnowflakeSession session, Target target) {
        this.session = session;
        this.table = target.object("DEPLOY_HISTORY");
    }

    /** The last attempt at each step, by the step's name; empty before the first apply. One query. */
    public Map<String, HistoryEntry> lastAttempts() {
        Map<String, HistoryEntry> entries = new LinkedHashMap<>();
        for (Row row : rows("""
                select STEP, KIND, CHECKSUM, OUTCOME, DEPLOYED_BY, STARTED_AT, DURATION_MS, ERROR
                from %s
                where OUTCOME <> 'REMOVED'
                qualify row_number() over (partition by STEP order by STARTED_AT desc) = 1
                order by STARTED_AT""".formatted(table))) {
            entries.put(row.text("STEP"), entry(row));
        }
        return entries;
    }

    /** The rendered text of each script as it last succeeded, by the script's name. */
    public Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Row row : rows("""
                select STEP, CONTENT
                from %s
                where OUTCOME = 'SUCCEEDED' and KIND in ('VERSIONED', 'REPEATABLE')
                qualify row_number() over (partition by STEP order by STARTED_AT desc) = 1
                order by STARTED_AT""".formatted(table))) {
            texts.put(row.text("STEP"), row.text("CONTENT"));
        }
        return texts;
    }

    /** What the last row of a kind holds, with who wrote it. */
    public Optional<Kept> lastKept(StepKind kind, HistoryEntry.Outcome outcome) {
        return rows("""
                        select CONTENT, DEPLOYED_BY, STARTED_AT
                        from %s
                        where KIND = '%s' and OUTCOME = '%s'
                        order by STARTED_AT desc
                        limit 1""".formatted(table, kind, outcome)).stream()
                .findFirst()
                .map(row -> new Kept(row.text("CONTENT"), row.text("DEPLOYED_BY"), row.text("STARTED_AT")));
    }

    /** The content of a row, with who wrote it and when (UTC, for people). */
    public record Kept(String content, String by, String at) {}

    void createIfMissing() {
        session.execute("""
                create table if not exists %s (
                    RUN_ID varchar not null,
                    STEP varchar not null,
                    KIND varchar not null,
                    CHECKSUM varchar not null,
                    DEPLOYED_BY varchar not null,
                    STARTED_AT timestamp_ntz not null,
                    OUTCOME varchar not null,
                    DURATION_MS number(18, 0),
                    ERROR varchar,
                    CONTENT varchar
                )
                comment = 'Every attempt of deploy at a script or file; times are UTC'""".formatted(table));
    }

    void started(String runId, Step step) {
        String text = step.script().map(script -> script.text()).orElse("");
        started(runId, step.name(), step.kind(), step.checksum(), text);
    }

    void started(String runId, String step, StepKind kind, String checksum, String content) {
        session.update(
                """
                insert into %s (RUN_ID, STEP, KIND, CHECKSUM, DEPLOYED_BY, STARTED_AT, OUTCOME, CONTENT)
                select ?, ?, ?, ?, current_user(), sysdate(), ?, ?""".formatted(table), runId, step, kind.name(), checksum, HistoryEntry.Outcome.STARTED.name(), content);
    }

    void succeeded(String runId, String step, long milliseconds) {
        session.update(
                "update %s set OUTCOME = ?, DURATION_MS = ? where RUN_ID = ? and STEP = ?".formatted(table),
                HistoryEntry.Outcome.SUCCEEDED.name(),
                milliseconds,
                runId,
                step);
    }

    void keep(String runId, String step, String content) {
        session.update(
                "update %s set CONTENT = ? where RUN_ID = ? and STEP = ?".formatted(table), content, runId, step);
    }

    void failed(String runId, Step step, long milliseconds, String error) {
        session.update(
                "update %s set OUTCOME = ?, DURATION_MS = ?, ERROR = ? where RUN_ID = ? and STEP = ?".formatted(table),
                HistoryEntry.Outcome.FAILED.name(),
                milliseconds,
                error.substring(0, Math.min(error.length(), ERROR_CHARACTERS)),
                runId,
                step.name());
    }

    /** Every step counts as not applied from now on; the rows stay, for people. */
    public void forget() {
        if (!lastAttempts().isEmpty()) {
            session.update("update %s set OUTCOME = ? where OUTCOME <> ?".formatted(table), REMOVED, REMOVED);
        }
    }

    /** None before the first apply. */
    private List<Row> rows(String query) {
        try {
            return session.show(query);
        } catch (StatementFailure e) {
            if (e.meansMissingObject()) {
                return List.of();
            }
            throw e;
        }
    }

    private HistoryEntry entry(Row row) {
        try {
            return new HistoryEntry(
                    row.text("STEP"),
                    StepKind.valueOf(row.text("KIND")),
                    row.text("CHECKSUM"),
                    HistoryEntry.Outcome.valueOf(row.text("OUTCOME")),
                    row.text("DEPLOYED_BY"),
                    row.text("STARTED_AT"),
                    row.text("DURATION_MS"),
                    row.text("ERROR"));
        } catch (IllegalArgumentException e) {
            throw new DeployException(
                    ExitCode.REFUSED,
                    table + " has a row of step '" + row.text("STEP")
                            + "' that this deploy does not understand; was it written by a newer one?",
                    e);
        }
    }
}
