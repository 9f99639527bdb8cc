package dev.inverterflow.snowflake.local.command.account;

import dev.inverterflow.snowflake.local.ast.Command;
import dev.inverterflow.snowflake.local.ast.Command.AlterSession;
import dev.inverterflow.snowflake.local.ast.Command.ExecuteTask;
import dev.inverterflow.snowflake.local.ast.Command.Use;
import dev.inverterflow.snowflake.local.ast.FileCommand;
import dev.inverterflow.snowflake.local.ast.Inspection.Describe;
import dev.inverterflow.snowflake.local.ast.ObjectKind;
import dev.inverterflow.snowflake.local.ast.ObjectTarget;
import dev.inverterflow.snowflake.local.ast.QualifiedName;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.event.LogLevel;
import java.util.Optional;

/** The privileges that USE, DESCRIBE, EXECUTE TASK and the commands over files need; CALL finds its overload first. */
final class CommandAccess {

    private static final String OPERATE = "OPERATE";

    private final Rights rights;

    CommandAccess(Rights rights) {
        this.rights = rights;
    }

    void check(Command command) {
        if (command instanceof Use use) {
            // In the body of an owner's-rights procedure USE itself is refused.
            if (!rights.session().inOwnersRightsProcedure()) {
                use(use);
            }
        } else if (command instanceof Describe describe) {
            describe(describe.object());
        } else if (command instanceof ExecuteTask execute) {
            rights.require(ObjectTarget.of(ObjectKind.TASK, execute.task()), OPERATE);
        } else if (command instanceof FileCommand files) {
            files(files);
        } else if (command instanceof AlterSession alter) {
            alterSession(alter);
        }
    }

    private void alterSession(AlterSession alter) {
        boolean logs = alter.set().has(LogLevel.PARAMETER) || alter.unset().contains(LogLevel.PARAMETER);
        if (logs && !rights.session().inOwnersRightsProcedure()) {
            rights.requireGlobal("MODIFY SESSION LOG LEVEL");
        }
    }

    private void use(Use use) {
        QualifiedName name = use.name();
        Optional<ObjectKind> kind = switch (use.kind()) {
            case DATABASE -> Optional.of(ObjectKind.DATABASE);
            case SCHEMA -> Optional.of(ObjectKind.SCHEMA);
            case WAREHOUSE -> Optional.of(ObjectKind.WAREHOUSE);
            case ROLE, SECONDARY_ROLES_ALL, SECONDARY_ROLES_NONE -> Optional.empty();
        };
        boolean allowed = name == null || kind.isEmpty() || rights.mayTouch(ObjectTarget.of(kind.get(), name));
        if (!allowed) {
            throw Errors.containerDoesNotExist();
        }
    }

    private void describe(ObjectTarget object) {
        boolean self = object.kind() == ObjectKind.USER
                && object.requireName().last().name().equals(rights.session().user());
        if (self || rights.mayTouch(object)) {
            return;
        }
        boolean container = object.kind() == ObjectKind.DATABASE || object.kind() == ObjectKind.SCHEMA;
        throw container
                ? Errors.containerDoesNotExist()
                : Errors.objectDoesNotExist(
                        object.kind().display(), object.requireName().toString());
    }

    private void files(FileCommand command) {
        if (command instanceof FileCommand.Put || command instanceof FileCommand.RemoveFiles) {
            StageAccess.requireWrite(command.location(), rights);
        } else {
            StageAccess.requireRead(command.location(), rights);
        }
    }
}
