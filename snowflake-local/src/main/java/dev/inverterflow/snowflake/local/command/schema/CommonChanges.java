package dev.inverterflow.snowflake.local.command.schema;

import dev.inverterflow.snowflake.local.ast.AlterAction;
import dev.inverterflow.snowflake.local.catalog.Movable;
import dev.inverterflow.snowflake.local.catalog.SchemaObject;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import java.util.List;
import java.util.Set;

/** The ALTER actions that every kind of object in a schema has: RENAME TO, SET and UNSET COMMENT. */
final class CommonChanges {

    private static final String COMMENT = "COMMENT";
    private static final Set<String> ONLY_COMMENT = Set.of(COMMENT);

    private CommonChanges() {}

    /** The object after the action. */
    static <T extends SchemaObject & Movable<T>> T apply(T object, AlterAction action, SessionContext session) {
        if (action instanceof AlterAction.RenameTo rename) {
            return object.withName(session.resolve(rename.name()));
        }
        if (action instanceof AlterAction.SetProperties set && set.properties().has(COMMENT)) {
            requireOnlyComment(
                    object,
                    set.properties().all().stream()
                            .map(property -> property.name())
                            .toList());
            return object.withComment(set.properties().text(COMMENT).orElse(""));
        }
        if (action instanceof AlterAction.UnsetProperties unset) {
            requireOnlyComment(object, unset.names());
            return object.withComment("");
        }
        throw Errors.notSupported("ALTER of " + object.name()
                + " by anything but RENAME TO, SET COMMENT and UNSET COMMENT, and what its kind alone has");
    }

    private static void requireOnlyComment(SchemaObject object, List<String> names) {
        names.stream().filter(name -> !ONLY_COMMENT.contains(name)).findFirst().ifPresent(other -> {
            throw Errors.notSupported(
                    other + " of ALTER of " + object.name() + ", of which COMMENT alone can be set and unset so");
        });
    }
}
