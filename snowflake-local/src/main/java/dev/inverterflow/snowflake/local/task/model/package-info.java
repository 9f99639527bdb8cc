/** What a task is: its definition, its place in a graph, the rules of both. */
package dev.inverterflow.snowflake.local.task.model;
