package dev.inverterflow.snowflake.local.catalog;

import java.time.Instant;

/**
 * A privilege that a role has, or a role that a role or user has.
 *
 * @param privilege {@code SELECT}, {@code OWNERSHIP}, {@code IMPORTED PRIVILEGES}; {@code USAGE} for a granted role
 * @param objectKind {@code TABLE}, {@code ACCOUNT}, {@code ROLE}, {@code DATABASE_ROLE}
 * @param objectName the object's full name as printed, empty for the account
 * @param granteeKind {@code ROLE} or {@code USER}
 * @param grantee the role's or user's name
 * @param grantOption whether the grantee may pass it on
 * @param grantedBy the role that gave it
 */
public record Grant(
        String privilege,
        String objectKind,
        String objectName,
        String granteeKind,
        String grantee,
        boolean grantOption,
        String grantedBy,
        Instant createdOn) {

    /** The same grant of a role, or to a role, that got another name. */
    Grant withRenamedRole(String from, String to) {
        boolean of = objectKind.equals("ROLE") && objectName.equals(from);
        boolean toRole = granteeKind.equals("ROLE") && grantee.equals(from);
        return new Grant(
                privilege,
                objectKind,
                of ? to : objectName,
                granteeKind,
                toRole ? to : grantee,
                grantOption,
                grantedBy.equals(from) ? to : grantedBy,
                createdOn);
    }

    /** The same grant on an object that got another name. */
    public Grant withObjectName(String newName) {
        return new Grant(privilege, objectKind, newName, granteeKind, grantee, grantOption, grantedBy, createdOn);
    }

    /** The same grant as if that role had given it. */
    public Grant withGrantedBy(String role) {
        return new Grant(privilege, objectKind, objectName, granteeKind, grantee, grantOption, role, createdOn);
    }

    /** The same grant that may no longer be passed on. */
    public Grant withoutOption() {
        return new Grant(privilege, objectKind, objectName, granteeKind, grantee, false, grantedBy, createdOn);
    }

    boolean sameAs(Grant other) {
        return privilege.equals(other.privilege)
                && objectKind.equals(other.objectKind)
                && objectName.equals(other.objectName)
                && granteeKind.equals(other.granteeKind)
                && grantee.equals(other.grantee);
    }
}
