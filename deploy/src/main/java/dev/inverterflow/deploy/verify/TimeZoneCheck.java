package dev.inverterflow.deploy.verify;

import dev.inverterflow.deploy.connection.Row;
import dev.inverterflow.deploy.connection.SnowflakeSession;
import dev.inverterflow.deploy.verify.StagedFiles.StagedFile;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/**
 * Whether METADATA$FILE_LAST_MODIFIED is UTC wall clock, as the pipe takes it: read under two session time zones it must
 * be what LIST says in GMT. Snowflake's documentation does not settle it (Querying metadata for staged files).
 */
final class TimeZoneCheck implements Check {
    private static final String NAME = "file times are UTC";
    private static final List<String> ZONES = List.of("Asia/Tokyo", "America/Los_Angeles");
    private static final String OWN_ZONE = "UTC";
    private static final DateTimeFormatter SQL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    @Override
    public List<Finding> run(SnowflakeSession session, Site site) {
        return List.of(StagedFiles.newest(session, site)
                .map(file -> compare(session, site, file))
                .orElseGet(() -> Finding.skipped(
                        NAME,
                        "there is no file at " + site.stageUrl() + " to read; put one: " + AwsTool.putLine(site))));
    }

    private static Finding compare(SnowflakeSession session, Site site, StagedFile file) {
        LocalDateTime listed = ZonedDateTime.parse(file.lastModified(), DateTimeFormatter.RFC_1123_DATE_TIME)
                .toLocalDateTime();
        try {
            for (String zone : ZONES) {
                session.execute("alter session set timezone = '" + zone + "'");
                Optional<LocalDateTime> seen = lastModified(session, site, file);
                if (seen.isEmpty()) {
                    return Finding.skipped(
                            NAME, file.path() + " has no row to read the time from; put one: " + AwsTool.putLine(site));
                }
                if (!seen.get().equals(listed)) {
                    return Finding.failed(
                            NAME,
                            "under " + zone + " METADATA$FILE_LAST_MODIFIED of " + file.path() + " is " + seen.get()
                                    + ", LIST says " + listed
                                    + " GMT; name the zone it comes in as the first argument of"
                                    + " CONVERT_TIMEZONE in the pipe");
                }
            }
        } finally {
            session.execute("alter session set timezone = '" + OWN_ZONE + "'");
        }
        return Finding.ok(NAME, file.path() + ": " + listed + " under " + String.join(" and ", ZONES));
    }

    private static Optional<LocalDateTime> lastModified(SnowflakeSession session, Site site, StagedFile file) {
        String query = "select to_varchar(METADATA$FILE_LAST_MODIFIED, 'YYYY-MM-DD HH24:MI:SS') from @"
                + site.target().object(Site.STAGE) + "/" + file.path() + " limit 1";
        return session.show(query).stream().findFirst().flatMap(Row::first).map(text -> LocalDateTime.parse(text, SQL));
    }
}
