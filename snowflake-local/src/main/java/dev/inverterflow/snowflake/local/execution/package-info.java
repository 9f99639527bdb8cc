/**
 * How a statement is run, as the packages that bring statements see it: commands, what they see of their session, what
 * they answer, and what happens at a commit. The session package implements it.
 */
package dev.inverterflow.snowflake.local.execution;
