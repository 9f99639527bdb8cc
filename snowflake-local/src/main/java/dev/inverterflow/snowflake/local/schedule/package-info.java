/** When something is due: intervals and cron expressions by Snowflake's rules, and the thread that starts what is. */
package dev.inverterflow.snowflake.local.schedule;
