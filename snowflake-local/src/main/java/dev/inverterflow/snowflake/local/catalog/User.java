package dev.inverterflow.snowflake.local.catalog;

import java.time.Instant;
import java.util.Map;

/**
 * A user. Passwords are never kept here: the server has one set of credentials, given at its start.
 *
 * @param properties the properties set on it, by upper-case name, without any secret
 */
public record User(String name, Map<String, String> properties, String owner, Instant createdOn, String comment)
        implements AccountObject {

    public User {
        properties = Map.copyOf(properties);
    }
}
