/** Tasks: a scheduler on a clock that can be moved and sped up, runs in sessions of the server, their history. */
package dev.inverterflow.snowflake.local.task;
