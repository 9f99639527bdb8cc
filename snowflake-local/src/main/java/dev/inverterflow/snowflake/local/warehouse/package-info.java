/** How long warehouses would have run, for what they would have cost. */
package dev.inverterflow.snowflake.local.warehouse;
