package dev.inverterflow.deploy.filetime;

import dev.inverterflow.deploy.connection.Row;
import dev.inverterflow.deploy.connection.SnowflakeSession;
import dev.inverterflow.deploy.filetime.StagedFiles.StagedFile;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/**
 * Whether METADATA$FILE_LAST_MODIFIED is UTC wall clock, as the pipe takes it: read under two session time zones it must
 * be what LIST says in GMT. Snowflake's documentation does not settle it (Querying metadata for staged files).
 */
public final class FileTimes {
    private static final List<String> ZONES = List.of("Asia/Tokyo", "America/Los_Angeles");
    private static final String OWN_ZONE = "UTC";
    private static final DateTimeFormatter SQL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final SnowflakeSession session;
    private final String stage;
    private final String stageUrl;

    /**
     * Reads from one stage.
     *
     * @param stage full name
     * @param stageUrl ends with a slash
     */
    public FileTimes(SnowflakeSession session, String stage, String stageUrl) {
        this.session = session;
        this.stage = stage;
        this.stageUrl = stageUrl;
    }

    /** What a look at the newest file says. */
    public Answer settle() {
        return StagedFiles.newest(session, stage, stageUrl)
                .map(this::compare)
                .orElseGet(() -> new Answer(Verdict.OPEN, "there is no file at " + stageUrl + " to read"));
    }

    private Answer compare(StagedFile file) {
        LocalDateTime listed = ZonedDateTime.parse(file.lastModified(), DateTimeFormatter.RFC_1123_DATE_TIME)
                .toLocalDateTime();
        try {
            for (String zone : ZONES) {
                session.execute("alter session set timezone = '" + zone + "'");
                Optional<LocalDateTime> seen = lastModified(file);
                if (seen.isEmpty()) {
                    return new Answer(Verdict.OPEN, file.path() + " has no row to read the time from");
                }
                if (!seen.get().equals(listed)) {
                    return new Answer(
                            Verdict.OTHER,
                            "under " + zone + " METADATA$FILE_LAST_MODIFIED of " + file.path() + " is " + seen.get()
                                    + ", LIST says " + listed
                                    + " GMT; name the zone it comes in as the first argument of"
                                    + " CONVERT_TIMEZONE in the pipe");
                }
            }
        } finally {
            session.execute("alter session set timezone = '" + OWN_ZONE + "'");
        }
        return new Answer(Verdict.UTC, file.path() + ": " + listed + " under " + String.join(" and ", ZONES));
    }

    private Optional<LocalDateTime> lastModified(StagedFile file) {
        String query = "select to_varchar(METADATA$FILE_LAST_MODIFIED, 'YYYY-MM-DD HH24:MI:SS') from @" + stage + "/"
                + file.path() + " limit 1";
        return session.show(query).stream().findFirst().flatMap(Row::first).map(text -> LocalDateTime.parse(text, SQL));
    }

    /** What was found. */
    public enum Verdict {
        UTC,
        /** It is another zone's wall clock. */
        OTHER,
        /** Nothing could be read. */
        OPEN
    }

    /**
     * A verdict and what was seen.
     *
     * @param detail for OTHER also what to do
     */
    public record Answer(Verdict verdict, String detail) {}
}
