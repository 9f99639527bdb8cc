package dev.inverterflow.snowflake.local.procedure;

import dev.inverterflow.snowflake.local.ast.ObjectTarget;
import dev.inverterflow.snowflake.local.ast.TypeName;
import dev.inverterflow.snowflake.local.catalog.ObjectName;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A procedure that a statement names with the types of its arguments.
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

    Optional<Procedure> find(SessionContext session) {
        return session.temporary(Procedure.KIND)
                .find(name.schemaName(), key)
                .or(() -> session.catalog().objects(Procedure.KIND).find(name.schemaName(), key));
    }

    Procedure get(SessionContext session) {
        return find(session).orElseThrow(this::doesNotExist);
    }

    SnowflakeException doesNotExist() {
        return Errors.objectDoesNotExist("Procedure", key);
    }
}
