package dev.inverterflow.snowflake.local.procedure;

import dev.inverterflow.snowflake.local.ast.ObjectTarget;
import dev.inverterflow.snowflake.local.ast.TypeName;
import dev.inverterflow.snowflake.local.catalog.ObjectName;
import dev.inverterflow.snowflake.local.catalog.ObjectType;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A procedure or function that a statement names with the types of its arguments.
 *
 * @param name its full name
 * @param key its name with the types
 */
record ProcedureTarget(ObjectName name, String key) {

    static ProcedureTarget of(ObjectTarget target, SessionContext session) {
        ObjectName name = session.resolve(target.requireName());
        List<TypeName> types = Objects.requireNonNull(target.argumentTypes(), "argumentTypes");
        return new ProcedureTarget(
                name,
                Signatures.key(name.name(), types.stream().map(Signatures::type).toList()));
    }

    <T extends Routine<T>> Optional<T> find(ObjectType<T> type, SessionContext session) {
        return session.temporary(type)
                .find(name.schemaName(), key)
                .or(() -> session.catalog().objects(type).find(name.schemaName(), key));
    }

    <T extends Routine<T>> T get(ObjectType<T> type, SessionContext session) {
        return find(type, session).orElseThrow(() -> doesNotExist(type));
    }

    SnowflakeException doesNotExist(ObjectType<?> type) {
        return Errors.objectDoesNotExist(type.equals(Procedure.KIND) ? "Procedure" : "Function", key);
    }
}
