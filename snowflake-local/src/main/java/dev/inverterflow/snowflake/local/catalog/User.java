package dev.inverterflow.snowflake.local.catalog;

import java.time.Instant;
import java.util.Map;

/**
 * A user. Passwords are never kept here: the server has one set of credentials, given at its start.
 *
 * @param properties the properties set on it, by upper-case name, without any secret
 */
public record User(String name, Map<String, String> properties, String owner, Instant createdOn, String comment)
        implements AccountObject, Commented<User>, Configured<User> {

    public User {
        properties = Map.copyOf(properties);
    }

    @Override
    public User withComment(String newComment) {
        return new User(name, properties, owner, createdOn, newComment);
    }

    @Override
    public User withName(String newName) {
        return new User(newName, properties, owner, createdOn, comment);
    }

    @Override
    public User withOwner(String newOwner) {
        return new User(name, properties, newOwner, createdOn, comment);
    }

    @Override
    public User withProperties(Map<String, String> newProperties) {
        return new User(name, newProperties, owner, createdOn, comment);
    }
}
