package dev.inverterflow.deploy.apply;

import dev.inverterflow.deploy.connection.Row;
import dev.inverterflow.deploy.connection.SnowflakeSession;
import dev.inverterflow.deploy.connection.StatementFailure;
import dev.inverterflow.deploy.outcome.DeployException;
import dev.inverterflow.deploy.outcome.ExitCode;
import dev.inverterflow.deploy.target.Target;
import java.util.LinkedHashMap;
import java.util.Map;

/** DEPLOY_HISTORY: one row per attempt at a step, written before it begins and completed when it ends. */
public final class DeployHistory {
    private static final int ERROR_CHARACTERS = 2000;

    private final SnowflakeSession session;
    private final String table;

    public DeployHistory(SnowflakeSession session, Target target) {
        this.session = session;
        this.table = target.object("DEPLOY_HISTORY");
    }

    /** The last attempt at each step, by the step's name; empty before the first apply. */
    public Map<String, HistoryEntry> lastAttempts() {
        Map<String, HistoryEntry> entries = new LinkedHashMap<>();
        try {
            String newest = """
                    select STEP, KIND, CHECKSUM, OUTCOME, DEPLOYED_BY, STARTED_AT, DURATION_MS
                    from %s
                    qualify row_number() over (partition by STEP order by STARTED_AT desc) = 1
                    order by STARTED_AT""".formatted(table);
            for (Row row : session.show(newest)) {
                entries.put(row.text("STEP"), entry(row));
            }
        } catch (StatementFailure e) {
            if (!e.meansMissingObject()) {
                throw e;
            }
        }
        return entries;
    }

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
                    ERROR varchar
                )
                comment = 'Every attempt of deploy at a script or file; times are UTC'""".formatted(table));
    }

    void started(String runId, Step step) {
        session.update(
                """
                insert into %s (RUN_ID, STEP, KIND, CHECKSUM, DEPLOYED_BY, STARTED_AT, OUTCOME)
                select ?, ?, ?, ?, current_user(), sysdate(), ?""".formatted(table),
                runId,
                step.name(),
                step.kind().name(),
                step.checksum(),
                HistoryEntry.Outcome.STARTED.name());
    }

    void succeeded(String runId, Step step, long milliseconds) {
        session.update(
                "update %s set OUTCOME = ?, DURATION_MS = ? where RUN_ID = ? and STEP = ?".formatted(table),
                HistoryEntry.Outcome.SUCCEEDED.name(),
                milliseconds,
                runId,
                step.name());
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

    private HistoryEntry entry(Row row) {
        try {
            return new HistoryEntry(
                    row.text("STEP"),
                    StepKind.valueOf(row.text("KIND")),
                    row.text("CHECKSUM"),
                    HistoryEntry.Outcome.valueOf(row.text("OUTCOME")),
                    row.text("DEPLOYED_BY"),
                    row.text("STARTED_AT"),
                    row.text("DURATION_MS"));
        } catch (IllegalArgumentException e) {
            throw new DeployException(
                    ExitCode.REFUSED,
                    table + " has a row of step '" + row.text("STEP")
                            + "' that this deploy does not understand; was it written by a newer one?",
                    e);
        }
    }
}
