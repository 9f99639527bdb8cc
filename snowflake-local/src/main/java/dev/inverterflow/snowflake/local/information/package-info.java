/** The views of INFORMATION_SCHEMA over what the catalog holds; histories of what happened are the usage package's. */
package dev.inverterflow.snowflake.local.information;
