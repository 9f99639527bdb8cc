/** COPY INTO a stage: the rows of a query as files. */
package dev.inverterflow.snowflake.local.load.unload;
