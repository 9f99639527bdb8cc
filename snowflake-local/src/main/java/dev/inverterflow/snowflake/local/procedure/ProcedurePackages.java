package dev.inverterflow.snowflake.local.procedure;

import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import java.util.List;
import java.util.Set;

/** The PACKAGES clause. Snowpark must be in it; its version must be the one that runs here. */
final class ProcedurePackages {

    private static final String SNOWPARK = "com.snowflake:snowpark";
    private static final String TELEMETRY = "com.snowflake:telemetry";
    private static final Set<String> SNOWPARK_VERSIONS = Set.of("latest", "1.16.0");

    private ProcedurePackages() {}

    /** What a procedure names: Snowpark must be among it. */
    static void check(List<String> packages) {
        if (!checkKnown(packages)) {
            throw new SnowflakeException(
                    2,
                    "42601",
                    "SQL compilation error:\nJava stored procedures need the package '" + SNOWPARK
                            + ":<version>' in PACKAGES.");
        }
    }

    /** Refuses packages that are not here; says whether Snowpark is among them. */
    static boolean checkKnown(List<String> packages) {
        boolean snowpark = false;
        for (String one : packages) {
            int colon = one.lastIndexOf(':');
            String name = colon < 0 ? one : one.substring(0, colon);
            if (name.equals(SNOWPARK)) {
                snowpark = true;
                checkVersion(one.substring(colon + 1));
            } else if (!name.equals(TELEMETRY)) {
                throw Errors.notSupported(
                        "the package '" + one + "' of PACKAGES; known are " + SNOWPARK + " and " + TELEMETRY);
            }
        }
        return snowpark;
    }

    /** Whether the library is among them that collects what a handler logs. */
    static boolean haveTelemetry(List<String> packages) {
        return packages.stream().anyMatch(one -> one.equals(TELEMETRY) || one.startsWith(TELEMETRY + ":"));
    }

    private static void checkVersion(String version) {
        if (!SNOWPARK_VERSIONS.contains(version)) {
            throw Errors.notSupported("Snowpark " + version + " in PACKAGES; procedures run on "
                    + SNOWPARK_VERSIONS.stream().sorted().toList());
        }
    }
}
