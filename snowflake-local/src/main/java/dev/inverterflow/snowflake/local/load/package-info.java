/** Loading files into tables, put together: stores below, COPY over them, pipes over COPY. */
package dev.inverterflow.snowflake.local.load;
