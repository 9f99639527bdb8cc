/** Files of type JSON as rows. */
package dev.inverterflow.snowflake.local.load.json;
