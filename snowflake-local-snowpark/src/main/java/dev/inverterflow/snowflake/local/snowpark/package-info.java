/**
 * Runs Java handlers on the unmodified Snowpark library, each in a session attached to that of its caller.
 *
 * <p>Lives in the isolated loader together with Snowpark and its driver; the application never sees these classes.
 */
package dev.inverterflow.snowflake.local.snowpark;
