/** Databases, schemas, tables, views, stages, file formats. */
package dev.inverterflow.snowflake.local.command.schema;
