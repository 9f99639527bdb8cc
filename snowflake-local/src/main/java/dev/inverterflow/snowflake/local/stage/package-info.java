/** Internal stages: folders on this machine, and the commands that list, fill, empty and read them. */
package dev.inverterflow.snowflake.local.stage;
