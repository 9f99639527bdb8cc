/** What a file's content is and how it becomes rows; one package below for each type. */
package dev.inverterflow.snowflake.local.load.format;
