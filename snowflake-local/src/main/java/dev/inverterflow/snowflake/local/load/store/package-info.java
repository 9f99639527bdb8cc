/** The store behind external stages, any that speaks S3: its objects, its locations and its event messages. */
package dev.inverterflow.snowflake.local.load.store;
