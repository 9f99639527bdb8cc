/** Runs of task graphs: when they begin, in which order their tasks run, what is written down about them. */
package dev.inverterflow.snowflake.local.task.run;
