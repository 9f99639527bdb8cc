/** Typed trees as DuckDB SQL, what that SQL needs in the engine, and the engine's errors in Snowflake's words. */
package dev.inverterflow.snowflake.local.emission;
