/**
 * COPY INTO a table and queries over staged files: which files, in which format, what a transformation may say, what became of
 * each file.
 */
package dev.inverterflow.snowflake.local.load.copy;
