/**
 * The HTTP interface that Snowflake's drivers speak, one class per endpoint. Whatever a statement does, the HTTP status is
 * 200: drivers retry on anything else.
 */
package dev.inverterflow.snowflake.local.protocol;
