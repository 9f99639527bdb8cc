/** What changes or shows the session itself. */
package dev.inverterflow.snowflake.local.command.session;
