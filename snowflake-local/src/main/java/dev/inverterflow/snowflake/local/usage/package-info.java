/** What happened and what it would cost, in the shapes of INFORMATION_SCHEMA and ACCOUNT_USAGE. */
package dev.inverterflow.snowflake.local.usage;
