package dev.inverterflow.procs.html;

import com.snowflake.snowpark_java.Session;
import com.snowflake.snowpark_java.types.Variant;
import dev.inverterflow.procs.run.Database;
import dev.inverterflow.procs.run.ProcedureException;
import dev.inverterflow.procs.run.Run;
import dev.inverterflow.procs.run.Sql;
import dev.inverterflow.procs.run.TimeWindow;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTML report on the stage INGESTION_REPORTS. */
public final class RenderReport {

    private static final Logger LOG = LoggerFactory.getLogger(RenderReport.class);
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("'ingestion_report_'yyyyMMdd'T'HHmmss'Z.html'");
    private static final long DEFAULT_DAYS = 7;
    private static final long MAX_DAYS = 365;

    /** A day; Snowflake takes up to seven. */
    private static final long URL_SECONDS = 24 * 3600;

    private RenderReport() {}

    /** Runs the procedure. */
    public static Variant call(Session session, @Nullable Long days) {
        long length = days == null ? DEFAULT_DAYS : days;
        if (length < 1 || length > MAX_DAYS) {
            throw ProcedureException.invalidArgument("DAYS must be 1 to " + MAX_DAYS + ", not " + length);
        }
        Database database = new Database(session);
        Run run = Run.start(database, "RENDER_INGESTION_REPORT");
        TimeWindow window = TimeWindow.of(null, null, run.startedAt(), Duration.ofDays(length), ChronoUnit.DAYS);
        String renderedAt = run.startedAt().truncatedTo(ChronoUnit.SECONDS).toString();
        byte[] page =
                ReportPage.render(ReportData.load(database, window, renderedAt)).getBytes(StandardCharsets.UTF_8);
        String path = NAME.format(run.startedAt());
        session.file().uploadStream("@INGESTION_REPORTS/" + path, new ByteArrayInputStream(page), false);
        LOG.info("run {}: {} bytes to {}", run.id(), page.length, path); // not the URL: who has it may read the page

        Map<String, Object> result = new LinkedHashMap<>();
        result.put("run_id", run.id());
        result.put("path", path);
        result.put("bytes", page.length);
        result.put("url", database.single(presignedUrl(path)).getString(0));
        result.put("url_valid_seconds", URL_SECONDS);
        result.put("from", window.from() + "Z");
        result.put("to", window.to() + "Z");
        return new Variant(result);
    }

    static String presignedUrl(String path) {
        return "SELECT GET_PRESIGNED_URL(@INGESTION_REPORTS, %s, %d)".formatted(Sql.text(path), URL_SECONDS);
    }
}
