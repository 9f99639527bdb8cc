/** Objects directly in the account, and who may use what. */
package dev.inverterflow.snowflake.local.command.account;
