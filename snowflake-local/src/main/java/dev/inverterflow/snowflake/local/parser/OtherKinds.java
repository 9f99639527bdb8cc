package dev.inverterflow.snowflake.local.parser;

import java.util.List;
import java.util.stream.Stream;

/**
 * The kinds of objects that Snowflake has and the stand-in has not, by which a statement is refused wherever it names one.
 *
 * <p>Source: docs.snowflake.com/en/sql-reference/sql-all.
 */
final class OtherKinds {
    private static final List<String> NAMES = List.of(
            "ACCOUNT",
            "AGENT",
            "AGGREGATE FUNCTION",
            "AGGREGATION POLICY",
            "API INTEGRATION",
            "APPLICATION",
            "APPLICATION PACKAGE",
            "APPLICATION ROLE",
            "AUTHENTICATION POLICY",
            "BACKUP POLICY",
            "BACKUP SET",
            "CATALOG INTEGRATION",
            "COMPUTE POOL",
            "CONNECTION",
            "CONTACT",
            "CORTEX SEARCH SERVICE",
            "DATA METRIC FUNCTION",
            "DATASET",
            "DBT PROJECT",
            "DCM PROJECT",
            "DYNAMIC ICEBERG TABLE",
            "DYNAMIC TABLE",
            "EVENT TABLE",
            "EXTERNAL ACCESS INTEGRATION",
            "EXTERNAL FUNCTION",
            "EXTERNAL TABLE",
            "EXTERNAL VOLUME",
            "FAILOVER GROUP",
            "FEATURE POLICY",
            "GATEWAY",
            "GIT REPOSITORY",
            "HYBRID TABLE",
            "ICEBERG TABLE",
            "IMAGE REPOSITORY",
            "INDEX",
            "INTERACTIVE MATERIALIZED VIEW",
            "INTERACTIVE TABLE",
            "INTERACTIVE WAREHOUSE",
            "JOIN POLICY",
            "LISTING",
            "MANAGED ACCOUNT",
            "MASKING POLICY",
            "MATERIALIZED VIEW",
            "MCP SERVER",
            "MODEL",
            "MODEL MONITOR",
            "NETWORK POLICY",
            "NETWORK RULE",
            "NOTEBOOK",
            "ORGANIZATION ACCOUNT",
            "ORGANIZATION LISTING",
            "ORGANIZATION PROFILE",
            "ORGANIZATION USER",
            "PACKAGES POLICY",
            "PASSWORD POLICY",
            "PRIVACY POLICY",
            "PROJECTION POLICY",
            "READ ONLY TABLE",
            "RECURSIVE VIEW",
            "REPLICATION GROUP",
            "ROW ACCESS POLICY",
            "SECRET",
            "SECURITY INTEGRATION",
            "SEMANTIC VIEW",
            "SERVICE",
            "SESSION POLICY",
            "SHARE",
            "SNAPSHOT",
            "SNAPSHOT POLICY",
            "SNAPSHOT SET",
            "STORAGE LIFECYCLE POLICY",
            "STREAMLIT",
            "TAG",
            "WORKSPACE");

    /** What only SHOW lists. */
    private static final List<String> LISTINGS = List.of(
            "CHANNELS",
            "CLASSES",
            "DELEGATED AUTHORIZATIONS",
            "REGIONS",
            "REPLICATION ACCOUNTS",
            "REPLICATION DATABASES");

    /** One of them: CREATE SECRET. */
    static final PhraseTable SINGULARS = new PhraseTable(NAMES);

    /** All of them: SHOW SECRETS, GRANT … ON FUTURE SECRETS. */
    static final PhraseTable PLURALS =
            new PhraseTable(Stream.concat(NAMES.stream().map(OtherKinds::plural), LISTINGS.stream())
                    .toList());

    /** The privileges to make them: CREATE SECRET as one word of a GRANT. */
    static final PhraseTable CREATIONS =
            new PhraseTable(NAMES.stream().map(name -> "CREATE " + name).toList());

    private OtherKinds() {}

    private static String plural(String name) {
        if (name.endsWith("Y") && !name.endsWith("AY")) {
            return name.substring(0, name.length() - 1) + "IES";
        }
        return name + (name.endsWith("X") ? "ES" : "S");
    }
}
