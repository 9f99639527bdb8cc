package dev.inverterflow.procs.flatten;

import dev.inverterflow.procs.run.Sql;
import java.time.LocalDate;
import java.util.List;

/** The statements of a replay that are about the rejects as a whole. */
final class ReplaySql {

    private final RecordSource.Rejects source;
    private final String runId;

    ReplaySql(RecordSource.Rejects source, String runId) {
        this.source = source;
        this.runId = runId;
    }

    /** Before the old rejects are deleted: moves what left them over to the other counts of its file. */
    String mergeCounts(List<LocalDate> dates) {
        return """
                MERGE INTO FLATTENED_FILES t
                USING (
                  SELECT
                    f.FILE_NAME, f.START_SCAN_TIME, f.REPLAYED - COALESCE(b.REFUSED, 0) AS LEFT_REJECTS, COALESCE(a.TYPED, 0) AS TYPED
                  FROM (
                    SELECT FILE_NAME, START_SCAN_TIME, COUNT(*) AS REPLAYED
                    FROM INVERTER_READINGS_REJECTED
                    WHERE %1$s
                    GROUP BY FILE_NAME, START_SCAN_TIME
                  ) f
                  LEFT JOIN (
                    SELECT FILE_NAME, START_SCAN_TIME, COUNT(*) AS TYPED
                    FROM INVERTER_READINGS
                    WHERE READING_DATE IN (%2$s) AND RUN_ID = %3$s
                    GROUP BY FILE_NAME, START_SCAN_TIME
                  ) a ON a.FILE_NAME = f.FILE_NAME AND a.START_SCAN_TIME = f.START_SCAN_TIME
                  LEFT JOIN (
                    SELECT FILE_NAME, START_SCAN_TIME, COUNT(*) AS REFUSED
                    FROM INVERTER_READINGS_REJECTED
                    WHERE RUN_ID = %3$s
                    GROUP BY FILE_NAME, START_SCAN_TIME
                  ) b ON b.FILE_NAME = f.FILE_NAME AND b.START_SCAN_TIME = f.START_SCAN_TIME
                ) s
                ON t.FILE_NAME = s.FILE_NAME AND t.START_SCAN_TIME = s.START_SCAN_TIME AND s.LEFT_REJECTS > 0
                WHEN MATCHED THEN
                  UPDATE SET
                    TYPED = t.TYPED + s.TYPED, REJECTED = t.REJECTED - s.LEFT_REJECTS,
                    DUPLICATES = t.DUPLICATES + s.LEFT_REJECTS - s.TYPED, UPDATED_AT = SYSDATE(), RUN_ID = %3$s""".formatted(source.condition(), Sql.dates(dates), Sql.text(runId));
    }

    /** Deletes the rejects that were replayed; those that stay rejects have been written again by this run. */
    String deleteReplayed() {
        return "DELETE FROM INVERTER_READINGS_REJECTED WHERE " + source.condition();
    }
}
