package dev.inverterflow.deploy.command;

import dev.inverterflow.deploy.connection.ConnectionSettings;
import dev.inverterflow.deploy.connection.SnowflakeSession;
import dev.inverterflow.deploy.outcome.DeployException;
import dev.inverterflow.deploy.outcome.ExitCode;
import dev.inverterflow.deploy.report.HtmlPage;
import dev.inverterflow.deploy.report.Report;
import dev.inverterflow.deploy.target.Target;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "report", description = "Show what ingestion cost and how long it took.")
final class ReportCommand implements Callable<Integer> {
    private static final int MOST_DAYS = 3650;

    @Mixin
    private final ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private final ScriptOptions scripts = new ScriptOptions();

    @Option(
            names = "--days",
            paramLabel = "N",
            defaultValue = "7",
            description = "How far back; default: ${DEFAULT-VALUE}.")
    private int days;

    @Option(names = "--refresh", description = "Compute it again first: snapshot, latency, cost.")
    private boolean refresh;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Option(names = "--html", paramLabel = "FILE", description = "Render the HTML page and download it to this file.")
    private @Nullable Path html;

    private final Context context;

    ReportCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        if (days < 1 || days > MOST_DAYS) {
            throw new DeployException(ExitCode.USAGE, "--days must be from 1 to " + MOST_DAYS);
        }
        Target target = scripts.target();
        ConnectionSettings settings = connection.settings(context);
        try (SnowflakeSession session = SnowflakeSession.open(settings)) {
            target.enterToRead(session, settings.role());
            Report report = new Report(session, target, days);
            if (refresh) {
                report.refresh();
            }
            if (html != null) {
                HtmlPage.download(session, target, days, html);
                context.out().println("report: " + html.toAbsolutePath());
            } else {
                context.out().println(json ? report.json() : report.text());
            }
            context.out().flush();
        }
        return ExitCode.OK.number();
    }
}
