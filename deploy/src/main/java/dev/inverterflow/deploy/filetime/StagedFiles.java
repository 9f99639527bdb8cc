package dev.inverterflow.deploy.filetime;

import dev.inverterflow.deploy.connection.SnowflakeSession;
import java.util.Optional;

/** The newest file of a stage, for checks that need one to read. */
public final class StagedFiles {
    private StagedFiles() {}

    /**
     * One file.
     *
     * @param path below the stage's URL
     * @param lastModified as LIST says it, GMT
     */
    public record StagedFile(String path, String lastModified) {}

    /**
     * Lists the stage.
     *
     * @param stage full name
     * @param stageUrl ends with a slash
     * @return empty when there is no file
     */
    public static Optional<StagedFile> newest(SnowflakeSession session, String stage, String stageUrl) {
        return session.show("list @" + stage).stream()
                .filter(row -> row.text("name").startsWith(stageUrl))
                .reduce((older, newer) -> newer)
                .map(row -> new StagedFile(row.text("name").substring(stageUrl.length()), row.text("last_modified")));
    }
}
