/**
 * Java stored procedures: their DDL, CALL, and the isolated class loaders that handlers run in.
 *
 * <p>From the top: the platform loader; a loader that adds only the boundary's classes; one loader for Snowpark, its
 * driver and the bridge; and below it one loader for each set of imports, told apart by content. Neither the application
 * nor the stand-in is visible from there.
 */
package dev.inverterflow.snowflake.local.procedure;
