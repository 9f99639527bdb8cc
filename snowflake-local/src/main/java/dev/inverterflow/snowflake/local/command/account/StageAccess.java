package dev.inverterflow.snowflake.local.command.account;

import dev.inverterflow.snowflake.local.ast.ObjectKind;
import dev.inverterflow.snowflake.local.ast.ObjectTarget;
import dev.inverterflow.snowflake.local.ast.QualifiedName;
import dev.inverterflow.snowflake.local.ast.StageLocation;
import dev.inverterflow.snowflake.local.ast.StageLocation.StageKind;

/** Stages: USAGE of an external one, READ and WRITE of an internal one. A user's own stage needs none. */
final class StageAccess {

    private static final String USAGE = "USAGE";

    private StageAccess() {}

    static void requireRead(StageLocation location, Rights rights) {
        require(location, rights, "READ");
    }

    static void requireWrite(StageLocation location, Rights rights) {
        require(location, rights, "WRITE");
    }

    private static void require(StageLocation location, Rights rights, String privilege) {
        QualifiedName name = location.name();
        if (name == null) {
            return;
        }
        if (location.kind() == StageKind.NAMED) {
            rights.require(ObjectTarget.of(ObjectKind.STAGE, name), privilege, USAGE);
        } else {
            rights.require(ObjectTarget.of(ObjectKind.TABLE, name));
        }
    }
}
