/** The statements of sessions, queries and objects that no package of its own brings; one class per statement. */
package dev.inverterflow.snowflake.local.command;
