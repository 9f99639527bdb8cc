package dev.inverterflow.deploy.verify;

import dev.inverterflow.deploy.connection.SnowflakeSession;
import dev.inverterflow.deploy.filetime.FileTimes;
import java.util.List;

/** Whether file times are UTC, as the pipe takes them. */
final class TimeZoneCheck implements Check {
    private static final String NAME = "file times are UTC";

    @Override
    public List<Finding> run(SnowflakeSession session, Site site) {
        FileTimes times = new FileTimes(session, site.target().object(Site.STAGE), site.stageUrl());
        return List.of(finding(times.settle(), site));
    }

    private static Finding finding(FileTimes.Answer answer, Site site) {
        return switch (answer.verdict()) {
            case UTC -> Finding.ok(NAME, answer.detail());
            case OTHER -> Finding.failed(NAME, answer.detail());
            case OPEN -> Finding.skipped(NAME, answer.detail() + "; put one: " + AwsTool.putLine(site));
        };
    }
}
