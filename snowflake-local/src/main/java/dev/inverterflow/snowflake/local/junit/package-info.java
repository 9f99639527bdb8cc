/** Snowflake for tests with JUnit. Needs {@code junit-jupiter-api} on the class path, which brings itself where it is used. */
package dev.inverterflow.snowflake.local.junit;
