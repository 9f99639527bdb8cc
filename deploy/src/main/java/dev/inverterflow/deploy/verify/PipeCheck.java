package dev.inverterflow.deploy.verify;

import dev.inverterflow.deploy.connection.Row;
import dev.inverterflow.deploy.connection.SnowflakeSession;
import dev.inverterflow.deploy.pipeline.Pipe;
import dev.inverterflow.deploy.pipeline.Pipeline;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether the pipe runs, and whether the bucket tells its channel of new files. */
final class PipeCheck implements Check {
    private static final String STATUS = "pipe runs";
    private static final String CHANNEL = "bucket notifies the pipe's channel";

    @Override
    public List<Finding> run(SnowflakeSession session, Site site) {
        List<Finding> findings = new ArrayList<>();
        findings.add(status(session, site));
        findings.add(channel(session, site)
                .map(arn -> AwsTool.notification(site, CHANNEL, arn))
                .orElseGet(() -> Finding.failed(CHANNEL, "SHOW PIPES names no notification_channel")));
        return findings;
    }

    private static Finding status(SnowflakeSession session, Site site) {
        Optional<Pipe> pipe = new Pipeline(session, site.target(), new PrintWriter(Writer.nullWriter()))
                .pipes().stream()
                        .filter(found -> found.name().equals(Site.PIPE))
                        .findFirst();
        if (pipe.isEmpty()) {
            return Finding.failed(STATUS, Site.PIPE + " is not there for this role; run apply");
        }
        String state = pipe.get().state();
        String error = pipe.get().text("error");
        if (state.equals("RUNNING") && error.isEmpty()) {
            return Finding.ok(STATUS, "RUNNING, " + pipe.get().text("pendingFileCount") + " files pending");
        }
        return Finding.failed(
                STATUS,
                state + (error.isEmpty() ? "" : ": " + error) + "; "
                        + (state.equals("PAUSED")
                                ? "'deploy resume' starts it"
                                : "DESC PIPE says why (invalid_reason)"));
    }

    private static Optional<String> channel(SnowflakeSession session, Site site) {
        return session.show("show pipes in schema " + site.target().schemaName()).stream()
                .filter(row -> row.text("name").equals(Site.PIPE))
                .findFirst()
                .flatMap((Row row) -> row.find("notification_channel"))
                .filter(arn -> !arn.isEmpty());
    }
}
