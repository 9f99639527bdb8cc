/** Files of type CSV as rows. */
package dev.inverterflow.snowflake.local.load.csv;
