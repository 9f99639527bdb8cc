package dev.inverterflow.snowflake.local.catalog;

import java.time.Instant;

/** An account role. */
public record Role(String name, String owner, Instant createdOn, String comment)
        implements AccountObject, Commented<Role> {

    /** The role that may do everything; sessions without another role use it. */
    public static final String ACCOUNTADMIN = "ACCOUNTADMIN";

    /** The role that every other one includes. */
    public static final String PUBLIC = "PUBLIC";

    @Override
    public Role withComment(String newComment) {
        return new Role(name, owner, createdOn, newComment);
    }

    @Override
    public Role withName(String newName) {
        return new Role(newName, owner, createdOn, comment);
    }

    @Override
    public Role withOwner(String newOwner) {
        return new Role(name, newOwner, createdOn, comment);
    }
}
