package dev.inverterflow.snowflake.local.execution;

import dev.inverterflow.snowflake.local.catalog.ObjectName;

/**
 * What a procedure's body runs as.
 *
 * @param procedure the procedure; with owner's rights its database and schema become the current ones
 * @param owner the role that owns it; with owner's rights it becomes the current one
 * @param rights whose rights the body has
 */
public record CallFrame(ObjectName procedure, String owner, Rights rights) {

    /** The same, with the rights of the procedure's owner. */
    public CallFrame withOwnersRights() {
        return new CallFrame(procedure, owner, Rights.OWNER);
    }

    /** Whose rights a procedure's body has. */
    public enum Rights {
        OWNER,
        CALLER
    }
}
