/**
 * Gives names and types their meaning before anything is emitted: what a statement reads, what it computes and what its
 * result looks like. Needs a {@link dev.inverterflow.snowflake.local.analysis.RelationCatalog} and {@link
 * dev.inverterflow.snowflake.local.analysis.SessionFacts}, nothing else of the stand-in.
 */
package dev.inverterflow.snowflake.local.analysis;
