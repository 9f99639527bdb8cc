package dev.inverterflow.snowflake.local.command.account;

import dev.inverterflow.snowflake.local.ast.GrantTarget;
import dev.inverterflow.snowflake.local.ast.ObjectTarget;
import dev.inverterflow.snowflake.local.catalog.Grant;
import dev.inverterflow.snowflake.local.command.ObjectLookup;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import org.jspecify.annotations.Nullable;

/**
 * What a privilege is on.
 *
 * @param kind as SHOW GRANTS prints it
 * @param name the full name, empty for the account
 * @param target the object itself, null for the account and for future objects
 */
record GrantedObject(String kind, String name, @Nullable ObjectTarget target) {

    static GrantedObject of(GrantTarget target, SessionContext session) {
        return target.accept(new GrantTarget.Visitor<>() {
            @Override
            public GrantedObject visitOnAccount(GrantTarget.OnAccount account) {
                return new GrantedObject("ACCOUNT", "", null);
            }

            @Override
            public GrantedObject visitOnObject(GrantTarget.OnObject on) {
                return new GrantedObject(
                        on.object().kind().name(), ObjectLookup.require(on.object(), session), on.object());
            }

            @Override
            public GrantedObject visitOnMany(GrantTarget.OnMany many) {
                String container = ObjectLookup.require(many.container(), session);
                return new GrantedObject(
                        many.kind().name(),
                        container + ".<" + many.which() + " " + many.kind().sql() + ">",
                        null);
            }
        });
    }

    boolean isOf(Grant grant) {
        return grant.objectKind().equals(kind) && grant.objectName().equals(name);
    }

    /** Makes the role its owner. */
    void giveTo(String role, SessionContext session) {
        if (target == null) {
            throw Errors.notSupported("GRANT OWNERSHIP ON " + kind + " " + name);
        }
        ObjectLookup.giveTo(target, role, session);
    }
}
