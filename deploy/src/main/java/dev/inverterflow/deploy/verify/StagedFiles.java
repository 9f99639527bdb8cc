package dev.inverterflow.deploy.verify;

import dev.inverterflow.deploy.connection.Row;
import dev.inverterflow.deploy.connection.SnowflakeSession;
import java.util.Optional;

/** The newest file of the stage, which other checks read. */
final class StagedFiles {
    private StagedFiles() {}

    /**
     * One file.
     *
     * @param path below the stage's URL
     * @param lastModified as LIST says it, GMT
     */
    record StagedFile(String path, String lastModified) {}

    /** Empty when there is no file. */
    static Optional<StagedFile> newest(SnowflakeSession session, Site site) {
        return session.show("list @" + site.target().object(Site.STAGE)).stream()
                .filter(row -> row.text("name").startsWith(site.stageUrl()))
                .reduce((older, newer) -> newer)
                .map(row -> file(row, site));
    }

    private static StagedFile file(Row row, Site site) {
        return new StagedFile(row.text("name").substring(site.stageUrl().length()), row.text("last_modified"));
    }
}
