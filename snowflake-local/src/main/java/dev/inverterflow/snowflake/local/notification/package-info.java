/** Messages that SQL sends: checked against notification integrations, then kept in an outbox instead of being sent. */
package dev.inverterflow.snowflake.local.notification;
