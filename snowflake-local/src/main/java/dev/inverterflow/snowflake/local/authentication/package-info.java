/** Who may log in: passwords, tokens and key pairs. */
package dev.inverterflow.snowflake.local.authentication;
