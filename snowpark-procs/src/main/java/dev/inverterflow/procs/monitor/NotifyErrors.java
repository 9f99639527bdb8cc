package dev.inverterflow.procs.monitor;

import com.snowflake.snowpark_java.Row;
import com.snowflake.snowpark_java.types.Variant;
import dev.inverterflow.procs.run.Database;
import dev.inverterflow.procs.run.ProcedureException;
import dev.inverterflow.procs.run.Run;
import dev.inverterflow.procs.run.Sql;
import dev.inverterflow.procs.run.Transaction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One email with the errors that nobody was told of. They are marked before it is sent and the mark is committed after: an
 * email that cannot be sent is tried again by the next run of the alert.
 */
public final class NotifyErrors {

    private static final int MOST_ROWS = 50;

    private NotifyErrors() {}

    /** Runs the procedure. */
    public static Variant call(Database database, @Nullable String integration, @Nullable String recipients) {
        if (integration == null || integration.isBlank()) {
            throw ProcedureException.invalidArgument("INTEGRATION must name a notification integration of type EMAIL");
        }
        if (recipients == null || !recipients.contains("@")) {
            throw ProcedureException.invalidArgument(
                    "RECIPIENTS must hold email addresses separated by commas, not '" + recipients + "'");
        }
        Run run = Run.start(database, "NOTIFY_PIPELINE_ERRORS");
        long errors = Transaction.noted(database, run, () -> send(database, integration, recipients));
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("run_id", run.id());
        result.put("errors", errors);
        return new Variant(result);
    }

    private static long send(Database database, String integration, String recipients) {
        List<Row> rows = database.rows(select());
        if (rows.isEmpty()) {
            return 0;
        }
        database.execute("UPDATE PIPELINE_ERRORS SET NOTIFIED_AT = SYSDATE() WHERE NOTIFIED_AT IS NULL");
        String lines = rows.stream()
                .limit(MOST_ROWS)
                .map(row -> row.getString(0) + "  " + row.getString(1) + "  " + row.getString(2))
                .collect(Collectors.joining("\n"));
        String more = rows.size() > MOST_ROWS ? "\nand " + (rows.size() - MOST_ROWS) + " more in PIPELINE_ERRORS" : "";
        String subject = rows.size() == 1
                ? "InverterFlow: " + rows.get(0).getString(1)
                : "InverterFlow: " + rows.size() + " errors";
        database.execute(sendEmail(integration, recipients, subject, lines + more));
        return rows.size();
    }

    static String sendEmail(String integration, String recipients, String subject, String text) {
        return "CALL SYSTEM$SEND_EMAIL(%s, %s, %s, %s)"
                .formatted(Sql.text(integration), Sql.text(recipients), Sql.text(subject), Sql.text(text));
    }

    static String select() {
        return """
                SELECT TO_VARCHAR(OCCURRED_AT, 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), KIND, MESSAGE
                FROM PIPELINE_ERRORS
                WHERE NOTIFIED_AT IS NULL
                ORDER BY OCCURRED_AT, ERROR_ID""";
    }
}
