package dev.inverterflow.procs.run;

import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * One call of a procedure.
 *
 * @param id names the run in all tables and log lines
 * @param procedure name of the procedure in SQL
 * @param startedAt the warehouse's clock, UTC
 */
public record Run(String id, String procedure, LocalDateTime startedAt) {

    /** Starts a run on the warehouse's clock. */
    public static Run start(Database database, String procedure) {
        String now = database.single("SELECT TO_VARCHAR(SYSDATE(), 'YYYY-MM-DD\"T\"HH24:MI:SS.FF3')")
                .getString(0);
        return new Run(UUID.randomUUID().toString(), procedure, LocalDateTime.parse(now));
    }

    /** A result over a window: {@code run_id, from, to} and then {@code counts}. */
    public Map<String, Object> result(TimeWindow window, Map<String, ?> counts) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("run_id", id);
        result.put("from", window.from() + "Z");
        result.put("to", window.to() + "Z");
        result.putAll(counts);
        return result;
    }
}
