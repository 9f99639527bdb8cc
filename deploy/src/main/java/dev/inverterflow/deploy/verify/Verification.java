package dev.inverterflow.deploy.verify;

import dev.inverterflow.deploy.connection.SnowflakeSession;
import dev.inverterflow.deploy.connection.StatementFailure;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Looks at everything in the order in which one thing needs the other; changes nothing but a probe file. */
public final class Verification {
    private final SnowflakeSession session;
    private final Site site;
    private final PrintWriter out;

    public Verification(SnowflakeSession session, Site site, PrintWriter out) {
        this.session = session;
        this.site = site;
        this.out = out;
    }

    /** Prints each finding as it comes; true when nothing failed. What was skipped is said, not counted. */
    public boolean run() {
        List<Finding> all = new ArrayList<>();
        for (Check check : List.of(
                new PrivilegesCheck(),
                new CodeCheck(),
                new IntegrationCheck(),
                new TimeZoneCheck(),
                new PipeCheck(),
                new ProbeCheck(Clock.systemUTC()))) {
            List<Finding> findings = findings(check);
            findings.forEach(this::print);
            all.addAll(findings);
        }
        long failed = count(all, Finding.Outcome.FAILED);
        out.println(count(all, Finding.Outcome.OK) + " ok, " + failed + " failed, "
                + count(all, Finding.Outcome.SKIPPED) + " skipped");
        out.flush();
        return failed == 0;
    }

    private List<Finding> findings(Check check) {
        try {
            return check.run(session, site);
        } catch (StatementFailure e) {
            return List.of(Finding.failed(
                    check.getClass().getSimpleName().replaceAll("([a-z])([A-Z])", "$1 $2"),
                    e.statement().replaceAll("\\s+", " ") + ": " + e.getMessage()));
        }
    }

    private void print(Finding finding) {
        out.printf("%-8s%s: %s%n", finding.outcome(), finding.check(), finding.detail());
        out.flush();
    }

    private static long count(List<Finding> findings, Finding.Outcome outcome) {
        return findings.stream().filter(finding -> finding.outcome() == outcome).count();
    }
}
