/** GET_DDL: objects of the catalog as the statements that make them again. */
package dev.inverterflow.snowflake.local.definition;
