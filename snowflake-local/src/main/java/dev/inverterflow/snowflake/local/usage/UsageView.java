package dev.inverterflow.snowflake.local.usage;

/** A view of SNOWFLAKE.ACCOUNT_USAGE over something that happened. Unlike Snowflake's it does not lag behind. */
interface UsageView {
    /** Its name, without the schema. */
    String name();

    UsageRelation view();
}
