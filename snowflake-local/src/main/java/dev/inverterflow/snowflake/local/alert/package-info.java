/** Alerts: conditions looked at on a schedule or when there are new rows, and the actions they lead to. */
package dev.inverterflow.snowflake.local.alert;
