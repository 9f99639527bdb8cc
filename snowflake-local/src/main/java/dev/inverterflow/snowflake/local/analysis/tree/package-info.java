/** What a statement means: every name resolved, every conversion explicit, every expression with its Snowflake type. */
package dev.inverterflow.snowflake.local.analysis.tree;
