/**
 * Sessions: who is logged in, what is current, which transaction is open, and how a statement gets from its text to its
 * result. A session runs one statement at a time.
 */
package dev.inverterflow.snowflake.local.session;
