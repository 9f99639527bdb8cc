package dev.inverterflow.snowflake.local.procedure;

import dev.inverterflow.snowflake.local.ast.AlterAction;
import dev.inverterflow.snowflake.local.ast.DdlStatement.Alter;
import dev.inverterflow.snowflake.local.ast.Property.Properties;
import dev.inverterflow.snowflake.local.catalog.Catalog;
import dev.inverterflow.snowflake.local.catalog.ObjectType;
import dev.inverterflow.snowflake.local.catalog.SchemaRegistry;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.event.LogLevel;
import dev.inverterflow.snowflake.local.execution.Result;
import dev.inverterflow.snowflake.local.execution.SchemaObjects;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What ALTER does in the same way with procedures and functions. */
final class RoutineChanges {

    private static final String COMMENT = "COMMENT";

    private RoutineChanges() {}

    /** @param display what an error calls it: {@code Procedure} */
    static <T extends Routine<T>> Result alter(
            Alter statement, ObjectType<T> type, String display, SessionContext session, UnaryOperator<T> change) {
        ProcedureTarget target = ProcedureTarget.of(statement.object(), session);
        Catalog catalog = session.catalog();
        catalog.ddlLock().lock();
        try {
            SchemaRegistry<T> registry = registry(target, type, session);
            Optional<T> old = registry.find(target.name().schemaName(), target.key());
            if (old.isEmpty() && !statement.ifExists()) {
                throw Errors.objectDoesNotExist(display, target.key());
            }
            old.ifPresent(routine -> replace(routine, change.apply(routine), registry, session));
        } finally {
            catalog.ddlLock().unlock();
        }
        return SchemaObjects.altered();
    }

    /** The routine after RENAME, SET or UNSET; the parser lets no other action through to here. */
    static <T extends Routine<T>> T common(T routine, AlterAction action, SessionContext session) {
        if (action instanceof AlterAction.RenameTo rename) {
            return routine.withName(session.resolve(rename.name()));
        }
        if (action instanceof AlterAction.SetProperties set) {
            return with(routine, set.properties());
        }
        if (action instanceof AlterAction.UnsetProperties unset) {
            return without(routine, unset.names());
        }
        throw Errors.notSupported("ALTER of " + routine.name()
                + " by anything but RENAME TO, SET and UNSET of COMMENT and LOG_LEVEL, and what its kind alone has");
    }

    private static <T extends Routine<T>> T with(T routine, Properties properties) {
        T changed = routine;
        Optional<String> level = properties.text(LogLevel.PARAMETER);
        if (level.isPresent()) {
            changed = changed.withLogLevel(LogLevel.of(level.get()).name());
        }
        return properties.text(COMMENT).map(changed::withComment).orElse(changed);
    }

    private static <T extends Routine<T>> T without(T routine, List<String> names) {
        T changed = names.contains(LogLevel.PARAMETER) ? routine.withLogLevel(null) : routine;
        return names.contains(COMMENT) ? changed.withComment("") : changed;
    }

    private static <T extends Routine<T>> void replace(
            T old, T changed, SchemaRegistry<T> registry, SessionContext session) {
        if (!changed.name().equals(old.name())) {
            if (session.catalog().schema(changed.name().schemaName()).isEmpty()) {
                throw Errors.objectDoesNotExist(
                        "Schema", changed.name().schemaName().toString());
            }
            if (registry.find(changed.name().schemaName(), changed.key()).isPresent()) {
                throw Errors.alreadyExists(changed.name().toString());
            }
            registry.remove(old);
        }
        registry.put(changed);
    }

    private static <T extends Routine<T>> SchemaRegistry<T> registry(
            ProcedureTarget target, ObjectType<T> type, SessionContext session) {
        SchemaRegistry<T> own = session.temporary(type);
        return own.find(target.name().schemaName(), target.key()).isPresent()
                ? own
                : session.catalog().objects(type);
    }
}
