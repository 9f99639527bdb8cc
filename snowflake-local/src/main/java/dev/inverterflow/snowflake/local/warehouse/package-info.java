/** Which statements need a warehouse, and how long warehouses would have run, for what they would have cost. */
package dev.inverterflow.snowflake.local.warehouse;
