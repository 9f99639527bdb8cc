/** Transactions over the engine's: what a failed statement undoes, who waits for whom, in which order commits become visible. */
package dev.inverterflow.snowflake.local.transaction;
