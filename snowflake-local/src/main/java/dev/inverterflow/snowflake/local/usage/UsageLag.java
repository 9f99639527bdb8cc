package dev.inverterflow.snowflake.local.usage;

/** How late the views of ACCOUNT_USAGE are. The functions of INFORMATION_SCHEMA never are. */
public enum UsageLag {
    /** They show everything at once. */
    NONE,
    /** They show nothing younger than the longest latency that the page of the view documents. */
    DOCUMENTED
}
