package dev.inverterflow.deploy.apply;

import dev.inverterflow.deploy.connection.SnowflakeSession;
import dev.inverterflow.deploy.connection.StatementFailure;
import dev.inverterflow.deploy.target.Target;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;

/**
 * The Snowpark version that procedures ask for. A body is not validated when a procedure is made (CREATE PROCEDURE), so a
 * version that the account does not list would fail at the first run only.
 *
 * @param wanted a version or {@code latest}; empty when no variable says
 */
public record SnowparkVersion(Optional<String> wanted) {
    private static final String LATEST = "latest";
    private static final String PACKAGE = "com.snowflake:snowpark";

    /** What is wrong, if anything; where the account has no such listing, that is said on {@code out}. */
    Optional<String> check(SnowflakeSession session, Target target, PrintWriter out) {
        try {
            List<String> listed = listed(session, target);
            if (listed.isEmpty()) {
                out.println("note: not checked: " + target.database() + ".INFORMATION_SCHEMA.PACKAGES lists no "
                        + PACKAGE + " that this role sees; if calls fail, the account has none");
                return Optional.empty();
            }
            return wanted.filter(version -> !version.equals(LATEST))
                    .filter(version -> !listed.contains(version))
                    .map(version -> refusal(version, listed));
        } catch (StatementFailure e) {
            if (!e.meansMissingObject()) {
                throw e;
            }
            out.println("note: not checked: " + target.database()
                    + ".INFORMATION_SCHEMA.PACKAGES, which lists the Snowpark versions, is not there");
            return Optional.empty();
        }
    }

    private static String refusal(String version, List<String> listed) {
        return "this account lists " + PACKAGE + " " + String.join(", ", listed) + ", not " + version
                + "; give --var snowpark_version= one of those";
    }

    private static List<String> listed(SnowflakeSession session, Target target) {
        return session
                .query(
                        "select distinct VERSION from " + target.database()
                                + ".INFORMATION_SCHEMA.PACKAGES where LANGUAGE = 'java' and PACKAGE_NAME = ? order by 1",
                        PACKAGE)
                .stream()
                .map(row -> row.first().orElse(""))
                .toList();
    }
}
