package dev.inverterflow.snowflake.local.execution;

/**
 * Where this server listens.
 *
 * @param host the loopback's address
 * @param port the TCP port
 * @param account the account name drivers give
 */
public record ServerAddress(String host, int port, String account) {}
